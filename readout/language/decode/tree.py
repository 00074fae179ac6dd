"""Maximum spanning trees (Chu and Liu 1965, Edmonds 1967) with one root."""

from __future__ import annotations

import numpy as np

from readout.language.encoder import Array

FEW = 12
"""Roots that are tried at most."""


def tree(scores: Array) -> Array:
    """The heads [n] of the best tree under ``scores`` [n, n] (dependent, head); the root is its own head.

    >>> tree(np.array([[0.0, 9.0], [0.0, 5.0]])).tolist()
    [1, 1]
    """
    heads: Array = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and _rooted(heads, int(roots[0])):
        return heads
    best, found = -np.inf, heads
    for root, bound in _roots(scores):
        if bound <= best:
            break
        candidate = _with_root(scores, root)
        value = float(scores[np.arange(len(heads)), candidate].sum())
        if value > best:
            best, found = value, candidate
    return found


def _roots(scores: Array) -> list[tuple[int, float]]:
    """Each word with the most that a tree rooted in it can score, best first."""
    others = scores.astype(np.float64).copy()
    np.fill_diagonal(others, -np.inf)
    heads = others.max(1, initial=-1e9)
    bounds = heads.sum() - heads + scores.diagonal()
    return [(int(root), float(bounds[root])) for root in (-bounds).argsort()[:FEW]]


def _rooted(heads: Array, root: int) -> bool:
    """Whether every word leads up to the root: pointer jumping, log n steps."""
    up = heads.copy()
    for _ in range(max(1, int(np.ceil(np.log2(len(heads) + 1))))):
        up = up[up]
    return bool((up == root).all())


def _with_root(scores: Array, root: int) -> Array:
    work = scores.astype(np.float64).copy()
    np.fill_diagonal(work, -np.inf)
    work[root] = -np.inf
    work[root, root] = 0.0
    return _edmonds(work, root)


def _edmonds(scores: Array, root: int) -> Array:
    """Best heads where only ``root`` may be its own; contracts one cycle at a time."""
    heads: Array = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    count = len(heads)
    inside = np.zeros(count, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[outside[:, None], outside]
    leaving = scores[outside[:, None], cycle]
    small[:-1, -1] = leaving.max(1)
    entering = scores[cycle[:, None], outside] - kept[:, None]
    small[-1, :-1] = entering.max(0)
    solved = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    inner = cycle[leaving.argmax(1)]
    heads[outside] = np.where(solved[:-1] < len(outside), np.append(outside, -1)[solved[:-1]], inner)
    came = solved[-1]
    broken = cycle[entering[:, came].argmax()]
    heads[broken] = outside[came]
    return heads


def _cycle(heads: Array, root: int) -> Array | None:
    """The words of one cycle, or None."""
    up: list[int] = heads.tolist()
    seen = [-1] * len(up)  # from which start a word was first met
    seen[root] = len(up)
    for start in range(len(up)):
        path = []
        word = start
        while seen[word] < 0:
            seen[word] = start
            path.append(word)
            word = up[word]
        if seen[word] == start:
            return np.array(path[path.index(word) :])
    return None
