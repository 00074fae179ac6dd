"""Who is who over all documents, as it is kept: read, written, and what people said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, text, update

from readout.model.anchor import Anchor
from readout.model.identity import Appearance, Identity, Member, Suggestion, Tie
from readout.model.judgement import Judgement, in_force
from readout.store.fields import TIES
from readout.store.judgements import judgement_of
from readout.store.people import SETTLING
from readout.store.readings import text_of
from readout.store.schema import (
    actors,
    documents,
    identities,
    judgements,
    settlements,
    suggestions,
    unsettled,
)
from readout.store.words import BARRIER, tokens

TOGETHER = 500
PART = 4
"""From which part of all documents on a change is settled by putting everybody together anew."""
Place: TypeAlias = tuple[str, Anchor]
"""A document's id and the characters at which an actor stands."""


def settled(connection: Connection, rules: str) -> bool:
    """Whether the identities are those of today's documents and judgements, made by these rules."""
    if made_by(connection) != rules:
        return False
    return connection.execute(select(unsettled.c.id).limit(1)).first() is None


def made_by(connection: Connection) -> str | None:
    """By which rules the identities were made; None where they never were."""
    return connection.scalar(select(settlements.c.rules))


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed since identities were made: rows that say so, documents, and whose actors they had.

    ``waiting`` are documents of which it is not noted yet who appears in them.
    """

    rows: list[int]
    documents: list[int]
    identities: set[str]
    waiting: list[int]


def changed(connection: Connection) -> Changed:
    """What has changed; nobody else puts identities together until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({SETTLING})"))
    rows = connection.execute(select(unsettled)).all()
    owners = {row.identity for row in rows if row.identity is not None}
    waiting = sorted({row.document for row in rows if not row.noted})
    return Changed([row.id for row in rows], sorted({row.document for row in rows}), owners, waiting)


def few(connection: Connection, documents_changed: int) -> bool:
    """Whether it is worth while to put only those together again whom the changes can reach."""
    count = connection.scalar(select(func.count()).select_from(documents)) or 0
    return documents_changed * PART <= count


Kept = dict[str, tuple[int, str, str | None]]
"""Where each appearance is kept, by its key: the document's number, the item, the identity it has now."""


def everyone(connection: Connection) -> tuple[list[Appearance], Kept]:
    """Everyone who can be told again elsewhere, the documents that were added first first."""
    return _read(connection, [actors.c.listed])


def of_identities(connection: Connection, ids: Sequence[str]) -> tuple[list[Appearance], Kept]:
    """The appearances that belong to these identities."""
    return _some(connection, actors.c.identity, ids)


def unowned(connection: Connection, numbers: Sequence[int]) -> tuple[list[Appearance], Kept]:
    """The appearances in these documents that belong to no identity yet."""
    return _some(connection, actors.c.document, numbers, actors.c.identity.is_(None))


def identities_in(connection: Connection, numbers: Sequence[int]) -> set[str]:
    """The identities of those who appear in these documents."""
    return _owners(connection, actors.c.document, numbers)


def owners(connection: Connection, keys: Sequence[str]) -> set[str]:
    """The identities to which appearances of these keys belong."""
    return _owners(connection, actors.c.key, keys)


def _owners(connection: Connection, column: Any, among: Sequence[Any]) -> set[str]:
    whose = select(actors.c.identity).where(actors.c.identity.is_not(None))
    return {one for some in _parts(among) for one in connection.scalars(whose.where(column.in_(some)))}


def _some(
    connection: Connection, column: Any, among: Sequence[Any], *also: Any
) -> tuple[list[Appearance], Kept]:
    found: list[Appearance] = []
    where: Kept = {}
    for some in _parts(among):
        more, there = _read(connection, [actors.c.listed, column.in_(some), *also])
        found += more
        where |= there
    return found, where


