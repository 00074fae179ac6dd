"""The documents of a dossier that meet some filters, with their judged records, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from readout.store import documents as texts
from readout.store import judgements as ledgers
from readout.store import search
from readout.store.documents import Kept
from readout.store.judged import judged, part
from readout.store.query import Filters
from readout.store.readings import current, history
from readout.store.somebody import belonging

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from readout.export.archive import Beside
    from readout.export.sheet import Sheet
    from readout.model.record import Record

EVERYTHING = Filters()
BATCH = 200


def judged_record(connection: Connection, number: int) -> Record:
    """The current record of a document with people's judgements in it."""
    return judged(current(connection, number).record, ledgers.ledger(connection, number))


def _numbers(connection: Connection, filters: Filters) -> set[int] | None:
    """The documents that meet the filters; None where all do."""
    unfiltered = replace(EVERYTHING, versions=filters.versions)
    if filters == unfiltered:
        return None
    return {hit.number for hit in search.found(connection, filters)}


def listed(connection: Connection, filters: Filters, after: int, limit: int | None) -> list[Kept]:
    """The documents that meet the filters in the order in which they were added."""
    numbers = _numbers(connection, filters)
    if numbers is None:
        return texts.listed(connection, versions=filters.versions, after=after, limit=limit)
    some = sorted(number for number in numbers if number > after)[:limit]
    return [texts.by_number(connection, number) for number in some]


def items(connection: Connection, filters: Filters) -> dict[int, set[tuple[Any, str]]]:
    """The items that meet the filters, under their documents."""
    found: dict[int, set[tuple[Any, str]]] = {}
    for hit in search.found(connection, filters):
        found.setdefault(hit.number, set()).update({(hit.kind, hit.item)} if hit.item else set())
    return found


def walked(connection: Connection, filters: Filters, numbers: Any) -> Iterator[Kept]:
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


def sheet(
    connection: Connection, kept: Kept, items: dict[int, set[tuple[Any, str]]] | None, *, rejected: bool
) -> Sheet:
    """A document with its judged record, with some of its items only where they are named."""
    from readout.export.sheet import Sheet

    reading, ledger = current(connection, kept.number), ledgers.ledger(connection, kept.number)
    record = judged(reading.record, ledger, rejected=rejected)
    if items is not None and items[kept.number]:
        record = part(record, items[kept.number])
    said = ledgers.verdicts(reading.record, ledger)
    whose = belonging(connection, kept.number)
    verdicts = {(str(kind), id): verdict for (kind, id), verdict in said.items()}
    return Sheet(kept.number, kept.version, kept.name, kept.added, record, tuple(ledger), verdicts, whose)


def whole(connection: Connection, kept: Kept) -> tuple[Record, Beside]:
    """A document with everything that is kept of it."""
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
        identities=belonging(connection, kept.number),
    )
