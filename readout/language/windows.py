"""Cutting a text into windows that the encoder can read, with context on both sides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from readout.language.spelling import GAP_SPACE, Spelling

CORE = 160
"""Pieces in the part of a window whose reading is kept."""
LEFT, RIGHT = 56, 16
"""Pieces of context before and behind it."""
STOPS = frozenset(".!?")
QUOTES = frozenset("\"”'’»)")


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` are encoded; of these ``core_first`` to ``core_last`` are kept."""

    first: int
    core_first: int
    core_last: int
    last: int


def cut(spelling: Spelling, sizes: Sequence[int]) -> Iterator[Window]:
    """Windows whose cores cover every word once; ``sizes`` are pieces a word."""
    before = [0, *accumulate(sizes)]
    count, core_first = len(sizes), 0
    while core_first < count:
        core_last = _core_end(spelling, before, core_first)
        first = bisect_left(before, before[core_first] - LEFT)
        last = bisect_right(before, before[core_last] + RIGHT) - 1
        yield Window(first, core_first, core_last, last)
        core_first = core_last


def _core_end(spelling: Spelling, before: Sequence[int], first: int) -> int:
    """As far as ``CORE`` goes, back to the last paragraph or sentence end in its second half.

    ``before`` has the pieces before each word, and all of them at its end.
    """
    end = max(bisect_right(before, before[first] + CORE) - 1, first + 1)
    if end == len(before) - 1:
        return end
    for best in range(end, first + (end - first) // 2, -1):
        if spelling.gaps[best] > GAP_SPACE or _sentence_before(spelling, best):
            return best
    return end


def _sentence_before(spelling: Spelling, index: int) -> bool:
    before = spelling.words[index - 1]
    if before in QUOTES and index > 1:
        before = spelling.words[index - 2]
    return before in STOPS and spelling.gaps[index] == GAP_SPACE
