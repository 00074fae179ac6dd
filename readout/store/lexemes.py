"""Search in PostgreSQL: what its index can answer, and how the newest hits are found quickly.

The index knows which rows hold a word, not which of them are the newest. So the newest rows are looked
through first: what is frequent has filled a page by then, and of what is rare the index gives few rows.

Lexemes have no positions (PostgreSQL keeps only the first 16,383), but each pair of neighbouring tokens
is a lexeme of its own, a short hash; what the pairs of a phrase find is then read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    and_,
    cast,
    literal,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from readout.store.query import Search, Term
from readout.store.schema import entries

LEXEMES: ColumnElement[Any] = literal_column("entries.lexemes")
LOOKED_THROUGH, TEN_TIMES = 400, 10
"""Texts that are looked through before the index is asked; of items, which are short, ten times as many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search in two forms: rows in order with conditions on columns, or nearly all of it by lexemes.

    ``ordered`` and ``bounds`` say which rows may be hits by kind and by place in the order; ``beside``
    makes further conditions on the columns of a table; ``short`` says that the rows hold few tokens.
    """

    words: Search
    ordered: tuple[ColumnElement[bool], ...]
    beside: Callable[[Any], list[ColumnElement[bool]]]
    whole: Search
    bounds: tuple[ColumnElement[bool], ...]
    short: bool

    def any_order(self) -> list[ColumnElement[bool]]:
        """The conditions by which all rows are found, in no order."""
        if not self.words.all_of:
            return [*self.ordered, *self.beside(entries.c), *conditions(self.words)]
        return [*self.bounds, *self.beside(entries.c), *conditions(self.whole)]


def newest(connection: Connection, wanted: Wanted, limit: int) -> list[int]:
    """The ids of the newest rows that are wanted, at most so many."""
    prepare(connection)
    id = entries.c.id
    if not wanted.words.all_of:
        every = select(id).where(*wanted.any_order())
        return list(connection.scalars(every.order_by(id.desc()).limit(limit)))
    ordered = select(entries, LEXEMES.label("lexemes")).where(*wanted.ordered).order_by(id.desc())
    first = ordered.limit(LOOKED_THROUGH * (TEN_TIMES if wanted.short else 1)).subquery("first")
    met = [*wanted.beside(first.c), *conditions(wanted.words, first.c.lexemes, first.c.tokens)]
    found = list(connection.scalars(select(first.c.id).where(*met).order_by(first.c.id.desc()).limit(limit)))
    if len(found) == limit:
        return found
    rest = select(id).where(*wanted.any_order()).cte("rest").prefix_with("MATERIALIZED")
    return list(connection.scalars(select(rest.c.id).order_by(rest.c.id.desc()).limit(limit)))


def prepare(connection: Connection) -> None:
    """Reading the whole table is never the quick way to a page of hits."""
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    connection.execute(text("SET LOCAL work_mem = '64MB'"))


def conditions(
    search: Search, lexemes: ColumnElement[Any] = LEXEMES, stream: ColumnElement[str] = entries.c.tokens
) -> Iterator[ColumnElement[bool]]:
    """The search as conditions on the lexemes, and on the tokens where a phrase is to be read."""
    asked = [f"({' | '.join(map(_query, terms))})" for terms in search.all_of]
    asked += [f"!{_query(term)}" for term in search.none_of if len(term.tokens) == 1]
    if asked:
        yield _holds(lexemes, " & ".join(asked))
    for terms in search.all_of:
        if any(len(term.tokens) > 1 for term in terms):
            yield or_(*(_read(term, stream) for term in terms))
    for term in search.none_of:
        if len(term.tokens) > 1:
            yield ~and_(_holds(lexemes, _query(term)), _read(term, stream))


def _holds(lexemes: ColumnElement[Any], query: str) -> ColumnElement[bool]:
    return lexemes.op("@@", return_type=Boolean())(cast(literal(query), TSQUERY))


def _query(term: Term) -> str:
    """A term in the index's language: its pairs, or its one token; a beginning stands by itself.

    >>> _query(Term(("one", "china"))), _query(Term(("tarif",), True))
    ("('Pd0dcc6')", "('tarif':*)")
    """
    whole = term.tokens[:-1] if term.beginning else term.tokens
    words = [_pair(*two) for two in pairwise(whole)] if len(whole) > 1 else [*whole]
    asked = [f"'{word}'" for word in words] + ([f"'{term.tokens[-1]}':*"] if term.beginning else [])
    return f"({' & '.join(asked)})"


def _pair(token: str, following: str) -> str:
    """Two neighbours as the lexeme that migration 0002 makes of them."""
    return f"P{hashlib.md5(f'{token} {following}'.encode(), usedforsecurity=False).hexdigest()[:6]}"


def _read(term: Term, stream: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the tokens of a term stand side by side."""
    phrase = " ".join(term.tokens)
    shape = f"% {phrase}%" if term.beginning else f"% {phrase} %"
    return literal(" ").concat(stream).concat(" ").like(shape)
