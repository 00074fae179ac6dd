"""Tags, features and trees of a whole text from the readings of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.language.decode.tree import tree
from readout.language.encoder import Array
from readout.language.model import Model
from readout.language.readings import Readings

FEATURES = ("Tense", "Number", "Person", "Polarity", "VerbForm", "Mood", "Voice", "PronType")
ROOT = "root"
STRETCH = 256
"""Words whose labels are scored at once: more would only take more memory."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Syntax:
    """One entry a word; ``heads`` are indices into the text, -1 for roots."""

    upos: list[str]
    xpos: list[str]
    feats: list[dict[str, str]]
    heads: list[int]
    deprels: list[str]


def syntax(model: Model, readings: Readings, sentences: Sequence[Range]) -> Syntax:
    """Decode the tags of every word and one tree a sentence."""
    heads = np.zeros(len(readings.spelling.words), np.int64)
    for first, last in sentences:
        heads[first:last] = first + _tree(readings, first, last)
    labels = _labels(model, readings, heads)
    rooted = heads == np.arange(len(heads))
    return Syntax(
        upos=_tags(model, readings, "upos"),
        xpos=_tags(model, readings, "xpos"),
        feats=_features(model, readings),
        heads=np.where(rooted, -1, heads).tolist(),
        deprels=labels,
    )


def _tags(model: Model, readings: Readings, name: str) -> list[str]:
    tags = model.tags[name]
    return [tags[i] for i in readings.scores[name].argmax(1).tolist()]


def _features(model: Model, readings: Readings) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{} for _ in readings.spelling.words]
    for name in FEATURES:
        best, tags = readings.scores[name].argmax(1), model.tags[name]
        places = np.flatnonzero(best)
        for place, tag in zip(places.tolist(), best[places].tolist(), strict=True):
            found[place][name] = tags[tag]
    return found


def _tree(readings: Readings, first: int, last: int) -> Array:
    if last - first == 1:
        return np.zeros(1, np.int64)
    tail, tip = readings.scores["arcs.tail"][first:last], readings.scores["arcs.tip"][first:last]
    return tree(tail @ tip.T)


def _labels(model: Model, readings: Readings, heads: Array) -> list[str]:
    """The best label of each arc; ``root`` is for roots alone."""
    count = len(heads)
    tail = _with_one(readings.scores["deprels.tail"])
    best = np.zeros(count, np.int64)
    names = model.tags["deprels"]
    rooted = heads == np.arange(count)
    for first in range(0, count, STRETCH):
        here = slice(first, first + STRETCH)
        scores = _label_scores(model.relations, tail[here], readings.scores["deprels.tip"], heads[here])
        if ROOT in names:
            scores[~rooted[here], names.index(ROOT)] = -np.inf
        best[here] = scores.argmax(1)
    return [ROOT if root else names[i] for i, root in zip(best.tolist(), rooted.tolist(), strict=True)]


def _label_scores(relations: Array, tail: Array, tips: Array, heads: Array) -> Array:
    """[words, labels]: what a governor asks of its dependents is worked out once for all of them."""
    governors, place = np.unique(heads, return_inverse=True)
    asked = _with_one(tips[governors]) @ relations.reshape(len(relations), -1)
    each = asked.reshape(len(governors), *relations.shape[1:])[place]
    scores: Array = np.matmul(tail[:, None, :], each)[:, 0]
    return scores


def _with_one(vectors: Array) -> Array:
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
