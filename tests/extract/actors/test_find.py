"""Texts of our own, and who acts and speaks in them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.extract.actors import actor_at, find_actors
from readout.knowledge import load
from readout.model.actor import Actor
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.record import Record

Reader = Callable[..., Record]


def named(record: Record, name: str) -> Actor:
    found = [actor for actor in record.actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in record.actors]
    return found[0]


def words(actor: Actor) -> list[str]:
    return [mention.exact for mention in actor.mentions]


NAMES = [
    ("Norway's defence minister, Tor Vik, met reporters.", "Tor Vik", "person", "NOR"),
    ("Ghanaian President Ama Boateng praised the plan.", "Ama Boateng", "person", "GHA"),
    ("Ida Holm, an envoy of the Danish climate ministry, said no.", "Ida Holm", "person", "DNK"),
    ("Leo Marsh, an analyst at Fairwater Research, said no.", "Leo Marsh", "person", None),
    ("Kenya's Foreign Ministry said it was ready.", "Ministry of Foreign Affairs of Kenya", "government", "KEN"),
    ("The Chilean mining ministry said no.", "Ministry of Mining of Chile", "government", "CHL"),
    ("LIMA, Peru — The trade ministry said no.", "Ministry of Trade of Peru", "government", "PER"),
    ("Latvia's Border Guard said it fired no shots.", "Border Guard of Latvia", "government", "LVA"),
    ("The Sudanese army said it had left.", "Sudanese army", "government", "SDN"),
    ("Togo's presidential office said he would come.", "Office of the President of Togo", "government", "TGO"),
    ("Two senior Malian officials denied the report.", "senior Malian officials", "group", "MLI"),
    ("A Turkish diplomat said the talks had failed.", "Turkish diplomat", "person", "TUR"),
    ("The newspaper El Faro reported the deal.", "El Faro", "publisher", None),
    ("The U.N. nuclear watchdog said Iran had agreed.", "International Atomic Energy Agency", "organization", None),
    ("White House spokeswoman Dana Reed called it a mistake.", "Dana Reed", "person", "USA"),
    ("Residents said they had heard shots.", "Residents", "group", None),
    ("The Bakers' Association said prices would rise.", "Bakers' Association", "organization", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "country"), NAMES)
def test_names_kinds_and_countries(
    reads: Reader, text: str, name: str, kind: str, country: str | None
) -> None:
    actor = named(reads(text), name)
    assert (actor.kind, actor.country) == (kind, country)


SAME = [
    ("Ama Boateng arrived on Monday. Boateng said she was glad. “I am glad,” she said.", "Ama Boateng",
     ["Ama Boateng", "Boateng", "she", "I", "she"]),
    ("A Kenyan commander gave the order. The commander, Col. Peter Otieno, denied it.", "Peter Otieno",
     ["A Kenyan commander", "The commander", "Col. Peter Otieno"]),
    ("Zambia protested. It said the price was unfair. Lusaka demanded talks.", "Zambia",
     ["Zambia", "It", "Lusaka"]),
    ("The Finnish company Jokinen Oy cut jobs. The company said it had no choice.", "Jokinen Oy",
     ["The Finnish company Jokinen Oy", "The company", "it"]),
    ("Chilean and Peruvian officials met. The Chilean side said little. Chile will wait.", "Chile",
     ["The Chilean side", "Chile"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), SAME)
def test_later_mentions_find_their_actor(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    assert words(named(reads(text), name)) == mentions


@pytest.mark.parametrize(
    ("text", "acts"),
    [("Accra accused Lomé of closing the border.", {"Accra", "Lomé"}),
     ("The ministers met in Accra on Friday.", set()),
     ("The envoy flew to Lomé and visited Accra.", set()),
     ("Relations with Lomé are good.", {"Lomé"})],
)  # fmt: skip
def test_a_capital_is_a_government_where_it_acts(reads: Reader, text: str, acts: set[str]) -> None:
    said = {m.exact for actor in reads(text).actors for m in actor.mentions if m.kind == "metonym"}
    assert said == acts


def test_two_leaders_are_a_group_of_the_two(reads: Reader) -> None:
    record = reads(
        "Ghanaian President Ama Boateng met Togolese President Kodjo Mensah. The two leaders agreed."
    )
    members = named(record, "two leaders").members
    assert {record.actor(i).name for i in members if record.actor(i)} == {"Ama Boateng", "Kodjo Mensah"}  # type: ignore[union-attr]


def test_offices_hold_on_the_date(reads: Reader) -> None:
    record = reads("Emmanuel Macron and Sergei Lavrov spoke by phone.", "2019-05-05")
    assert named(record, "Emmanuel Macron").offices == ("President of France",)
    assert named(record, "Sergei Lavrov").code == "RUSGOV"


def test_a_well_known_short_name_is_told_in_full(reads: Reader) -> None:
    assert named(reads("Macron said no. He left.", "2019-05-05"), "Emmanuel Macron").country == "FRA"


def test_speakers_of_a_transcript_own_their_first_persons(reads: Reader) -> None:
    text = (
        "Ann Lee, spokesperson\n\nMS. LEE: I saw that. Norway will pay.\n\nQ: When?\n\nMS. LEE: I cannot say."
    )
    assert words(named(reads(text), "Ann Lee")).count("I") == 2


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [("Leo Marsh, an analyst at Fairwater Research, said no.", "Leo Marsh, an analyst at Fairwater Research", "Leo Marsh"),
     ("The newspaper El Faro reported it.", "The newspaper El Faro", "El Faro"),
     ("White House spokeswoman Dana Reed said no.", "White House spokeswoman Dana Reed", "Dana Reed"),
     ("A nurse at the clinic said nine had died.", "A nurse at the clinic", "nurse at the clinic"),
     ("Tor Vik spoke. He said no.", "He", "Tor Vik"),
     ("It rained.", "It", None)],
)  # fmt: skip
def test_the_actor_of_a_source_phrase(reads: Reader, text: str, phrase: str, name: str | None) -> None:
    found = re.search(re.escape(phrase), text)
    assert found
    actor = actor_at(reads(text).actors, *found.span())
    assert (actor.name if actor else None) == name


def test_known_names_are_found_without_a_model() -> None:
    text = "Angela Merkel told the IMF that Germany would wait. Merkel’s spokesman said so."
    actors = find_actors(Document("sha256:x", text, published="2012-01-01"), Analysis(), load())
    assert {"Angela Merkel", "International Monetary Fund", "Germany"} <= {actor.name for actor in actors}


def test_ids_follow_the_first_mention_and_anchors_hold(reads: Reader) -> None:
    text = "Zambia’s envoy, Joy Phiri, told Reuters 😀 that São Tomé and the E.U. had agreed. She smiled."
    record = reads(text)
    assert [actor.id for actor in record.actors] == [f"a{n}" for n in range(1, len(record.actors) + 1)]
    starts = [actor.mentions[0].start for actor in record.actors]
    assert starts == sorted(starts)
    assert all(text[m.start : m.end] == m.exact for actor in record.actors for m in actor.mentions)


def test_nothing_raises_on_odd_text(reads: Reader) -> None:
    for text in (
        "",
        " ",
        "’s ’s of the of",
        "—, — ,",
        "Q:\nA:\nQ:",
        "The the the Ministry of of and",
        "“””““ he she it",
    ):
        reads(text)


def test_the_country_of_a_currency_is_no_actor(reads: Reader) -> None:
    record = reads("Benin will lay the cable at a cost of 40 million US dollars.")
    assert [actor.name for actor in record.actors] == ["Benin"]