def _read(connection: Connection, conditions: Sequence[Any]) -> tuple[list[Appearance], Kept]:
    """Appearances; the document of each is told by its number."""
    a = actors.c
    told = (a.item, a.key, a.name, a.kind, a.country, a.offices, a.known_as, a.names, a.day)
    columns: tuple[Any, ...] = (*told, a.document, a.identity)
    query: Select[Any] = select(*columns).where(*conditions)
    read: dict[str, tuple[str, ...]] = {}

    def words(kept: str) -> tuple[str, ...]:
        if kept not in read:
            read[kept] = msgspec.json.decode(kept, type=tuple[str, ...])
        return read[kept]

    found: list[Appearance] = []
    where: Kept = {}
    for row in connection.execute(query.order_by(a.document, func.length(a.item), a.item)):
        item, key, name, kind, country, offices, known, names, day, number, identity = row
        member, titles = Member(str(number), item), words(offices)
        found.append(Appearance(key, member, name, kind, country, titles, known, words(names), day))
        where[key] = (number, item, identity)
    return found, where


def tied(connection: Connection) -> list[Judgement]:
    """What people say of who is who, the oldest first, but for what was taken back."""
    j = judgements.c
    query = select(judgements, documents.c.id.label("source")).join(
        documents, documents.c.number == j.document
    )
    query = query.where(j.kind == "actor", or_(j.field.in_(TIES), j.action == "undo"))
    rows = connection.execute(query.order_by(j.made, j.number)).mappings()
    return [one for one in in_force([judgement_of(dict(row)) for row in rows]) if one.field in TIES]


def ties(connection: Connection, said: Sequence[Judgement]) -> list[Tie]:
    """The same by the keys of those appearances that are there today."""
    ends = [(_own(one), *(_places(one.value.get(name)) for name in ("along", "others"))) for one in said]
    keys = keys_at(connection, [place for sides in ends for side in sides for place in side])
    return [
        Tie(one.field == "same", _known(keys, [*own, *along]), _known(keys, others))
        for one, (own, along, others) in zip(said, ends, strict=True)
    ]


def _own(judgement: Judgement) -> list[Place]:
    return [(judgement.document, one) for one in judgement.places[:1]]


def _places(kept: Any) -> list[Place]:
    return [(one["document"], msgspec.convert(one["place"], Anchor)) for one in kept or ()]


def _known(keys: dict[Place, str], places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys[place] for place in places if place in keys))


def keys_at(connection: Connection, places: Iterable[Place]) -> dict[Place, str]:
    """The keys of the appearances that stand at these places, where their words are still there."""
    wanted: defaultdict[str, dict[tuple[int, int], Anchor]] = defaultdict(dict)
    for document, anchor in places:
        wanted[document][anchor.start, anchor.end] = anchor
    found: dict[Place, str] = {}
    for some in _parts(sorted(wanted)):
        query = select(documents.c.id, actors.c.document, actors.c.key, actors.c.places)
        query = query.join(documents, documents.c.number == actors.c.document).where(documents.c.id.in_(some))
        read: dict[int, str] = {}
        # What a person added (h1) may stand where an actor was before (a1), and yields to it.
        for document, number, key, kept in connection.execute(query.order_by(actors.c.item.desc())):
            for ends in msgspec.json.decode(kept, type=list[tuple[int, int]]):
                if (there := wanted[document].get(ends)) is None:
                    continue
                if number not in read:
                    read[number] = text_of(connection, number)
                if there.holds(read[number]):
                    found[document, there] = key
    return found


def place_of(connection: Connection, document: int, item: str) -> Anchor | None:
    """Where an actor of a document stands first."""
    kept = connection.scalar(
        select(actors.c.places).where(actors.c.document == document, actors.c.item == item)
    )
    if kept is None:
        return None
    start, end = msgspec.json.decode(kept, type=list[tuple[int, int]])[0]
    return Anchor.of(text_of(connection, document), start, end)


def save(
    connection: Connection,
    made: Iterable[Identity],
    where: Kept,
    *,
    instead: Collection[str] | None = None,
) -> None:
    """Keep who is who, ``instead`` of these or of all; what is as it was is not written again."""
    new = list(made)
    _members(connection, new, where)
    counts = _counts(connection, None if instead is None else [one.id for one in new])
    rows = {one.id: _row(one, *counts.get(one.id, (0, 0))) for one in new}
    known = {row["id"]: dict(row) for row in _kept(connection, instead)}
    for some in _parts([id for id, row in known.items() if rows.get(id) != row]):
        connection.execute(delete(identities).where(identities.c.id.in_(some)))
    if fresh := [row for id, row in rows.items() if known.get(id) != row]:
        connection.execute(insert(identities), fresh)


