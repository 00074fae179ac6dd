"""Whom an act is directed at: in passives, conditions, letters, and by what was told before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

RECEIVED = [
    # passives that keep an object, names right behind a verb of giving
    ("Denmark was fined 4 million kroner by the court in June.", "SANCTION", {"Denmark"}),
    ("Washington would sell Morocco long-range radars worth $4 million.", "COOPERATE", {"Morocco"}),
    ("The Portuguese navy handed Cape Verde two patrol boats in May.", "AID", {"Cape Verde"}),
    # whom a condition names can avert the threat
    ("Kuwait threatened to close its border unless Iraq paid for the pipeline.", "THREATEN", {"Iraq"}),
    ("Sudan warned that it would expel the envoys if Ethiopia filled the lake.", "THREATEN", {"Ethiopia"}),
    # the promiser's own state receives nothing
    ("Peru's finance minister, Ana Soto, promised that Peru would pay.", "AGREE", set()),
    # the topic of the sentence
    ("On Yemen, the World Bank has agreed to release $30 million by June.", "AGREE", {"Yemen"}),
    # a preposition tied to a part of its phrase
    ("Rebels in Togo fired rockets at Benin's border post in May.", "ASSAULT", {"Benin"}),
    # a letter that asks
    (
        "Senator Ruth Campbell wrote to President Mendoza urging him to free the priest.",
        "REQUEST",
        {"Mendoza"},
    ),
    ("Oman's king accepted an invitation from Peru to visit the mine.", "AGREE", {"Peru"}),
    # who is answered: the last who asked or offered, also where only "agreed" is told
    ("Vietnam asked Fiji for help with the wreck, and Fiji agreed.", "AGREE", {"Vietnam"}),
    ("Norway offered Chad a loan. Chad turned the offer down, its mission in Cairo said.", "REJECT", {"Norway"}),
    ("President Banda wrote to King Mswati urging him to free the miners.", "REQUEST", {"Mswati III"}),
    ("Kuwait has paid Yemen nothing.", "AID", {"Yemen"}),
    ("Peru took the island from Chile.", "COERCE", {"Chile"}),
    # what is done to an envoy or a ship is done to the state
    ("Norway summoned the ambassador of Oman after Oman fired a shot.", "ACCUSE", {"Ambassador of Oman", "Oman"}),
    # a slip of the parse: whose leaving is ordered
    ("Kenya ordered two Ugandan envoys to leave.", "COERCE", {"Ugandan envoys"}),
    # what is freed, banned or seized by name; not what its participle says; who made what is turned down
    ("Police have freed the popular singer Kofi Adjovi, detained last week in a raid.", "RETREAT", {"Kofi Adjovi"}),
    ("The tribunal dismissed the appeal filed by Ana Soto against Luis Vega.", "REJECT", {"Ana Soto"}),
    ("The rebels refused direct talks with Togo, demanding to meet France instead.", "REJECT", {"Togo"}),
    ("The premier sent a letter to the World Bank threatening to stop payments.", "THREATEN", {"World Bank"}),
    ("Honduras will receive $120 million from the World Bank.", "AID", {"Honduras"}),
    # the bombed is no bomber; a person called on; a body sued
    ("The bombing of the Tunisian consulate by unknown men shook Tripoli.", "ASSAULT", {"Tunisian consulate"}),
    ("Bishop Thomas met the premier and called on him to resign.", "REQUEST", {"premier"}),
    ("The mayor of Naples threatened to sue the Treasury over unpaid grants.", "THREATEN", {"Treasury"}),
    ("Pirates took eleven sailors hostage.", "ASSAULT", {"sailors"}),
    # what is sent is not whom it goes to
    ("Taiwan sent a team of 40 engineers to Haiti in June.", "AID", {"Haiti"}),
    # a host is no country
    ("The minister said that the two would work together and invited his host to Ankara.", "REQUEST", {"host"}),
]


@pytest.mark.parametrize(("text", "type_", "recipients"), RECEIVED, ids=[t[0][:40] for t in RECEIVED])
def test_whom_one_sentence_names(text: str, type_: str, recipients: set[str], tells: Tells) -> None:
    assert [set(e.recipients) for e in tells(text) if e.type == type_] == [recipients]


BEFORE = [
    (
        "Ukraine has extended its sanctions on Belarus. Lithuania lifted those sanctions a year ago.",
        "CONCEDE",
        {"Belarus"},
    ),
    (
        "Sweden pledged 90 million kronor to Nepal in May. Finland will pay 4 million euros.",
        "AID",
        {"Nepal"},
    ),
    (
        "Peru raised its duties on Chile in May. Chile may retaliate in June.",
        "THREATEN",
        {"Peru"},
    ),
    (
        "Two Peruvian fishermen were detained by the Chilean navy. Both were released on Thursday.",
        "RETREAT",
        {"Peruvian fishermen"},
    ),
    (
        "Algeria summoned the Spanish consul, Luis Vega, and demanded the release of two sailors.",
        "REQUEST",
        {"Luis Vega"},
    ),
    # all gifts of a text go to one state, none of the sides named again
    (
        "Norway pledged 40 million kroner to Malawi. Roads are bad. Denmark has paid 2 million euros.",
        "AID",
        {"Malawi"},
    ),
    # help that was asked for
    ("After the flood Mozambique asked its neighbours for boats. Malawi gave only blankets.", "AID", {"Mozambique"}),
    # a deed done in response, a meeting and what was asked at it
    (
        "Chile expelled two Peruvian consuls on Monday. Peru recalled its ambassador in response.",
        "SANCTION",
        {"Peruvian consuls", "Chile", "Peru"},
    ),
    # all dealings so far were between two states
    (
        "Peru accused Chile of theft. Chile threatened Peru. Peru's king promised to look into the boats.",
        "AGREE",
        {"Chile"},
    ),
    # "them" and a bare number go back to the people before
    ("Riot police dispersed the students with tear gas and arrested nine.", "COERCE", {"students"}),
    # "it" that is bidden something is the subject of the clause above
    ("Togo freed the poet although Chad had ordered it to hold him.", "REQUEST", {"Togo"}),
    # the next act names the one to whom a protest goes
    ("Oman's foreign ministry lodged a protest and called on Yemen to free the crew.", "ACCUSE", {"Yemen"}),
    # whose march, whose net it is
    ("Zambian police broke up a teachers' march with tear gas.", "COERCE", {"teachers"}),
    # "that" is what was charged or asked just before
    ("Peru accused Chile of spying. Chile rejected that.", "REJECT", {"Peru"}),
]


@pytest.mark.parametrize(("text", "type_", "recipients"), BEFORE, ids=[t[0][:40] for t in BEFORE])
def test_whom_an_earlier_act_names(text: str, type_: str, recipients: set[str], tells: Tells) -> None:
    assert set().union(*(e.recipients for e in tells(text) if e.type == type_)) == recipients


NOTHING = [
    "I am ready to take your questions.",
    "The striker fired a shot over the bar.",
    "Ghana will meet Uruguay in the final.",
    "The novel attacks the vanity of kings.",
    "The nurse visited her mother every summer.",
    "The firm agreed that demand had weakened.",
    "The mayor is willing to listen.",
    "Lawyers battled with the paperwork.",
    "Exports to Spain rose to 40,000 tons in 1998.",
    "The minister declined to discuss the letter.",
    "Frost has killed 40,000 colonies of bees.",
    "The two brothers agreed to disagree.",
    "You would have to ask Oslo.",
    "We will let you know.",
    "Every king promises peace.",
    "The mayor of Riga blamed heavy snow for the delay.",
    "The bank does not accept that.",
    "The two kings spoke warmly of the plan.",
]


@pytest.mark.parametrize("text", NOTHING, ids=[t[:40] for t in NOTHING])
def test_what_is_no_event(text: str, tells: Tells) -> None:
    assert tells(text) == []


def test_a_headline_is_told_below(tells: Tells) -> None:
    told = tells(
        "Norway vows ships for Peru\n\nOSLO - Norway promised Peru two ships on Monday.\n\nLima waits."
    )
    assert [(e.type, e.trigger) for e in told] == [("AGREE", "promised")]
