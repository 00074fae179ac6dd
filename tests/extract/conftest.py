"""The whole chain on short texts of our own: from words to events and promises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from readout.extract.actors import find_actors
from readout.extract.amounts import find_amounts
from readout.extract.commitments import find_commitments
from readout.extract.events import find_events
from readout.extract.statements import find_statements
from readout.extract.whens import find_whens
from readout.knowledge import load as load_knowledge
from readout.language import load
from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.record import Record


@dataclass(frozen=True)
class Told:
    """An event in plain names, for a test to compare."""

    type: str
    trigger: str
    actors: frozenset[str]
    recipients: frozenset[str]
    status: str
    mode: str | None
    when: str | None
    where: str | None


@dataclass(frozen=True)
class Vow:
    """A promise in plain names, for a test to compare."""

    by: str | None
    to: str | None
    action: str
    object: str | None
    value: float | None
    deadline: str | None
    firmness: str
    condition: str | None
    progress: tuple[tuple[float | None, str], ...]


Reader = Callable[..., Record]


@pytest.fixture(scope="session")
def reads() -> Reader:
    """A reader of short texts; tests that need it are skipped where the weights are not installed."""
    try:
        engine = load(1)
    except MissingModelError as missing:
        pytest.skip(str(missing))
    knowledge = load_knowledge()

    def read(text: str, published: str | None = "2026-03-04") -> Record:
        lines = tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
        document = Document("sha256:test", text, lines, published=published)
        analysis = engine.analyse(document)
        actors = find_actors(document, analysis, knowledge)
        whens, amounts = find_whens(document, analysis), find_amounts(document, analysis)
        statements, unread = find_statements(document, analysis, actors, whens)
        events = find_events(document, analysis, actors, whens, amounts, statements)
        vows = find_commitments(document, analysis, actors, whens, amounts, statements, events)
        return Record(document, actors, statements, events, whens, amounts, vows, unread=unread)

    return read


@pytest.fixture(scope="session")
def tells(reads: Reader) -> Callable[..., list[Told]]:
    """The events of a text in plain names."""

    def tell(text: str, published: str | None = "2026-03-04") -> list[Told]:
        record = reads(text, published)
        names = {actor.id: actor.name for actor in record.actors}
        dates = {when.id: when.edtf for when in record.whens}
        return [
            Told(e.type, e.trigger.exact, frozenset(names[i] for i in e.actors),
                 frozenset(names[i] for i in e.recipients), e.status, e.mode,
                 dates.get(e.when or ""), e.where.name if e.where else None)
            for e in record.events
        ]  # fmt: skip

    return tell


@pytest.fixture(scope="session")
def vows(reads: Reader) -> Callable[..., list[Vow]]:
    """The promises of a text in plain names."""

    def vow(text: str, published: str | None = "2026-03-04") -> list[Vow]:
        record = reads(text, published)
        names = {actor.id: actor.name for actor in record.actors}
        dates = {when.id: when.edtf for when in record.whens}
        values = {amount.id: amount.value for amount in record.amounts}
        return [
            Vow(names.get(c.by or ""), names.get(c.to or ""), c.action, c.object, values.get(c.amount or ""),
                dates.get(c.deadline or ""), c.firmness, c.condition.exact if c.condition else None,
                tuple((values.get(p.amount or ""), p.basis) for p in c.progress))
            for c in record.commitments
        ]  # fmt: skip

    return vow
