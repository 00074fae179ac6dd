"""Stretches of the calendar and how EDTF (ISO 8601-2) writes them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from readout.model.swift import swift
from readout.model.when import Basis, Grain


@swift
@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days with its EDTF name: April 2026 is ``2026-04``, its days inclusive."""

    edtf: str
    first: date
    last: date
    grain: Grain
    basis: Basis | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An expression that is a date but cannot be settled: "fiscal 2025", "the coming weeks"."""

    grain: Grain | None = None
    basis: Basis | None = None
    confidence: float = 0.3


Reading = Span | Unsettled


def day(when: date) -> Span:
    """2024-03-14"""
    return Span(when.isoformat(), when, when, "day")


def month(year: int, number: int) -> Span:
    """2024-03; months outside 1 to 12 run over into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Span(f"{year:04}-{number:02}", date(year, number, 1), month_end(year, number), "month")


def month_end(year: int, number: int) -> date:
    """The last day of a month."""
    return date(year, number, calendar.monthrange(year, number)[1])


def year(number: int) -> Span:
    """2024"""
    return Span(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def week(within: date) -> Span:
    """The week of a day, Monday to Sunday: 2024-03-04/2024-03-10."""
    first = within - timedelta(days=within.weekday())
    return interval(day(first), day(first + timedelta(days=6)), "week")


def weekend(within: date) -> Span:
    """The Saturday and Sunday of a day's week."""
    saturday = within + timedelta(days=5 - within.weekday())
    return interval(day(saturday), day(saturday + timedelta(days=1)), "day")


def quarter(number: int, nth: int) -> Span:
    """The nth quarter of a year, as its months: 2025-01/2025-03."""
    return interval(month(number, nth * 3 - 2), month(number, nth * 3), "quarter")


def half(number: int, nth: int) -> Span:
    """The first or second half of a year: 2025-07/2025-12."""
    return interval(month(number, nth * 6 - 5), month(number, nth * 6), "duration")


SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}


def season(number: int, name: str) -> Span:
    """A northern season, EDTF level 1: spring 2026 is 2026-21; winter belongs to the year it begins in."""
    code, start = SEASONS[name]
    end = month(number, start + 2)
    return Span(f"{number:04}-{code}", date(number, start, 1), end.last, "season")


def decade(start: int) -> Span:
    """The 1990s: 199X."""
    return Span(f"{start // 10:03}X", date(start, 1, 1), date(start + 9, 12, 31), "year")


def century(nth: int) -> Span:
    """The 19th century: 18XX."""
    start = (nth - 1) * 100
    return Span(f"{nth - 1:02}XX", date(max(start, 1), 1, 1), date(start + 99, 12, 31), "year")


def interval(left: Span, right: Span, grain: Grain = "duration") -> Span:
    """From the first day of one to the last of the other: 2019/2021."""
    if left.edtf == right.edtf:
        return left
    return Span(
        f"{left.edtf}/{right.edtf}",
        left.first,
        right.last,
        grain,
        left.basis or right.basis,
        min(left.confidence, right.confidence),
    )
