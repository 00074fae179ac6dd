"""Groups without names that do something together, names before a date, officers who are not the speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

ACTORS = [
    ("In Lima, some 300 people blocked the road.", "people", ["some 300 people"]),
    ("Twelve men were arrested in Turin.", "men", ["Twelve men"]),
    ("Young women threw stones at a bus.", "young women", ["Young women"]),
    ("She told a crowd of farmers that rain was near.", "crowd of farmers", ["a crowd"]),
    ("Two drillers were hurt. The drillers had warned the mine.", "drillers", ["Two drillers", "The drillers"]),
    ("She told Radio Tenango last week that fuel was short.", "Radio Tenango", ["Radio Tenango"]),
    ("He received Chinese Ambassador Ma Deli yesterday. The ambassador said no.", "Ma Deli",
     ["Chinese Ambassador Ma Deli", "The ambassador"]),
    ("Police fired at members of the United Gonda Salvation Front.", "United Gonda Salvation Front",
     ["the United Gonda Salvation Front"]),
    ("The fees bring the port operator, Puerto Sereno, 14 million dollars.", "Puerto Sereno",
     ["the port operator", "Puerto Sereno"]),
    ("Did Secretary of State Hillary Clinton make a promise?", "Hillary Clinton",
     ["Secretary of State Hillary Clinton"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), ACTORS)
def test_gathered(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact for m in a.mentions] for a in reads(text, "2011-03-02").actors}
    assert found.get(name.casefold()) == mentions, found


NOBODY = ["Some people were near the road.", "Many people were there.", "The road is for people."]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_in_particular(reads: Reader, text: str) -> None:
    assert not [a for a in reads(text).actors if "people" in a.name]


def test_a_speaker_calls_nobody_but_others_by_the_office(reads: Reader) -> None:
    """ "The Secretary" in the turn of an assistant secretary is somebody else."""
    text = (
        "MR. DIZA: Secretary Alberto Rosas phoned the envoy. What the Secretary said is plain.\n\nQ: Is it?\n\n"
        "MR. DIZA: The Secretary will tell you."
    )
    found = {a.name: [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found["Alberto Rosas"] == ["Secretary Alberto Rosas", "the Secretary", "The Secretary"], found