def _kept(connection: Connection, ids: Collection[str] | None) -> Iterable[Any]:
    if ids is None:
        yield from connection.execute(select(identities)).mappings()
    for some in _parts(sorted(ids or ())):
        yield from connection.execute(select(identities).where(identities.c.id.in_(some))).mappings()


def settle(connection: Connection, done: Sequence[int], rules: str) -> None:
    """Write down that these changes are settled, by which rules."""
    connection.execute(delete(settlements))
    connection.execute(insert(settlements).values(rules=rules))
    for some in _parts(done):
        connection.execute(delete(unsettled).where(unsettled.c.id.in_(some)))


def suggest(
    connection: Connection, made: Iterable[Suggestion], *, proposers: Collection[str] | None = None
) -> None:
    """Keep the pairs that may be one, instead of all or of those that these (on the right) proposed."""
    pairs = {(one.left, one.right): _pair(one) for one in made}
    known = {(row["left"], row["right"]): dict(row) for row in _proposed(connection, proposers)}
    ends = suggestions.c.left == bindparam("one"), suggestions.c.right == bindparam("other")
    if gone := [{"one": key[0], "other": key[1]} for key, row in known.items() if pairs.get(key) != row]:
        connection.execute(delete(suggestions).where(*ends), gone)
    if new := [row for key, row in pairs.items() if known.get(key) != row]:
        connection.execute(insert(suggestions), new)


def _proposed(connection: Connection, proposers: Collection[str] | None) -> Iterable[Any]:
    if proposers is None:
        yield from connection.execute(select(suggestions)).mappings()
    for some in _parts(sorted(proposers or ())):
        query = select(suggestions).where(suggestions.c.right.in_(some))
        yield from connection.execute(query).mappings()


def _members(connection: Connection, made: Iterable[Identity], where: Kept) -> None:
    """Write beside each appearance whose it is."""
    now = {key: one.id for one in made for key in one.keys}
    changed = [
        {"in_document": number, "of_item": item, "to": now.get(key)}
        for key, (number, item, identity) in where.items()
        if now.get(key) != identity
    ]
    if changed:
        here = actors.c.document == bindparam("in_document"), actors.c.item == bindparam("of_item")
        connection.execute(update(actors).where(*here).values(identity=bindparam("to")), changed)


def _counts(connection: Connection, ids: Sequence[str] | None) -> dict[str, tuple[int, int]]:
    """How many newest texts each is in, and how many statements are theirs there."""
    a = actors.c
    query = select(a.identity, func.count(a.document.distinct()), func.sum(a.said))
    query = query.where(a.identity.is_not(None), a.newest).group_by(a.identity)
    parts = [query] if ids is None else [query.where(a.identity.in_(some)) for some in _parts(ids)]
    return {
        identity: (count, int(said)) for part in parts for identity, count, said in connection.execute(part)
    }


def _row(one: Any, documents: int, said: int) -> dict[str, Any]:
    names = dict.fromkeys(" ".join(tokens(name)) for name in (one.name, *one.names))
    told = {name: _json(getattr(one, name)) for name in ("offices", "reasons", "names")}
    kept = {name: getattr(one, name) for name in ("id", "name", "kind", "country", "known_as")}
    return (
        kept
        | told
        | {
            "tokens": f"{BARRIER} {f' {BARRIER} '.join(name for name in names if name)} {BARRIER}",
            "documents": documents,
            "said": said,
        }
    )


def _pair(one: Any) -> dict[str, str]:
    ends = {"left": one.left, "right": one.right}
    return ends | {"reasons": _json(one.reasons), "against": _json(one.against)}


def _parts(whole: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (whole[start : start + TOGETHER] for start in range(0, len(whole), TOGETHER))


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
