"""Words → word pieces, and batches of windows as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from readout.language.encoder import Array
from readout.language.spelling import Spelling, quote_states, shape, spelled
from readout.language.windows import Window

CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST_WORD = 8
"""Pieces that a word may have; what is longer is cut."""
REMEMBERED = 200_000


class Pieces:
    """The vocabulary with a memory of the words met so far."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, one to eight.

        The tokenizer meets each new word once.
        """
        fresh = list(set(words).difference(self._known))
        if len(self._known) + len(fresh) > REMEMBERED:
            self._known.clear()
            fresh = list(set(words))
        forms = [spelled(word) for word in fresh]
        for word, cut in zip(
            fresh, self._tokenizer.encode_batch(forms, add_special_tokens=False), strict=True
        ):
            self._known[word] = cut.ids[:LONGEST_WORD] or [UNKNOWN]
        return list(map(self._known.__getitem__, words))


def spelling_features(spelling: Spelling) -> Array:
    """[words, 3]: shape, gap, quotation state."""
    shapes = list(map(shape, spelling.words))
    return np.array([shapes, spelling.gaps, quote_states(spelling)], np.int64).T.reshape(-1, 3)


def arrays(window: Window, pieces: list[list[int]], features: Array) -> dict[str, Array]:
    """The encoder's input for one window of a text with these pieces and features a word."""
    inside = pieces[window.first : window.last]
    sizes = np.array(list(map(len, inside)), np.int64)
    ids = np.array([CLS, *chain.from_iterable(inside), SEP], np.int64)
    spelling = np.zeros((len(ids), 3), np.int64)
    spelling[1:-1] = np.repeat(features[window.first : window.last], sizes, axis=0)
    ends = np.cumsum(sizes)
    return {
        "ids": ids[None],
        "spelling": spelling[None],
        "mask": np.ones((1, len(ids)), np.int64),
        "first": (1 + ends - sizes)[None],
        "last": ends[None],
    }
