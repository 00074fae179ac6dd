"""The lines of a PDF page in the order in which they are read: one column after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean

FEWEST = 5
"""Lines that each of two columns has at least."""
WORDY = 18
"""Characters that lines of a column have on average; the cells of a table have fewer."""
ACROSS = 0.25
"""Share of a page's lines that may run across both columns: titles, leads, footnotes."""
BESIDE = 0.4
"""Share of the shorter column that stands beside the other one."""
NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a PDF page: its characters, and where it stands in points from the page's lower left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def gutter(page: Sequence[Line]) -> float | None:
    """Where the second of two columns begins; None on a page that has no two columns."""
    starts = Counter(round(line.left) for line in page)
    leftmost = min(starts, default=0)
    for start, count in starts.most_common(6):
        if count >= FEWEST and start > leftmost + 60 and _columns(page, start - NEAR):
            return start - NEAR
    return None


def _columns(page: Sequence[Line], at: float) -> bool:
    left = [line for line in page if line.right <= at]
    right = [line for line in page if line.left >= at]
    if min(len(left), len(right)) < FEWEST or len(page) - len(left) - len(right) > ACROSS * len(page):
        return False
    if any(mean(len(line.text) for line in side) < WORDY for side in (left, right)):
        return False
    tops, bottoms = zip(*map(_ends, (left, right)), strict=True)
    shorter = min(top - bottom for top, bottom in zip(tops, bottoms, strict=True))
    return bool(min(tops) - max(bottoms) >= BESIDE * shorter)


def _ends(side: Sequence[Line]) -> tuple[float, float]:
    return max(line.top for line in side), min(line.bottom for line in side)


def rows(page: Sequence[Line]) -> list[Line]:
    """The lines with those made one again that stand in one row, such as the cells of a table."""
    out: list[Line] = []
    for line in page:
        last = out[-1] if out else None
        if last and abs(last.bottom - line.bottom) < NEAR and line.left >= last.right - NEAR:
            text = f"{last.text} {line.text}"
            out[-1] = replace(last, text=text, right=line.right, top=max(last.top, line.top))
        else:
            out.append(line)
    return out


def groups(page: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that are read on end: a page without columns, or each column between lines across both.

    >>> two = [Line("a column has long lines", x, x + 200, 700 - 14 * n, 710 - 14 * n)
    ...        for n in range(5) for x in (72, 320)]
    >>> [[line.left for line in group] for group in groups(two)]
    [[72, 72, 72, 72, 72], [320, 320, 320, 320, 320]]
    """
    at = gutter(page)
    if at is None:
        yield list(page)
        return
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []
    for line in sorted(page, key=lambda line: -line.bottom):
        if line.left < at < line.right:
            yield from filter(None, (left, right))
            left, right = [], []
            across.append(line)
            continue
        if across:
            yield across
            across = []
        (right if line.left >= at else left).append(line)
    yield from filter(None, (across, left, right))
