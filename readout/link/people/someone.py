"""An identity in the making: appearances put together, and what they say."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from readout.knowledge import office_key
from readout.knowledge.spelling import folded
from readout.model.identity import Appearance

YEAR = 366
"""Days within which the holder of an office is taken for the same person by surname, office and country."""
BARE = frozenset({"minister", "deputy minister", "secretary", "head", "director", "member", "chairman"})
"""Offices that say nothing without what stands behind them."""
PORTFOLIO = re.compile(r"((?:deputy |junior )?minister) (?:of|for) (?:the )?(\w[\w ,&-]*)")
SMALL = frozenset({"the", "of", "for", "and", "a", "an"})


@dataclass(slots=True, eq=False)
class Someone:
    """Appearances that are one, the first one first; ``groups`` and ``barred`` are what people said of them.

    ``names`` are those, folded, that it had while it grew, ``landless`` that a part of it had no country.
    ``unsure`` says that several others fitted, so that it was left to people. One that is remembered (see
    ``outline.py``) has no ``found``, only the ``first`` key.
    """

    found: list[Appearance]
    name: str
    folded: str
    person: bool
    countries: set[str]
    offices: set[str]
    known: set[str]
    called: set[str]
    documents: set[str]
    days: list[int]
    names: set[str]
    landless: bool
    first: str
    reasons: list[str] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    barred: set[str] = field(default_factory=set)
    unsure: bool = False

    @classmethod
    def of(cls, found: list[Appearance]) -> Someone:
        """Somebody who appears so often."""
        full = max(found, key=lambda one: len(one.name.split())).name
        numbers = (_number(one.day) for one in found)
        names = {name for one in found for name in (one.name, *one.names)}
        countries = {one.country for one in found if one.country}
        return cls(
            found,
            full,
            folded(full),
            found[0].kind == "person",
            countries,
            {_office(title) for one in found for title in one.offices},
            {one.known_as for one in found if one.known_as},
            {folded(full), *filter(None, map(_bare_name, names))},
            {one.member.document for one in found},
            sorted(number for number in numbers if number is not None),
            {folded(full)},
            not countries,
            found[0].key,
        )

    def within(self) -> Iterator[str]:
        """What its own appearances have in common, beside name and country."""
        offices = Counter(
            office for one in self.found for office in {_office(title) for title in one.offices}
        )
        if any(count > 1 for count in offices.values()):
            yield "office"
        if any(later - earlier <= YEAR for earlier, later in pairwise(self.days)):
            yield "time"

    @property
    def id(self) -> str:
        """The key of the first appearance."""
        return self.first

    @property
    def kind(self) -> str:
        """What most of its texts take it for."""
        first = self.found[0].kind
        if all(one.kind == first for one in self.found):
            return first
        return Counter(one.kind for one in self.found).most_common(1)[0][0]

    @property
    def distinct(self) -> bool:
        """Whether no second body of another country is likely to bear the name: not "Ministry of Trade"."""
        if "government" not in {one.kind for one in self.found} or self.known:
            return True
        words = [word for word in self.folded.split() if word not in SMALL]
        return len(words) > 2 and words[0] not in _sorts()

    @property
    def ends(self) -> set[str]:
        """The first and the last word of the name."""
        words = self.folded.split()
        return {words[0], words[-1]} if words else set()

    def take(self, other: Someone, why: tuple[str, ...]) -> None:
        """Make another's appearances one's own."""
        self.found += other.found
        if len(other.name.split()) > len(self.name.split()):
            self.name, self.folded = other.name, other.folded
        for mine, theirs in (
            (self.countries, other.countries),
            (self.offices, other.offices),
            (self.known, other.known),
            (self.called, other.called),
            (self.documents, other.documents),
            (self.groups, other.groups),
            (self.barred, other.barred),
            (self.names, other.names),
        ):
            mine |= theirs
        self.landless = self.landless or other.landless
        if len(other.days) > 1:
            self.days = sorted(self.days + other.days)
        for number in other.days[:1] if len(other.days) == 1 else ():
            insort(self.days, number)
        self.reasons += [one for one in (*why, *other.reasons) if one not in self.reasons]

    def apart(self, other: Someone) -> bool:
        """Whether two cannot be one: a person said so, other countries, other facts, people of one text."""
        if self.barred & other.groups:
            return True
        countries = self.countries and other.countries and self.countries.isdisjoint(other.countries)
        known = self.known and other.known and self.known.isdisjoint(other.known)
        return bool(countries or known or (self.person and not self.documents.isdisjoint(other.documents)))

    def agreeing(self, other: Someone) -> tuple[str, ...]:
        """What speaks for two being one, beside the name."""
        days = self.days_to(other)
        told = {
            "country": not self.countries.isdisjoint(other.countries),
            "office": not self.offices.isdisjoint(other.offices),
            "time": days is not None and days <= YEAR,
        }
        return tuple(reason for reason, holds in told.items() if holds)

    def days_to(self, other: Someone) -> int | None:
        """The days between the nearest two of their documents; None where dates are missing."""
        few, many = sorted((self.days, other.days), key=len)
        near: list[int] = []
        for one in few:
            at = bisect_left(many, one)
            near += [abs(number - one) for number in many[max(0, at - 1) : at + 1]]
        return min(near, default=None)


def partly(name: str, other: str) -> bool:
    """Whether one folded name is a part of the other, or both are the same.

    >>> partly("vik", "tor vik"), partly("tor", "tor vik"), partly("vik", "vikram rao")
    (True, True, False)
    """
    short, long = sorted((name.split(), other.split()), key=len)
    return bool(short) and short[-1] in (long[-1], long[0]) and set(short) <= set(long)


def initials(name: str) -> str:
    """The first letters of a name's words, but for the small ones.

    >>> initials("the Northern Board of Grain")
    'nbg'
    """
    return "".join(word[0] for word in folded(name).split() if word not in SMALL)


def bare(one: Appearance) -> bool:
    """Whether a name says of what sort a body is, and no more: "the Board", "Parliament" of no country."""
    if one.kind == "person" or one.country or one.known_as:
        return False
    return not _bare_name(one.name)


@lru_cache(maxsize=65536)
def _bare_name(name: str) -> str:
    """A name folded; nothing where every word of it may stand for any body."""
    plain = folded(name)
    words = [word for word in plain.split() if word not in SMALL]
    return (
        ""
        if all(word in _sorts() or not word.isalnum() for word in words)
        else " ".join(plain.split()[1:] if plain.startswith(("the ", "a ", "an ")) else plain.split())
    )


@cache
def _sorts() -> frozenset[str]:
    lines = files("readout.link").joinpath("bare.tsv").read_text("utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=16384)
def _office(title: str) -> str:
    """An office in one form: "Minister of Foreign Affairs of France" is "foreign minister".

    A portfolio that is in no list stays: "minister of fisheries" is "fisheries minister", not "minister".
    """
    low = title.lower()
    for cut in (len(low), low.rfind(" of "), low.rfind(" of the ")):
        key = office_key(low[:cut]) if cut > 0 and low[:cut] not in BARE else low
        if key != low:
            return key if PORTFOLIO.fullmatch(key) is None else _office(key)
    if found := PORTFOLIO.fullmatch(low):
        return found[1].replace("minister", f"{found[2]} minister")
    return low.split(" of ")[0] if low.startswith(("president of", "prime minister of")) else low


def distinct(titles: Iterable[str]) -> tuple[str, ...]:
    """Offices, each in the words of its first text; a bare "minister" adds nothing to "trade minister".

    >>> distinct(["minister of trade", "trade minister", "minister", "president"])
    ('minister of trade', 'president')
    """
    first: dict[str, str] = {}
    for title in titles:
        first.setdefault(_office(title), title)
    bare = {office for office in first if any(other.endswith(f" {office}") for other in first)} & BARE
    return tuple(title for office, title in first.items() if office not in bare)


@lru_cache(maxsize=16384)
def _number(told: str | None) -> int | None:
    try:
        return date.fromisoformat(told).toordinal() if told else None
    except ValueError:
        return None
