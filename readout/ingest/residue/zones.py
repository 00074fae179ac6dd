"""Where the story stands on a page: what surrounds it above and below needs fewer signs to be residue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.ingest.headline import dated, issuer, label
from readout.ingest.residue.pattern import QUOTE, kind, looked_at, table

ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
OPENED = re.compile(
    r"[\"“«„‘]"
    r"|(?:[-–—•*▪●]|\(?[a-z0-9]{1,3}[.)])\s+\S+\s+\S+\s+\S"
    r"|[^\W\d_][\w .'’-]{0,40}:\s(?:\S+\s+){4}\S"
)
"""How a line of the story may begin that ends no sentence: a quotation, an item of a list, a turn."""
LONG = 25
"""So many words are a paragraph even where they end in no full stop."""
FIRST = 8
"""So many words and a full stop are the first paragraph."""
PARTS = re.compile(r"\s*[|/·•»›>,▾▼]\s*|\s+[-–—]\s+")
SITE = re.compile(r"[\w-]+\.(?:com|org|net|info|gov|int|eu|co|tv|fm|news)(?:\.\w\w)?|(?:[\w.'&-]+ ){1,2}news")
"""A site's name among its sections, lower-case: an address, "Saltholm news"."""
MASTHEAD = re.compile(
    r"(?i)^(?:the )?daily \w+$"
    r"|\b(?:news(?:papers?)?|times|post|herald|daily|gazette|tribune|chronicle|telegraph|courier|weekly"
    r"|ledger|globe|sun|monitor|observer|journal|examiner|dispatch|bulletin|broadcasting|radio|online"
    r"|news agency|press agency)$"
)
"""How a newspaper's name ends."""
DEIXIS = re.compile(r"\b(?:this|these|our|us|we|you|your|here|please)\b")
DATELINE = re.compile(r"^[^a-z]{3,40}(?:,[^—–-]{0,30})?\s?(?:—|–|--?|:)\s|\((?:AP|AFP|Reuters|Xinhua)\)")
BY = re.compile(r"(?i)\s*by\s")
NAMED = re.compile(
    r"((?:[^\W\d_][\w.'’-]*\s)*?[^\W\d_][\w.'’-]*)\s(?:is|was|covers|reports|writes|has|joined)\b"
)
FIGURES = re.compile(r"\d[\d.,:]*")
SURE = frozenset(
    {
        "related link",
        "share button",
        "newsletter box",
        "topic tags",
        "comment link",
        "copyright line",
        "navigation",
        "follow button",
        "cookie notice",
        "subscription notice",
        "app link",
        "author box",
        "sign-in button",
        "appeal",
    }
)
"""Below the story one line of these kinds says that the page's own furniture has begun."""
FRAME = frozenset({"navigation", "breadcrumb", "sign-in button", "subscription notice", "language links"})


@dataclass(frozen=True, slots=True)
class Zone:
    """The indexes of the first and the last line that tell the story."""

    first: int
    last: int

    def __contains__(self, index: object) -> bool:
        """Whether a line stands above or below the story."""
        return isinstance(index, int) and (index < self.first or index > self.last)


def first_told(lines: Sequence[str], marks: Sequence[str | None]) -> int:
    """The index of the first paragraph, 0 where there is none.

    >>> first_told(["World", "", "The dam holds, the water office said on Monday."], [None] * 3)
    2
    """
    return next((at for at in range(len(lines)) if _tells(lines[at], marks[at], FIRST)), 0)


def of(lines: Sequence[str], marks: Sequence[str | None], first: int) -> Zone:
    """The zone of the story from its first line on; without one that tells it ends with the text.

    Below it a sentence in which the page speaks of itself ("Comments on this page are moderated.") tells no
    story once the page's furniture has begun.

    >>> of(["The dam holds, the office said on Monday.", "", "Share", "Tide tables"], [None] * 4, 0)
    Zone(first=0, last=0)
    """
    told = [at for at in range(first, len(lines)) if _tells(lines[at], marks[at])]
    while told and _bio(lines, told):
        told.pop()
    if not told:
        return Zone(first, len(lines) - 1)
    last = next((at for at in reversed(told) if not _of_itself(lines[at])), told[-1])
    for at in range(last + 1, told[-1] + 1):
        if marks[at] in SURE:
            break
        last = at if at in told else last
    return Zone(first, last)


def _tells(line: str, mark: str | None, least: int = 1) -> bool:
    """Whether a line is a sentence; from the end also a quotation, an item of a list, a turn."""
    line = line.strip()
    if not line or mark:
        return False
    words = len(line.split())
    ended = ENDED.search(line) or (least == 1 and OPENED.match(line))
    return words >= LONG or (words >= least and bool(ended))


def _of_itself(line: str) -> bool:
    """Whether a page speaks of itself: it points at itself or its reader and names what pages have."""
    lower = line.lower()
    return (
        not looked_at(line)[1]
        and not QUOTE.search(line)
        and DEIXIS.search(lower) is not None
        and any(thing in lower for thing in _words("things"))
    )


