"""The timeline as a drawing: where each bar, mark and label stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readout.export.sides import short
from readout.model.timeline import Moment

WIDTH = 1000
LEFT, RIGHT = 20, 20
ROW = 30
LETTER = 6.8
TOP = 34
WEEKS = 45
STEPS = ((200, 1), (800, 3), (3000, 12), (9000, 60))


@dataclass(frozen=True, slots=True)
class Bar:
    """One moment: from ``x`` over ``width`` when it happened, ``reports`` where it was reported.

    Its label stands behind it, ``before`` it, or ``within`` it where neither side has room.
    """

    number: int
    x: float
    y: float
    width: float
    label: str
    label_x: float
    before: bool
    within: bool
    moment: Moment
    reports: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the page needs to draw."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def drawing(moments: Sequence[Moment]) -> Drawing:
    """The bars of dated moments in order, a row each; what is known by the year is a year wide."""
    days = [d for m in moments for d in (_day(m.start), _day(m.end), *map(_day, m.reported)) if d]
    first, last = min(days), max(days) + timedelta(days=1)
    scale = (WIDTH - LEFT - RIGHT) / max(1, (last - first).days)
    bars = tuple(_bar(n, moment, first, scale) for n, moment in enumerate(moments, 1))
    return Drawing(WIDTH, TOP + ROW * len(bars) + 10, bars, tuple(_ticks(first, last, scale)))


def _bar(number: int, moment: Moment, first: date, scale: float) -> Bar:
    start = _day(moment.start) or first
    end = (_day(moment.end) or start) + timedelta(days=1)
    x = LEFT + (start - first).days * scale
    width = max(6.0, (end - start).days * scale)
    parties = ", ".join(moment.actors[:2]) or "nobody named"
    label = short(f"{moment.edtf} {moment.type.lower()}: {parties}", 60)
    before = x + width > WIDTH * 0.62
    reports = tuple(LEFT + (d - first).days * scale for d in map(_day, moment.reported) if d)
    within = before and x < len(label) * LETTER
    at = x + 6 if within else x - 6 if before else x + width + 6
    y = TOP + ROW * (number - 1)
    return Bar(number, x, y, width, label, at, before and not within, within, moment, reports)


def _ticks(first: date, last: date, scale: float) -> Iterator[Tick]:
    for at, label in _dates(first, last):
        x = LEFT + (at - first).days * scale
        if x <= WIDTH - 60:
            yield Tick(x, label)


def _dates(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Days a week apart; over longer times the firsts of months or of years, with what they are called."""
    span = (last - first).days
    if span <= WEEKS:
        days = (first + timedelta(days=week) for week in range(0, span + 1, 7))
        yield from ((day, day.isoformat()) for day in days)
        return
    step = next((step for most, step in STEPS if span <= most), 120)
    for month in range(first.year * 12 // step * step, last.year * 12 + last.month, step):
        year, month_of_year = divmod(month, 12)
        if year and first <= (day := date(year, month_of_year + 1, 1)):
            yield day, str(year) if step >= 12 else f"{day:%Y-%m}"


def _day(text: str | None) -> date | None:
    """The day of an ISO date; of a month or a year its first."""
    try:
        year, month, day = (*map(int, (text or "").split("-")), 1, 1)[:3]
        return date(year, month, day)
    except ValueError:
        return None
