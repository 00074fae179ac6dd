"""Where sentences end."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readout.language.encoder import Array
from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, Spelling

LONGEST = 250
"""Words in a sentence; what runs on longer is cut where an end is likeliest."""

WARY = 1.0
"""How much surer the model must be of an end where no stop stands."""
EASY = -2.0
"""How unsure it may be where a full stop and a closing mark stand before a capital: “… progress.” With …"""
STOPS = frozenset(".!?…:;")
CLOSING = frozenset("\"”'’»)]")

Range = tuple[int, int]


def sentences(spelling: Spelling, ends: Array) -> list[Range]:
    """Half-open word ranges from the scores ``ends`` [words, 2] (goes on, ends) and paragraph breaks."""
    count = len(spelling.words)
    margin = ends[:, 1] - ends[:, 0]
    stop = margin > WARY
    likely = np.flatnonzero((margin > 0) & ~stop)
    stop[likely[_stopped(spelling, likely.tolist())]] = True
    unlikely = np.flatnonzero((margin > EASY) & (margin <= 0)).tolist()
    stop[[at for at in unlikely if _closed(spelling, at)]] = True
    gaps = np.array(spelling.gaps, np.int64)
    stop[:-1] |= gaps[1:] == GAP_PARAGRAPH
    if count:
        stop[-1] = True
    lasts = (np.flatnonzero(stop) + 1).tolist()
    out = list(zip([0, *lasts[:-1]], lasts, strict=True)) if lasts else []
    if all(last - first <= LONGEST for first, last in out):
        return out
    margin = margin - np.where(_stopped(spelling, range(count)), 0.0, WARY)
    return [short for first, last in out for short in _short(margin, first, last)]


def _stopped(spelling: Spelling, places: Sequence[int]) -> Array:
    """Whether the words at these places are stops, or closing marks behind one."""
    words = spelling.words
    return np.array(
        [
            words[at][-1:] in STOPS or (at > 0 and words[at] in CLOSING and words[at - 1][-1:] in STOPS)
            for at in places
        ],
        bool,
    )


def _closed(spelling: Spelling, at: int) -> bool:
    """Whether a closing mark behind a full stop stands here and a capital follows."""
    words = spelling.words
    if not 0 < at < len(words) - 1 or words[at] not in CLOSING or not words[at - 1].endswith("."):
        return False
    return spelling.gaps[at + 1] != GAP_NONE and words[at + 1][:1].isupper()


def _short(margin: Array, first: int, last: int) -> list[Range]:
    if last - first <= LONGEST:
        return [(first, last)]
    quarter = LONGEST // 4
    cut = first + quarter + int(margin[first + quarter : first + LONGEST].argmax()) + 1
    return [(first, cut), *_short(margin, cut, last)]
