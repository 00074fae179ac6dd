"""The dossier: documents kept with their readings, searched, judged, read again.

Everything that is to be had of a dossier is a method of ``Dossier``; pages and commands use no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from readout.model.errors import DossierError, UsageError
from readout.model.judgement import Action, Judgement, Standing
from readout.store import documents as texts
from readout.store import judgements as ledgers
from readout.store import search
from readout.store.changes import Change, changes
from readout.store.corrections import checked
from readout.store.database import Store, create, open_store
from readout.store.documents import Added, Kept, Source
from readout.store.documents import add as keep
from readout.store.excerpts import anchors, excerpt
from readout.store.judged import judged, part
from readout.store.overview import Named, Progress, named, progress
from readout.store.query import Filters
from readout.store.readings import Reading, current, history, now, text_of
from readout.store.search import Hit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from readout.export.archive import Beside
    from readout.export.sheet import Sheet
    from readout.model.anchor import Anchor
    from readout.model.document import Document
    from readout.model.items import Kind
    from readout.model.record import Record

__all__ = [
    "Added",
    "Change",
    "Dossier",
    "Filters",
    "Found",
    "Hit",
    "Kept",
    "Reread",
    "Source",
    "Standings",
    "new",
    "opened",
]

EVERYTHING = Filters()
BATCH = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Some hits, and whether there are more: ``below=hits[-1].cursor`` goes on."""

    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Standings:
    """The judgements on a document with how each stands to today's reading, oldest first."""

    document: Kept
    judgements: tuple[tuple[Judgement, Standing], ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of a document did: whether it differs, and which judgements it touched."""

    document: Kept
    changed: bool
    kept: int
    lost: tuple[Judgement, ...]
    unmatched: tuple[Judgement, ...]
    reads_otherwise: tuple[Judgement, ...]


def new(address: str | Path) -> Dossier:
    """Make a dossier: a file, or tables in an empty PostgreSQL database."""
    return Dossier(create(address))


def opened(address: str | Path) -> Dossier:
    """Open a dossier that is there.

    >>> with opened("talks.dossier") as dossier:                        # doctest: +SKIP
    ...     dossier.search(Filters(words='"one China"', actor="Xi")).hits
    """
    return Dossier(open_store(address))


class Dossier:
    """An open dossier; each call is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Dossier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    # documents

    def add(self, record: Record, source: Source) -> Added:
        """Keep a document with its bytes and its record; see ``readout.store.documents.add``."""
        return keep(self.store, Reading(record, made_by(), now()), source)

    def take(self, record: Record, beside: Beside | None, source: Source) -> Added:
        """Keep what an export brought: the record, and what stood beside it where something did."""
        if beside is None:
            return keep(self.store, Reading(record, made_by(), now()), source, always=True)
        whole = Source(
            name=beside.name,
            data=beside.raw,
            media_type=beside.media_type,
            found_at=beside.found_at,
            published=beside.published,
            publisher=beside.publisher,
            by=beside.added_by,
            at=beside.added,
            version=beside.version,
        )
        past = [Reading(one.record, one.made_by, one.made) for one in beside.readings]
        reading = Reading(record, beside.made_by, beside.made)
        return keep(self.store, reading, whole, past=past, judgements=beside.judgements, always=True)

    def holding(self, id: str) -> Kept | None:
        """The document with a hash (``sha256:…``), or None."""
        with self.store.reading() as connection:
            return texts.by_id(connection, id)

    def find(self, name: str) -> Kept:
        """The document that a person names by number, hash or address."""
        with self.store.reading() as connection:
            return texts.named(connection, name)

    def documents(
        self, filters: Filters = EVERYTHING, *, after: int = 0, limit: int | None = None
    ) -> list[Kept]:
        """Documents in the order they were added; those only that meet the filters."""
        with self.store.reading() as connection:
            return _listed(connection, filters, after, limit)

    def versions(self, document: Kept) -> list[Kept]:
        """All versions of a document, the first one first."""
        with self.store.reading() as connection:
            return texts.versions(connection, document.page)

    def changes(self, old: Kept, new: Kept) -> list[Change]:
        """What changed from one version's text to another's."""
        return changes(self.machine(old).document, self.machine(new).document)

    def remove(self, document: Kept, *, judged_too: bool = False) -> None:
        """Take a document out for good; one that people judged only when that is said."""
        with self.store.writing() as connection:
            if ledgers.ledger(connection, document.number) and not judged_too:
                raise DossierError(f"document {document.number} holds judgements: add --judged to remove it")
            texts.remove(connection, document.number)

    def raw(self, document: Kept) -> tuple[bytes, str | None] | None:
        """The bytes as they came in with their media type; None where only a record was imported."""
        with self.store.reading() as connection:
            return texts.raw(connection, document.id)

    # records

    def machine(self, document: Kept) -> Record:
        """The record as the machine made it."""
        with self.store.reading() as connection:
            return current(connection, document.number).record

    def record(self, document: Kept) -> Record:
        """The record with people's judgements in it."""
        with self.store.reading() as connection:
            return _judged(connection, document.number)

    def readings(self, document: Kept) -> list[Reading]:
        """Every reading of a document, the oldest first, with the model that made it."""
        with self.store.reading() as connection:
            return history(connection, document.number)

    def sheets(self, filters: Filters = EVERYTHING) -> Iterator[Sheet]:
        """The judged records that meet the filters, from one state of the dossier.

        Filters on items leave those items of a record and what they refer to.
        """
        with self.store.reading() as connection:
            items = _items(connection, filters) if filters.of_items else None
            for kept in _walked(connection, filters, items):
                yield _sheet(connection, kept, items, rejected=filters.verdict == "reject")

    def records(self, filters: Filters = EVERYTHING) -> Iterator[Record]:
        """The judged records alone: what comparison, ledger and timeline are made from."""
        return (sheet.record for sheet in self.sheets(filters))

    def archive(self, filters: Filters = EVERYTHING) -> Iterator[tuple[Record, Beside]]:
        """Whole documents with everything the dossier keeps of them, all versions, for JSON Lines."""
        with self.store.reading() as connection:
            for kept in _walked(connection, replace(filters, versions=True), None):
                yield _whole(connection, kept)

    # search

    def search(self, filters: Filters, *, limit: int = 20, below: int | None = None) -> Found:
        """What meets the filters, newest first."""
        with self.store.reading() as connection:
            hits = list(search.found(connection, filters, limit=limit + 1, below=below))
        return Found(tuple(hits[:limit]), len(hits) > limit)

    def count(self, filters: Filters) -> int:
        """How many texts or items meet the filters."""
        with self.store.reading() as connection:
            return search.counted(connection, filters)

    def excerpt(self, hit: Hit, words: str | None = None, width: int = 160) -> tuple[Anchor, list[Anchor]]:
        """The words around a hit, and the places in them at which the search's words stand."""
        with self.store.reading() as connection:
            text = text_of(connection, hit.number)
        places = list(anchors(text, words)) if words else []
        within = [place for place in places if hit.start <= place.start < hit.end] or places
        shown = excerpt(text, within[0] if within else None, width)
        return shown, [place for place in within if shown.covers(place)]

    def actors(self, limit: int | None = None) -> list[Named]:
        """Everyone in the dossier, those in the most documents first."""
        with self.store.reading() as connection:
            return named(connection, "actor", limit=limit)

    def topics(self, limit: int | None = None) -> list[Named]:
        """Every topic of the dossier, those in the most documents first."""
        with self.store.reading() as connection:
            return named(connection, "topic", limit=limit)

    def progress(self) -> Progress:
        """How many documents and items there are, and how many of these were judged."""
        with self.store.reading() as connection:
            return progress(connection)

    # judgements

    def judge(
        self,
        document: Kept,
        kind: Kind,
        item: str,
        action: Action,
        *,
        who: str,
        field: str | None = None,
        value: Any = None,
        note: str | None = None,
    ) -> Judgement:
        """Add a judgement on an item; the record, the search and the exports follow it.

        Raises ``UsageError`` for an item that the reading does not have, or a value that is none.
        """
        if not who.strip():
            raise UsageError("a judgement needs a name: say who makes it")
        if action == "undo":
            raise UsageError("take a judgement back by its own id")
        if action == "correct":
            value = checked(kind, field, value)
        elif field is not None or value is not None:
            raise UsageError(f"{action} takes no field and no value: only a correction does")
        if action == "comment" and not (note or "").strip():
            raise UsageError("a comment needs words")
        with self.store.writing() as connection:
            reading = current(connection, document.number)
            found = ledgers.item_of(reading.record, kind, item)
            if found is None:
                raise UsageError(f"{item!r} is no {kind} of document {document.number}")
            made = ledgers.made(reading.record, kind, item, action, who, now())
            made = replace(made, field=field, value=value, note=note)
            ledgers.append(connection, document.number, made)
            texts.index(connection, document.number)
            return made

    def undo(self, document: Kept, judgement: str, *, who: str, note: str | None = None) -> Judgement:
        """Take a judgement back, or take back its taking back; both stay in the ledger."""
        with self.store.writing() as connection:
            ledger = ledgers.ledger(connection, document.number)
            old = next((one for one in ledger if one.id == judgement), None)
            if old is None:
                raise UsageError(f"{judgement!r} is no judgement on document {document.number}")
            made = ledgers.undoing(old, who, now(), note)
            ledgers.append(connection, document.number, made)
            texts.index(connection, document.number)
            return made

    def judgements(self, document: Kept) -> list[tuple[Judgement, Standing]]:
        """The ledger of a document, oldest first, with how each entry stands to today's reading."""
        with self.store.reading() as connection:
            record = current(connection, document.number).record
            ledger = ledgers.ledger(connection, document.number)
        return [(judgement, ledgers.standing(record, judgement)) for judgement in ledger]

    def lost(self) -> list[Standings]:
        """The judgements, by document, whose words are gone or which today's reading no longer bears."""
        with self.store.reading() as connection:
            numbers = ledgers.judged_documents(connection)
            kept = [texts.by_number(connection, number) for number in numbers]
        found = [Standings(one, tuple(self.judgements(one))) for one in kept]
        left = [
            replace(
                one, judgements=tuple(pair for pair in one.judgements if pair[1] in ("lost", "unmatched"))
            )
            for one in found
        ]
        return [one for one in left if one.judgements]

    # reading again

    def sources(self) -> Iterator[tuple[Kept, Document, tuple[bytes, str | None] | None]]:
        """Every document, its text as it was read last, and its bytes: what a rereading starts from."""
        number = 0
        while batch := self.documents(Filters(versions=True), after=number, limit=BATCH):
            for kept in batch:
                yield kept, self.machine(kept).document, self.raw(kept)
            number = batch[-1].number

    def reread(self, document: Kept, record: Record) -> Reread:
        """Put a new record in the place of a document's current one, and say what became of judgements.

        A reading that is the same as the last one changes nothing. Older readings are kept.
        """
        with self.store.writing() as connection:
            before = current(connection, document.number).record
            if record != before:
                texts.reread(connection, document.number, Reading(record, made_by(), now()))
            ledger = ledgers.ledger(connection, document.number)
            kept = texts.by_number(connection, document.number)
        stands = [(ledgers.standing(record, one), one) for one in ledger]

        def those(standing: Standing) -> tuple[Judgement, ...]:
            return tuple(one for stand, one in stands if stand == standing)

        lost = those("lost")
        return Reread(
            kept, record != before, len(ledger) - len(lost), lost, those("unmatched"), those("changed")
        )


def made_by() -> str:
    """What is written beside a reading: this Readout and its version."""
    from readout import __version__

    return f"readout {__version__}"


def _is_lost(judgement: tuple[Judgement, Standing]) -> bool:
    return judgement[1] in ("lost", "unmatched")


def _judged(connection: Connection, number: int) -> Record:
    return judged(current(connection, number).record, ledgers.ledger(connection, number))


def _numbers(connection: Connection, filters: Filters) -> set[int] | None:
    """The documents that meet the filters; None where all do."""
    unfiltered = replace(EVERYTHING, versions=filters.versions)
    if filters == unfiltered:
        return None
    return {hit.number for hit in search.found(connection, filters)}


def _listed(connection: Connection, filters: Filters, after: int, limit: int | None) -> list[Kept]:
    numbers = _numbers(connection, filters)
    if numbers is None:
        return texts.listed(connection, versions=filters.versions, after=after, limit=limit)
    some = sorted(number for number in numbers if number > after)[:limit]
    return [texts.by_number(connection, number) for number in some]


def _items(connection: Connection, filters: Filters) -> dict[int, set[tuple[Any, str]]]:
    """The items that meet the filters, under their documents."""
    found: dict[int, set[tuple[Any, str]]] = {}
    for hit in search.found(connection, filters):
        found.setdefault(hit.number, set()).update({(hit.kind, hit.item)} if hit.item else set())
    return found


def _walked(connection: Connection, filters: Filters, numbers: Any) -> Iterator[Kept]:
    """The documents of an export, some at a time."""
    if numbers is None:
        numbers = _numbers(connection, filters)
    if numbers is not None:
        yield from (texts.by_number(connection, number) for number in sorted(numbers))
        return
    after = 0
    while batch := texts.listed(connection, versions=filters.versions, after=after, limit=BATCH):
        yield from batch
        after = batch[-1].number


def _sheet(
    connection: Connection, kept: Kept, items: dict[int, set[tuple[Any, str]]] | None, *, rejected: bool
) -> Sheet:
    from readout.export.sheet import Sheet

    reading, ledger = current(connection, kept.number), ledgers.ledger(connection, kept.number)
    record = judged(reading.record, ledger, rejected=rejected)
    if items is not None and items[kept.number]:
        record = part(record, items[kept.number])
    said = ledgers.verdicts(reading.record, ledger)
    verdicts = {(str(kind), id): verdict for (kind, id), verdict in said.items()}
    return Sheet(kept.number, kept.version, kept.name, kept.added, record, tuple(ledger), verdicts)


def _whole(connection: Connection, kept: Kept) -> tuple[Record, Beside]:
    from readout.export.archive import Beside, Past

    readings = history(connection, kept.number)
    data = texts.raw(connection, kept.id)
    last = readings[-1]
    same = {name.name: getattr(kept, name.name) for name in fields(Beside) if hasattr(kept, name.name)}
    told = {"published": kept.given_published, "publisher": kept.given_publisher}
    return last.record, Beside(
        **same | told,
        made_by=last.made_by,
        made=last.made,
        raw=data[0] if data else None,
        media_type=data[1] if data else None,
        readings=tuple(Past(one.record, one.made_by, one.made) for one in readings[:-1]),
        judgements=tuple(ledgers.ledger(connection, kept.number)),
    )
