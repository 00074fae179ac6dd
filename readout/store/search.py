"""Search: newest first, the same in both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table

from readout.store import lexemes
from readout.store.days import bound, spanned
from readout.store.entries import first_id
from readout.store.party import Party, party
from readout.store.query import Filters, Search, Term, search_of
from readout.store.schema import documents, entries
from readout.store.words import tokens

FTS = table("entry_words", column("rowid"))
FTS_ENTRIES = FTS.join(entries, entries.c.id == FTS.c.rowid)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text or an item that was found, and where it stands in its document."""

    cursor: int
    number: int
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    kind: str
    item: str | None
    start: int
    end: int
    label: str
    day_from: str | None
    day_to: str | None
    confidence: float
    verdict: str | None


def found(
    connection: Connection, filters: Filters, *, limit: int | None = None, below: int | None = None
) -> Iterator[Hit]:
    """What meets the filters, newest first; ``below`` goes on after the hit with that cursor.

    A very long text whose rows are several comes once.
    """
    last: tuple[int, str | None] | None = None
    for row in connection.execute(_hits(connection, filters, limit, below)):
        hit = Hit(*row)
        if (hit.number, hit.item) != last or hit.kind != "document":
            yield hit
        last = hit.number, hit.item


def counted(connection: Connection, filters: Filters, *, most: int | None = None) -> int:
    """How many texts or items meet the filters; counting stops when there are more than ``most``.

    >>> counted(connection, Filters(words="the"), most=1_000)           # doctest: +SKIP
    1001
    """
    places = entries.c.id if filters.of_items else entries.c.document
    who = _who(connection, filters)
    if connection.dialect.name == "sqlite":
        query = select(places.label("place")).select_from(FTS_ENTRIES).where(*_by_fts(filters, None, who))
    else:
        lexemes.prepare(connection)
        query = select(places.label("place")).where(*_by_lexemes(filters, None, who).any_order())
    if most is not None:
        query = query.limit(most + 1)
    return int(connection.scalar(select(func.count(query.subquery().c.place.distinct()))) or 0)


def _hits(connection: Connection, filters: Filters, limit: int | None, below: int | None) -> Select[Any]:
    """The rows of the hits; PostgreSQL is told which they are when only the first of them are wanted."""
    who = _who(connection, filters)
    if connection.dialect.name == "sqlite":
        query = _rows(FTS_ENTRIES).where(*_by_fts(filters, below, who)).order_by(FTS.c.rowid.desc())
        return query.limit(limit)
    wanted = _by_lexemes(filters, below, who)
    if limit is None:
        conditions = wanted.any_order()
    else:
        conditions = [entries.c.id.in_(lexemes.newest(connection, wanted, limit))]
    return _rows(entries).where(*conditions).order_by(entries.c.id.desc())


def _rows(tables: Any) -> Select[Any]:
    d, e = documents.c, entries.c
    of_document = (d.number, d.id, d.title, d.publisher, d.published)
    of_entry = (e.kind, e.item, e.start, e.stop, e.label, e.day_from, e.day_to, e.confidence, e.verdict)
    return select(e.id, *of_document, *of_entry).select_from(tables.join(documents, d.number == e.document))


def _who(connection: Connection, filters: Filters) -> Party:
    """Everyone of the name that is looked for."""
    return party(connection, filters.actor) if filters.actor else Party(())


def _theirs(who: Party, c: Any) -> list[ColumnElement[bool]]:
    return [who.theirs(c)] if who.theirs else []


def _by_fts(filters: Filters, below: int | None, who: Party) -> list[ColumnElement[bool]]:
    """The conditions in SQLite, which gives the rows that hold some words in order."""
    found = literal_column("entry_words").op("MATCH")(_fts(_whole(filters, who)))
    bounds = _bounds(filters, FTS.c.rowid, below)
    return [found, *bounds, *_days(filters, entries.c), *_theirs(who, entries.c)]


