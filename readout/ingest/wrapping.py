"""Lines that a fixed width has broken: told from lines that are paragraphs, and joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.ingest.residue import SENTENCE_END, surely

WIDTHS = range(40, 131)
"""Between these a text's usual line is one that a program or a typesetter has broken."""
FULL, NEARLY_FULL = 0.93, 0.85
"""Shares of the usual length that a line and the next word must reach: after a sentence, within one."""
MOSTLY, HALF = 0.7, 0.5
ALWAYS = 0.9
BREAKS, STARTS = 3, 2
BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
SPEAKER = re.compile(r"(?:[QA]|[A-Z][\w.'’ -]{1,40}):\s")
HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that belong to one paragraph; blank lines stay.

    A text is taken as wrapped when most lines are so long that the next word would not have fitted,
    do not end a sentence, and go on in lower case. There a paragraph starts where a line is indented
    (or hangs out) as other paragraphs' first lines are, or after a line on which the next word would
    have fitted. Apart from that a line is joined that starts in lower case after a long one which
    ended no sentence.
    """
    texts = [line.rstrip() for line in lines]
    layout = Layout.of(texts)
    out: list[str] = []
    last = ""
    for line in texts:
        text = line.strip()
        if out and text and last and _continues(last, line, layout):
            out[-1] += ("" if HYPHEN.search(last) and text[0].isalpha() else " ") + text
        else:
            out.append(text)
        last = line
    return out


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is wrapped: its usual length, the length no line exceeds, the indents of first lines."""

    width: int = 0
    limit: int = 0
    first: frozenset[int] = frozenset()

    @classmethod
    def of(cls, texts: Sequence[str]) -> Layout:
        """The layout of a text by its lines; all of it empty where the text is not wrapped."""
        limit = _limit(texts)
        width = _width(texts) or (limit if limit in WIDTHS else 0)
        return cls(width, limit, _first(texts)) if width else cls()


def _width(texts: Sequence[str]) -> int:
    """The usual length of a line that another follows, or 0 where the text is not wrapped."""
    pairs = [(a, b.strip()) for a, b in pairwise(texts) if a and b and not surely(a) and not surely(b)]
    if len(pairs) < BREAKS:
        return 0
    width = sorted(len(a) for a, _ in pairs)[len(pairs) * 3 // 4]
    full = sum(_reach(a, b) >= NEARLY_FULL * width for a, b in pairs)
    unfinished = sum(not SENTENCE_END.search(a) for a, _ in pairs)
    lower = sum(b[0].islower() for _, b in pairs)
    wrapped = full >= MOSTLY * len(pairs) and min(unfinished, lower) >= HALF * len(pairs)
    return width if wrapped and width in WIDTHS else 0


def _reach(line: str, following: str) -> int:
    """How long the line would be with the next line's first word."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0])


def _limit(texts: Sequence[str]) -> int:
    """The length that no line exceeds and beyond which each would have gone with one word more, or 0."""
    inner = [(a, b) for a, b in pairwise(texts) if a and b and not SENTENCE_END.search(a) and _goes_on(b)]
    limit = max((len(a) for a, _ in inner), default=0)
    forced = sum(_reach(a, b) > limit for a, b in inner)
    return limit if len(inner) >= BREAKS and forced >= ALWAYS * len(inner) else 0


def _goes_on(line: str) -> bool:
    return line.lstrip()[:1].islower()


def _first(texts: Sequence[str]) -> frozenset[int]:
    """The indents at which paragraphs start, where first lines stand apart from the others."""
    lines = [line for line in texts if line]
    inner = {_indent(line) for line in lines if _goes_on(line)}
    starts = [_indent(line) for above, line in pairwise(texts) if above and line and not _goes_on(line)]
    apart = [indent for indent in starts if indent not in inner]
    many = len(apart) >= STARTS and sum(_indent(line) in apart for line in lines) < MOSTLY * len(lines)
    return frozenset(apart) if many and len(inner) == 1 else frozenset()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _continues(line: str, below: str, layout: Layout) -> bool:
    """Whether the following line goes on with this one's paragraph."""
    following = below.strip()
    if BULLET.match(following) or SPEAKER.match(following) or (surely(line) and not following[0].islower()):
        return False
    ended = SENTENCE_END.search(line) is not None
    if ended and surely(following):
        return False
    if layout.first:
        return _indent(below) not in layout.first
    reach = _reach(line, following)
    fits = layout.limit and reach <= layout.limit
    if layout.width and not fits and reach >= (FULL if ended else NEARLY_FULL) * layout.width:
        return True
    return not ended and len(line) in WIDTHS and following[0].islower() and len(following) < 130
