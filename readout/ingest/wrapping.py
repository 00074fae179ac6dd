"""Lines that a fixed width has broken: told from lines that are paragraphs, and joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readout.ingest.residue import SENTENCE_END, surely

WIDTHS = range(40, 131)
"""Between these a text's usual line is one that a program or a typesetter has broken."""
FULL, NEARLY_FULL = 0.93, 0.85
"""Shares of the usual length that a line and the next word must reach: after a sentence, within one."""
MOSTLY, HALF = 0.7, 0.5
BREAKS = 3
BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
SPEAKER = re.compile(r"(?:[QA]|[A-Z][\w.'’ -]{1,40}):\s")
HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that belong to one paragraph; blank lines stay.

    A text is taken as wrapped when most lines are so long that the next word would not have fitted,
    do not end a sentence, and go on in lower case. Apart from that a line is joined that starts in
    lower case after a long one which ended no sentence.
    """
    texts = [line.rstrip() for line in lines]
    width = _width(texts)
    out: list[str] = []
    last = ""
    for line in texts:
        text = line.strip()
        if out and text and last and _continues(last, text, width):
            out[-1] += ("" if HYPHEN.search(last) and text[0].isalpha() else " ") + text
        else:
            out.append(text)
        last = line
    return out


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


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the following line goes on with this one's paragraph."""
    if BULLET.match(following) or SPEAKER.match(following) or (surely(line) and not following[0].islower()):
        return False
    ended = SENTENCE_END.search(line) is not None
    if ended and surely(following):
        return False
    if width and _reach(line, following) >= (FULL if ended else NEARLY_FULL) * width:
        return True
    return not ended and len(line) in WIDTHS and following[0].islower() and len(following) < 130
