"""Accounts side by side: topics as rows, filters in the address, the places in the texts beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from readout.export import sides
from readout.export.spans import Mark, Piece, pieces
from readout.model.account import Comparison, Evidence, Row
from readout.model.record import Record
from readout.web import linked
from readout.web.rendering import shown
from readout.web.site import site_of

ONLY = {
    "contradictions": "⚡ only contradictions",
    "silences": "○ only silences",
    "shared": "only what several speak of",
}
MOST = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text that a cell rests on."""

    id: str
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table with its number in the whole comparison and the places of each cell."""

    number: int
    row: Row
    places: tuple[tuple[Place, ...], ...]
    clash: tuple[Place, ...]

    @property
    def all_places(self) -> Iterator[Place]:
        """Every place of the row."""
        for places in self.places:
            yield from places
        yield from self.clash


def page(request: Request) -> Response:
    """The comparison of the texts that the address names.

    With none named, of the encounter that most of the dossier's first texts tell of, or of all these.
    """
    found = linked.chosen(site_of(request).dossier, request, most=MOST)
    meetings = () if request.query_params.get("text") else linked.met(found)
    if meetings:
        found = found.only(meetings[0][1])
    comparison = linked.compared(found.records)
    only = request.query_params.get("only")
    lines = [line for line in lines_of(comparison) if kept(line.row, only)]
    holders = request.query_params.getlist("account")
    return shown(
        request,
        "compare.html",
        found=found,
        meetings=meetings,
        comparison=comparison,
        lines=lines,
        only=only if only in ONLY else None,
        choices=ONLY,
        shown_accounts=[a.id for a in comparison.accounts if not holders or a.id in holders],
        texts=list(_texts(found.records, lines)),
        picked=[str(kept.number) for kept in found.texts],
    )


def kept(row: Row, only: str | None) -> bool:
    """Whether a row meets the filter of the address."""
    if only == "contradictions":
        return row.verdict == "contradict"
    if only == "silences":
        return any(cell.stance == "silence reported" for cell in row.cells)
    return only != "shared" or sum(cell.stance != "not found" for cell in row.cells) > 1


def lines_of(comparison: Comparison) -> Iterator[Line]:
    """The rows with their numbers and places."""
    for number, row in enumerate(comparison.topics, 1):
        places = tuple(
            tuple(
                Place(f"p{number}-{cell.account}-{n}", sides.STANCES[cell.stance][2], one)
                for n, one in enumerate(cell.evidence)
            )
            for cell in row.cells
        )
        sides_of = (row.conflict.left, row.conflict.right) if row.conflict else ()
        clash = tuple(Place(f"p{number}-clash-{n}", "clash", one) for n, one in enumerate(sides_of))
        yield Line(number, row, places, clash)


def _texts(records: Sequence[Record], lines: Sequence[Line]) -> Iterator[tuple[Record, list[list[Piece]]]]:
    for record in records:
        marks = [
            Mark.of(
                f"{place.id} of-r{line.number}", place.kind, place.evidence.anchor, lead=place.kind != "clash"
            )
            for line in lines
            for place in line.all_places
            if place.evidence.document == record.document.id
        ]
        text = record.document.text
        ranges = record.document.paragraphs or ((0, len(text)),)
        yield record, [list(pieces(text, *span, marks)) for span in ranges]
