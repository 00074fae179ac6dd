"""Vectors of stretches of a text: the sums of its words' vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readout.language.encoder import Array


class WordVectors:
    """The ``Meaning`` of a text, worked out for the stretches that are asked for.

    ``vectors`` is [words, 384].
    """

    __slots__ = ("_vectors",)

    def __init__(self, vectors: Array) -> None:
        self._vectors = vectors

    def vector(self, first: int, last: int) -> Sequence[float]:
        """The unit vector of words ``first`` to ``last``; zeros for an empty stretch."""
        mean = self._vectors[first:last].sum(0)
        length = float(np.linalg.norm(mean))
        return (mean / length if length else mean).tolist()  # type: ignore[no-any-return]

    def among(self, stretches: Sequence[tuple[int, int]]) -> Sequence[Sequence[float]]:
        """The cosine of each stretch with each; 0 with empty ones."""
        if not stretches:
            return []
        sums = self._summed(np.array(stretches, np.int64))
        lengths = np.linalg.norm(sums, axis=1)
        unit = sums / np.where(lengths, lengths, 1.0)[:, None]
        return (unit @ unit.T).tolist()  # type: ignore[no-any-return]

    def _summed(self, stretches: Array) -> Array:
        """[stretches, 384]: their words are laid one behind the other and summed up to where each ends."""
        sizes = stretches[:, 1] - stretches[:, 0]
        ends = np.cumsum(sizes)
        places = np.arange(ends[-1]) + np.repeat(stretches[:, 1] - ends, sizes)
        sums = np.zeros((len(stretches), self._vectors.shape[1]), np.float32)
        told = np.flatnonzero(sizes)
        if len(told):
            sums[told] = np.add.reduceat(self._vectors[places], (ends - sizes)[told])
        return sums
