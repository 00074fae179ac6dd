"""The offices that somebody of a dossier held by the world facts, and which of them on a day."""

from __future__ import annotations

from functools import lru_cache

from readout.knowledge import Term, load
from readout.knowledge.spelling import day
from readout.store.somebody import Somebody


def offices(one: Somebody) -> tuple[Term, ...]:
    """The terms of office of a person whom the world facts know, the oldest first; none where unsure who."""
    return _terms(one.known_as, one.country) if one.kind == "person" and one.known_as else ()


@lru_cache(maxsize=1024)
def _terms(name: str, country: str | None) -> tuple[Term, ...]:
    found = load().persons(name)
    here = [person for person in found if country in {term.country for term in person.terms}]
    meant = here if len(here) == 1 else found
    return tuple(sorted(meant[0].terms, key=lambda term: term.start)) if len(meant) == 1 else ()


def office_on(terms: tuple[Term, ...], published: str | None) -> str | None:
    """The title of the office held on a day, by the world facts.

    >>> office_on((), "2026-03-02") is None
    True
    """
    when = day(published)
    return next((term.title for term in reversed(terms) if when and term.holds(when)), None)


def term_in_words(term: Term) -> str:
    """``President of France, since 2017-05-14``; ``Foreign minister of Norway, 2021-10-14 to 2023-10-16``."""
    until = f"{term.start} to {term.end}" if term.end else f"since {term.start}"
    return f"{term.title}, {until}"
