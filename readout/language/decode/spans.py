"""BIO scores → spans, by the best legal path (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readout.language.encoder import Array

Span = tuple[int, int, str, float]
"""First word, last word (half-open), label, mean probability."""


def log_softmax(scores: Array) -> Array:
    """Along the last axis."""
    top = scores - scores.max(-1, keepdims=True)
    out: Array = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return out


def transitions(tags: Sequence[str], bonus: dict[tuple[str, str], float] | None = None) -> Array:
    """[tags, tags] added to a step from one tag to the next; illegal steps are -inf."""
    table = np.zeros((len(tags), len(tags)))
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = -1e9
            elif bonus:
                table[i, j] = bonus.get((before, after), 0.0)
    return table


def spans(scores: Array, tags: Sequence[str], table: Array) -> list[Span]:
    """The spans on the best path through ``scores`` [words, tags]."""
    if not len(scores):
        return []
    logs = log_softmax(scores)
    path = viterbi(logs, tags, table)
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


def viterbi(logs: Array, tags: Sequence[str], table: Array) -> Array:
    """The best legal path [words]."""
    start = np.array([-1e9 if t.startswith("I-") else 0.0 for t in tags])
    if bool((table == 0).sum() == table.size):
        best_each: Array = logs.argmax(1)
        return best_each
    best = logs[0] + start
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
