"""The brief as one page: the text beside what was read in it. No network, no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readout.export import phrase
from readout.export.phrase import Phrases
from readout.export.spans import Mark, Piece, pieces
from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.model.statement import Statement

KINDS = {"yes": "told", "denied": "told-denied", "not said": "told-silent", "declined": "told-declined"}


def page(record: Record) -> str:
    """The record as one self-contained, printable page of HTML.

    Everything that comes from the document is escaped, and the page's own policy forbids scripts
    and the network.
    """
    return (
        environment()
        .get_template("page.html")
        .render(
            record=record,
            document=record.document,
            phrases=Phrases(record),
            paragraphs=paragraphs(record),
            depths=depths(record),
            style=style(),
            spotlight=_spotlight(record),
        )
    )


def index(pages: Iterable[tuple[str, str]]) -> str:
    """A page of links to pages: (file name, title)."""
    return environment().get_template("index.html").render(pages=list(pages), style=style())


def paragraphs(record: Record) -> Iterator[list[Piece]]:
    """The paragraphs of the text, each cut into pieces by the marks that touch it."""
    document, marks = record.document, sorted(marks_of(record), key=lambda mark: mark.start)
    ranges = document.paragraphs or ((0, len(document.text)),)
    open_marks: list[Mark] = []
    at = 0
    for start, end in ranges:
        open_marks = [mark for mark in open_marks if mark.end > start]
        while at < len(marks) and marks[at].start < end:
            open_marks.append(marks[at])
            at += 1
        yield list(pieces(document.text, start, end, open_marks))


def marks_of(record: Record) -> list[Mark]:
    """Every stretch of the text that the page highlights."""
    marks = [mark for statement in record.statements for mark in _statement_marks(statement)]
    marks += [Mark.of(event.id, "event", event.trigger, link=True) for event in record.events]
    marks += [Mark.of(promise.id, "promise", promise.anchor, lead=True) for promise in record.commitments]
    marks += [Mark.of(when.id, "when", when.anchor, link=True) for when in record.whens]
    marks += [Mark.of(amount.id, "amount", amount.anchor, link=True) for amount in record.amounts]
    return marks + [
        Mark.of(f"u{n}", "unread", unread.anchor, link=True) for n, unread in enumerate(record.unread, 1)
    ]


def _statement_marks(statement: Statement) -> Iterator[Mark]:
    kind, first = KINDS[statement.said], phrase.first(statement)
    for anchor in statement.content:
        yield Mark.of(statement.id, kind, anchor, lead=anchor is first)
    if statement.cue:
        yield Mark.of(statement.id, "cue", statement.cue, lead=statement.cue is first)
    if statement.source and statement.source.anchor:
        yield Mark.of(statement.id, "source", statement.source.anchor, lead=statement.source.anchor is first)
    if statement.hedge:
        yield Mark.of(statement.id, "hedge", statement.hedge)


def depths(record: Record) -> dict[str, int]:
    """How deep each statement stands within others: 0 for those of the writer's own telling."""
    parents = {statement.id: statement.within for statement in record.statements}
    found: dict[str, int] = {}
    for id in parents:
        depth, parent, seen = 0, parents[id], {id}
        while parent in parents and parent not in seen:
            seen.add(parent)
            depth, parent = depth + 1, parents[parent]
        found[id] = depth
    return found


def _spotlight(record: Record) -> Markup:
    """Style rules that light up all places of the item that the address points to."""
    items: list[Any] = [
        *record.statements,
        *record.events,
        *record.commitments,
        *record.whens,
        *record.amounts,
    ]
    ids = [item.id for item in items if item.id.isalnum()]
    rules = (f"body:has(#{id}:target) .of-{id},body:has(#at-{id}:target) .of-{id}" for id in ids)
    body = ",".join(rules)
    return Markup(body + "{outline:2px solid var(--focus);outline-offset:1px}") if body else Markup()


@cache
def environment() -> Environment:
    """Where the templates are, with escaping on and nothing undefined let through."""
    made = Environment(
        loader=PackageLoader("readout.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(phrase=phrase, kinds=KINDS, line=_line)
    return made


def _line(phrases: Phrases, anchor: Anchor | None) -> str:
    return phrases.place(anchor) if anchor else ""


@cache
def style() -> Markup:
    """The style sheet that all pages share."""
    return Markup(files("readout.export").joinpath("templates/style.css").read_text("utf-8"))
