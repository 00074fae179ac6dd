"""Shares of one whole, and how often, held against each other."""

from __future__ import annotations

import pytest

from readout.link.accounts.telling import Telling
from readout.link.clashes.durations import lengths
from readout.link.clashes.shares import shares_apart
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record

TRAMS = Matter("trams", ("tram",), 0.8, "", {0: [], 1: []}, {0, 1})


def told(number: int, text: str) -> Telling:
    return Telling(number, Record(Document(str(number), text)), str(number), (Anchor.of(text, 0, len(text)),))


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("Two thirds of the trams will run.", "Fewer than half of the trams will leave.", True),
        ("80 per cent of trams will run.", "More than half of the trams will run.", False),
        ("80 per cent of trams will run.", "About 80% of the trams ran.", False),
        ("80 per cent of trams will run.", "A third of the drivers came.", False),
        ("80 per cent of trams must run.", "A third of the trams ran.", False),
    ],
)
def test_shares(left: str, right: str, apart: bool) -> None:
    found = shares_apart(TRAMS, told(0, left), told(1, right))
    assert (found is not None) is apart
    if found:
        assert left[found.left.start : found.left.end] == found.left.exact


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("Two trams an hour are planned.", "The line will run one tram an hour.", True),
        ("Two trams a day are planned.", "The line will run one tram a day.", True),
        ("Two trams a day are planned.", "There will be one bus a day.", False),
        ("40 kroner a day are paid.", "They get 30 kroner a day.", False),
    ],
)
def test_how_often(left: str, right: str, apart: bool) -> None:
    assert (lengths(TRAMS, told(0, left), told(1, right)) is not None) is apart
