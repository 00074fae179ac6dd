"""One contradiction, one row."""

from __future__ import annotations

from dataclasses import replace

from readout.link.accounts.telling import Telling
from readout.link.matters.matter import Matter
from readout.link.repeats import told_once
from readout.model.account import Conflict, Evidence, Row
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record

LEFT = "The boats were in Omani waters. The boats must come home."
RIGHT = "The boats were in Yemeni waters. A court has the boats."


def told(number: int, text: str, side: str, start: int, end: int) -> Telling:
    return Telling(number, Record(Document(side, text)), side, (Anchor.of(text, start, end),))


TOLD = {
    0: told(0, LEFT, "OMN", 0, 31),
    1: told(1, LEFT, "OMN", 32, len(LEFT)),
    2: told(2, RIGHT, "YEM", 0, 32),
    3: told(3, RIGHT, "YEM", 33, len(RIGHT)),
}


def matter(label: str, *numbers: int) -> Matter:
    places = {n: [TOLD[n].anchors[0]] for n in numbers}
    return Matter(label, (label.removesuffix("s").split()[-1],), 0.8, "", places, set(numbers))


def row(label: str) -> Row:
    places = (Anchor.of(LEFT, 15, 30), Anchor.of(RIGHT, 15, 31))
    ends = (Evidence(d, None, anchor) for d, anchor in zip(("OMN", "YEM"), places, strict=True))
    return Row(label, "contradict", "", (), Conflict("place", *ends))


def test_what_is_nearer_keeps_it() -> None:
    boats, waters = matter("boats", 0, 1, 2, 3), matter("waters", 0, 2)
    kept, anew = told_once([(boats, row("boats")), (waters, row("waters"))], TOLD)
    assert [m.label for m in kept] == ["waters"]
    assert [(m.label, set(m.places)) for m in anew] == [("boats", {1, 3})]


def test_a_matter_of_nothing_else_gives_its_name() -> None:
    boats, waters = matter("boats", 0, 2), matter("waters", 0, 2)
    kept, anew = told_once([(boats, row("boats")), (waters, row("waters"))], TOLD)
    assert [m.label for m in kept] == ["waters, boats"] and not anew


def test_rows_without_a_contradiction_stay() -> None:
    boats, waters = matter("boats", 0, 2), matter("waters", 0, 2)
    rows = [(boats, replace(row("boats"), conflict=None)), (waters, row("waters"))]
    assert told_once(rows, TOLD) == ([boats, waters], [])
