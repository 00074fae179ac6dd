"""The scales of states, on their own examples."""

from __future__ import annotations

from itertools import pairwise

import pytest

from readout.link.clashes.scales import table
from readout.link.clashes.states import State, states

NAMES = [entry["name"] for entry in table()["scale"]]


def of(name: str, text: str) -> list[State]:
    return [state for state in states(text) if NAMES[state.scale] == name]


@pytest.mark.parametrize("entry", table()["scale"], ids=NAMES)
def test_examples_stand_at_different_ends(entry: dict[str, list[str]]) -> None:
    found = [of(str(entry["name"]), text) for text in entry["example"]]
    assert all(found)
    for one, other in pairwise(found):
        assert {(s.end, s.barred) for s in one}.isdisjoint((s.end, s.barred) for s in other)


@pytest.mark.parametrize(
    ("text", "barred", "ahead", "unsure"),
    [
        ("The rowers have been freed.", False, False, False),
        ("The rowers have not been freed.", True, False, False),
        ("The rowers will be freed in May.", False, True, False),
        ("The rowers should be freed at once.", False, False, True),
        ("The cooks may stay, but the rowers were freed.", False, False, False),
        ("The rowers were not only fed but freed.", False, False, False),
    ],
)
def test_how_a_state_is_told(text: str, barred: bool, ahead: bool, unsure: bool) -> None:
    (state,) = of("free", text)
    assert (state.barred, state.ahead, state.unsure) == (barred, ahead, unsure)
