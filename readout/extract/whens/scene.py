"""What a date is read against: the tokens, the clock, the dates read so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from readout.extract.grammar import Match, Token
from readout.extract.whens import span
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.tense import Clauses, Tense, cues
from readout.model.swift import replace
from readout.model.when import Basis

_MONTHS = (
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, "
    "september sept sep, october oct, november nov, december dec"
)
MONTHS = {name: n for n, names in enumerate(_MONTHS.split(", "), 1) for name in names.split()}
WEEKDAYS = {
    name: n
    for n, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_SHORT_DAYS = "mon, tue tues, wed, thu thur thurs, fri, sat, sun"
SHORT_DAYS = {name: n for n, names in enumerate(_SHORT_DAYS.split(", ")) for name in names.split()}
_COUNTS = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
COUNTS = {name: n for n, name in enumerate(_COUNTS.split())} | _TENS | {"a": 1, "an": 1}
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth "
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
NTHS = {name: n for n, name in enumerate(_NTHS.split(), 1)}
NEARER = 3
"""How many times as near a date must be to be meant although its clause looks the other way."""
WEEK = 40
"""Tokens that a date is remembered for the weekday or the promise told with it."""
_STOPS = frozenset(".!?;")
_FULL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?[~?%]?$")


@dataclass(frozen=True, slots=True)
class Clock:
    """The date that "yesterday" is told from; the parts that are not known are None."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    basis: Basis = "published"


def clock_of(edtf: str | None, basis: Basis = "published") -> Clock:
    """The clock of an EDTF date: 2025-11-25, 2025-11 or 2025; anything else is no clock."""
    found = _FULL.match((edtf or "").strip()[:10])
    if not found:
        return Clock()
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        whole = date(year or 0, month or 1, day or 1)
    except ValueError:
        return Clock()
    if not 1500 <= whole.year <= 2200:
        return Clock()
    return Clock(year, month, whole if day else None, basis)


@dataclass(slots=True)
class Scene:
    """One reading of one text; ``seen`` grows as dates are settled, in the order of the text."""

    tokens: tuple[Token, ...]
    clauses: Clauses
    clock: Clock
    seen: list[tuple[int, Span]] = field(default_factory=list)
    starts: dict[int, Match] = field(default_factory=dict)
    read: Callable[[Scene, Match], Reading | None] | None = None

    def words(self, match: Match) -> tuple[Token, ...]:
        """The tokens of a match."""
        return self.tokens[match.first : match.last]

    def lower(self, at: int) -> str:
        """The word at a place, lower case; empty outside the text and across a paragraph's end."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def tense(self, match: Match) -> Tense:
        """The tense of the clause that the match stands in."""
        return self.clauses.tense(match.first, match.last)

    def told(self, reading: Span) -> Span:
        """The reading, marked as leaning on the clock."""
        return replace(reading, basis=self.clock.basis, confidence=min(reading.confidence, 0.9))

    def before(self, match: Match, reach: int = 150) -> Span | None:
        """The last date read before the match, for "the next morning"."""
        for at, found in reversed(self.seen):
            if at < match.first:
                return found if match.first - at <= reach else None
        return None

    def following(self, match: Match) -> Span | None:
        """The date that begins where the match ends: "two days after" in "two days after May 13"."""
        nearest = self.starts.get(match.last)
        found = self.read(self, nearest) if nearest is not None and self.read is not None else None
        return found if isinstance(found, Span) else None

    def yearly(self, match: Match, make: Callable[[int], Span]) -> Reading:
        """The year of "in April", by the tense of its clause and the clock."""
        day = self.clock.day
        if day is None:
            return Unsettled(make(2024).grain)
        tense = self.tense(match)
        told = self.foretold(match) if tense == "future" else None
        if told is not None:
            there = nearest(make, told.last, "future")
            if there is not None and there.last < day:
                return replace(there, basis="text", confidence=0.7)
        found = nearest(make, day, tense)
        if found and tense and not self.clauses.firm(match.first, match.last, tense):
            found = _sooner(make, day, found)
        if found is None:
            return Unsettled()
        return replace(self.told(found), confidence=0.9 if tense else 0.6)

    def weekday(self, match: Match, number: int) -> Reading:
        """ "on Monday": the last one of a past clause, the next one of a future clause."""
        day = self.clock.day
        if day is None:
            return Unsettled("day")
        ahead = self.tense(match) == "future"
        shift = (number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)
        if ahead:
            week, told = self.before(match, WEEK), self.foretold(match)
            if week is not None and week.grain == "week" and week.first > day:
                return replace(span.day(week.first + timedelta(days=number)), basis="text", confidence=0.7)
            there = told.last + timedelta(days=(number - told.last.weekday()) % 7) if told else None
            if told is not None and there is not None and there < day and (day - told.last).days > 6:
                return replace(span.day(there), basis="text", confidence=0.7)
        return self.told(span.day(day + timedelta(days=shift)))

    def foretold(self, match: Match) -> Span | None:
        """The past date on which the clause was said that looks ahead from it.

        "He said on May 3 that the bridge would open in June", told in December.
        """
        day, at, would = self.clock.day, match.first - 1, False
        earliest = self.seen[-1][0] if self.seen else at
        if cues().has("since", *(t.lower for t in self.tokens[max(0, earliest - 2) : earliest])):
            return None  # "the law that firms have awaited since 2016 would be tabled in May"
        limit = self.lower(at) in ("by", "before", "until")
        vowed = limit and cues().has("vowed", *(t.lower for t in self.tokens[max(0, earliest - 2) : at]))
        while day is not None and at > earliest and match.first - at < WEEK:
            token = self.tokens[at]
            if token.text in _STOPS or token.break_before:
                return None
            would = would or token.lower in ("would", "'d", "’d") or (vowed and token.lower == "to")
            at -= 1
        found = self.seen[-1][1] if would and self.seen else None
        return found if found is not None and day is not None and found.last < day else None


def nearest(make: Callable[[int], Span], day: date, tense: Tense) -> Span | None:
    """The stretch of a year that fits: the last begun, the next not ended, or the closest."""
    spans = _spans(make, day.year, 1)
    if len(spans) < 3:  # Feb. 29
        spans = _spans(make, day.year, 8)
    if tense == "past":
        return max((s for s in spans if s.first <= day), key=lambda s: s.first, default=None)
    if tense == "future":
        return min((s for s in spans if s.last >= day), key=lambda s: s.first, default=None)
    return min(spans, key=lambda s: max((s.first - day).days, (day - s.last).days, 0), default=None)


def _sooner(make: Callable[[int], Span], day: date, found: Span) -> Span:
    """The one on the other side of today where it is much nearer.

    On April 20, "a meeting on May 2 was agreed" looks ahead, "will show film of the April 12 crash" back.
    """
    other = nearest(make, day, "future" if found.first <= day else "past")
    return other if other and 0 < NEARER * _gap(other, day) < _gap(found, day) else found


def _gap(found: Span, day: date) -> int:
    return max((found.first - day).days, (day - found.last).days)


def _spans(make: Callable[[int], Span], year: int, reach: int) -> list[Span]:
    """The stretch in each of the years around, where it is one."""
    spans: list[Span] = []
    for number in range(max(1, year - reach), year + reach + 1):
        try:
            spans.append(make(number))
        except ValueError:
            continue
    return spans
