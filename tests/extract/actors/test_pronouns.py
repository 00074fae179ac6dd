"""Whom "they", "we" and "it" stand for, in texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.actor import Actor
from readout.model.record import Record

Reader = Callable[..., Record]


def _holder(record: Record, word: str) -> Actor | None:
    found = [a for a in record.actors if word in [mention.exact for mention in a.mentions]]
    assert len(found) < 2, [actor.name for actor in found]
    return found[0] if found else None


GROUPS = [
    ("Eritrean and Yemeni gunboats fired. Yemen and Eritrea said no.", "Eritrean and Yemeni gunboats", ["Eritrea", "Yemen"]),
    ("Ama Boateng and Tor Vik arrived in Oslo. They signed an accord.", "They", ["Ama Boateng", "Tor Vik"]),
    ("Chile and Peru are due to hold talks. In May, they agreed to meet.", "they", ["Chile", "Peru"]),
    (
        "Chile and Peru held talks on Monday. Both sides agreed to meet again.",
        "Both sides",
        ["Chile", "Peru"],
    ),
    ("Ghana and Togo protested. The two countries shut their ports.", "their", ["Ghana", "Togo"]),
]


@pytest.mark.parametrize(("text", "word", "members"), GROUPS)
def test_groups_have_members(reads: Reader, text: str, word: str, members: list[str]) -> None:
    record = reads(text)
    group = _holder(record, word)
    names = {actor.id: actor.name for actor in record.actors}
    assert group is not None and [names[member] for member in group.members] == members


STANDS = [
    ("“We will not wait,” said Ida Holm, a spokeswoman for Denmark's Foreign Ministry.", "We",
     "Ministry of Foreign Affairs of Denmark"),
    ("“We want calm,” White House spokesman Leo Marsh told reporters.", "We", "White House"),
    ("“Our ports are shut,” Peru's trade minister, Rosa Quispe, said.", "Our", "Peru"),
    ("The Israeli military answered. “We will act again,” it said.", "We", "Israeli military"),
    ("“We are tired,” said Ann Lee, a farmer.", "We", None),
    ("The European Union adopted sanctions. The bloc said it would review them.", "it", "European Union"),
    ("Hezbollah said its fighters had fired rockets.", "its", "Hezbollah"),
    ("“I blame myself,” Peru's trade minister, Rosa Quispe, said.", "myself", "Rosa Quispe"),
    ("Rod Joa, a senator, objected. He had been told by Tor Vik, he said, that it was over.", "he", "Rod Joa"),
    ("It was so, according to the office of the United Nations special envoy, Tor Vik.", "the office",
     "Office of the United Nations Special Envoy"),
    ("The minister said Moscow was ready to talk.", "Moscow", "Russia"),
    ("The minister said Moscow was cold.", "Moscow", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name"), STANDS)
def test_whom_a_word_stands_for(reads: Reader, text: str, word: str, name: str | None) -> None:
    actor = _holder(reads(text), word)
    assert (actor.name if actor else None) == name


def test_a_spokesperson_and_the_body_are_both_kept(reads: Reader) -> None:
    record = reads("White House spokesman Leo Marsh said no.")
    assert [(a.name, a.country, a.code) for a in record.actors] == [
        ("White House", "USA", "USAGOV"),
        ("Leo Marsh", "USA", "USAGOV"),
    ]


def test_presidents_of_several_countries_are_people(reads: Reader) -> None:
    record = reads("Presidents Ama Boateng of Ghana and Kofi Mensah of Togo met.")
    people = [(a.name, a.country) for a in record.actors if a.kind == "person"]
    assert people == [("Ama Boateng", "GHA"), ("Kofi Mensah", "TGO")]


def test_a_counterpart_is_who_holds_the_office(reads: Reader) -> None:
    text = "French Foreign Minister Jean-Noël Barrot met his Turkish counterpart."
    actor = _holder(reads(text, "2025-06-10"), "his Turkish counterpart")
    assert actor is not None and (actor.name, actor.country) == ("Hakan Fidan", "TUR")


AHEAD = [
    ("Tor Vik left. In her speech, Ama Boateng praised the bakers.", "her", "Ama Boateng"),
    ("Before his flight to Oslo, Tor Vik met the bakers.", "his", "Tor Vik"),
    ("Tor Vik told him to wait.", "him", None),
    ("Ama Boateng said she would wait.", "she", "Ama Boateng"),
]


@pytest.mark.parametrize(("text", "word", "name"), AHEAD)
def test_names_that_follow_their_pronoun(reads: Reader, text: str, word: str, name: str | None) -> None:
    actor = _holder(reads(text), word)
    assert (actor.name if actor else None) == name
