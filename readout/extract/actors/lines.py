"""Where lines and paragraphs begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from readout.model.analysis import Word


def _start(word: Word) -> int:
    return word.start


def openers(text: str, all_words: Sequence[Word], mark: str = "\n") -> frozenset[int]:
    """The words before which a mark stands, a line's end or an empty line."""
    found, at = set(), text.find(mark)
    while at >= 0:
        word = bisect_right(all_words, at, key=_start)
        before = all_words[word - 1].end if word else 0
        if before <= at and (word == len(all_words) or at + len(mark) <= all_words[word].start):
            found.add(word)
        at = text.find(mark, at + 1)
    return frozenset(found)
