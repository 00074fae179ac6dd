"""Documents and their versions: what is kept of each, and how one is found again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from readout.model.document import Document
from readout.model.errors import DossierError
from readout.model.judgement import Judgement
from readout.store import readings, schema
from readout.store.database import Store
from readout.store.days import days_of
from readout.store.entries import Facts, clean, rewrite
from readout.store.judged import judged
from readout.store.judgements import append, ledger, spoken_of, verdicts
from readout.store.people import note, unsettle
from readout.store.readings import Reading
from readout.store.schema import blobs, documents, pages

Outcome = Literal["added", "new version", "same bytes", "same text"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the dossier, without its text. ``number`` is its short name there."""

    number: int
    id: str
    page: int
    version: int
    newest: bool
    name: str
    url: str | None
    publisher: str | None
    author: str | None
    title: str | None
    language: str | None
    published: str | None
    found_at: str | None
    given_published: str | None
    given_publisher: str | None
    words: int
    added: str
    added_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from: its bytes, the name it was given by, who added it and when.

    ``found_at`` is the address of the bytes; ``published`` and ``publisher`` are what the user said
    against the page; ``version`` is kept where an import brings it.
    """

    name: str
    data: bytes | None = None
    media_type: str | None = None
    found_at: str | None = None
    published: str | None = None
    publisher: str | None = None
    by: str = "unknown"
    at: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was to be added; how many judgements it brought to a known one."""

    outcome: Outcome
    document: Kept
    judgements: int = 0


def add(
    store: Store,
    reading: Reading,
    source: Source,
    *,
    past: Sequence[Reading] = (),
    judgements: Sequence[Judgement] = (),
    always: bool = False,
) -> Added:
    """Keep a document with its bytes, its reading and what an import brings, all of it or nothing.

    The same bytes are one document. Other bytes under an address that is known are a new version of
    it, unless they hold the same text, which changes nothing (``always`` keeps them nevertheless).
    Raises ``DossierError`` where the bytes are not those that the record was made of.
    """
    id = reading.record.document.id
    if source.data is not None and digest(source.data) != id:
        raise DossierError(f"{source.name}: the bytes are not those of {id}")
    coming = _Coming(reading, source, tuple(past), tuple(judgements), always)
    try:
        return _add(store, coming)
    except IntegrityError:  # another process added the same bytes between our look and our writing
        return _add(store, coming)


@dataclass(frozen=True, slots=True)
class _Coming:
    reading: Reading
    source: Source
    past: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    always: bool


