"""Lines that a fixed width has broken: told from lines that are paragraphs, and joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readout.ingest.residue import SENTENCE_END, surely

WIDTHS = range(40, 101)
"""A text wrapped by a program has its longest line in this range (some mail is at 100)."""
FULL = 0.8
OPEN = 0.5
BREAKS = 3
BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
SPEAKER = re.compile(r"(?:[QA]|[A-Z][\w.'’ -]{1,40}):\s")
HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that belong to one paragraph; blank lines stay.

    A text is taken as wrapped when nearly every line is so long that the next word would not have
    fitted, and most lines do not end a sentence. Apart from that a line is joined that starts in
    lower case after a long one which ended no sentence.
    """
    texts = [line.strip() for line in lines]
    width = max(map(len, texts), default=0)
    wrapped = width in WIDTHS and _is_wrapped(texts, width)
    out: list[str] = []
    last = ""
    for text in texts:
        if out and text and last and _continues(last, text, width, wrapped):
            out[-1] += ("" if HYPHEN.search(last) and text[0].isalpha() else " ") + text
        else:
            out.append(text)
        last = text
    return out


def _is_wrapped(texts: Sequence[str], width: int) -> bool:
    pairs = [(a, b) for a, b in pairwise(texts) if a and b and not surely(a) and not surely(b)]
    if len(pairs) < BREAKS:
        return False
    full = sum(_full(a, b, width) for a, b in pairs)
    unfinished = sum(not SENTENCE_END.search(a) for a, _ in pairs)
    return full >= FULL * len(pairs) and unfinished >= OPEN * len(pairs)


def _full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 1


def _continues(line: str, following: str, width: int, wrapped: bool) -> bool:
    """Whether the following line goes on with this one's paragraph."""
    if BULLET.match(following) or SPEAKER.match(following) or (surely(line) and not following[0].islower()):
        return False
    ended = SENTENCE_END.search(line) is not None
    if wrapped:
        return _full(line, following, width) and not (ended and surely(following))
    return not ended and len(line) in WIDTHS and following[0].islower() and len(following) < 110
