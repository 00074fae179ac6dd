"""Readings: the records that were made of a document, each with the model that made it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, insert, select, update

from readout.model.errors import DossierError
from readout.model.record import Record
from readout.store.schema import readings


@dataclass(frozen=True, slots=True)
class Reading:
    """A record, when and by which Readout it was made, and whether it is the one that counts."""

    record: Record
    made_by: str
    made: str
    current: bool = True


def now() -> str:
    """This moment in UTC, so written that the order of letters is the order of time."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def encoded(record: Record) -> str:
    """The record as the text that is kept."""
    return msgspec.json.encode(record).decode()


def decoded(kept: str | bytes) -> Record:
    """The record in a kept text."""
    return msgspec.json.decode(kept, type=Record)


def put(connection: Connection, document: int, reading: Reading) -> None:
    """Add a reading; where it is the current one, those before it no longer are."""
    mine = readings.c.document == document
    if reading.current:
        connection.execute(update(readings).where(mine, readings.c.current).values(current=False))
    connection.execute(
        insert(readings).values(
            document=document,
            model=reading.record.model,
            made_by=reading.made_by,
            made=reading.made,
            current=reading.current,
            record=encoded(reading.record),
        )
    )


def current(connection: Connection, document: int) -> Reading:
    """The reading that counts."""
    for reading in history(connection, document, current=True):
        return reading
    raise DossierError(f"document {document} is no longer in the dossier")


def history(connection: Connection, document: int, *, current: bool = False) -> list[Reading]:
    """All readings of a document, the oldest first; or only the current one."""
    query = select(readings).where(readings.c.document == document).order_by(readings.c.id)
    rows = connection.execute(query.where(readings.c.current) if current else query)
    return [Reading(decoded(row.record), row.made_by, row.made, bool(row.current)) for row in rows]


class _Body(msgspec.Struct):
    text: str


class _Sheet(msgspec.Struct):
    document: _Body


def text_of(connection: Connection, document: int) -> str:
    """The clean text alone, without making the record's items."""
    query = select(readings.c.record).where(readings.c.document == document, readings.c.current)
    return msgspec.json.decode(
        connection.scalar(query) or '{"document":{"text":""}}', type=_Sheet
    ).document.text