def digest(data: bytes) -> str:
    """The id of some bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _add(store: Store, coming: _Coming) -> Added:
    document = coming.reading.record.document
    with store.writing() as connection:
        known = by_id(connection, document.id)
        if known is not None:
            return _joined(connection, known, coming.judgements)
        page = _page(connection, document.url)
        newest = _newest(connection, page)
        if newest is not None and not coming.always and _same(connection, newest, document):
            return Added("same text", newest)
        _keep_bytes(connection, document.id, coming.source)
        version = max(newest.version + 1 if newest else 1, coming.source.version)
        number = _insert(connection, document, coming.source, page, version)
        for reading in (*coming.past, coming.reading):
            readings.put(connection, number, reading)
        for judgement in coming.judgements:
            append(connection, number, judgement)
        index(connection, number)
        if newest is not None:
            index(connection, newest.number)
        return Added("new version" if newest else "added", by_number(connection, number))


def _joined(connection: Connection, known: Kept, judgements: Sequence[Judgement]) -> Added:
    """A document that is there already takes over the judgements that it does not have yet."""
    new = sum([append(connection, known.number, judgement) for judgement in judgements])
    if new:
        index(connection, known.number)
    return Added("same bytes", known, new)


def _page(connection: Connection, url: str | None) -> int:
    """The page of an address, held until the transaction ends; a new one where there is no address."""
    address = clean(url.partition("#")[0]) if url else None
    if address is None:
        return int(connection.execute(insert(pages)).inserted_primary_key[0])  # type: ignore[index]
    known = select(pages.c.id).where(pages.c.url == address).with_for_update()
    connection.execute(
        text("INSERT INTO pages (url) VALUES (:url) ON CONFLICT (url) DO NOTHING"), {"url": address}
    )
    return int(connection.scalar(known) or 0)


def _newest(connection: Connection, page: int) -> Kept | None:
    return next(_kept(connection, _query().where(documents.c.page == page), newest=True), None)


def _same(connection: Connection, newest: Kept, document: Document) -> bool:
    """Whether a text says what the newest version of its page says."""
    old = readings.current(connection, newest.number).record.document
    return (old.text, old.title, old.published) == (document.text, document.title, document.published)


def _keep_bytes(connection: Connection, id: str, source: Source) -> None:
    if source.data is None or connection.scalar(select(blobs.c.id).where(blobs.c.id == id)):
        return
    row = {"id": id, "media_type": source.media_type, "data": source.data}
    connection.execute(insert(blobs).values(**row))


def _insert(connection: Connection, document: Document, source: Source, page: int, version: int) -> int:
    row = _columns(document) | {
        "id": document.id,
        "page": page,
        "version": version,
        "name": clean(source.name),
        "found_at": source.found_at,
        "given_published": source.published,
        "given_publisher": source.publisher,
        "added": source.at or readings.now(),
        "added_by": clean(source.by),
    }
    return int(connection.execute(insert(documents).values(**row)).inserted_primary_key[0])  # type: ignore[index]


def _columns(document: Document) -> dict[str, Any]:
    names = ("url", "publisher", "author", "title", "language", "published")
    told = {name: getattr(document, name) for name in names}
    facts: dict[str, Any] = {name: clean(value) if value else value for name, value in told.items()}
    return facts | {"words": len(document.text.split())}


def index(connection: Connection, number: int) -> None:
    """Make the rows anew by which a document and its items are found."""
    record = readings.current(connection, number).record
    said = ledger(connection, number)
    days = days_of(record.document.published)
    kept = by_number(connection, number)
    facts = Facts(number, days[0] if days else None, kept.newest, verdicts(record, said))
    rewrite(connection, judged(record, said, rejected=True), facts)
    note(connection, number, judged(record, said), newest=kept.newest)


def reread(connection: Connection, number: int, reading: Reading) -> None:
    """Put a new reading in the place of the current one, which is kept as history."""
    readings.put(connection, number, reading)
    columns = _columns(reading.record.document)
    connection.execute(update(documents).where(documents.c.number == number).values(**columns))
    index(connection, number)


def remove(connection: Connection, number: int) -> None:
    """Take a document out with its bytes, readings and judgements; its page goes with its last version."""
    kept = by_number(connection, number)
    for one in spoken_of(connection, ledger(connection, number)) | {number}:
        unsettle(connection, one)
    connection.execute(delete(schema.entries).where(schema.entries.c.document == number))
    connection.execute(delete(documents).where(documents.c.number == number))
    connection.execute(delete(blobs).where(blobs.c.id == kept.id))
    newest = _newest(connection, kept.page)
    if newest is None:
        connection.execute(delete(pages).where(pages.c.id == kept.page))
    elif kept.newest:
        index(connection, newest.number)


def raw(connection: Connection, id: str) -> tuple[bytes, str | None] | None:
    """The bytes as they came in, and their media type; None where only a record was imported."""
    row = connection.execute(select(blobs.c.data, blobs.c.media_type).where(blobs.c.id == id)).first()
    return (bytes(row.data), row.media_type) if row else None


def _query() -> Select[Any]:
    return select(documents).order_by(documents.c.version.desc())


def _kept(connection: Connection, query: Select[Any], *, newest: bool | None = None) -> Iterator[Kept]:
    rows = connection.execute(query).mappings().all()
    last = {} if newest is not None else _last_versions(connection, [row["page"] for row in rows])
    for row in rows:
        is_newest = newest if newest is not None else row["version"] == last[row["page"]]
        yield Kept(**row, newest=is_newest)


def _last_versions(connection: Connection, of: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(of), 500):
        query = select(documents.c.page, func.max(documents.c.version))
        query = query.where(documents.c.page.in_(of[start : start + 500])).group_by(documents.c.page)
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def by_id(connection: Connection, id: str) -> Kept | None:
    """The document with a hash, or None."""
    return next(_kept(connection, select(documents).where(documents.c.id == id)), None)


def by_number(connection: Connection, number: int) -> Kept:
    """The document with a number; raises ``DossierError`` where there is none."""
    kept = next(_kept(connection, select(documents).where(documents.c.number == number)), None)
    if kept is None:
        raise DossierError(f"the dossier holds no document {number}")
    return kept


def named(connection: Connection, name: str) -> Kept:
    """The document that a person names: by number, by (the start of) its hash, by address.

    An address stands for its newest version. Raises ``DossierError`` where none or several are meant.
    """
    if re.fullmatch(r"[0-9]{1,9}", name):
        return by_number(connection, int(name))
    if (whole := by_id(connection, name)) is not None:
        return whole
    short = name.removeprefix("sha256:").lower()
    if re.fullmatch(r"[0-9a-f]{4,64}", short):
        query = select(documents).where(documents.c.id.startswith(f"sha256:{short}")).limit(2)
    else:
        on = pages.c.id == documents.c.page
        query = _query().join(pages, on).where(pages.c.url == name.partition("#")[0]).limit(1)
    found = list(_kept(connection, query))
    if len(found) != 1:
        how = "several documents" if found else "no document"
        raise DossierError(f"{name!r} names {how} of the dossier: see readout list")
    return found[0]


def versions(connection: Connection, page: int) -> list[Kept]:
    """All versions of a page, the first one first."""
    query = select(documents).where(documents.c.page == page).order_by(documents.c.version)
    return list(_kept(connection, query))


def listed(
    connection: Connection, *, versions: bool = False, after: int = 0, limit: int | None = None
) -> list[Kept]:
    """Documents in the order in which they were added; ``after`` goes on behind a number.

    Only the newest version of each, unless all ``versions`` are asked for.
    """
    d = documents.c
    query = select(documents).where(d.number > after).order_by(d.number)
    if not versions:
        later = documents.alias("later")
        behind = select(later.c.number).where(later.c.page == d.page, later.c.version > d.version)
        query = query.where(~behind.exists())
    return list(_kept(connection, query.limit(limit) if limit is not None else query))


def count(connection: Connection) -> int:
    """How many documents there are, older versions counted."""
    return int(connection.scalar(select(func.count()).select_from(documents)) or 0)
