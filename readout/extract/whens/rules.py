"""A reading for each rule of whens.toml: the tokens and the scene give a span of days.

Each returns None where the words are no date after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from readout.extract.grammar import Match, Token
from readout.extract.whens import span
from readout.extract.whens.scene import COUNTS, MONTHS, NTHS, SHORT_DAYS, WEEKDAYS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled

Rule = Callable[[Scene, Match], Reading | None]
RULES: dict[str, Rule] = {}
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"[0-9]{4}$")
_STEP = {"this": 0, "next": 1, "last": -1}


def rule(function: Rule) -> Rule:
    """Names a function after the rule it reads."""
    RULES[function.__name__] = function
    return function


# Parts of a match

def months(words: tuple[Token, ...]) -> list[int]:
    """The months named, in order."""
    return [MONTHS[w.lower] for w in words if w.lower in MONTHS]


def days(words: tuple[Token, ...]) -> list[int]:
    """The days of the month named, in order: "14", "14th", "first"."""
    return [int(found.group(1)) if (found := _DAY.match(w.lower)) else NTHS[w.lower]
            for w in words if _DAY.match(w.lower) or w.lower in NTHS]


def years(words: tuple[Token, ...]) -> list[int]:
    """The years named, in order."""
    return [int(w.lower) for w in words if _YEAR.match(w.lower)]


def unit_of(words: tuple[Token, ...]) -> str:
    """day, week, month, year, decade, quarter, weekend; empty without one."""
    names = {"day", "week", "month", "year", "decade", "quarter", "weekend"}
    return next((w.lower.rstrip("s") for w in words if w.lower.rstrip("s") in names), "")


def count_of(words: tuple[Token, ...]) -> int | None:
    """The number of units: "three", "10", "a"; None for "a few" and numbers too large for dates."""
    if any(w.lower in ("few", "several", "couple", "some") for w in words):
        return None
    for w in words:
        if w.lower in COUNTS:
            return COUNTS[w.lower]
        if w.lower.isascii() and w.lower.isdigit():
            return int(w.lower) if len(w.lower) < 5 else None
    return None


def weekday_of(words: tuple[Token, ...]) -> int:
    """The first weekday named, Monday 0."""
    return next(n for w in words if (n := WEEKDAYS.get(w.lower, SHORT_DAYS.get(w.lower))) is not None)


def has(words: tuple[Token, ...], *names: str) -> bool:
    """Whether one of the words is there."""
    return any(w.lower in names for w in words)


# Dates in full

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
    return scene.yearly(match, lambda year: span.day(date(year, month, day)))


@rule
def month_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return span.month(years(words)[0], months(words)[0])


@rule
def month_of_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    if unit_of(words) != "year":
        return None
    year = _point_year(scene, match)
    return scene.told(span.month(year, months(words)[0])) if year else Unsettled("month")


@rule
def day_of_year(scene: Scene, match: Match) -> Reading | None:
    """ "June 3 last year" """
    words = scene.words(match)
    year = _point_year(scene, match) if unit_of(words) == "year" else None
    return scene.told(span.day(date(year, months(words)[0], days(words)[0]))) if year else Unsettled("day")


@rule
def week_of(scene: Scene, match: Match) -> Reading | None:
    """ "the week of April 8" begins there, be it a Monday or not."""
    words = scene.words(match)
    year, month, day = years(words), months(words)[0], days(words)[0]
    date(2024, month, day)
    make: Callable[[int], Span] = lambda y: span.day(date(y, month, day))  # noqa: E731
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


# Against the clock

@rule
def point_unit(scene: Scene, match: Match) -> Reading | None:
    """ "later next year", "last week" """
    words = scene.words(match)
    step = next(_STEP[w.lower] for w in words if w.lower in _STEP)
    return _stepped(scene, unit_of(words), step)


def _stepped(scene: Scene, unit: str, step: int) -> Reading:
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
        return scene.told(span.weekend(clock.day + timedelta(weeks=step - (step == -1 and clock.day.weekday() > 6))))
    return scene.told(span.day(clock.day + timedelta(days=step))) if clock.day and unit == "day" else Unsettled()


@rule
def coming_quarter(scene: Scene, match: Match) -> Reading | None:
    """ "in the next quarter", "over the past quarter" """
    return _stepped(scene, "quarter", 1 if has(scene.words(match), "next", "coming") else -1)


@rule
def point_decade(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return _stepped(scene, "decade", _STEP[words[0].lower])


def _point_year(scene: Scene, match: Match) -> int | None:
    """The year of "of last year", "of the year", "of that year"; None when it cannot be told."""
    words = scene.words(match)
    named = years(words)
    if named:
        return named[0]
    if has(words, "same", "that"):
        seen = scene.before(match)
        return seen.first.year if seen else None
    step = next((_STEP[w.lower] for w in reversed(words) if w.lower in _STEP and words[-1] is not w), 0)
    return scene.clock.year + step if scene.clock.year else None


@rule
def point_weekday(scene: Scene, match: Match) -> Reading | None:
    """ "next Friday" is next week's, "this Friday" this week's, "Tuesday last week" last week's."""
    words, day = scene.words(match), scene.clock.day
    if day is None:
        return Unsettled("day")
    if unit_of(words) not in ("", "week"):
        return None
    step = next(_STEP[w.lower] for w in words if w.lower in _STEP)
    if has(words, "coming"):
        return scene.told(span.day(day + timedelta(days=(weekday_of(words) - day.weekday()) % 7)))
    monday = day - timedelta(days=day.weekday())
    return scene.told(span.day(monday + timedelta(weeks=step, days=weekday_of(words))))


