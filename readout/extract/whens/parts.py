"""The parts of a date's words: its months, days, years, units; and the register of rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from readout.extract.grammar import Match, Token
from readout.extract.whens.scene import COUNTS, MONTHS, NTHS, SHORT_DAYS, WEEKDAYS, Scene
from readout.extract.whens.span import Reading

Rule = Callable[[Scene, Match], Reading | None]
RULES: dict[str, Rule] = {}
STEP = {"this": 0, "next": 1, "last": -1}
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"[0-9]{4}$")


def rule(function: Rule) -> Rule:
    """Names a function after the rule of whens.toml that it reads; a last underscore is dropped."""
    RULES[function.__name__.rstrip("_")] = function
    return function


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of surroundings.toml."""
    table = tomllib.loads(files(__package__).joinpath("surroundings.toml").read_text(encoding="utf8"))
    return frozenset(table[name])


def months(words: tuple[Token, ...]) -> list[int]:
    """The months named, in order."""
    return [MONTHS[w.lower] for w in words if w.lower in MONTHS]


def days(words: tuple[Token, ...]) -> list[int]:
    """The days of the month named, in order: "14", "14th", "first"."""
    return [
        int(found.group(1)) if (found := _DAY.match(w.lower)) else NTHS[w.lower]
        for w in words
        if _DAY.match(w.lower) or w.lower in NTHS
    ]


def years(words: tuple[Token, ...]) -> list[int]:
    """The years named, in order."""
    return [int(w.lower) for w in words if _YEAR.match(w.lower)]


def unit_of(words: tuple[Token, ...]) -> str:
    """day, week, fortnight, month, year, decade, quarter, weekend; empty without one."""
    names = {"day", "week", "fortnight", "month", "year", "decade", "quarter", "weekend"}
    return next((w.lower.rstrip("s") for w in words if w.lower.rstrip("s") in names), "")


def count_of(words: tuple[Token, ...]) -> int | None:
    """The number of units: "three", "10", "a", "twenty-five"; None for "a few" and beyond the calendar."""
    if any(w.lower in ("few", "several", "couple", "some") for w in words):
        return None
    for i, w in enumerate(words):
        if w.lower in COUNTS:
            behind = words[i + 2].lower if i + 2 < len(words) and words[i + 1].joined else ""
            return COUNTS[w.lower] + (COUNTS[behind] if behind in COUNTS and behind not in ("a", "an") else 0)
        if w.lower.isascii() and w.lower.isdigit():
            return int(w.lower) if len(w.lower) < 5 else None
    return None


def weekday_of(words: tuple[Token, ...]) -> int:
    """The first weekday named, Monday 0."""
    return next(n for w in words if (n := WEEKDAYS.get(w.lower, SHORT_DAYS.get(w.lower))) is not None)


def has(words: tuple[Token, ...], *names: str) -> bool:
    """Whether one of the words is there."""
    return any(w.lower in names for w in words)
