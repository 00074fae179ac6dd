"""How likely each earlier mention is the antecedent, and how likely there is none: a small fitted network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from readout.language.coreference.pairs import Pairs
from readout.language.encoder import Array


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
    hidden = (later @ weights["as later"] + weights["hidden bias"])[pairs.later]
    hidden += (earlier @ weights["as earlier"])[pairs.earlier]
    hidden += pairs.table @ weights["shared"]
    links = _relu(hidden) @ weights["out"] + weights["out bias"]
    tails, tips = (
        vectors @ weights["tail"] + weights["tail bias"],
        vectors @ weights["tip"] + weights["tip bias"],
    )
    links += np.einsum("pd,pd->p", tails[pairs.later], tips[pairs.earlier])
    alone = _relu(later @ weights["alone"] + weights["alone bias"]) @ weights["alone out"]
    return Scores(links, alone + weights["alone out bias"])


def _relu(values: Array) -> Array:
    return np.maximum(values, 0.0, out=values)
