"""Capitals and seats as places or as governments, and names that several countries bear."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib import resources

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

ACTS = [
    ("The envoy arrived in Beijing.", set()),
    ("Beijing protested.", {"China"}),
    ("Talks between Beijing and Tokyo resumed.", {"China", "Japan"}),
    ("The report angered Ankara.", {"Turkey"}),
    ("According to Tehran, nine ships sailed.", {"Iran"}),
    ("The ban was imposed by Jakarta last year.", {"Indonesia"}),
    ("Lima shook when the quake struck.", set()),
    ("Protesters marched through Nairobi on Friday.", set()),
    ("The road from Amman to Baghdad is closed.", set()),
    ("Berlin, London and Paris issued a statement.", {"Germany", "United Kingdom", "France"}),
    ("Pressure on Khartoum grew.", {"Sudan"}),
    ("Brussels fined the firm under EU rules.", {"European Union"}),
    ("NATO allies met. Brussels said the alliance would send ships.", {"NATO"}),
    ("Brussels summoned the Russian ambassador, the Belgian foreign ministry said.", {"Belgium"}),
    ("Officials hoped that Lisbon would look at the plan again.", {"Portugal"}),
    ("London stood by its envoy.", {"United Kingdom"}),
    ("Prague was quick to answer.", {"Czech Republic"}),
    ("Tokyo would lend Manila 64 billion yen.", {"Japan", "Philippines"}),
    ("Critics of Minsk were jailed.", {"Belarus"}),
    ("The blockade of Havana goes on.", {"Cuba"}),
    ("The mayor of Havana slept.", set()),
    ("Chile waited. Santiago proposed a corridor.", {"Chile"}),
    ("In Cuba, Santiago proposed a corridor.", set()),
    ("Oslo sleeps late. Vienna looks lovely.", set()),
]


@pytest.mark.parametrize(("text", "names"), ACTS)
def test_a_capital_is_a_place_or_a_government(reads: Reader, text: str, names: set[str]) -> None:
    actors = reads(text).actors
    assert {a.name for a in actors if any(m.kind == "metonym" for m in a.mentions)} == names


SEATS = [
    ("The Kremlin said no.", "RUSGOV"),
    ("Downing Street declined to comment.", "GBRGOV"),
    ("Foggy Bottom issued a warning.", "USAGOV"),
    ("The Blue House said no.", "KORGOV"),
    ("The White House said the talks went well.", "USAGOV"),
    ("The Casa Rosada said no.", "ARGGOV"),
    ("Holyrood voted for the bill.", "GBRLEG"),
    ("Officials at Turtle Bay said no.", "IGOUNO"),
]


@pytest.mark.parametrize(("text", "code"), SEATS)
def test_a_seat_is_the_body_that_sits_there(reads: Reader, text: str, code: str) -> None:
    assert code in [actor.code for actor in reads(text).actors]


COUNTRIES = [
    ("The Korean president, Yoon Tae-ho, spoke in Seoul.", "Yoon Tae-ho", "KOR"),
    ("North Korea fired a missile. South Korea protested. Korean officials met.", "Korean officials", None),
    ("Brazzaville hosted talks. The Congolese army said no.", "Congolese army", "COG"),
    ("The Congolese army said M23 had left.", "Congolese army", "COD"),
    ("The Congolese army said no.", "Congolese army", None),
    ("The governor of Georgia signed the law in Atlanta.", "governor", "USA"),
    ("Georgia's foreign minister, Nino Beridze, left Tbilisi.", "Nino Beridze", "GEO"),
    ("The Dominican president, Luis Prado, spoke in Santo Domingo.", "Luis Prado", "DOM"),
    ("Georgia Brandt, a Dutch lawmaker, objected.", "Georgia Brandt", "NLD"),
    ("The Moscow court fined him.", "Moscow court", "RUS"),
]


@pytest.mark.parametrize(("text", "name", "country"), COUNTRIES)
def test_ambiguous_countries_are_settled_or_open(
    reads: Reader, text: str, name: str, country: str | None
) -> None:
    (actor,) = [actor for actor in reads(text).actors if actor.name == name]
    assert actor.country == country


TABLES = tomllib.loads((resources.files("readout.extract.actors") / "homonyms.toml").read_text("utf-8"))
ENTRIES = {name: entry for name, entry in TABLES.items() if "countries" in entry}


@pytest.mark.parametrize(("name", "example"), [(name, entry["example"]) for name, entry in ENTRIES.items()])
def test_an_example_for_each_ambiguous_name(reads: Reader, name: str, example: str) -> None:
    codes = {actor.country for actor in reads(example).actors} - {None}
    allowed = {*ENTRIES[name]["countries"].split(), ENTRIES[name].get("place"), "RWA", "HTI"}
    assert name in example and codes and codes <= allowed


BODIES = [
    ("Chinese Foreign Ministry spokesperson Lin Wei said no.", "Ministry of Foreign Affairs of China", "Lin Wei"),
    ("Israeli army spokeswoman Lt. Col. Noa Tal said no.", "Israeli army", "Noa Tal"),
    ("A Kremlin spokesman said no.", "Kremlin", "Kremlin spokesman"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "voice"), BODIES)
def test_a_body_and_its_voice_are_both_kept(reads: Reader, text: str, body: str, voice: str) -> None:
    assert {actor.name for actor in reads(text).actors} == {body, voice}


@pytest.mark.parametrize(
    "text",
    [
        "The crew was rescued.",
        "The winner takes the prize. The audience clapped.",
        "The team won the cup.",
        "The report said that . was wrong.",
        "A bakery opened in town. The company was sold.",
        "She is a nurse.",
        "He will be a senator.",
    ],
)
def test_common_nouns_that_do_nothing_are_nobody(reads: Reader, text: str) -> None:
    assert reads(text).actors == ()


def test_a_capital_that_is_visited_lends_nobody_its_country(reads: Reader) -> None:
    record = reads("Minister Tove Lind visited Suva on Monday.")
    assert [(actor.name, actor.country) for actor in record.actors] == [("Tove Lind", None)]
