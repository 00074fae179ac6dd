"""Where sentences end."""

from __future__ import annotations

import numpy as np

from readout.language.encoder import Array
from readout.language.spelling import GAP_PARAGRAPH, Spelling

LONGEST = 250
"""Words in a sentence; what runs on longer is cut where an end is likeliest."""

WARY = 1.0
"""How much surer the model must be of an end where no stop stands."""
STOPS = frozenset(".!?…:;")
CLOSING = frozenset("\"”'’»)]")

Range = tuple[int, int]


def sentences(spelling: Spelling, ends: Array) -> list[Range]:
    """Half-open word ranges from the scores ``ends`` [words, 2] (goes on, ends) and paragraph breaks."""
    count = len(spelling.words)
    margin = ends[:, 1] - ends[:, 0] - np.where(_stopped(spelling), 0.0, WARY)
    stop = margin > 0
    gaps = np.array(spelling.gaps, np.int64)
    stop[:-1] |= gaps[1:] == GAP_PARAGRAPH
    if count:
        stop[-1] = True
    out: list[Range] = []
    first = 0
    for last in np.flatnonzero(stop) + 1:
        out.extend(_short(margin, first, int(last)))
        first = int(last)
    return out


def _stopped(spelling: Spelling) -> Array:
    """Whether a word is a stop, or a closing mark behind one."""
    stops = [word[-1:] in STOPS for word in spelling.words]
    before = [False, *stops[:-1]]
    closing = [word in CLOSING for word in spelling.words]
    return np.array([s or (c and b) for s, c, b in zip(stops, closing, before, strict=True)], bool)


def _short(margin: Array, first: int, last: int) -> list[Range]:
    if last - first <= LONGEST:
        return [(first, last)]
    quarter = LONGEST // 4
    cut = first + quarter + int(margin[first + quarter : first + LONGEST].argmax()) + 1
    return [(first, cut), *_short(margin, cut, last)]