@rule
def point_month(scene: Scene, match: Match) -> Reading | None:
    """ "last October": the last one over; "next May": the next to begin; "this March": this year's."""
    words, clock = scene.words(match), scene.clock
    if clock.day is None:
        return Unsettled("month")
    number = months(words)[0]
    step = next(_STEP[w.lower] for w in words if w.lower in _STEP)
    year = clock.day.year
    if step == -1 and number >= clock.day.month:
        year -= 1
    if step == 1 and number <= clock.day.month:
        year += 1
    return scene.told(span.month(year, number))


@rule
def point_season(scene: Scene, match: Match) -> Reading | None:
    words, day = scene.words(match), scene.clock.day
    if day is None:
        return Unsettled("season")
    name = words[-1].lower
    step = next(_STEP[w.lower] for w in words if w.lower in _STEP)
    spans = [span.season(day.year + shift, name) for shift in (-2, -1, 0, 1)]
    if step == 0:
        return scene.told(min(spans, key=lambda s: max((s.first - day).days, (day - s.last).days, 0)))
    if step < 0:
        return scene.told(max((s for s in spans if s.last < day), key=lambda s: s.first))
    return scene.told(min((s for s in spans if s.first > day), key=lambda s: s.first))


@rule
def weekday(scene: Scene, match: Match) -> Reading | None:
    if scene.lower(match.first - 1) in _SPECIAL or has(scene.tokens[match.last : match.last + 1], "prayers"):
        return None
    return scene.weekday(match, weekday_of(scene.words(match)))


_SPECIAL = frozenset(("black", "good", "ash", "bloody", "palm", "easter", "super", "cyber", "holy", "every", "each",
                      "giving", "whit", "shrove", "maundy", "any"))


@rule
def deictic(scene: Scene, match: Match) -> Reading | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(scene.words(match)[0].lower, 0)
    if scene.lower(match.last) in ("'s", "’s") and shift == 0 and not scene.words(match)[0].lower == "tonight" and (
        scene.lower(match.last + 1) in ("world", "youth", "generation", "market")
    ):
        return None
    return _stepped(scene, "day", shift)


