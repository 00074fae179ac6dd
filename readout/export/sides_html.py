"""Comparison, ledger and timeline as self-contained, printable pages: no network, no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from readout.export import sides, sides_text
from readout.export.drawing import drawing
from readout.export.html import environment, style
from readout.export.spans import Mark, Piece, pieces
from readout.model.account import Comparison, Evidence, Row
from readout.model.ledger import Ledger
from readout.model.record import Record
from readout.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text that a row points to: ``id`` names it on the page, ``row`` is the row's number."""

    id: str
    row: int
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TextBeside:
    """A document with its highlighted places, paragraph by paragraph."""

    number: int
    record: Record
    paragraphs: tuple[tuple[Piece, ...], ...]


def compared(
    comparison: Comparison, records: Sequence[Record], *, numbers: Mapping[str, int] | None = None
) -> str:
    """The accounts as a table whose cells link to the highlighted sentences of the texts below it."""
    places = list(_places(comparison))
    numbers = numbers or sides_text.numbered(records)
    rows = [f"r{number}" for number, _ in enumerate(comparison.topics, 1)]
    return _sheet(
        "compare",
        comparison,
        records,
        numbers,
        brand="accounts compared",
        heading=sides.encounter(comparison.encounter),
        aside="A contradiction is told only where two figures, dates, places, parties or plain statements "
        "cannot both be true.",
        texts=list(_texts(records, places, numbers)),
        evidence=_evidence(comparison, places),
        spotlight=_spotlight([place.id for place in places], rows),
    )


def _sheet(
    template: str,
    linked: object,
    records: Sequence[Record],
    numbers: Mapping[str, int] | None,
    **facts: object,
) -> str:
    """A page of a template with what all of them show: which texts, under which numbers."""
    return (
        environment()
        .get_template(f"{template}.html")
        .render(
            linked=linked,
            records={record.document.id: record for record in records},
            numbers=numbers or sides_text.numbered(records),
            sides=sides,
            style=style(),
            more=_more(),
            **facts,
        )
    )


def _places(comparison: Comparison) -> Iterator[Place]:
    """Every piece of evidence, numbered over the page."""
    count = 0
    for number, row in enumerate(comparison.topics, 1):
        for cell in row.cells:
            for evidence in cell.evidence:
                count += 1
                yield Place(f"e{count}", number, sides.STANCES[cell.stance][2], evidence)
        for evidence in _conflicting(row):
            count += 1
            yield Place(f"e{count}", number, "clash", evidence)


def _conflicting(row: Row) -> tuple[Evidence, ...]:
    return (row.conflict.left, row.conflict.right) if row.conflict else ()


def _evidence(comparison: Comparison, places: Sequence[Place]) -> dict[tuple[int, str], list[Place]]:
    """The places of each cell, by the row's number and the account."""
    found: dict[tuple[int, str], list[Place]] = {}
    waiting = iter(places)
    for number, row in enumerate(comparison.topics, 1):
        for cell in row.cells:
            found[number, cell.account] = [next(waiting) for _ in cell.evidence]
        for _ in _conflicting(row):
            next(waiting)
    return found


def _texts(
    records: Sequence[Record], places: Sequence[Place], numbers: Mapping[str, int]
) -> Iterator[TextBeside]:
    for record in records:
        marks = [
            Mark.of(
                f"{place.id} of-r{place.row}", place.kind, place.evidence.anchor, lead=place.kind != "clash"
            )
            for place in places
            if place.evidence.document == record.document.id
        ]
        text = record.document.text
        ranges = record.document.paragraphs or ((0, len(text)),)
        yield TextBeside(
            numbers[record.document.id], record, tuple(tuple(pieces(text, *span, marks)) for span in ranges)
        )


def _spotlight(ids: Sequence[str], rows: Sequence[str]) -> Markup:
    """Style rules that light up the places of the row or the evidence that the address points to."""
    rules = [f"body:has(#at-{id}:target) .of-{id}" for id in ids] + [
        f"body:has(#{row}:target) .of-{row}" for row in rows
    ]
    return (
        Markup(",".join(rules) + "{outline:2px solid var(--focus);outline-offset:1px}") if rules else Markup()
    )


def kept(ledger: Ledger, records: Sequence[Record], *, numbers: Mapping[str, int] | None = None) -> str:
    """The ledger as a page: a bar for each figure of progress against its target."""
    return _sheet(
        "ledger",
        ledger,
        records,
        numbers,
        brand="ledger",
        heading="What was promised, and what came of it",
        aside="",
        target_words=sides_text.target_words,
    )


def times(timeline: Timeline, records: Sequence[Record], *, numbers: Mapping[str, int] | None = None) -> str:
    """The timeline as a page: a drawing of what is dated, then the list, event and report date apart."""
    return _sheet(
        "timeline",
        timeline,
        records,
        numbers,
        brand="timeline",
        heading="When it happened, and when it was reported",
        aside="A date known by the month or the year is drawn that wide.",
        drawing=drawing(timeline.moments) if timeline.moments else None,
        deed=sides_text.deed,
    )


@cache
def _more() -> Markup:
    return Markup(files("readout.export").joinpath("templates/sides.css").read_text("utf-8"))
