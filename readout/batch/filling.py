"""A dossier filled and read again: all cores read, this process writes, one transaction a document."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.batch.job import AtHand, Manner, Outcome
from readout.batch.pool import run
from readout.dossier import Added, Dossier, Kept, Reread
from readout.dossier.sources import source_of
from readout.ingest import Failed, Raw
from readout.model.errors import ReadoutError
from readout.store.documents import digest
from readout.store.readings import decoded

if TYPE_CHECKING:
    from readout.model.document import Document


@dataclass(frozen=True, slots=True)
class Filling:
    """How a dossier is filled: what is said of all inputs, and by whom."""

    by: str
    published: str | None = None
    publisher: str | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one input: added, known already, or the sentence that says why not."""

    name: str
    added: Added | None = None
    error: str | None = None


def fill(dossier: Dossier, inputs: Iterable[Raw | Failed], filling: Filling) -> Iterator[Told]:
    """Read inputs and keep them; those whose bytes are there already are not read again.

    A document is kept as soon as it is read, so whatever ends the run loses none that was told of.
    """
    known: deque[Told] = deque()
    waiting: deque[Raw | Failed] = deque()

    def unknown() -> Iterator[Raw | Failed]:
        for raw in inputs:
            kept = dossier.holding(digest(raw.data)) if isinstance(raw, Raw) else None
            if kept is not None:
                known.append(Told(raw.name, Added("same bytes", kept)))
                continue
            waiting.append(raw)
            yield raw

    manner = Manner("jsonl", filling.published, filling.publisher)
    for outcome in run(unknown(), manner, filling.jobs):
        yield from _drained(known)
        yield _kept(dossier, waiting.popleft(), outcome, filling)
    yield from _drained(known)


def _drained(known: deque[Told]) -> Iterator[Told]:
    while known:
        yield known.popleft()


def _kept(dossier: Dossier, raw: Raw | Failed, outcome: Outcome, filling: Filling) -> Told:
    if outcome.output is None or isinstance(raw, Failed):
        return Told(outcome.name, error=outcome.error or "it could not be read")
    record = decoded(outcome.output)
    archived = raw.taken if raw.taken == record.document.published else None
    published = filling.published or archived  # kept, for it does not stand in the bytes
    source = source_of(raw, by=filling.by, published=published, publisher=filling.publisher)
    return Told(raw.name, dossier.add(record, source))


@dataclass(frozen=True, slots=True)
class Again:
    """What became of one document that was read again."""

    document: Kept
    reread: Reread | None = None
    error: str | None = None


def reread(dossier: Dossier, jobs: int | None = None) -> Iterator[Again]:
    """Read every document again from its bytes, with today's model and rules.

    One that was imported without bytes is read again from its text. What cannot be read any more
    keeps the reading that it has.
    """
    waiting: deque[Kept] = deque()

    def inputs() -> Iterator[AtHand | Failed]:
        for kept, document, raw in dossier.sources():
            waiting.append(kept)
            try:
                yield AtHand(kept.name, _document(kept, document, raw))
            except ReadoutError as error:
                yield Failed(kept.name, error)

    for outcome in run(inputs(), Manner("jsonl"), jobs):
        kept = waiting.popleft()
        if outcome.output is None:
            yield Again(kept, error=outcome.error)
        else:
            yield Again(kept, dossier.reread(kept, decoded(outcome.output)))


def _document(kept: Kept, document: Document, raw: tuple[bytes, str | None] | None) -> Document:
    """The document anew from its bytes, with what the user said of it when it was added."""
    if raw is None:
        return document
    from readout.ingest import document_of

    data, media_type = raw
    made = Raw(kept.name, data, media_type, kept.found_at)
    return document_of(made, published=kept.given_published, publisher=kept.given_publisher)
