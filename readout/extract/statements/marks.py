"""Which characters of a text are quotation marks, and whether each opens or closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["open", "close", "either"]
Kind = Literal["double", "single", "guillemet", "inner guillemet"]

CANDIDATE = re.compile(r"``|''|‘‘|’’|[“”„‟\"«»‹›‘’‚‛']")
ELISION = re.compile(
    r"(?:tis|twas|twere|til|till|em|cause|cos|bout|round|n|ere|neath|fraid|nuff|\d0s)\b", re.IGNORECASE
)
DOUBLES = {"“", "”", "„", "‟", '"', "``", "''", "‘‘", "’’"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: its characters, its kind, and what its neighbours say it does.

    >>> [mark.shape for mark in marks('He said "yes".', 0, 14)]
    ['open', 'close']
    """

    start: int
    end: int
    glyph: str
    kind: Kind
    shape: Shape


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Every quotation mark of ``text[start:end]``; apostrophes, inches and minutes are none."""
    return list(_marks(text, start, end))


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    reversed_guillemets = _first_guillemet(text, start, end) == "»"
    for found in CANDIDATE.finditer(text, start, end):
        glyph, at = found.group(), found.start()
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        if glyph in DOUBLES:
            yield Mark(at, found.end(), glyph, "double", _double(glyph, before, after))
        elif glyph in "«»":
            opens = (glyph == "»") == reversed_guillemets
            yield Mark(at, found.end(), glyph, "guillemet", "open" if opens else "close")
        elif glyph in "‹›":
            opens = (glyph == "›") == reversed_guillemets
            yield Mark(at, found.end(), glyph, "inner guillemet", "open" if opens else "close")
        else:
            shape = _single(glyph, before, after, text, found.end())
            if shape:
                yield Mark(at, found.end(), glyph, "single", shape)


def _first_guillemet(text: str, start: int, end: int) -> str:
    places = [(at, glyph) for glyph in "«»" if (at := text.find(glyph, start, end)) >= 0]
    return min(places)[1] if places else ""


def _boundary(char: str) -> bool:
    return char.isspace() or char in "([{<—–-/…“”„«»‘\"'"


def _double(glyph: str, before: str, after: str) -> Shape:
    """Curly marks mostly say themselves; straight ones are read from their neighbours."""
    if glyph in ("„", "‟", "``", "‘‘"):
        return "open"
    if glyph == "“":
        return "either" if not _boundary(before) and not after.isalnum() else "open"
    if glyph in ("”", "’’"):
        return "close"
    if _boundary(before) and not after.isspace():
        return "open"
    if not before.isspace() and not after.isalnum():
        return "close"
    return "either"


def _single(glyph: str, before: str, after: str, text: str, follows: int) -> Shape | None:
    """‘ and ' open at a word's left edge, close at its right; within it they are apostrophes."""
    if glyph in "‚‛":
        return "open" if _boundary(before) and after.isalnum() else None
    if before.isalnum() and after.isalnum():
        return None
    if _boundary(before) and not after.isspace():
        if ELISION.match(text, follows):
            return None
        if glyph == "’" and not (before in '"”“' or before.isspace()):
            return "close"
        return None if glyph == "’" and before.isspace() else "open"
    if glyph == "‘":
        return None
    if before.isalnum() or before in ".,!?;:…)]—–-%”\"’'":
        return "close"
    return None
