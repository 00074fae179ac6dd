"""Cutting a text into windows that the encoder can read, with context on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    count = len(sizes)
    core_first = 0
    while core_first < count:
        core_last = _core_end(spelling, sizes, core_first)
        first = _reach(sizes, core_first, LEFT, -1)
        last = _reach(sizes, core_last, RIGHT, 1)
        yield Window(first, core_first, core_last, last)
        core_first = core_last


def _core_end(spelling: Spelling, sizes: Sequence[int], first: int) -> int:
    """As far as ``CORE`` goes, back to the last paragraph or sentence end in its second half."""
    room, end = CORE, first
    while end < len(sizes) and (room >= sizes[end] or end == first):
        room -= sizes[end]
        end += 1
    if end == len(sizes):
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


def _reach(sizes: Sequence[int], start: int, room: int, step: int) -> int:
    """How far context of ``room`` pieces goes from a word boundary, backward or forward."""
    place = start
    while 0 <= (word := place - 1 if step < 0 else place) < len(sizes) and room >= sizes[word]:
        room -= sizes[word]
        place += step
    return place
