"""BIO scores → spans, by the best legal path (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readout.language.encoder import Array

SURE = -0.05
"""The log-probability from which a word is surely outside every span."""

Span = tuple[int, int, str, float]
"""First word, last word (half-open), label, mean probability."""


def log_softmax(scores: Array) -> Array:
    """Along the last axis."""
    top = scores - scores.max(-1, keepdims=True)
    out: Array = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return out


def transitions(tags: Sequence[str]) -> Array:
    """[tags, tags] added to a step from one tag to the next: 0, or a prohibitive sum for illegal ones."""
    table = np.zeros((len(tags), len(tags)))
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = -1e9
    return table


def spans(scores: Array, tags: Sequence[str], table: Array) -> list[Span]:
    """The spans on the best path through ``scores`` [words, tags]."""
    if not len(scores):
        return []
    logs = log_softmax(scores)
    path = best_path(logs, tags, table)
    probabilities = np.exp(logs[np.arange(len(path)), path])
    out: list[Span] = []
    first = -1
    for place, tag in enumerate([*(tags[i] for i in path), "O"]):
        if first >= 0 and not tag.startswith("I-"):
            out.append((first, place, tags[path[first]][2:], float(probabilities[first:place].mean())))
            first = -1
        if tag.startswith("B-"):
            first = place
    return out


def best_path(logs: Array, tags: Sequence[str], table: Array) -> Array:
    """The best legal path [words]: the likeliest tag a word, and Viterbi only where that is illegal.

    Stretches between words that are surely outside ("O") are decoded by themselves.
    """
    path: Array = logs.argmax(1)
    before = np.concatenate([[tags.index("O")], path[:-1]])
    illegal = np.flatnonzero(table[before, path] < 0)
    if not len(illegal):
        return path
    sure = np.flatnonzero(logs[:, tags.index("O")] > SURE)
    edges = np.concatenate([[-1], sure, [len(path)]])
    for stretch in np.unique(np.searchsorted(edges, illegal)).tolist():
        first, last = int(edges[stretch - 1]) + 1, int(edges[stretch])
        path[first:last] = viterbi(logs[first:last], tags, table)
    return path


def viterbi(logs: Array, tags: Sequence[str], table: Array) -> Array:
    """The best legal path [words] of a stretch that begins and ends outside (Viterbi 1967)."""
    best = logs[0] + table[tags.index("O")]
    back = np.zeros((len(logs), len(tags)), np.int64)
    for place in range(1, len(logs)):
        steps = best[:, None] + table
        back[place] = steps.argmax(0)
        best = steps.max(0) + logs[place]
    path = np.zeros(len(logs), np.int64)
    path[-1] = best.argmax()
    for place in range(len(logs) - 1, 0, -1):
        path[place - 1] = back[place, path[place]]
    return path
