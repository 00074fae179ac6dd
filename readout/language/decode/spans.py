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
    """Along the last axis; tags lie in rows meanwhile, for there are few of them and many words."""
    rows = np.array(scores.T, order="C")
    rows -= rows.max(0)
    rows -= np.log(np.exp(rows).sum(0))
    return np.ascontiguousarray(rows.T)


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
    begins, goes_on = (np.array([tag.startswith(mark) for tag in tags]) for mark in ("B-", "I-"))
    outside = np.append(~goes_on[path], True)
    firsts = np.flatnonzero(begins[path])
    stops = np.flatnonzero(outside)
    lasts = stops[np.searchsorted(stops, firsts, "right")]
    labels = path[firsts].tolist()
    for first, last, tag in zip(firsts.tolist(), lasts.tolist(), labels, strict=True):
        mean = float(np.add.reduce(probabilities[first:last]) / (last - first))
        out.append((first, last, tags[tag][2:], mean))
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
    ends = np.unique(np.searchsorted(edges, illegal))
    return viterbi(logs, tags, table, np.stack([edges[ends - 1] + 1, edges[ends]], 1))


def viterbi(logs: Array, tags: Sequence[str], table: Array, stretches: Array | None = None) -> Array:
    """The best legal path [words] of stretches that each begin and end outside (Viterbi 1967).

    ``stretches`` [n, 2] are word ranges, all words as one where there are none. They take every step
    together, longest first; words between them get their likeliest tag.
    """
    path: Array = logs.argmax(1)
    if stretches is None:
        stretches = np.array([[0, len(logs)]])
    sizes = stretches[:, 1] - stretches[:, 0]
    order = np.argsort(-sizes, kind="stable")
    first, longest = stretches[order, 0], int(sizes.max())
    going = [int((sizes > step).sum()) for step in range(longest)]
    best = logs[first] + table[tags.index("O")]
    back = []
    for step, count in enumerate(going[1:], 1):
        steps = best[:count, :, None] + table
        back.append(steps.argmax(1))
        best[:count] = np.maximum.reduce(steps, 1) + logs[first[:count] + step]
    tag = best.argmax(1)
    for step in range(longest - 1, -1, -1):
        count = going[step]
        path[first[:count] + step] = tag[:count]
        if step:
            tag[:count] = back[step - 1][np.arange(count), tag[:count]]
    return path
