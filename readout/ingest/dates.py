"""The date of a document: given by the caller, or written near its top."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import chain

from readout.model.errors import UsageError

EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    r"(?P<iso>(?:19|20)\d\d(?P<mark>[-/.])\d\d(?P=mark)\d\d)",
)
_STAMP = (
    r"(?:(?:first |originally )?(?:published|posted|issued|released|date|dated)"
    r"(?:\s+(?:on|at))?\s*[:|–—-]?\s*)?"
)
_TIME = r"(?:[,\s•·|–-]*(?:at\s+)?\d{1,2}[:.]\d\d.{0,24}|T\d\d:\d\d\S*)?"
TOP_LINES = 8
LINE_LIMIT = 120
_WHOLE = [re.compile(rf"{_STAMP}{_WEEKDAY}{date}{_TIME}\.?", re.IGNORECASE) for date in _DATES]
_ENDING = [re.compile(rf".{{2,80}}[,|–—:-]\s*{_WEEKDAY}{date}{_TIME}", re.IGNORECASE) for date in _DATES]
_WITHIN = [re.compile(rf"(?<![\d/.-]){date}(?![\d/.-])", re.IGNORECASE) for date in _DATES]
_LATER = re.compile(r"(?:last )?(?:updated|modified|edited|reviewed)", re.IGNORECASE)
_DATELINE = [
    re.compile(
        rf"[A-Z][\w.,'’ ()/-]{{1,60}}?,\s+{_WEEKDAY}(?i:{date})\s*"
        r"(?:\([^)]{2,40}\)\s*)?(?:—|–|--?|:|/)\s*\S"
    )
    for date in _DATES
]


def edtf(published: str | None) -> str | None:
    """The date as given, when it is a year, a month or a day that the calendar has.

    >>> edtf("2025-11")
    '2025-11'
    """
    if published is None:
        return None
    found = EDTF.fullmatch(published.strip())
    if found is None:
        raise UsageError(f"{published!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError as error:
        raise UsageError(
            f"{published!r} is not in the calendar: write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from error
    return found.group()


def stamped(lines: Iterable[str]) -> str | None:
    """The date of the first stamp that is nothing but a date of publication, else the first in one, or None.

    What was updated later says nothing of the day of publication.

    >>> stamped(["Updated 4 May 2021", "Published: 3 May 2021, 14:20 GMT"])
    '2021-05-03'
    """
    bare = [" ".join(line.split()) for line in lines]
    whole = (_iso(match) for line in bare for form in _WHOLE if (match := form.fullmatch(line)))
    first = [line for line in bare if not _LATER.match(line)]
    within = (_iso(match) for line in first for form in _WITHIN if (match := form.search(line)))
    return next(filter(None, chain(whole, within)), None)


def written(lines: Sequence[str]) -> str | None:
    """The one full date that stands near the top of a text as its date, or None.

    A line of its own (``9 June 2023``, ``Vienna, 9 June 2023``, ``Published: March 3, 2020``), the
    end of a title (``Council Briefing – May 2, 2023``) or a dateline (``LIMA, Aug. 21, 2019 —``).
    A date within a sentence is none, and ``03/04/2024`` is ambiguous.
    """
    top = [" ".join(line.split()) for line in lines if line.strip()][:TOP_LINES]
    for line in top:
        short = len(line) <= LINE_LIMIT
        for forms in (_WHOLE, _ENDING) if short else ():
            for form in forms:
                if (found := form.fullmatch(line)) and (day := _iso(found)):
                    return day
        for form in _DATELINE:
            if (found := form.match(line)) and (day := _iso(found)):
                return day
    return None


def _iso(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    try:
        if parts.get("iso"):
            return datetime.date.fromisoformat(re.sub(r"\D", "-", parts["iso"])).isoformat()
        month = MONTHS.index(parts["month"][:3].lower()) + 1
        return datetime.date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
