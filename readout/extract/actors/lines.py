"""Where lines and paragraphs begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from readout.model.analysis import Word


def openers(text: str, all_words: Sequence[Word], starts: Sequence[int], mark: str = "\n") -> frozenset[int]:
    """The words before which a mark stands, a line's end or an empty line; words begin at ``starts``."""
    found, at = set(), text.find(mark)
    while at >= 0:
        word = bisect_right(starts, at)
        before = all_words[word - 1].end if word else 0
        if before <= at and (word == len(all_words) or at + len(mark) <= starts[word]):
            found.add(word)
        at = text.find(mark, at + 1)
    return frozenset(found)
