"""The days that a date stands for."""

from __future__ import annotations

import datetime
import re

from readout.model.errors import UsageError

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")


def days_of(edtf: str | None) -> tuple[str, str] | None:
    """The first and the last day of a year, a month, a day or an interval of them; None for the rest.

    >>> days_of("2026-02"), days_of("2026-03-02/2026-03-04")
    (('2026-02-01', '2026-02-28'), ('2026-03-02', '2026-03-04'))
    """
    first, _, last = (edtf or "").partition("/")
    start, end = _span(first), _span(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _span(date: str) -> tuple[str, str] | None:
    found = DATE.fullmatch(date)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        start = datetime.date(year, month or 1, day or 1)
        if day:
            return start.isoformat(), start.isoformat()
        following = datetime.date(year + (not month or month == 12), (month or 12) % 12 + 1, 1)
        return start.isoformat(), (following - datetime.timedelta(1)).isoformat()
    except ValueError:
        return None


def bound(date: str | None, *, last: bool = False) -> str | None:
    """The day at which a filter begins or ends; raises ``UsageError`` for what is no date."""
    if date is None:
        return None
    days = days_of(date.strip()) if "/" not in date else None
    if days is None:
        raise UsageError(f"{date!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    return days[last]


FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS, YEARS = 24, 25
"""How many of each are spelled out; what is longer is ``long`` and looked at one by one."""
LONG = "d·long"


def calendar(days: tuple[str, str] | None) -> list[str]:
    """Marked tokens for the months and years of some days, by which a search finds them quickly.

    >>> calendar(("2026-03-02", "2026-04-01"))
    ['d·2026-03', 'd·2026-04', 'd·2026']
    """
    if days is None:
        return []
    first, last = days
    years = range(int(first[:4]), int(last[:4]) + 1)
    spelled = len(years) <= YEARS and years[0] >= FIRST_YEAR and years[-1] <= LAST_YEAR
    return [*(_months(first, last) or [LONG]), *([f"d·{year}" for year in years] if spelled else [LONG])]


def spanned(after: str | None, before: str | None) -> list[str]:
    """The tokens of ``calendar`` of which days between two bounds have at least one.

    >>> spanned("2026-03-01", "2026-03-31")
    ['d·2026-03', 'd·long']
    """
    months = _months(after, before) if after and before else []
    if months:
        return [*months, LONG]
    first = max(int(after[:4]) if after else FIRST_YEAR, FIRST_YEAR)
    last = min(int(before[:4]) if before else LAST_YEAR, LAST_YEAR)
    return [*(f"d·{year}" for year in range(first, last + 1)), LONG]


def _months(first: str, last: str) -> list[str]:
    """The months from one day to another; none where they are too many."""
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    if end - start >= MONTHS:
        return []
    return [f"d·{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
