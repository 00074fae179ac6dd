"""How likely each earlier mention is the antecedent, and how likely there is none: a small fitted network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from readout.language.coreference.pairs import Pairs
from readout.language.encoder import Array

STRETCH = 512
"""Pairs that are scored at once: as many as stay close to the processor."""


@dataclass(frozen=True, slots=True)
class Scores:
    """``links`` [pairs] and ``alone`` [mentions], unnormalised logs: of a mention they compete."""

    links: Array
    alone: Array


def score(weights: Mapping[str, Array], vectors: Array, table: Array, pairs: Pairs) -> Scores:
    """The scores of all pairs from word vectors [mentions, 384], traits [mentions, …] and the pairs' table.

    What each mention is goes through a layer of its own once; pairs add the two and what they share.
    """
    later = np.hstack([_relu(vectors @ weights["later"] + weights["later bias"]), table])
    earlier = np.hstack([_relu(vectors @ weights["earlier"] + weights["earlier bias"]), table])
    ends = (later @ weights["as later"] + weights["hidden bias"], earlier @ weights["as earlier"])
    tails, tips = (vectors @ weights[end] + weights[f"{end} bias"] for end in ("tail", "tip"))
    links = (tails @ tips.T).take(pairs.later * len(tails) + pairs.earlier)
    for first in range(0, len(links), STRETCH):
        here = slice(first, first + STRETCH)
        one, other = pairs.later[here], pairs.earlier[here]
        hidden = pairs.table[here].astype(np.float32) @ weights["shared"]
        hidden += _rows(ends[0], one)
        hidden += _rows(ends[1], other)
        links[here] += _relu(hidden) @ weights["out"]
    links += weights["out bias"]
    alone = _relu(later @ weights["alone"] + weights["alone bias"]) @ weights["alone out"]
    return Scores(links, alone + weights["alone out bias"])


def _relu(values: Array) -> Array:
    return np.maximum(values, np.zeros(values.shape[-1], values.dtype), out=values)  # a row: faster than 0.0


def _rows(values: Array, places: Array) -> Array:
    return values.take(places, axis=0, mode="clip")
