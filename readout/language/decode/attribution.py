"""Source, cue and content spans bound together by their arcs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import fsum

import numpy as np

from readout.language.decode.spans import Span
from readout.language.encoder import Array
from readout.model.analysis import Attribution

Range = tuple[int, int]
FAINT = -9.0
"""The log-probability of a target that is not among those remembered."""


def bind(spans: Sequence[Span], targets: Array, logs: Array) -> list[Attribution]:
    """The attributions of a text: each source and content goes to the cue that its words point at.

    ``targets`` and ``logs`` [words, k] are the words' likeliest targets, as indices into the
    whole text. Contents that point at no cue stand as attributions without one.
    """
    cues = [span for span in spans if span[2] == "cue"]
    cue_at = [-1] * (len(targets) + 1)  # one more, so that a target of -1 finds no cue
    for index, (first, last, _, _) in enumerate(cues):
        cue_at[first:last] = [index] * (last - first)
    bound: dict[int, list[Span]] = {i: [] for i in range(len(cues))}
    loose: list[Span] = []
    votes = _votes(np.array(cue_at, np.int64)[targets], logs)
    for span in spans:
        if span[2] != "cue":
            choice = _cue_of(votes, span[0], span[1])
            (loose if choice is None else bound[choice]).append(span)
    found = [_attribution(cues[i], parts) for i, parts in bound.items()]
    found += [_attribution(None, [span]) for span in loose if span[2] == "content"]
    return sorted((a for a in found if a.contents or a.sources), key=_first)


def _votes(pointed: Array, logs: Array) -> list[tuple[int, int, float]]:
    """Which word points at which cue, and how surely, by word; ``pointed`` [words, k] are cues or -1."""
    words, places = np.nonzero((pointed >= 0) & (logs > FAINT))
    return list(
        zip(words.tolist(), pointed[words, places].tolist(), logs[words, places].tolist(), strict=True)
    )


def _cue_of(votes: Sequence[tuple[int, int, float]], first: int, last: int) -> int | None:
    """The cue that a span's words point at most."""
    by_cue: dict[int, dict[int, float]] = {}
    for word, cue, log in votes[bisect_left(votes, (first,)) : bisect_left(votes, (last,))]:
        mine = by_cue.setdefault(cue, {})
        if log > mine.get(word, FAINT):
            mine[word] = log
    best, choice, count = FAINT * 0.75, None, last - first
    for cue in sorted(by_cue):
        value = (fsum(by_cue[cue].values()) + FAINT * (count - len(by_cue[cue]))) / count
        if value > best:
            best, choice = value, cue
    return choice


def _attribution(cue: Span | None, parts: Sequence[Span]) -> Attribution:
    ranges = {kind: tuple((s[0], s[1]) for s in parts if s[2] == kind) for kind in ("source", "content")}
    certainty = [s[3] for s in parts] + ([cue[3]] if cue else [0.4])
    return Attribution(
        cue=(cue[0], cue[1]) if cue else None,
        sources=ranges["source"],
        contents=ranges["content"],
        confidence=round(sum(certainty) / len(certainty), 3),
    )


def _first(attribution: Attribution) -> int:
    ranges = [*attribution.contents, *attribution.sources, *([attribution.cue] if attribution.cue else [])]
    return min(r[0] for r in ranges)
