"""Source, cue and content spans bound together by their arcs."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

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
    for span in spans:
        if span[2] != "cue":
            rows = slice(span[0], span[1])
            choice = _cue_of(cue_at, targets[rows].tolist(), logs[rows].tolist())
            (loose if choice is None else bound[choice]).append(span)
    found = [_attribution(cues[i], parts) for i, parts in bound.items()]
    found += [_attribution(None, [span]) for span in loose if span[2] == "content"]
    return sorted((a for a in found if a.contents or a.sources), key=_first)


def _cue_of(cue_at: Sequence[int], targets: list[list[int]], logs: list[list[float]]) -> int | None:
    """The cue that a span's words point at most; ``targets`` and ``logs`` [words, k], -1 for no target."""
    votes: dict[int, list[float]] = {}
    for likeliest, how in zip(targets, logs, strict=True):
        mine: dict[int, float] = {}
        for target, log in zip(likeliest, how, strict=True):
            if (cue := cue_at[target]) >= 0:
                mine[cue] = max(log, mine.get(cue, FAINT))
        for cue, log in mine.items():
            votes.setdefault(cue, []).append(log)
    best, choice = FAINT * 0.75, None
    for cue in sorted(votes):
        value = (fsum(votes[cue]) + FAINT * (len(targets) - len(votes[cue]))) / len(targets)
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