@rule
def deictic_step(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    shift = {"yesterday": -1, "tomorrow": 1}.get(words[-1].lower, 0) + (1 if has(words, "after") else -1)
    return _stepped(scene, "day", shift) if unit_of(words) == "day" else Unsettled()


@rule
def this_daypart(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return _stepped(scene, "day", -1 if has(words, "last") else 0)


@rule
def weekend(scene: Scene, match: Match) -> Reading | None:
    """ "over the weekend": the last one of a past clause, the next one of a future clause."""
    day = scene.clock.day
    if day is None:
        return Unsettled("day")
    back = scene.tense(match) != "future" and day.weekday() < 5
    return scene.told(span.weekend(day - timedelta(weeks=int(back))))


@rule
def ago(scene: Scene, match: Match) -> Reading | None:
    count = count_of(scene.words(match))
    loose = scene.lower(match.first - 1) in ("about", "around", "nearly", "almost", "than", "roughly", "over", "some",
                                              "approximately", "least")
    if count is None or loose:
        return Unsettled(basis=scene.clock.basis)
    return _moved(scene, unit_of(scene.words(match)), -count)


def _moved(scene: Scene, unit: str, count: int) -> Reading:
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
    return replace(scene.told(span.day(clock.day + timedelta(days=count * (7 if unit == "week" else 1)))), confidence=0.8)


@rule
def from_now(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    count = count_of(words)
    if count is None:
        return Unsettled()
    found = _moved(scene, unit_of(words), count)
    shift = {"yesterday": -1, "tomorrow": 1}.get(words[-1].lower, 0)
    if shift and isinstance(found, Span) and found.grain == "day":
        return scene.told(span.day(found.first + timedelta(days=shift)))
    return found


@rule
def in_units(scene: Scene, match: Match) -> Reading | None:
    """ "will return in two weeks", "must reply within 10 days"; elsewhere a mere duration."""
    words = scene.words(match)
    count = count_of(words[1:])
    if words[0].lower not in ("in", "within") or count is None or scene.tense(match) != "future":
        return None
    if scene.lower(match.last) in ("of", "after", "from"):
        return Unsettled(basis="event")
    return replace(_moved(scene, unit_of(words), count), confidence=0.5)


@rule
def rolling(scene: Scene, match: Match) -> Reading | None:
    """ "the next three years": from the clock on, in the unit it counts."""
    words, clock = scene.words(match), scene.clock
    count, unit = count_of(words[1:]), unit_of(words)
    if count is None or words[1].lower == "following":
        return Unsettled("duration")
    ahead = has(words, "next", "coming")
    there, here = _moved(scene, unit, count if ahead else -count), _moved(scene, unit, 0)
    if unit == "week":
        there, here = _stepped(scene, "week", count if ahead else -count), _stepped(scene, "week", 0)
        there, here = _moved(scene, "week", count if ahead else -count), _moved(scene, "week", 0)
    if isinstance(there, Unsettled) or isinstance(here, Unsettled) or clock.year is None:
        return Unsettled("duration")
    return span.interval(here, there) if ahead else span.interval(there, here)


@rule
def vague(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    if has(words, "following") and not has(words, "the"):
        return None
    return Unsettled("duration", scene.clock.basis)


@rule
def ordinal_day(scene: Scene, match: Match) -> Reading | None:
    """ "on the 27th", but not "on the 27th floor"."""
    following = scene.tokens[match.last : match.last + 1]
    if following and following[0].text[0].isalpha() and following[0].lower not in _AFTER_DAY:
        return None
    number, clock = days(scene.words(match))[0], scene.clock
    if clock.day is None:
        return Unsettled("day")
    tense = scene.tense(match)
    here = clock.day
    if tense == "past" and number > here.day:
        here += relativedelta(months=-1)
    elif tense == "future" and number < here.day:
        here += relativedelta(months=1)
    return scene.told(span.day(here.replace(day=number)))


_AFTER_DAY = frozenset("and or but to in at with after before when as he she they it we will would for by".split())


# Parts of years and months

@rule
def end_of(scene: Scene, match: Match) -> Reading | None:
    """ "by the end of April" is its last day; "at the end of 2022" leaves the day open."""
    words = scene.words(match)
    at = next((i for i, w in enumerate(words) if w.lower == "of"), 1 if words[1].lower in ("-", "–") else 0)
    whole = _container(scene, match, words[at + 1 :])
    if whole is None or isinstance(whole, Unsettled):
        return whole
    if has(words, "end", "close") and scene.lower(match.first - 1) in ("by", "until", "till", "til", "before", "through"):
        return replace(span.day(whole.last), basis=whole.basis, confidence=whole.confidence)
    return whole


def _container(scene: Scene, match: Match, words: tuple[Token, ...]) -> Reading | None:
    """What the end is the end of: a month, a year, "next week", "the quarter"."""
    named, number, unit = years(words), months(words), unit_of(words)
    if number:
        return span.month(named[0], number[0]) if named else scene.yearly(match, lambda y: span.month(y, number[0]))
    nth = next((4 if w.lower == "last" else NTHS[w.lower] for w in words if w.lower in NTHS or w.lower == "last"), 0)
    if unit == "quarter" and 1 <= nth <= 4:
        return _quarter_of(scene, match, words, nth)
    if named:
        return span.year(named[0])
    if any(_DECADE.match(w.lower) for w in words):
        return _decade_of(words)
    names = [w.lower for w in words if w.lower in span.SEASONS]
    if names:
        return scene.yearly(match, lambda y: span.season(y, names[0]))
    if unit == "day":
        return None
    if has(words, "that", "same"):
        seen = scene.before(match)
        return _around(seen, unit) if seen else Unsettled()
    return _stepped(scene, unit, next((_STEP[w.lower] for w in words if w.lower in _STEP), 0))


@rule
def unit_end(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    whole = _stepped(scene, unit_of(words), 0)
    if isinstance(whole, Unsettled) or unit_of(words) == "day":
        return None
    return replace(span.day(whole.last), basis=whole.basis, confidence=whole.confidence)


@rule
def quarter(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    code = next((int(w.lower[1]) for w in words if w.lower in ("q1", "q2", "q3", "q4")), 0)
    nth = code or next((4 if w.lower == "last" else NTHS[w.lower] for w in words
                        if w.lower in NTHS or w.lower == "last"), 0)
    if not 1 <= nth <= 4:
        return None
    if has(words, "fiscal"):
        return Unsettled("quarter")
    return _quarter_of(scene, match, words, nth)


def _quarter_of(scene: Scene, match: Match, words: tuple[Token, ...], nth: int) -> Reading:
    """The nth quarter of the year that the words name, or of the one that the tense gives."""
    if years(words) or has(words, "year"):
        year = _point_year(scene, match)
        return _leaning(scene, words, span.quarter(year, nth)) if year else Unsettled("quarter")
    if has(words, "last"):
        return Unsettled("quarter")
    return scene.yearly(match, lambda number: span.quarter(number, nth))


def _leaning(scene: Scene, words: tuple[Token, ...], reading: Span) -> Span:
    """The reading, told from the clock where the words name no year."""
    return reading if years(words) else scene.told(reading)


@rule
def half(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    nth = next((int(w.lower[1]) for w in words if w.lower in ("h1", "h2")), 0) or next(
        (2 if w.lower == "last" else NTHS[w.lower] for w in words if w.lower in NTHS or w.lower == "last"), 0)
    year = _point_year(scene, match) if unit_of(words) in ("", "year") else None
    if nth not in (1, 2):
        return None
    return _leaning(scene, words, span.half(year, nth)) if year else Unsettled()


@rule
def months_of_year(scene: Scene, match: Match) -> Reading | None:
    """ "the first nine months of 2023" """
    words = scene.words(match)
    count, year = count_of(words[2:]), _point_year(scene, match)
    if year is None or count is None or unit_of(words) != "month" or not 1 <= count <= 12:
        return Unsettled("duration")
    if words[1].lower not in ("first", "last"):
        return Unsettled("duration")
    first = 1 if words[1].lower == "first" else 13 - count
    return _leaning(scene, words, span.interval(span.month(year, first), span.month(year, first + count - 1)))


@rule
def part_of_month(scene: Scene, match: Match) -> Reading | None:
    """ "the second week of February", "late in the year": the whole that it is part of."""
    words = scene.words(match)
    at = next(i for i, w in enumerate(words) if w.lower in ("of", "in", "during", "over", "within", "throughout"))
    if len(words) > 1 and words[at - 1].lower == "last" or words[at].lower in ("over", "within"):
        return None
    rest = words[at + 1 :]
    if scene.lower(match.first - 1) == "twice" or unit_of(words[:at]) == "year" or (
        years(rest) and not months(rest) and at == 1 and words[0].lower in NTHS):
        return None
    if at == 1 and words[0].lower in NTHS or at == 2 and words[1].lower in NTHS:
        return _first_of(scene, match, rest, NTHS[words[at - 1].lower])
    found = _container(scene, match, rest)
    return replace(found, confidence=min(found.confidence, 0.7)) if found else None


def _first_of(scene: Scene, match: Match, rest: tuple[Token, ...], day: int) -> Reading | None:
    """ "the first of January", "the fifth of this month" """
    whole = _container(scene, match, rest)
    if not isinstance(whole, Span) or whole.grain != "month":
        return None
    return replace(span.day(whole.first.replace(day=day)), basis=whole.basis, confidence=whole.confidence)


@rule
def part_year(scene: Scene, match: Match) -> Reading | None:
    return span.year(years(scene.words(match))[0])


@rule
def season_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    name = next(w.lower for w in words if w.lower in span.SEASONS)
    if name == "fall" and scene.lower(match.first - 1) in ("a", "to", "will"):
        return None
    return span.season(years(words)[0], name)


@rule
def season(scene: Scene, match: Match) -> Reading | None:
    name = next(w.lower for w in scene.words(match) if w.lower in span.SEASONS)
    if has(scene.tokens[match.last : match.last + 1], "of"):
        return None
    return scene.yearly(match, lambda year: span.season(year, name))


_DECADE = re.compile(r"(?:([0-9]{3}0)|['’]([0-9]0))s$")


def _decade_of(words: tuple[Token, ...]) -> Span:
    """ "1990s", "'90s" """
    found = next(f for w in words if (f := _DECADE.match(w.lower)))
    start = int(found.group(1)) if found.group(1) else 1900 + int(found.group(2))
    return span.decade(start)


@rule
def decade(scene: Scene, match: Match) -> Reading | None:
    if has(scene.tokens[max(0, match.first - 3) : match.first], "his", "her", "their"):
        return None
    return _decade_of(scene.words(match))


@rule
def century(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    nth = (days(words) or [0])[0]
    return span.century(nth) if 1 <= nth <= 22 else None


# Against other dates in the text

@rule
def text_step(scene: Scene, match: Match) -> Reading | None:
    """ "Two days later", told from the date before it; "a year earlier" mostly has none."""
    words = scene.words(match)
    count, unit, ahead = count_of(words), unit_of(words), has(words, "later", "after", "afterward", "afterwards")
    event = has(words, "before", "after") and scene.lower(match.last)[:1].isalpha()
    anchor = scene.following(match) if has(words, "before", "after") else None
    if anchor is not None and count is not None:
        return _text_moved(anchor, unit, count if ahead else -count)
    if event and scene.lower(match.last) not in ("and", "but", "he", "she", "they", "that"):
        return Unsettled(basis="event")
    seen = scene.before(match)
    if count is None or seen is None or (not ahead and unit in ("year", "decade")):
        return Unsettled(basis="text")
    return _text_moved(seen, unit, count if ahead else -count)


def _text_moved(seen: Span, unit: str, count: int) -> Reading:
    """So many units from another date of the text, no finer than that date is."""
    if unit in ("day", "week") and seen.grain != "day" or unit == "month" and seen.grain not in ("day", "month"):
        return Unsettled(basis="text")
    if unit in ("year", "decade"):
        year = seen.first.year + count * (10 if unit == "decade" else 1)
        return _text(span.year(year)) if 1 <= year <= 9999 else Unsettled(basis="text")
    if unit == "month":
        there = seen.first + relativedelta(months=count)
        return _text(span.month(there.year, there.month))
    return _text(span.day(seen.first + timedelta(days=count * (7 if unit == "week" else 1))))


def _text(reading: Span) -> Span:
    """The reading, marked as leaning on another date of the text."""
    return replace(reading, basis="text", confidence=0.7)


@rule
def text_next(scene: Scene, match: Match) -> Reading | None:
    """ "the next morning", "the previous year", told from the date before it."""
    words = scene.words(match)
    seen = scene.before(match)
    if words[1].lower == "past" or (words[1].lower == "next" and scene.lower(match.first - 1) in ("over", "in", "for")
                                     and scene.tense(match) == "future"):
        return Unsettled("duration", scene.clock.basis)
    if seen is None or (words[-1].lower in WEEKDAYS and words[0].lower != "the"):
        return Unsettled(basis="text")
    if words[-1].lower in WEEKDAYS:
        number = WEEKDAYS[words[-1].lower]
        if seen.grain != "day" or has(words, "previous", "preceding", "prior"):
            return Unsettled("day", "text")
        return _text(span.day(seen.first + timedelta(days=(number - seen.first.weekday() - 1) % 7 + 1)))
    step = -1 if words[1].lower in ("previous", "preceding", "prior") else 1
    unit = unit_of(words) or "day"
    if unit == "week":
        return _text(span.week(seen.first + timedelta(weeks=step))) if seen.grain == "day" else Unsettled("week", "text")
    return _text_moved(seen, unit, step)


@rule
def text_beside(scene: Scene, match: Match) -> Reading | None:
    """ "the day before", unless it is the day before something."""
    words = scene.words(match)
    following = scene.lower(match.last)
    seen = scene.before(match)
    if following[:1].isalnum() and following not in ("and", "but", "in", "at", "he", "she", "they"):
        return Unsettled(basis="event")
    if seen is None:
        return Unsettled(basis="text")
    step = 1 if has(words, "after", "later") else -1
    return _text_moved(seen, unit_of(words) or "day", step)


@rule
def text_same(scene: Scene, match: Match) -> Reading | None:
    """ "later that month", "the same day", "earlier in the day"."""
    words = scene.words(match)
    seen = scene.before(match)
    if words[0].lower == "that" and len(words) == 2 and scene.lower(match.first - 1) not in _BEFORE_THAT:
        return None
    if seen is None:
        return Unsettled(basis="text")
    last = words[-1].lower
    if last in WEEKDAYS or last in span.SEASONS or last == "weekend":
        return Unsettled(basis="text")
    return _around(seen, unit_of(words) or "day")


_BEFORE_THAT = frozenset("in on of by until since during before after from for , . late early".split()) | {""}


def _around(seen: Span, unit: str) -> Reading:
    """The day, week, month or year that another date of the text lies in."""
    if unit == "year":
        return _text(span.year(seen.first.year)) if seen.first.year == seen.last.year else Unsettled(basis="text")
    if unit == "month" and (seen.first.year, seen.first.month) == (seen.last.year, seen.last.month):
        return _text(span.month(seen.first.year, seen.first.month))
    if unit == "week" and seen.grain == "day":
        return _text(span.week(seen.first))
    return _text(seen) if unit == "day" and seen.first == seen.last else Unsettled(basis="text")


# Bare months and years

@rule
def month_noun(scene: Scene, match: Match) -> Reading | None:
    """ "the October meeting": the month of an event."""
    words = scene.words(match)
    if words[-1].lower in _NO_NOUN or not words[-1].text[0].isalpha():
        return None
    number = months(words)[0]
    return scene.yearly(match, lambda year: span.month(year, number))


_NO_NOUN = frozenset("is was will would has had have in on at by to for from with and or but of that which as when".split())


@rule
def month(scene: Scene, match: Match) -> Reading | None:
    """ "in April"; "March", "May" and "August" only where a date can stand."""
    words = scene.words(match)
    before, after = scene.lower(match.first - 1), scene.tokens[match.last : match.last + 1]
    named = after and after[0].text[0].isupper() and not after[0].break_before
    alone = len(words) == 1 or (len(words) == 2 and words[-1].text == ".")
    if alone and (before not in _BEFORE_MONTH) and (words[0].lower in _OTHERWISE or named):
        return None
    if alone and words[0].lower in _OTHERWISE and before in ("to", "and", "or", "of", "the", ",", "for") and not (
        before in ("and", "or", "to", ",") and any(t.lower in MONTHS for t in scene.tokens[max(0, match.first - 3) : match.first])
    ) and not (before == "of" and not named):
        return None
    number = months(words)[0]
    return scene.yearly(match, lambda year: span.month(year, number))


_OTHERWISE = frozenset(("may", "march", "mar", "august", "sep", "dec", "jan", "jun"))
_BEFORE_MONTH = frozenset(
    "in since by until till from to through of for before after during between and or late early mid about around this "
    "next last the its their".split())


@rule
def fiscal(scene: Scene, match: Match) -> Reading | None:
    return Unsettled("year", scene.clock.basis)


@rule
def the_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return span.year(years(words)[0]) if unit_of(words) == "year" else None


@rule
def year(scene: Scene, match: Match) -> Reading | None:
    """ "in 2016", "the 2015 deal"; not "Resolution 2231" or "2000 rifles"."""
    number = years(scene.words(match))[0]
    before, after = scene.lower(match.first - 1), scene.tokens[match.last : match.last + 1]
    word = after[0] if after and not after[0].break_before else None
    noun = word is not None and word.text[0].islower() and word.lower not in _AFTER_YEAR
    plural = noun and word is not None and word.lower.endswith("s")
    if scene.tokens[match.first].joined and before not in ("(", "-", "–", "/", "“", '"'):
        return None
    fits = (
        before in _SURE_YEAR
        or (before in _LIKELY_YEAR and not plural)
        or (before in _FREE_YEAR and not noun and not (word and word.text[0].isupper()))
        or (before in _NOUN_YEAR and number >= 1800 and (noun or word is not None and word.text[0].isupper())
            and (word is None or word.lower not in ("agenda", "vision")))
        or (before == "(" and word is not None and word.text in (")", ";", ","))
        or (before in (",", "and", "or") and bool(scene.seen) and match.first - scene.seen[-1][0] <= 3
            and scene.seen[-1][1].grain == "year")
        or (before == "-" and scene.lower(match.first - 2) in ("pre", "post", "mid", "late", "early"))
        or (before.isalpha() and scene.tokens[match.first - 1].text.islower() and noun and not plural and number >= 1900)
        or (word is not None and word.lower in _YEAR_VERBS and (before in ("", ".") or scene.tokens[match.first].break_before))
    )
    return span.year(number) if fits else None


_SURE_YEAR = frozenset("in since until till during throughout circa late early mid".split())
_LIKELY_YEAR = frozenset("by before after from through beyond than with versus vs against like into".split())
_FREE_YEAR = frozenset("of for to and around about as".split())
_NOUN_YEAR = frozenset(("the", "a", "its", "their", "his", "her", "our", "'s", "’s", "this"))
_AFTER_YEAR = frozenset(
    "and or but in on at to from for by with when after before as that which who where was is were are had has have will "
    "would until through because while the a an it they he she we did than".split())
_YEAR_VERBS = frozenset("was is will saw has had marked brought would".split())

for _name in ("days_", "months_", "years_"):
    RULES[_name.rstrip("_")] = RULES.pop(_name)
