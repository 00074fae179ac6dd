"""The parse of a text from above: what hangs on each word, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from readout.model.analysis import Word


class Branches:
    """The words of a text with the children of each."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.heads = [word.head for word in words]
        self.children: list[list[int]] = [[] for _ in words]
        for at, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].append(at)

    def under(self, place: int) -> Sequence[Word]:
        """The words whose head is the one at ``place``."""
        words = self.words
        return [words[kid] for kid in self.children[place]]

    @cached_property
    def reach(self) -> tuple[list[int], list[int]]:
        """Of each word the first and the last word of all that hangs on it, itself among it.

        Each step takes what a word reaches up to its head, until nothing changes.
        """
        own = np.arange(len(self.words))
        heads = np.array(self.heads, np.int64)
        heads = np.where(heads < 0, own, heads)
        low, high = own, own
        while True:
            lower, higher = low.copy(), high.copy()
            np.minimum.at(lower, heads, low)
            np.maximum.at(higher, heads, high)
            if np.array_equal(lower, low) and np.array_equal(higher, high):
                return low.tolist(), high.tolist()
            low, high = lower, higher
