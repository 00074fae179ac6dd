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
