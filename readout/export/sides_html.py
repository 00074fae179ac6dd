"""Comparison, ledger and timeline as self-contained, printable pages: no network, no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from readout.export import phrase, sides, sides_text
from readout.export.drawing import Drawing, drawing
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


def compared(comparison: Comparison, records: Sequence[Record]) -> str:
    """The accounts as a table whose cells link to the highlighted sentences of the texts below it."""
    places = list(_places(comparison))
    return (
        environment()
        .get_template("compare.html")
        .render(
            comparison=comparison,
            places=places,
            texts=list(_texts(records, places)),
            numbers={record.document.id: n for n, record in enumerate(records, 1)},
            sides=sides,
            phrase=phrase,
            records={record.document.id: record for record in records},
            evidence=_evidence(comparison, places),
            spotlight=_spotlight(
                [place.id for place in places], [f"r{n}" for n, _ in enumerate(comparison.topics, 1)]
            ),
            style=style(),
            more=_more(),
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


def _texts(records: Sequence[Record], places: Sequence[Place]) -> Iterator[TextBeside]:
    for number, record in enumerate(records, 1):
        marks = [
            Mark.of(
                f"{place.id} of-r{place.row}", place.kind, place.evidence.anchor, lead=place.kind != "clash"
            )
            for place in places
            if place.evidence.document == record.document.id
        ]
        text = record.document.text
        ranges = record.document.paragraphs or ((0, len(text)),)
        yield TextBeside(number, record, tuple(tuple(pieces(text, *span, marks)) for span in ranges))


def _spotlight(ids: Sequence[str], rows: Sequence[str]) -> Markup:
    """Style rules that light up the places of the row or the evidence that the address points to."""
    rules = [f"body:has(#at-{id}:target) .of-{id}" for id in ids] + [
        f"body:has(#{row}:target) .of-{row}" for row in rows
    ]
    return (
        Markup(",".join(rules) + "{outline:2px solid var(--focus);outline-offset:1px}") if rules else Markup()
    )


def kept(ledger: Ledger, records: Sequence[Record]) -> str:
    """The ledger as a page: a bar for each figure of progress against its target."""
    return (
        environment()
        .get_template("ledger.html")
        .render(
            ledger=ledger,
            records={record.document.id: record for record in records},
            numbers={record.document.id: n for n, record in enumerate(records, 1)},
            target_words=sides_text.target_words,
            phrase=phrase,
            sides=sides,
            style=style(),
            more=_more(),
        )
    )


def times(timeline: Timeline, records: Sequence[Record]) -> str:
    """The timeline as a page: a drawing of what is dated, then the list, event and report date apart."""
    made: Drawing | None = drawing(timeline.moments) if timeline.moments else None
    return (
        environment()
        .get_template("timeline.html")
        .render(
            timeline=timeline,
            drawing=made,
            numbers={record.document.id: n for n, record in enumerate(records, 1)},
            titles={record.document.id: phrase.title(record) for record in records},
            deed=sides_text.deed,
            phrase=phrase,
            sides=sides,
            style=style(),
            more=_more(),
        )
    )


@cache
def _more() -> Markup:
    return Markup(files("readout.export").joinpath("templates/sides.css").read_text("utf-8"))
