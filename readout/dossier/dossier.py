"""An open dossier: its documents, records, search, judgements and readings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from readout.dossier import judging, people, rereading, sheets
from readout.dossier.judging import Saying, Standings
from readout.dossier.people import Tied
from readout.dossier.rereading import Reread
from readout.dossier.sheets import BATCH, EVERYTHING
from readout.dossier.sources import brought
from readout.model.errors import DossierError
from readout.model.judgement import Action, Judgement, Standing
from readout.store import documents as texts
from readout.store import judgements as ledgers
from readout.store import search, somebody
from readout.store.changes import Change, changes
from readout.store.database import Store
from readout.store.documents import Added, Kept, Source
from readout.store.documents import add as keep
from readout.store.excerpts import anchors, excerpt
from readout.store.overview import Named, Progress, named, progress
from readout.store.query import Filters
from readout.store.readings import Reading, current, history, text_of
from readout.store.search import Hit
from readout.store.somebody import Among, Appears, Perhaps, Somebody

EVERYBODY = Among()

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from readout.export.archive import Beside
    from readout.export.sheet import Sheet
    from readout.model.anchor import Anchor
    from readout.model.document import Document
    from readout.model.items import Kind
    from readout.model.record import Record


@dataclass(frozen=True, slots=True)
class Found:
    """Some hits, and whether there are more: ``below=hits[-1].cursor`` goes on."""

    hits: tuple[Hit, ...]
    more: bool


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
        return keep(self.store, rereading.reading(record), source)

    def take(self, record: Record, beside: Beside | None, source: Source) -> Added:
        """Keep what an export brought: the record, and what stood beside it where something did."""
        if beside is None:
            return keep(self.store, rereading.reading(record), source, always=True)
        past = [Reading(one.record, one.made_by, one.made) for one in beside.readings]
        reading = Reading(record, beside.made_by, beside.made)
        return keep(
            self.store, reading, brought(beside), past=past, judgements=beside.judgements, always=True
        )

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
        with self._looked_for(filters) as connection:
            return sheets.listed(connection, filters, after, limit)

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
            return sheets.judged_record(connection, document.number)

    def readings(self, document: Kept) -> list[Reading]:
        """Every reading of a document, the oldest first, with the model that made it."""
        with self.store.reading() as connection:
            return history(connection, document.number)

    def sheets(self, filters: Filters = EVERYTHING) -> Iterator[Sheet]:
        """The judged records that meet the filters, from one state of the dossier.

        Filters on items leave those items of a record and what they refer to.
        """
        with self._settled() as connection:
            items = sheets.items(connection, filters) if filters.of_items else None
            for kept in sheets.walked(connection, filters, items):
                yield sheets.sheet(connection, kept, items, rejected=filters.verdict == "reject")

    def records(self, filters: Filters = EVERYTHING) -> Iterator[Record]:
        """The judged records alone: what comparison, ledger and timeline are made from."""
        return (sheet.record for sheet in self.sheets(filters))

    def archive(self, filters: Filters = EVERYTHING) -> Iterator[tuple[Record, Beside]]:
        """Whole documents with everything the dossier keeps of them, all versions, for JSON Lines."""
        with self._settled() as connection:
            for kept in sheets.walked(connection, replace(filters, versions=True), None):
                yield sheets.whole(connection, kept)

    # search

    def search(self, filters: Filters, *, limit: int = 20, below: int | None = None) -> Found:
        """What meets the filters, newest first."""
        with self._looked_for(filters) as connection:
            hits = list(search.found(connection, filters, limit=limit + 1, below=below))
        return Found(tuple(hits[:limit]), len(hits) > limit)

    def count(self, filters: Filters, *, most: int | None = None) -> int:
        """How many texts or items meet the filters; ``most`` + 1 stands for more than ``most``."""
        with self._looked_for(filters) as connection:
            return search.counted(connection, filters, most=most)

    def excerpt(self, hit: Hit, words: str | None = None, width: int = 160) -> tuple[Anchor, list[Anchor]]:
        """The words around a hit, and the places in them at which the search's words stand."""
        with self.store.reading() as connection:
            text = text_of(connection, hit.number)
        places = list(anchors(text, words)) if words else []
        within = [place for place in places if hit.start <= place.start < hit.end] or places
        shown = excerpt(text, within[0] if within else None, width)
        return shown, [place for place in within if shown.covers(place)]

    def actors(self, limit: int | None = None) -> list[Named]:
        """Every person and body of the dossier, those in the most documents first."""
        return [Named(one.id, one.name, one.documents) for one in self.people(limit=limit)]

    def topics(self, limit: int | None = None) -> list[Named]:
        """Every topic of the dossier, those in the most documents first."""
        with self.store.reading() as connection:
            return named(connection, "topic", limit=limit)

    def progress(self) -> Progress:
        """How many documents and items there are, and how many of these were judged."""
        with self.store.reading() as connection:
            return progress(connection)

    # people

    def people(self, among: Among = EVERYBODY, *, limit: int | None = None, skip: int = 0) -> list[Somebody]:
        """People and bodies over all documents, those in the most documents first."""
        with self._settled() as connection:
            return somebody.everybody(connection, among, limit=limit, skip=skip)

    def people_counted(self, among: Among = EVERYBODY) -> int:
        """How many they are."""
        with self._settled() as connection:
            return somebody.counted(connection, among)

    def people_by(self, column: Literal["kind", "country"]) -> list[tuple[str, int]]:
        """Of which kinds or countries they are, and how many of each."""
        with self._settled() as connection:
            return somebody.choices(connection, column)

    def somebody(self, name: str) -> Somebody:
        """The one of an id or a name; raises ``DossierError`` where nobody or several are meant."""
        with self._settled() as connection:
            return people.find(connection, name)

    def appearances(self, one: Somebody) -> list[Appears]:
        """Where somebody appears, the oldest text first."""
        with self._settled() as connection:
            return somebody.appearances(connection, one.id)

    def perhaps(self, one: Somebody | None = None, *, limit: int | None = None) -> list[Perhaps]:
        """Whom somebody may be the same as, with reasons; or all pairs that wait for a person."""
        with self._settled() as connection:
            return somebody.perhaps(connection, one.id if one else None, limit)

    def unsure_pairs(self) -> int:
        """How many pairs wait for a person."""
        with self._settled() as connection:
            return somebody.pairs(connection)

    def identities(self, document: Kept) -> dict[str, str]:
        """The id of the person or body that each actor of a document is, where it has one."""
        with self._settled() as connection:
            return somebody.belonging(connection, document.number)

    def join(self, one: Somebody, other: Somebody, *, who: str) -> Judgement:
        """Write down that two are the same; ``undo`` takes it back."""
        return people.tie(self.store, self.appearances(one), self.appearances(other), who, same=True)

    def part(self, one: Somebody, other: Somebody, *, who: str) -> Judgement:
        """Write down that two are not the same."""
        return people.tie(self.store, self.appearances(one)[:1], self.appearances(other)[:1], who, same=False)

    def split(self, one: Somebody, documents: Collection[int], *, who: str) -> Judgement:
        """Write down that in some documents it is another one of this name."""
        found = self.appearances(one)
        others = [each for each in found if each.document in documents]
        rest = [each for each in found if each.document not in documents]
        return people.tie(self.store, others, rest, who, same=False)

    def ties(self, one: Somebody) -> list[Tied]:
        """What people say of whether somebody is somebody else, the oldest first."""
        with self._settled() as connection:
            return people.ties(connection, one)

    @contextmanager
    def _settled(self) -> Iterator[Connection]:
        """A reading transaction in which it is settled who is who."""
        people.settle(self.store)
        with self.store.reading() as connection:
            yield connection

    def _looked_for(self, filters: Filters) -> AbstractContextManager[Connection]:
        """The same where an actor is looked for; else any reading transaction."""
        return self._settled() if filters.actor else self.store.reading()

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
        said = Saying(
            document=document,
            kind=kind,
            item=item,
            action=action,
            who=who,
            field=field,
            value=value,
            note=note,
        )
        return self.judge_all([said])[0]

    def judge_all(self, sayings: Sequence[Saying]) -> list[Judgement]:
        """Write several judgements down, all or none; see ``judge``."""
        return judging.judge(self.store, sayings)

    def undo(self, document: Kept, judgement: str, *, who: str, note: str | None = None) -> Judgement:
        """Take a judgement back, or take back its taking back; both stay in the ledger."""
        return judging.undo(self.store, document, judgement, who, note)

    def judgements(self, document: Kept) -> list[tuple[Judgement, Standing]]:
        """The ledger of a document, oldest first, with how each entry stands to today's reading."""
        with self.store.reading() as connection:
            return judging.judgements(connection, document.number)

    def judged(self) -> list[Standings]:
        """The whole ledger, by document: every judgement with how it stands to today's reading."""
        with self.store.reading() as connection:
            return judging.judged(connection)

    def lost(self) -> list[Standings]:
        """The judgements, by document, whose words are gone or which today's reading no longer bears."""
        with self.store.reading() as connection:
            return judging.lost(connection)

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
        return rereading.reread(self.store, document, record)
