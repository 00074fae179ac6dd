"""The dossier at a glance: who is in it, what about, what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from readout.store.documents import count
from readout.store.schema import entries


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a topic over all documents: its most usual label, and in how many it stands."""

    key: str
    label: str
    documents: int


def named(connection: Connection, kind: str, *, limit: int | None = None) -> list[Named]:
    """The actors or topics of the dossier, those in the most documents first."""
    e = entries.c
    in_documents = func.count(e.document.distinct())
    query = select(e.key, func.max(e.label), in_documents).where(e.kind == kind, e.key.is_not(None))
    query = query.where(e.verdict.is_distinct_from("reject")).group_by(e.key)
    rows = connection.execute(query.order_by(in_documents.desc(), e.key).limit(limit))
    return [Named(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the people have come with the machine's reading."""

    documents: int
    items: int
    judged: int


def progress(connection: Connection) -> Progress:
    """Counts over the whole dossier."""
    e = entries.c
    items = select(func.count(), func.count(e.verdict)).where(e.kind.not_in(("document", "actor", "topic")))
    total, judged = connection.execute(items).one()
    return Progress(count(connection), int(total), int(judged))
