"""A labelled text as the trainer sees it, and the windows cut from it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from readout.language.spelling import Spelling, quote_states, shape, spelled

IGNORE = -100


@dataclass
class Passage:
    """A text with labels, one list a head, each parallel to the words (absent heads are absent).

    ``cuts`` are the word indices at which a window may begin. Labels that point at words
    (``heads``, ``cues``, ``antecedents``) hold absolute indices; -1 means none.
    """

    spelling: Spelling
    cuts: list[int]
    labels: dict[str, list[Any]] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    vectors: list[tuple[int, int, Any]] = field(default_factory=list)
    pieces: list[list[int]] = field(default_factory=list)
    name: str = ""
    _features: list[tuple[int, int, int]] = field(default_factory=list)

    def features_cached(self) -> list[tuple[int, int, int]]:
        """Shape, gap and quotation state a word, worked out once."""
        if not self._features:
            shapes = [shape(word) for word in self.spelling.words]
            rows = zip(shapes, self.spelling.gaps, quote_states(self.spelling), strict=True)
            self._features = list(rows)
        return self._features


@dataclass
class Window:
    """Words ``first`` to ``last`` of a passage."""

    passage: Passage
    first: int
    last: int

    @property
    def size(self) -> int:
        """Pieces in the window, the two special ones counted."""
        return 2 + sum(len(p) for p in self.passage.pieces[self.first : self.last])


def add_pieces(passage: Passage, cut: Any, cache: dict[str, list[int]]) -> None:
    """Fill in the word pieces; ``cut`` maps a spelled word to its piece ids."""
    for word in passage.spelling.words:
        form = spelled(word)
        if form not in cache:
            cache[form] = cut(form)[:8] or [100]
        passage.pieces.append(cache[form])


def windows(passage: Passage, shortest: int, longest: int, dice: random.Random) -> Iterator[Window]:
    """Cut a passage at its cuts into windows of at most a drawn number of pieces."""
    first, size, last = 0, 2, 0
    limit = dice.randint(shortest, longest)
    stops = [*passage.cuts[1:], len(passage.spelling.words)]
    for stop in stops:
        grown = sum(len(p) for p in passage.pieces[last:stop])
        if size + grown > limit and last > first:
            yield Window(passage, first, last)
            first, size, limit = last, 2, dice.randint(shortest, longest)
        size, last = size + grown, stop
        while size > longest:
            room, end = longest - 2, first
            while end < last and room >= len(passage.pieces[end]):
                room -= len(passage.pieces[end])
                end += 1
            yield Window(passage, first, end)
            first, size = end, 2 + sum(len(p) for p in passage.pieces[end:last])
    if last > first:
        yield Window(passage, first, last)
