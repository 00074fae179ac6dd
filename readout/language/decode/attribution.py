"""Source, cue and content spans bound together by their arcs."""

from __future__ import annotations

from collections.abc import Sequence

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
    choices = _choices(spans, np.array(cue_at, np.int64)[targets], logs, len(cues))
    for number, span in enumerate(spans):
        if span[2] != "cue":
            choice = choices.get(number)
            (loose if choice is None else bound[choice]).append(span)
    found = [_attribution(cues[i], parts) for i, parts in bound.items()]
    found += [_attribution(None, [span]) for span in loose if span[2] == "content"]
    return sorted((a for a in found if a.contents or a.sources), key=_first)


def _choices(spans: Sequence[Span], pointed: Array, logs: Array, cues: int) -> dict[int, int]:
    """By span the cue that its words point at most; ``pointed`` [words, k] are cues or -1."""
    span_of = np.full(len(logs), -1, np.int64)
    for number, span in enumerate(spans):
        if span[2] != "cue":
            span_of[span[0] : span[1]] = number
    voting = (pointed >= 0) & (logs > FAINT) & (span_of >= 0)[:, None]
    word, place = np.nonzero(voting)
    cue, log = pointed[word, place], logs[word, place].astype(np.float64)
    surest = np.lexsort((-log, word * cues + cue))  # a word votes once for a cue
    once = np.diff(word[surest] * cues + cue[surest], prepend=-1) > 0
    counted = surest[once]
    pairs, place = np.unique(span_of[word[counted]] * cues + cue[counted], return_inverse=True)
    votes, sums = np.bincount(place), np.bincount(place, log[counted])
    best: dict[int, tuple[float, int]] = {}
    for pair, count, total in zip(pairs.tolist(), votes.tolist(), sums.tolist(), strict=True):
        number, choice = divmod(pair, cues)
        size = spans[number][1] - spans[number][0]
        value = (total + FAINT * (size - count)) / size
        if value > best.get(number, (FAINT * 0.75,))[0]:
            best[number] = value, choice
    return {number: choice for number, (_, choice) in best.items()}


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
