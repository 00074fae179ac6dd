"""What only sounds like an act: quarrels of words, contests, what a plan allows, questions asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

NONE = [
    "Senator Ann Lee attacked Senator Bob Poe in the debate on Monday.",
    "“That is not true,” Ann Lee shot back.",
    "The old theatre is fighting for its survival.",
    "The plan allows for forty new homes near the harbour.",
    "The new device would allow nurses to rest.",
    "Nurse Ann Lee has battled cancer for two years.",
    "The boy was struck by lightning in the park.",
    "A second reporter contributed to this story.",
    "The trader pleaded not guilty.",
    "The terms of the deal were not released.",
    "The trader committed theft from a shop.",
    "Few villagers save money, let alone gold.",
    "The figures demonstrate the need for a bridge.",
    "Two firms have taken over the work on the bridge.",
    "Ann Lee held a rally in Lima on Monday.",
    "Then they walked out.",
    "The union's strike hit three factories.",
]

STILL = [
    ("Rebels attacked the town of Mopti on Monday.", "ASSAULT"),
    ("Peru allowed Chile to use the port.", "CONCEDE"),
    ("Soldiers fought rebels near the border for two days.", "ASSAULT"),
    ("Gunmen attacked Senator Ann Lee with knives in Lima.", "ASSAULT"),
    ("Iran released two Swedish sailors on Friday.", "RETREAT"),
    ("Norway contributed 20 million euros to the fund for Malawi.", "AID"),
    ("Peru asked Chile for ships.", "REQUEST"),
    ("Rebels took over the town of Mopti.", "ASSAULT"),
    ("Nurses walked out over pay.", "PROTEST"),
    ("Farmers demonstrated against the dam in Lima.", "PROTEST"),
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_event_is_told(sentence: str, reads: Callable[..., Record]) -> None:
    assert [(e.type, e.trigger.exact) for e in reads(sentence).events] == []


@pytest.mark.parametrize(("sentence", "type_"), STILL)
def test_the_act_is_still_told(sentence: str, type_: str, reads: Callable[..., Record]) -> None:
    assert type_ in [e.type for e in reads(sentence).events]
