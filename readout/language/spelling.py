"""What the uncased encoder cannot see of a word: its case, the gap before it, the quotation around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

SHAPES = 10
GAPS = 5
QUOTES = 4
GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH, GAP_UNKNOWN = range(5)
OUTSIDE, OPENS, INSIDE, CLOSES = range(4)

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STRAIGHT = frozenset(['"', "``", "''"])
MARKS = OPENING | CLOSING | STRAIGHT
SPELLED = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words with the gap before each: parallel, one entry a word."""

    words: tuple[str, ...]
    gaps: tuple[int, ...]


def spelling_of(text: str, ranges: Sequence[tuple[int, int]]) -> Spelling:
    """The words at these ranges and the gap that stands before each.

    >>> spelling_of("Hi, you", [(0, 2), (2, 3), (4, 7)]).gaps
    (3, 0, 1)
    """
    gaps = [_gap(text[last:start]) for (_, last), (start, _) in pairwise(ranges)]
    if ranges:
        gaps.insert(0, GAP_PARAGRAPH)
    return Spelling(tuple([text[a:b] for a, b in ranges]), tuple(gaps))


@lru_cache(maxsize=1000)
def _gap(between: str) -> int:
    lines = between.count("\n")
    return (GAP_SPACE if between else GAP_NONE) if not lines else (GAP_LINE if lines == 1 else GAP_PARAGRAPH)


@lru_cache(maxsize=100_000)
def shape(word: str) -> int:
    """The case class of a word, 1 to 9 (0 is padding).

    >>> [shape(w) for w in ("the", "Oslo", "NATO", "A", "McKay", "12", "F-16", "!", "東")]
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    if word.islower():
        return 1 if not any(c.isdigit() for c in word) else 7
    if any(c.isdigit() for c in word):
        return 7 if any(c.isalpha() for c in word) else 6
    if not any(c.isalpha() for c in word):
        return 8
    if word.isupper():
        return 4 if sum(c.isalpha() for c in word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if any(c.isupper() for c in word) else 9


def quote_states(spelling: Spelling) -> list[int]:
    """For each word whether it opens, stands inside, closes, or is outside a double quotation.

    A quotation that is still open at a paragraph's end goes on only when the next one opens anew.
    """
    states, inside = [OUTSIDE] * len(spelling.words), False
    turns = [at for at, word in enumerate(spelling.words) if word in MARKS]
    if not turns:
        return states
    breaks = [at for at, gap in enumerate(spelling.gaps) if gap == GAP_PARAGRAPH]
    turns = sorted({*turns, *breaks})
    for at, following in zip(turns, [*turns[1:], len(states)], strict=True):
        word, paragraph = spelling.words[at], spelling.gaps[at] == GAP_PARAGRAPH
        opens = word in OPENING or (word in STRAIGHT and (not inside or paragraph))
        if paragraph and not opens:
            inside = False
        if opens:
            states[at], inside = OPENS, True
        elif word in MARKS:
            states[at], inside = CLOSES if inside else OUTSIDE, False
        elif inside:
            states[at] = INSIDE
        if inside:
            states[at + 1 : following] = [INSIDE] * (following - at - 1)
    return states


def spelled(word: str) -> str:
    """The word as the encoder's vocabulary knows it: straight quotation marks and apostrophes."""
    return word.translate(SPELLED)
