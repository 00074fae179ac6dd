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
STEPS = ((45, 7), (200, 30), (800, 91), (3000, 365), (9000, 1826))


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
    span = (last - first).days
    step = next((step for most, step in STEPS if span <= most), 3653)
    at = first
    while at <= last:
        x = LEFT + (at - first).days * scale
        if x <= WIDTH - 60:
            yield Tick(x, at.isoformat() if step < 365 else str(at.year))
        at += timedelta(days=step)


def _day(text: str | None) -> date | None:
    """The day of an ISO date; of a month or a year its first."""
    try:
        year, month, day = (*map(int, (text or "").split("-")), 1, 1)[:3]
        return date(year, month, day)
    except ValueError:
        return None
