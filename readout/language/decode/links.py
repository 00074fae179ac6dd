"""Arcs within windows → the best few targets of each word of the text."""

from __future__ import annotations

import numpy as np

from readout.language.decode.spans import log_softmax
from readout.language.encoder import Array

KEPT = 4
"""Targets remembered a word."""


def best_targets(tail: Array, tip: Array, backward: bool = False) -> tuple[Array, Array]:
    """``tail``, ``tip`` [W, width] of one window → targets and log-probabilities [W, 4], best first.

    With ``backward`` a word may point only at itself or at an earlier one.
    """
    scores = (tail @ tip.T).astype(np.float32)
    if backward:
        scores = np.where(np.tri(len(scores), dtype=bool), scores, -1e4)
    logs = log_softmax(scores)
    kept = min(KEPT, logs.shape[1])
    targets = np.argpartition(-logs, kept - 1, axis=1)[:, :kept]
    values = np.take_along_axis(logs, targets, 1)
    order = (-values).argsort(1)
    return np.take_along_axis(targets, order, 1), np.take_along_axis(values, order, 1)
