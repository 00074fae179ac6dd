"""Lookups by name and date over the facts; ambiguity is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from readout.knowledge import files
from readout.knowledge.facts import Body, Candidate, Country, Found, Person, Sort, Term
from readout.knowledge.offices import same_office
from readout.knowledge.spelling import clean, day, folded

WORD = re.compile(r"[^\W_][\w’'\-]*(?:\.(?:\w\.)+)?|[^\W_]")
OPENING = re.compile(r"\w+")
PROMINENT = frozenset({"hand", "own", "factbook"})


class Knowledge:
    """The facts, loaded once; indices are built when they are first asked for.

    >>> knowledge = load()
    >>> knowledge.country("Kyiv").iso3
    'UKR'
    >>> [term.person for term in knowledge.holder("president", "USA", "1991-05-01")]
    ['George Bush']
    """

    def __init__(self, extra: Path | None = None) -> None:
        lands, bodies, terms = files.own(extra) if extra else ((), (), ())
        self.countries = (*lands, *files.countries())
        self.bodies = (*bodies, *files.bodies())
        self._extra = terms

    def country(self, name: str) -> Country | None:
        """The country that a name, adjective, people, capital or code stands for; None when unsure.

        "Congolese" may be of either Congo and is None.
        """
        found = self._codes.get(name)
        if found:
            return found
        name = clean(name.removeprefix("the ").removeprefix("The "))
        entries = [c.entry for c in self._places.get(name, ()) if isinstance(c.entry, Country)]
        return entries[0] if len({c.iso3 for c in entries}) == 1 else None

    def lookup(self, name: str, date: str | None = None) -> tuple[Candidate, ...]:
        """All that a name can stand for, people only where they held an office on the date (if given)."""
        key = clean(name.removeprefix("the ").removeprefix("The "))
        people = (Candidate(key, "person", p) for p in self.persons(key, date))
        return (*self._places.get(key, ()), *people)

    def persons(self, name: str, date: str | None = None) -> tuple[Person, ...]:
        """People of this full name, with or without accents."""
        found = self._people.get(folded(name), ())
        return tuple(p for p in found if not date or p.at(day(date)))

    def surnamed(self, surname: str, date: str | None = None) -> tuple[Person, ...]:
        """Well-known people of this short name who held office on the date: "Xi", "Bush", "von der Leyen"."""
        when = day(date)
        return tuple(p for p in self._surnames.get(folded(surname), ()) if p.at(when))

    def holder(self, office: str, country: str, date: str | None = None) -> tuple[Term, ...]:
        """Who held an office of a country (ISO code) or body (name) on a date; a user's facts win.

        "leader" is any head of state or government.
        """
        when = day(date)
        held = [t for t in self._held.get(country, ()) if t.holds(when) and same_office(office, t.office)]
        return tuple([t for t in held if t.source == "own"] or held)

    def offices(self, person: str, date: str | None = None) -> tuple[Term, ...]:
        """The terms of all people of this name that cover the date, the highest offices first."""
        when = day(date)
        return tuple(term for p in self.persons(person) for term in p.at(when))

    def gender(self, name: str) -> str | None:
        """ "f" or "m" by the given name ("Katrin Moe", "Geun-hye" in "Park Geun-hye"), None when unsure."""
        known = {p.gender for p in self.persons(name)} - {None}
        if len(known) == 1:
            return known.pop()
        parts = clean(name).split()
        tried = [parts[0], *(part for part in parts[1:] if "-" in part)] if len(parts) > 1 else []
        return next(filter(None, map(files.given_names().get, tried)), None)

    def names_in(self, text: str) -> Iterator[Found]:
        """Every known name in a text, the longest at each place, from left to right."""
        text, at = clean(text), 0
        for word in WORD.finditer(text):
            start = word.start()
            if start < at:
                continue
            for name, candidates in self._starts.get(_first(text, start), ()):
                end = start + len(name)
                if text.startswith(name, start) and not text[end : end + 1].isalnum():
                    yield Found(start, end, candidates)
                    at = end
                    break

    @cached_property
    def newest(self) -> str:
        """The newest date of the facts: the last day on which a term starts."""
        return max(term.start for term in self._terms)

    @cached_property
    def _codes(self) -> dict[str, Country]:
        return {code: c for c in reversed(self.countries) for code in (c.iso3, c.name)}

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return (*self._extra, *files.terms())

    @cached_property
    def _places(self) -> dict[str, tuple[Candidate, ...]]:
        found: dict[str, tuple[Candidate, ...]] = {}
        for name, sort, entry in self._named():
            name = clean(name.removeprefix("The "))
            found[name] = (*found.get(name, ()), Candidate(name, sort, entry))
        return found

    def _named(self) -> Iterator[tuple[str, Sort, Country | Body]]:
        sorts: tuple[Sort, ...] = ("country", "adjective", "people", "capital", "city")
        for c in self.countries:
            for sort, names in zip(
                sorts, ((c.name, *c.also), c.adjectives, c.people, c.capitals, c.cities), strict=True
            ):
                for name in names:
                    yield name, sort, c
        for body in self.bodies:
            for name in (body.name, *body.also):
                yield name, "body", body

    @cached_property
    def _people(self) -> dict[str, tuple[Person, ...]]:
        found: dict[str, tuple[Person, ...]] = {}
        for person in self._everyone:
            for form in {folded(name) for name in (person.name, *person.also)}:
                found[form] = (*found.get(form, ()), person)
        return found

    @cached_property
    def _everyone(self) -> tuple[Person, ...]:
        return tuple(_persons(self._terms))

    @cached_property
    def _surnames(self) -> dict[str, tuple[Person, ...]]:
        found: dict[str, tuple[Person, ...]] = {}
        for person in self._everyone:
            if any(t.source in PROMINENT or "resident" in t.office for t in person.terms):
                for short in {
                    folded(s) for name in (person.name, *person.also) for s in _shorts(name, person)
                }:
                    found[short] = (*found.get(short, ()), person)
        return found

    @cached_property
    def _held(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for term in self._terms:
            for key in filter(None, (term.country, term.body)):
                found.setdefault(key, []).append(term)
        return {key: tuple(terms) for key, terms in found.items()}

    @cached_property
    def _starts(self) -> dict[str, list[tuple[str, tuple[Candidate, ...]]]]:
        named = dict(self._places)
        for person in self._everyone:
            for name in {clean(n) for n in (person.name, *person.also) if " " in n}:
                named[name] = (*named.get(name, ()), Candidate(name, "person", person))
        found: dict[str, list[tuple[str, tuple[Candidate, ...]]]] = {}
        for name in sorted(named, key=len, reverse=True):
            found.setdefault(_first(name, 0), []).append((name, named[name]))
        return found


def _first(text: str, start: int) -> str:
    found = OPENING.match(text, start)
    return found.group() if found else ""


def _shorts(name: str, person: Person) -> tuple[str, ...]:
    """The short forms of a name: its last word, or the first where the family name stands first."""
    words = name.split()
    if any(t.country in FAMILY_FIRST for t in person.terms) and len(words) in (2, 3):
        return (words[0],)
    if any(t.country in GIVEN_FIRST for t in person.terms):
        return (words[0], words[-1])
    tail = next((i for i, w in enumerate(words) if i and w in PARTICLES), len(words) - 1)
    while len(words) > 1 and words[-1] in ("Jr.", "Jr", "III", "Sr."):
        words.pop()
    return (" ".join(words[tail:]), words[-1])


FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "HKG", "KHM", "SGP"})
GIVEN_FIRST = frozenset({"ETH", "ERI", "THA"})
PARTICLES = frozenset(
    {"von", "van", "der", "de", "da", "di", "del", "della", "al-", "bin", "dos", "le", "la", "Le"}
)


def _persons(terms: Iterable[Term]) -> Iterator[Person]:
    """Terms put together by person; two people of one name and different countries stay two."""
    groups: dict[tuple[str, str | None], list[Term]] = {}
    for term in terms:
        named = folded(term.person)
        key = (named, None if term.body else term.country)
        groups.setdefault(key, []).append(term)
    for (named, country), held in list(groups.items()):
        if country is None and any(other != (named, None) and other[0] == named for other in groups):
            continue
        held += groups.get((named, None), []) if country is not None else []
        first = next((t for t in held if t.source != "pocom"), held[0])
        also = tuple(dict.fromkeys(n for t in held for n in (t.person, *t.also) if n != first.person))
        sexes = {t.gender for t in held} - {None}
        yield Person(
            first.person,
            also,
            sexes.pop() if len(sexes) == 1 else None,
            tuple(sorted(held, key=lambda t: t.source == "pocom")),
        )


_LOADED: dict[Path | None, Knowledge] = {}


def load(extra: Path | None = None) -> Knowledge:
    """The knowledge, with a user's own facts if a file is named; loaded once for each file."""
    if extra is not None:
        return Knowledge(extra)
    return _LOADED.setdefault(None, Knowledge())
