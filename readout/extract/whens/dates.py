"""Dates in full, dates without a year, and ranges of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from readout.extract.grammar import Match
from readout.extract.whens import span
from readout.extract.whens.parts import days, has, months, rule, unit_of, years
from readout.extract.whens.scene import WEEKDAYS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.steps import point_year
from readout.model.swift import replace


@rule
def iso(scene: Scene, match: Match) -> Reading | None:
    return span.day(date.fromisoformat(scene.words(match)[0].text))


@rule
def numeric(scene: Scene, match: Match) -> Reading | None:
    """25/01/2024 can be read one way only; 03/04/2024 stays unsettled."""
    first, second, year = (int(part) for part in re.split("[./]", scene.words(match)[0].text))
    dotted = "." in scene.words(match)[0].text
    if first > 12 or dotted or first == second:
        return span.day(date(year, second, first))
    return span.day(date(year, first, second)) if second > 12 else Unsettled("day")


@rule
def full_date(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return span.day(date(years(words)[0], months(words)[0], days(words)[0]))


@rule
def month_day(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    month, day = months(words)[0], days(words)[0]
    date(2024, month, day)
    named = next((WEEKDAYS[w.lower] for w in words if w.lower in WEEKDAYS), None)
    clock = scene.clock.day
    if named is not None and clock is not None:
        fitting = _falling(month, day, named, clock)
        if fitting is not None:
            return scene.told(span.day(fitting))
    return scene.yearly(match, lambda year: span.day(date(year, month, day)))


def _falling(month: int, day: int, weekday: int, clock: date) -> date | None:
    """The nearest day of that date which falls on that weekday: of Tuesday, Nov. 14, there are few."""
    found = []
    for year in range(clock.year - 2, clock.year + 3):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    fitting = [there for there in found if there.weekday() == weekday]
    return min(fitting, key=lambda there: abs((there - clock).days), default=None)


@rule
def month_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return span.month(years(words)[0], months(words)[0])


@rule
def month_of_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    if unit_of(words) != "year":
        return None
    year = point_year(scene, match)
    return scene.told(span.month(year, months(words)[0])) if year else Unsettled("month")


@rule
def day_of_year(scene: Scene, match: Match) -> Reading | None:
    """ "June 3 last year" """
    words = scene.words(match)
    year = point_year(scene, match) if unit_of(words) == "year" else None
    return scene.told(span.day(date(year, months(words)[0], days(words)[0]))) if year else Unsettled("day")


@rule
def week_of(scene: Scene, match: Match) -> Reading | None:
    """ "the week of April 8" begins there, be it a Monday or not."""
    words = scene.words(match)
    year, month, day = years(words), months(words)[0], days(words)[0]
    date(2024, month, day)

    def make(number: int) -> Span:
        return span.day(date(number, month, day))

    start = make(year[0]) if year else scene.yearly(match, make)
    if isinstance(start, Unsettled) or unit_of(words) not in ("week", "weekend"):
        return start if unit_of(words) in ("week", "weekend") else None
    whole = span.week(start.first) if unit_of(words) == "week" else span.weekend(start.first)
    return replace(whole, basis=start.basis, confidence=start.confidence)


# Ranges


@rule
def days_(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    named, numbers, year = months(words), days(words), years(words)
    if words[0].lower not in ("from", "between") and has(words, "by"):
        return None

    def make(number: int) -> Span:
        first = date(year[0] if year else number, named[0], numbers[0])
        last = date(year[-1] if year else number, named[-1], numbers[-1])
        if last < first:
            last = last.replace(year=last.year + 1)
        return span.interval(span.day(first), span.day(last))

    return make(year[0]) if year else scene.yearly(match, make)


@rule
def months_(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    named, year = months(words), years(words)
    if has(words, "by"):
        return None

    def make(number: int) -> Span:
        """Of "November to January" the year is that of the last month."""
        last = span.month(year[-1] if year else number, named[-1])
        first = span.month(year[0] if len(year) > 1 else last.first.year, named[0])
        if first.first > last.first:
            first = span.month(last.first.year - 1, named[0])
        return span.interval(first, last)

    return make(year[-1]) if year else scene.yearly(match, make)


@rule
def years_(scene: Scene, match: Match) -> Reading | None:
    words = [w for w in scene.words(match) if w.lower[0].isdigit()]
    first, last = words[0].lower, words[-1].lower
    joined = has(scene.words(match), "-", "–", "—", "/")
    if joined and not all(w.joined for w in scene.words(match)[1:]) and words[0] is scene.words(match)[0]:
        return None
    if len(last) < 4:
        if len(last) != 2:
            return None
        last = first[:2] + last
    if int(first) >= int(last) or int(last) - int(first) > 200:
        return None
    return span.interval(span.year(int(first)), span.year(int(last)))


@rule
def weekdays(scene: Scene, match: Match) -> Reading | None:
    named = [WEEKDAYS[w.lower] for w in scene.words(match) if w.lower in WEEKDAYS]
    first = scene.weekday(match, named[0])
    if isinstance(first, Unsettled):
        return first
    last = first.first + timedelta(days=(named[-1] - named[0]) % 7)
    return span.interval(first, scene.told(span.day(last)))
