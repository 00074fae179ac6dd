"""The nouns of the knowledge: countries, bodies, terms of office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.swift import swift

Sort = Literal["country", "adjective", "people", "capital", "city", "body", "person"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory by ISO 3166: "France", "French", "Paris".

    ``cities`` are its towns and provinces; ``weak`` are those that are names of people or plain words, too.
    """

    iso3: str
    iso2: str
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """A government body, organisation, armed group or publisher: "Kremlin", "ASEAN", "Reuters".

    ``weak`` names are words of other meanings too ("Dawn", "IS"): a name only where the text shows it.
    """

    name: str
    also: tuple[str, ...] = ()
    kind: str = "organization"
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    members: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office from ``start`` to before ``end`` (ISO dates; an open end is empty)."""

    person: str
    also: tuple[str, ...]
    gender: str | None
    office: str
    title: str
    country: str | None
    body: str | None
    sector: str | None
    start: str
    end: str
    source: str = "hand"

    def holds(self, date: str | None) -> bool:
        """Whether the term covers a date; a missing date is covered by every term."""
        if not date:
            return True
        return self.start <= date and (not self.end or date < self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who held office, with all terms that the facts know."""

    name: str
    also: tuple[str, ...]
    gender: str | None
    terms: tuple[Term, ...]

    def at(self, date: str | None) -> tuple[Term, ...]:
        """The terms that cover a date."""
        return tuple(term for term in self.terms if term.holds(date))


Entry = Country | Body | Person


@swift
@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name can stand for: "Georgian" is an adjective of Georgia."""

    name: str
    sort: Sort
    entry: Entry

    @property
    def country(self) -> str | None:
        """The ISO code of the country or of the body's country; None for people."""
        if isinstance(self.entry, Country):
            return self.entry.iso3
        return self.entry.country if isinstance(self.entry, Body) else None


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text, and all that it can stand for."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