def _by_lexemes(filters: Filters, below: int | None, who: Party) -> lexemes.Wanted:
    """The conditions in PostgreSQL: by columns for the rows in order, by lexemes for those of some words."""
    id, kind = entries.c.id, _kind(filters)
    of_kind = (
        entries.c.kind.not_in(("document", "actor", "topic")) if kind == "item" else entries.c.kind == kind
    )
    return lexemes.Wanted(
        words=_words(filters, who),
        ordered=(of_kind, *_bounds(filters, id, below)),
        beside=lambda c: [*_verdict(filters, c), *_days(filters, c), *_theirs(who, c)],
        whole=_whole(filters, who),
        bounds=tuple(_bounds(filters, id + 0, below)),  # as no range of the index, which would be read too
        short=kind != "document",
    )


def _bounds(filters: Filters, id: ColumnElement[Any], below: int | None) -> Iterator[ColumnElement[bool]]:
    """Where in the order of the ids hits may stand, and in which documents."""
    since, until = bound(filters.since), bound(filters.until, last=True)
    if below is not None:
        yield id < below
    if since or until:
        yield id >= first_id(since or "0001-01-01")
    if until:
        yield id < first_id(until) + first_id("1750-01-01")
    if filters.documents is not None:
        yield entries.c.document.in_(filters.documents)


def _days(filters: Filters, c: Any) -> Iterator[ColumnElement[bool]]:
    after, before = bound(filters.after), bound(filters.before, last=True)
    if after:
        yield c.day_to >= after
    if before:
        yield c.day_from <= before


def _words(filters: Filters, who: Party) -> Search:
    """Words and filters as one search over the tokens, but for the kind and the verdict."""
    typed = search_of(filters.words) if filters.words else Search()
    names = (("t", filters.topic), ("p", filters.publisher))
    all_of = [*typed.all_of, *((_named(mark, name),) for mark, name in names if name)]
    all_of += [who.terms] if who.terms else []
    all_of += [(_facet(facet),) for facet in _facets(filters)]
    after, before = bound(filters.after), bound(filters.before, last=True)
    if after or before:
        all_of.append(tuple(map(_facet, spanned(after, before))))
    older = () if filters.versions else (_facet("v·older"),)
    return Search(tuple(all_of), (*typed.none_of, *older))


def _facets(filters: Filters) -> Iterator[str]:
    if filters.stance:
        yield f"s·{filters.stance.replace(' ', '')}"
    if filters.status:
        yield f"u·{filters.status}"
    if filters.type:
        yield f"y·{filters.type.casefold()}"


def _whole(filters: Filters, who: Party) -> Search:
    """The same with the kind and the verdict as tokens."""
    words = _words(filters, who)
    verdict = [f"j·{filters.verdict}"] if filters.verdict else []
    wanted = tuple((_facet(facet),) for facet in (f"k·{_kind(filters)}", *verdict))
    rejected = (_facet("j·reject"),) if filters.verdict is None and filters.of_items else ()
    return Search((*words.all_of, *wanted), (*words.none_of, *rejected))


def _verdict(filters: Filters, c: Any) -> Iterator[ColumnElement[bool]]:
    """The verdict as a condition on its column."""
    if filters.verdict:
        yield c.verdict.is_(None) if filters.verdict == "none" else c.verdict == filters.verdict
    elif filters.of_items:
        yield c.verdict.is_distinct_from("reject")


def _kind(filters: Filters) -> str:
    return filters.kind or ("item" if filters.of_items else "document")


def _named(mark: str, name: str) -> Term:
    return Term(tuple(f"{mark}·{token}" for token in tokens(name)) or (f"{mark}·",))


def _facet(facet: str) -> Term:
    return Term((facet,))


def _fts(search: Search) -> str:
    """The search in FTS5's language; tokens hold no quotation marks."""
    wanted = " AND ".join(_any(terms) for terms in search.all_of)
    return f"({wanted})" + "".join(f" NOT {_phrase(term)}" for term in search.none_of)


def _any(terms: tuple[Term, ...]) -> str:
    return f"({' OR '.join(_phrase(term) for term in terms)})"


def _phrase(term: Term) -> str:
    words = " ".join(term.tokens)
    return f'"{words}"' + ("*" if term.beginning else "")
