"""Search: newest first, the same in both databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    and_,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from readout.store.days import bound, spanned
from readout.store.entries import first_id
from readout.store.query import Filters, Search, Term, search_of
from readout.store.schema import documents, entries
from readout.store.words import tokens

FTS = table("entry_words", column("rowid"))


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
    query = _hits(_where(connection, filters), below)
    last: tuple[int, str | None] | None = None
    for row in connection.execute(query if limit is None else query.limit(limit)):
        hit = Hit(*row)
        if (hit.number, hit.item) != last or hit.kind != "document":
            yield hit
        last = hit.number, hit.item


def counted(connection: Connection, filters: Filters) -> int:
    """How many texts or items meet the filters."""
    where = _where(connection, filters)
    places = entries.c.document if not filters.of_items else entries.c.id
    query = select(func.count(places.distinct())).select_from(where.tables).where(*where.conditions)
    return int(connection.scalar(query) or 0)


@dataclass(frozen=True, slots=True)
class _Where:
    tables: Any
    conditions: list[ColumnElement[bool]]
    order: ColumnElement[Any]


def _hits(where: _Where, below: int | None) -> Select[Any]:
    d, e = documents.c, entries.c
    of_document = (d.number, d.id, d.title, d.publisher, d.published)
    of_entry = (e.kind, e.item, e.start, e.stop, e.label, e.day_from, e.day_to, e.confidence, e.verdict)
    joined = where.tables.join(documents, d.number == e.document)
    query = select(e.id, *of_document, *of_entry).select_from(joined).where(*where.conditions)
    if below is not None:
        query = query.where(where.order < below)
    return query.order_by(where.order.desc())


def _where(connection: Connection, filters: Filters) -> _Where:
    searches = _searches(filters)
    if connection.dialect.name == "sqlite":
        tables: Any = FTS.join(entries, entries.c.id == FTS.c.rowid)
        order: ColumnElement[Any] = FTS.c.rowid
        conditions: list[ColumnElement[bool]] = [literal_column("entry_words").op("MATCH")(_fts(searches))]
    else:
        tables, order = entries, entries.c.id
        conditions = [_by_lexemes(searches)]
    return _Where(tables, [*conditions, *_ranges(filters, order)], order)


def _ranges(filters: Filters, id: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    since, until = bound(filters.since), bound(filters.until, last=True)
    after, before = bound(filters.after), bound(filters.before, last=True)
    if since or until:
        yield id >= first_id(since or "0001-01-01")
    if until:
        yield id < first_id(until) + first_id("1750-01-01")
    if after:
        yield entries.c.day_to >= after
    if before:
        yield entries.c.day_from <= before
    if filters.documents is not None:
        yield entries.c.document.in_(filters.documents)


def _searches(filters: Filters) -> Search:
    """Words and filters as one search over the tokens."""
    typed = search_of(filters.words) if filters.words else Search()
    names = (("a", filters.actor), ("t", filters.topic), ("p", filters.publisher))
    all_of = [*typed.all_of, *((_named(mark, name),) for mark, name in names if name)]
    none_of = list(typed.none_of)
    all_of += [(_facet(facet),) for facet in _facets(filters)]
    after, before = bound(filters.after), bound(filters.before, last=True)
    if after or before:
        all_of.append(tuple(map(_facet, spanned(after, before))))
    if not filters.versions:
        none_of.append(_facet("v·older"))
    if filters.verdict is None and filters.of_items:
        none_of.append(_facet("j·reject"))
    return Search(tuple(all_of), tuple(none_of))


def _facets(filters: Filters) -> Iterator[str]:
    kind = filters.kind or ("item" if filters.of_items else "document")
    yield f"k·{kind}"
    if filters.stance:
        yield f"s·{filters.stance.replace(' ', '')}"
    if filters.status:
        yield f"u·{filters.status}"
    if filters.type:
        yield f"y·{filters.type.casefold()}"
    if filters.verdict:
        yield f"j·{filters.verdict}"


def _named(mark: str, name: str) -> Term:
    return Term(tuple(f"{mark}·{token}" for token in tokens(name)) or (f"{mark}·",))


def _facet(facet: str) -> Term:
    return Term((facet,))


def _fts(search: Search) -> str:
    """The search in FTS5's language; tokens hold no quotation marks."""
    wanted = " AND ".join(_any(terms) for terms in search.all_of)
    return f"({wanted})" + "".join(f" NOT {_phrase(term)}" for term in search.none_of)


def _any(terms: Iterable[Term]) -> str:
    return f"({' OR '.join(_phrase(term) for term in terms)})"


def _phrase(term: Term) -> str:
    words = " ".join(term.tokens)
    return f'"{words}"' + ("*" if term.beginning else "")


def _by_lexemes(search: Search) -> ColumnElement[bool]:
    """The search over PostgreSQL's lexemes; phrases are found by their words and then read.

    The lexemes have no positions (PostgreSQL keeps only the first 16,383), so all that the index
    answers is one query of single tokens.
    """
    wanted = [f"({' | '.join(map(_lexemes, terms))})" for terms in search.all_of]
    wanted += [f"!({_lexemes(term)})" for term in search.none_of if len(term.tokens) == 1]
    query = cast(literal(" & ".join(wanted)), TSQUERY)
    indexed = literal_column("entries.lexemes").op("@@", return_type=Boolean())(query)
    read = [or_(*map(_read, terms)) for terms in search.all_of if any(len(term.tokens) > 1 for term in terms)]
    unwanted = [~_read(term) for term in search.none_of if len(term.tokens) > 1]
    return and_(indexed, *read, *unwanted)


def _lexemes(term: Term) -> str:
    """A term as a query of all its tokens, wherever they stand."""
    words = [f"'{token}'" for token in term.tokens]
    return f"({' & '.join(words)}{':*' if term.beginning else ''})"


def _read(term: Term) -> ColumnElement[bool]:
    """Whether the tokens of a term stand side by side."""
    phrase = " ".join(term.tokens)
    shape = f"% {phrase}%" if term.beginning else f"% {phrase} %"
    return literal(" ").concat(entries.c.tokens).concat(" ").like(shape)