def _bio(lines: Sequence[str], told: Sequence[int]) -> bool:
    """Whether the last line told presents a writer of whom the story does not speak."""
    *story, last = told
    if kind(lines[last], "foot") is None:
        return False
    named = NAMED.match(lines[last].strip())
    return named is None or not any(named.group(1).casefold() in lines[at].casefold() for at in story)


def section(line: str, outside: bool) -> str | None:
    """ "navigation" for names of a site's sections, outside the story, or None.

    >>> section("World | Courts", True)
    'navigation'
    """
    if not outside or len(line) > 200:
        return None
    parts, known = _parts(line)
    rows = len(parts) >= 3 and known and all(len(part.split()) <= 4 for part in parts)
    return "navigation" if parts and (known == len(parts) or rows) else None


def row(line: str) -> bool:
    """Whether a line names several sections of a site, and nothing else: "Front page | Opinion | Sports"."""
    parts, known = _parts(line)
    return 1 < len(parts) == known


@lru_cache(maxsize=256)
def _parts(line: str) -> tuple[list[str], int]:
    """What stands between the bars of a line, lower-case, and how many of it are sections of a site."""
    parts = [part.casefold() for part in PARTS.split(looked_at(line)[0].strip(" :+")) if part]
    if len(parts) == 1 and len(words := parts[0].split()) > 2 and all(word in _sections() for word in words):
        parts = words
    return parts, sum(part in _sections() or SITE.fullmatch(part) is not None for part in parts)


def but_the_title(
    lines: Sequence[str], marks: Sequence[str | None], taken: list[int], first: int
) -> list[int]:
    """The headlines of a list above the story that may go: some line must be left to head the story."""
    after = taken[-1] + 1 if taken else 0
    return taken if any(_heads(lines[at], marks[at]) for at in range(after, first)) else []


def _heads(line: str, mark: str | None) -> bool:
    other = BY.match(line) or MASTHEAD.search(line) or label(line) or dated(line)
    return mark is None and len(line.split()) > 3 and not other


def mark_top(lines: Sequence[str], marks: list[str | None], zone: Zone) -> None:
    """Mark what stands among a site's menu, above the headline: its name, a section it alone has."""
    filled = [at for at in range(zone.first) if lines[at].strip()]
    title = next((place for place, at in enumerate(filled) if _heads(lines[at], marks[at])), None)
    if title is None:
        return
    for place in range(title):
        line = lines[filled[place]].strip()
        words = len(line.split())
        masthead = place < 3 and words <= 4 and MASTHEAD.search(line)
        if marks[filled[place]] or label(line) or dated(line) or (issuer(line) and not masthead):
            continue
        if masthead or section(line, True) or (words <= 3 and _framed(filled, marks, place, words > 1)):
            marks[filled[place]] = "navigation"


def _framed(filled: Sequence[int], marks: Sequence[str | None], place: int, both: bool) -> bool:
    """Whether a menu stands right above (or is the text's start) and below; for one word either will do."""
    below = any(marks[at] in FRAME for at in filled[place + 1 : place + 3])
    above = any(marks[at] in FRAME for at in filled[max(0, place - 2) : place])
    return (above or place == 0) and below if both else above or below


def mark_captions(lines: Sequence[str], marks: list[str | None], first: int) -> None:
    """Mark the line above a picture's credit, where both stand between the headline and the story.

    >>> marks = [None, None, "photo credit", None]
    >>> told = "The port will be shut until Monday, the office said."
    >>> mark_captions(["Port of Eel shut again", "The port of Eel.", "Photo: A. Ruiz", told], marks, 3)
    >>> marks
    [None, 'photo caption', 'photo credit', None]
    """
    headed = False
    for at in range(min(first + 1, len(lines) - 1)):
        line = lines[at].strip()
        caption = (
            headed and marks[at] is None and marks[at + 1] == "photo credit" and 1 < len(line.split()) < 45
        )
        if caption and not (looked_at(line)[1] or BY.match(line) or DATELINE.search(line) or dated(line)):
            marks[at] = "photo caption"
        headed = headed or _heads(line, marks[at])


def mark_foot(lines: Sequence[str], marks: list[str | None], zone: Zone) -> None:
    """Mark what stands below the story once the page's furniture has begun."""
    begun = False
    for at in range(zone.last + 1, len(lines)):
        if not lines[at].strip():
            continue
        if marks[at] is None and (reason := kind(lines[at], "foot")):
            marks[at] = reason
        if marks[at] is None and begun and len(FIGURES.findall(lines[at])) < 4:
            marks[at] = "page residue"
        begun = begun or marks[at] in SURE


@cache
def _sections() -> frozenset[str]:
    found = table("sections")["sections"]
    assert isinstance(found, list)
    return frozenset(found)


@cache
def _words(name: str) -> tuple[str, ...]:
    found = table("words")[name]
    assert isinstance(found, list)
    return tuple(found)
