"""Whom gifts, letters and transcripts name only by the text around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

NEEDY = [
    # the state of the dateline, or the one told of most, which gives nothing itself
    (
        "LIMA, May 2 — A flood hit Peru on Sunday. Peru has no boats. Brazil is weighing a loan of $40 million.",
        "AID",
        {"Peru"},
    ),
    (
        "Malawi lacks maize. Malawi is hungry. In Malawi the rains failed. Spain agreed to build 20 wells.",
        "AGREE",
        {"Malawi"},
    ),
    # a town behind "in" is where it was promised
    (
        "Kenya's herds die. Kenya is poor. Kenya's farmers wait. Donors pledged $90 million in Oslo in May.",
        "AGREE",
        {"Kenya"},
    ),
    # what is held back, and wells that are to be drilled
    ("LIMA — Peru is dry. Peru's farmers wait. The World Bank froze loans of $270 million.", "COERCE", {"Peru"}),
    ("LIMA — Peru is dry. Peru's farmers wait. Canada promised to drill 40 wells.", "AGREE", {"Peru"}),
    # the state in need gives nothing to itself
    ("Malawi is poor. Malawi has little. Malawi agreed to build 20 wells.", "AGREE", set()),
    # neither do two states in need share
    ("Floods hit Peru and Chile. Peru and Chile have no boats. Spain offered $4 million.", "AGREE", set()),
]

CLAUSES = [
    ("In a letter to Ghana, Togo offered a truce if the rebels left.", "AGREE", {"Ghana"}),
    ("Togo sent a note to Ghana in which it demanded the return of its boats.", "REQUEST", {"Ghana"}),
    ("Peru imposed duties of between 5% and 20% on shoes and tyres from Chile.", "SANCTION", {"Chile"}),
    ("Kenya is poor. Uganda undertook to train 20 Kenyan nurses.", "AID", {"Kenyan nurses", "Kenya"}),
    ("The International Court of Justice fined Peru. Peru rejected the ruling.", "REJECT",
     {"International Court of Justice"}),
    ("Oman threatened to take the matter to the Arab League.", "THREATEN", set()),
    ("Norway threatened to close the strait unless Russia freed the crew.", "COERCE", {"Russia"}),
    ("King Mswati met President Banda on Monday. Banda agreed to open the road.", "AGREE", {"Mswati III"}),
    ("Peru jailed a Chilean editor. Peru freed him. Chile demanded an apology.", "REQUEST", {"Peru"}),
    ("Peru and Chile signed an accord in May. The opposition leader, Ana Soto, denounced the accord.", "ACCUSE",
     {"Peru", "Chile"}),
    ("King Mswati told President Banda that the road was closed. Banda promised to look into it.", "AGREE",
     {"Mswati III"}),
]

TURNS = (
    "MS. ORR: Good morning. The foreign minister of Georgia thanked me for the tents when I met him.\n\n"
    "Q: Has Georgia asked you for boats?\n\n"
    "MS. ORR: It has not."
)


@pytest.mark.parametrize(("text", "type_", "recipients"), NEEDY, ids=[t[0][:40] for t in NEEDY])
def test_where_gifts_that_name_nobody_go(text: str, type_: str, recipients: set[str], tells: Tells) -> None:
    assert set().union(*(e.recipients for e in tells(text) if e.type == type_)) == recipients


@pytest.mark.parametrize(("text", "type_", "recipients"), CLAUSES, ids=[t[0][:40] for t in CLAUSES])
def test_whom_the_words_around_name(text: str, type_: str, recipients: set[str], tells: Tells) -> None:
    assert set().union(*(e.recipients for e in tells(text) if e.type == type_)) == recipients


@pytest.mark.parametrize("type_", ["SUPPORT", "REQUEST"])
def test_me_and_you_in_a_transcript(type_: str, tells: Tells) -> None:
    assert [set(e.recipients) for e in tells(TURNS) if e.type == type_] == [{"Orr"}]


def test_the_two_ministers_are_those_who_met(tells: Tells) -> None:
    text = (
        "The Minister of Fisheries of Ghana, Ama Boateng, met her Togolese colleague, Yao Kossi, in May.\n\n"
        "The two Ministers condemned the theft of nets."
    )
    assert [set(e.actors) for e in tells(text) if e.type == "ACCUSE"] == [{"Ama Boateng", "Yao Kossi"}]
