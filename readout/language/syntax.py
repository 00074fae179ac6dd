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
STRETCH = 128
"""Governors whose dependents' labels are scored at once: more would only take more memory."""

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
    heads = _heads(readings, sentences)
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
    return list(map(tags.__getitem__, readings.scores[name].argmax(1).tolist()))


def _features(model: Model, readings: Readings) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{} for _ in readings.spelling.words]
    for name in FEATURES:
        best, tags = readings.scores[name].argmax(1), model.tags[name]
        places = np.flatnonzero(best)
        for place, tag in zip(places.tolist(), best[places].tolist(), strict=True):
            found[place][name] = tags[tag]
    return found


def _heads(readings: Readings, sentences: Sequence[Range]) -> Array:
    """The head of each word, a root's its own: the best head where that makes a tree, as it mostly does."""
    heads = np.zeros(len(readings.spelling.words), np.int64)
    tails, tips = readings.scores["arcs.tail"], readings.scores["arcs.tip"]
    scores = [tails[first:last] @ tips[first:last].T for first, last in sentences]
    for (first, last), given in zip(sentences, scores, strict=True):
        heads[first:last] = first + given.argmax(1)
    for number in _broken(heads, sentences):
        first, last = sentences[number]
        heads[first:last] = first + tree(scores[number])
    return heads


def _broken(heads: Array, sentences: Sequence[Range]) -> list[int]:
    """The sentences in which not every word leads up to one root: all at once, by pointer jumping."""
    longest = max((last - first for first, last in sentences), default=1)
    rooted, up = heads == np.arange(len(heads)), heads
    for _ in range(longest.bit_length()):
        up = up[up]
    firsts = np.array([first for first, _ in sentences], np.int64)
    roots, whole = (
        np.add.reduceat(rooted, firsts, dtype=np.int64),
        np.logical_and.reduceat(rooted[up], firsts),
    )
    return np.flatnonzero((roots != 1) | ~whole).tolist()


def _labels(model: Model, readings: Readings, heads: Array) -> list[str]:
    """The best label of each arc; ``root`` is for roots alone."""
    names = model.tags["deprels"]
    rooted = heads == np.arange(len(heads))
    scores = _label_scores(
        model.relations, readings.scores["deprels.tail"], readings.scores["deprels.tip"], heads
    )
    if ROOT in names:
        scores[~rooted, names.index(ROOT)] = -np.inf
    found = list(map(names.__getitem__, scores.argmax(1).tolist()))
    for root in np.flatnonzero(rooted).tolist():
        found[root] = ROOT
    return found


def _label_scores(relations: Array, tails: Array, tips: Array, heads: Array) -> Array:
    """[words, labels]: what a governor asks of its dependents is worked out once for all of them.

    Governors with equally many dependents lie together, so that they take one product without a copy.
    """
    dependents = np.bincount(heads, minlength=len(heads))
    order = np.argsort(dependents[heads] * len(heads) + heads, kind="stable")
    governors = np.flatnonzero(dependents)
    governors = governors[np.argsort(dependents[governors], kind="stable")]
    asking, asked, flat = (
        _with_one(tips[governors]),
        _with_one(tails[order]),
        relations.reshape(len(relations), -1),
    )
    found = np.empty((len(heads), relations.shape[-1]), np.float32)
    word = 0
    for first in range(0, len(governors), STRETCH):
        asks = (asking[first : first + STRETCH] @ flat).reshape(-1, *relations.shape[1:])
        done = 0
        for size, many in enumerate(np.bincount(dependents[governors[first : first + STRETCH]]).tolist()):
            if many:
                theirs = slice(word, word + size * many)
                each = asked[theirs].reshape(many, size, -1) @ asks[done : done + many]
                found[order[theirs]] = each.reshape(size * many, -1)
                word, done = word + size * many, done + many
    return found


def _with_one(vectors: Array) -> Array:
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
