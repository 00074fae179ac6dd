"""People and bodies over all documents: looked up, listed, and those that may be the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select

from readout.store.schema import actors, documents, identities, suggestions
from readout.store.words import folded, stem

ID = re.compile(r"i[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person or body over all documents; ``documents`` and ``said`` count texts and statements.

    ``names`` are all that it is called, ``reasons`` why its appearances are taken for one.
    """

    id: str
    name: str
    kind: str
    country: str | None
    known_as: str | None
    offices: tuple[str, ...]
    reasons: tuple[str, ...]
    names: tuple[str, ...]
    documents: int
    said: int


@dataclass(frozen=True, slots=True)
class Appears:
    """An actor of one document, as that document has it."""

    key: str
    document: int
    item: str
    name: str
    kind: str
    country: str | None
    offices: tuple[str, ...]
    published: str | None
    title: str
    said: int
    newest: bool


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Two that may be one: what speaks for it, and what against it."""

    one: Somebody
    other: Somebody
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which of them are listed; what is None restricts nothing. ``words`` are a name or a part of one."""

    kind: str | None = None
    country: str | None = None
    words: str | None = None


def everybody(
    connection: Connection, among: Among, *, limit: int | None = None, skip: int = 0
) -> list[Somebody]:
    """Those of the most texts first, then those with the most statements."""
    c = identities.c
    query = select(identities).where(c.documents > 0, *_among(among))
    query = query.order_by(c.documents.desc(), c.said.desc(), func.lower(c.name), c.id)
    return [_somebody(row) for row in connection.execute(query.limit(limit).offset(skip)).mappings()]


def counted(connection: Connection, among: Among) -> int:
    """How many they are."""
    query = select(func.count()).select_from(identities).where(identities.c.documents > 0, *_among(among))
    return int(connection.scalar(query) or 0)


def choices(connection: Connection, column: str) -> list[tuple[str, int]]:
    """The kinds or the countries that there are, with how many are of each, the most frequent first."""
    c = identities.c[column]
    query = select(c, func.count()).where(c.is_not(None), identities.c.documents > 0).group_by(c)
    return [(value, count) for value, count in connection.execute(query.order_by(func.count().desc(), c))]


def _among(among: Among) -> Iterator[ColumnElement[bool]]:
    c = identities.c
    if among.kind:
        yield c.kind == among.kind
    if among.country:
        yield c.country == among.country.upper()
    if among.words:
        yield called(among.words)


def called(name: str) -> ColumnElement[bool]:
    """Whether somebody is called so, in full or in part; the last word may be a beginning: ``Vi*``.

    Somebody's id means that one alone, and so does the key of any of its appearances.
    """
    if ID.fullmatch(name):
        own = select(actors.c.identity).where(actors.c.key == name)
        return or_(identities.c.id == name, identities.c.id.in_(own))
    phrase, star = phrase_of(name)
    return literal(" ").concat(identities.c.tokens).concat(" ").like(f"% {phrase}{'%' if star else ' %'}")


def phrase_of(name: str) -> tuple[str, bool]:
    """A name as tokens, and whether the last is only a beginning."""
    words = folded(name)
    star = name.rstrip().endswith("*") and bool(words)
    stems = [stem(word) for word in words[: -1 if star else None]]
    return " ".join([*stems, *(words[-1:] if star else [])]), star


def somebody(connection: Connection, id: str) -> Somebody | None:
    """The one with an id, or the one to whom an appearance of this key belongs."""
    if not ID.fullmatch(id):
        return None
    row = connection.execute(select(identities).where(called(id))).mappings().first()
    return _somebody(row) if row else None


def appearances(connection: Connection, id: str) -> list[Appears]:
    """Where somebody appears, the oldest text first; in versions that are no longer the newest as well."""
    a, d = actors.c, documents.c
    of_text = (d.published, func.coalesce(d.title, d.name), a.said, a.newest)
    own = (a.key, a.document, a.item, a.name, a.kind, a.country, a.offices)
    columns: tuple[Any, ...] = (*own, *of_text)
    query: Select[Any] = select(*columns)
    query = query.join(documents, d.number == a.document).where(a.identity == id)
    rows = connection.execute(query.order_by(func.coalesce(a.day, ""), a.document, a.item)).all()
    return [
        Appears(key, number, item, name, kind, country, _list(offices), published, title, said, newest)
        for key, number, item, name, kind, country, offices, published, title, said, newest in rows
    ]


def perhaps(connection: Connection, id: str | None = None, limit: int | None = None) -> list[Perhaps]:
    """Whom somebody may be the same as, or all pairs, those first for which most speaks."""
    s = suggestions.c
    query: Select[Any] = select(suggestions)
    if id is not None:
        query = query.where(or_(s.left == id, s.right == id))
    kept = connection.execute(query)
    rows = [(row.left, row.right, _list(row.reasons), _list(row.against)) for row in kept]
    rows.sort(key=lambda row: (len(row[3]) - len(row[2]), row[0], row[1]))
    found: list[Perhaps] = []
    for left, right, reasons, against in rows[:limit]:
        one, other = somebody(connection, left), somebody(connection, right)
        if one and other:
            found.append(Perhaps(*((other, one) if right == id else (one, other)), reasons, against))
    return found


def pairs(connection: Connection) -> int:
    """How many pairs wait for a person."""
    return int(connection.scalar(select(func.count()).select_from(suggestions)) or 0)


def belonging(connection: Connection, document: int) -> dict[str, str]:
    """The identity of each actor of a document that has one."""
    a = actors.c
    query = select(a.item, a.identity).where(a.document == document, a.identity.is_not(None))
    return {row.item: row.identity for row in connection.execute(query)}


def _somebody(row: Any) -> Somebody:
    told: dict[str, Any] = dict(row)
    del told["tokens"]
    lists = {name: _list(told[name]) for name in ("offices", "reasons", "names")}
    return Somebody(**told | lists)


def _list(kept: str) -> tuple[str, ...]:
    return msgspec.json.decode(kept, type=tuple[str, ...])
