"""Who appears in each document: rows made from the judged record, from which identities are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, text

from readout.model.actor import Actor
from readout.model.identity import keys_of, listed
from readout.model.record import Record
from readout.store.days import days_of
from readout.store.schema import actors, unsettled

SETTLING = 727_565
"""The PostgreSQL advisory lock under which identities are put together; writers share it."""
COLUMNS = [column for column in actors.c if column.name != "identity"]


def note(connection: Connection, document: int, record: Record, *, newest: bool) -> None:
    """Keep who appears in a document; where that is as it was, the identities stay settled."""
    rows = list(rows_of(document, record, newest=newest))
    known = connection.execute(select(*COLUMNS).where(actors.c.document == document)).mappings()
    if {row["item"]: dict(row) for row in known} == {row["item"]: row for row in rows}:
        return
    unsettle(connection, document)
    connection.execute(delete(actors).where(actors.c.document == document))
    if rows:
        connection.execute(insert(actors), rows)


def unsettle(connection: Connection, document: int) -> None:
    """Write down that a document comes, goes or is judged: who is who is made anew when it is asked for.

    Whose its actors were goes with it, before they are taken away. Nobody puts identities together
    meanwhile: what is read then is what is there at the end.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock_shared({SETTLING})"))
    whose = select(actors.c.identity).where(actors.c.document == document)
    known = {identity for identity in connection.scalars(whose) if identity is not None}
    rows = [{"document": document, "noted": True, "identity": one} for one in (*sorted(known), None)]
    connection.execute(insert(unsettled), rows)


def rows_of(document: int, record: Record, *, newest: bool) -> Iterator[dict[str, Any]]:
    """The rows of a document."""
    days = days_of(record.document.published)
    said = Counter(one.source.actor for one in record.statements if one.source)
    keys = keys_of(record.document.id, record.actors)
    for one in record.actors:
        if one.id not in keys:
            continue
        yield {
            "document": document,
            "item": one.id,
            "key": keys[one.id],
            "name": _clean(one.name),
            "kind": one.kind,
            "country": one.country,
            "known_as": one.known_as and _clean(one.known_as),
            "offices": _json(one.offices),
            "names": _json(tuple(dict.fromkeys(m.exact for m in one.mentions if m.kind == "name"))),
            "places": _json([(m.start, m.end) for m in one.mentions]),
            "day": days[0] if days else None,
            "said": said[one.id],
            "newest": newest,
            "listed": _listed(one),
        }


def _listed(one: Actor) -> bool:
    """Whether somebody has a name; whom a person added was given one."""
    how = {mention.kind for mention in one.mentions} | ({"name"} if one.id.startswith("h") else set())
    return listed(one.kind, one.name, one.country, one.known_as, how)


def _clean(text: str) -> str:
    return text.replace("\0", " ")


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
