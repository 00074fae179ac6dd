"""Whose part in an item is looked for: everyone of a name as typed, whatever a text calls them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, literal, or_, select

from readout.store.query import Term
from readout.store.schema import actors, identities
from readout.store.somebody import ID, called
from readout.store.words import tokens

Condition = Callable[[Any], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Party:
    """Names of which one must be there, and the condition (on entries) that it is theirs."""

    terms: tuple[Term, ...]
    theirs: Condition | None = None


def party(connection: Connection, typed: str) -> Party:
    """Everyone of a name: "Tor Vik" is also found where a text only says "Vik" and means him.

    An identity's id means that one alone.
    """
    phrase = Term(tuple(f"a·{token}" for token in tokens(typed)) or ("a·",))
    names = connection.scalars(select(identities.c.names).where(called(typed)))
    other = {
        term for kept in names for name in msgspec.json.decode(kept, type=list[str]) if (term := _term(name))
    }
    if ID.fullmatch(typed):
        return Party(tuple(sorted(other, key=_order)) or (phrase,), lambda c: _part(c, typed))
    more = sorted((term for term in other if not _within(phrase, term)), key=_order)
    if not more:
        return Party((phrase,))
    words = " ".join(phrase.tokens)
    return Party(
        (phrase, *more),
        lambda c: or_(literal(" ").concat(c.tokens).concat(" ").like(f"% {words} %"), _part(c, typed)),
    )


def _part(c: Any, typed: str) -> ColumnElement[bool]:
    """Whether somebody of this name has a part in an item: its entry names the ids of those who have.

    Entries that an older Readout made do not; there the name decides.
    """
    whose = select(identities.c.id).where(called(typed))
    stream = literal(" ").concat(c.tokens).concat(" ")
    here = stream.like(literal("% i·").concat(actors.c.item).concat(" %"))
    told = or_(c.item.is_(None), here, stream.not_like("% i·%"))
    return exists().where(and_(actors.c.document == c.document, actors.c.identity.in_(whose), told))


def _term(name: str) -> Term | None:
    words = tuple(f"a·{token}" for token in tokens(name))
    return Term(words) if words else None


def _order(term: Term) -> tuple[str, ...]:
    return term.tokens


def _within(short: Term, long: Term) -> bool:
    return f" {' '.join(short.tokens)} " in f" {' '.join(long.tokens)} "
