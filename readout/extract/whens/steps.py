"""Stepping through the calendar: from the clock, from another date, to the whole of a part."""

from __future__ import annotations

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from readout.extract.grammar import Match, Token
from readout.extract.whens import span
from readout.extract.whens.parts import STEP, has, months, unit_of, years
from readout.extract.whens.scene import NTHS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.model.swift import replace

DAYS = {"day": 1, "week": 7, "fortnight": 14}
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
DECADE = re.compile(r"(?:([0-9]{3}0)|['’]([0-9]0))s$")


def stepped(scene: Scene, unit: str, step: int) -> Reading:
    """The unit that the clock is in, or the one before or after."""
    clock = scene.clock
    if unit == "year" and clock.year:
        return scene.told(span.year(clock.year + step))
    if unit == "month" and clock.year and clock.month:
        return scene.told(span.month(clock.year, clock.month + step))
    if unit == "quarter" and clock.year and clock.month:
        nth = (clock.month - 1) // 3 + step
        return scene.told(span.quarter(clock.year + nth // 4, nth % 4 + 1))
    if unit == "decade" and clock.year:
        return scene.told(span.decade(clock.year // 10 * 10 + 10 * step))
    if clock.day and unit == "week":
        return scene.told(span.week(clock.day + timedelta(weeks=step)))
    if clock.day and unit == "weekend":
        return scene.told(
            span.weekend(clock.day + timedelta(weeks=step - (step == -1 and clock.day.weekday() > 6)))
        )
    return (
        scene.told(span.day(clock.day + timedelta(days=step))) if clock.day and unit == "day" else Unsettled()
    )


def point_year(scene: Scene, match: Match) -> int | None:
    """The year of "of last year", "of the year", "of that year"; None when it cannot be told."""
    words = scene.words(match)
    named = years(words)
    if named:
        return named[0]
    if has(words, "same", "that"):
        seen = scene.before(match)
        return seen.first.year if seen else None
    step = next((STEP[w.lower] for w in reversed(words) if w.lower in STEP and words[-1] is not w), 0)
    return scene.clock.year + step if scene.clock.year else None


def moved(scene: Scene, unit: str, count: int) -> Reading:
    """So many units from the clock: days and weeks give a day, months a month, years a year."""
    clock = scene.clock
    if unit in ("year", "decade") and clock.year:
        year = clock.year + count * (10 if unit == "decade" else 1)
        return replace(scene.told(span.year(year)), confidence=0.7) if 1 <= year <= 9999 else Unsettled()
    if clock.day is None:
        return Unsettled()
    if unit == "month":
        there = clock.day + relativedelta(months=count)
        return replace(scene.told(span.month(there.year, there.month)), confidence=0.7)
    return replace(scene.told(span.day(clock.day + timedelta(days=count * DAYS[unit]))), confidence=0.8)


def text_moved(seen: Span, unit: str, count: int) -> Reading:
    """So many units from another date of the text, no finer than that date is."""
    if (unit in DAYS and seen.grain != "day") or (unit == "month" and seen.grain not in ("day", "month")):
        return Unsettled(basis="text")
    if unit in ("year", "decade"):
        year = seen.first.year + count * (10 if unit == "decade" else 1)
        return of_text(span.year(year)) if 1 <= year <= 9999 else Unsettled(basis="text")
    if unit == "month":
        there = seen.first + relativedelta(months=count)
        return of_text(span.month(there.year, there.month))
    return of_text(span.day(seen.first + timedelta(days=count * DAYS[unit])))


def of_text(reading: Span) -> Span:
    """The reading, marked as leaning on another date of the text."""
    return replace(reading, basis="text", confidence=0.7)


def around(seen: Span, unit: str) -> Reading:
    """The day, week, month or year that another date of the text lies in."""
    if unit == "year":
        return (
            of_text(span.year(seen.first.year))
            if seen.first.year == seen.last.year
            else Unsettled(basis="text")
        )
    if unit == "month" and (seen.first.year, seen.first.month) == (seen.last.year, seen.last.month):
        return of_text(span.month(seen.first.year, seen.first.month))
    if unit == "week" and seen.grain == "day":
        return of_text(span.week(seen.first))
    return of_text(seen) if unit == "day" and seen.first == seen.last else Unsettled(basis="text")


def decade_of(words: tuple[Token, ...]) -> Span:
    """ "1990s", "'90s" """
    tens = next((n for n, name in enumerate(TENS, 2) for w in words if w.lower == name), None)
    if tens is not None:
        return replace(span.decade(1900 + 10 * tens), confidence=0.7)
    found = next(f for w in words if (f := DECADE.match(w.lower)))
    start = int(found.group(1)) if found.group(1) else 1900 + int(found.group(2))
    return span.decade(start)


def container(scene: Scene, match: Match, words: tuple[Token, ...]) -> Reading | None:
    """What the end is the end of: a month, a year, "next week", "the quarter"."""
    named, number, unit = years(words), months(words), unit_of(words)
    if number:
        return (
            span.month(named[0], number[0])
            if named
            else scene.yearly(match, lambda y: span.month(y, number[0]))
        )
    nth = next(
        (4 if w.lower == "last" else NTHS[w.lower] for w in words if w.lower in NTHS or w.lower == "last"), 0
    )
    if unit == "quarter" and 1 <= nth <= 4:
        return quarter_of(scene, match, words, nth)
    if named:
        return span.year(named[0])
    if any(DECADE.match(w.lower) for w in words):
        return decade_of(words)
    names = [w.lower for w in words if w.lower in span.SEASONS]
    if names:
        return scene.yearly(match, lambda y: span.season(y, names[0]))
    if unit == "day":
        return None
    if has(words, "that", "same"):
        seen = scene.before(match)
        return around(seen, unit) if seen else Unsettled()
    return stepped(scene, unit, next((STEP[w.lower] for w in words if w.lower in STEP), 0))


def quarter_of(scene: Scene, match: Match, words: tuple[Token, ...], nth: int) -> Reading:
    """The nth quarter of the year that the words name, or of the one that the tense gives."""
    if years(words) or has(words, "year"):
        year = point_year(scene, match)
        return leaning(scene, words, span.quarter(year, nth)) if year else Unsettled("quarter")
    if has(words, "last"):
        return Unsettled("quarter")
    return scene.yearly(match, lambda number: span.quarter(number, nth))


def leaning(scene: Scene, words: tuple[Token, ...], reading: Span) -> Span:
    """The reading, told from the clock where the words name no year."""
    return reading if years(words) else scene.told(reading)
