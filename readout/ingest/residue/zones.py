"""Where the story stands on a page: what surrounds it above and below needs fewer signs to be residue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.ingest.residue.pattern import kind, looked_at, table

ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
OPENED = re.compile(
    r"[\"“«„‘]"
    r"|(?:[-–—•*▪●]|\(?[a-z0-9]{1,3}[.)])\s+\S+\s+\S+\s+\S"
    r"|[^\W\d_][\w .'’-]{0,40}:\s\S+\s\S"
)
"""How a line of the story may begin that ends no sentence: a quotation, an item of a list, a turn."""
LONG = 25
"""So many words are a paragraph even where they end in no full stop."""
FIRST = 8
"""So many words and a full stop are the first paragraph."""
PARTS = re.compile(r"\s*[|/·•»›>,]\s*|\s+[-–—]\s+")
SITE = re.compile(r"[\w-]+\.(?:com|org|net|info|gov|int|eu|co|tv|fm|news)(?:\.\w\w)?|(?:[\w.'&-]+ ){1,2}news")
"""A site's name among its sections, lower-case: an address, "Saltholm news"."""
MASTHEAD = re.compile(
    r"(?i)\b(?:news(?:papers?)?|times|post|herald|daily|gazette|tribune|chronicle|telegraph|courier|weekly"
    r"|observer|journal|examiner|dispatch|bulletin|broadcasting|radio|online|news agency|press agency)$"
)
"""How a newspaper's name ends."""
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

    >>> of(["The dam holds, the office said on Monday.", "", "Share", "Tide tables"], [None] * 4, 0)
    Zone(first=0, last=0)
    """
    end = len(lines) - 1
    told = (at for at in range(end, first - 1, -1) if _tells(lines[at], marks[at]) and not _bio(lines, at))
    return Zone(first, next(told, end))


def _tells(line: str, mark: str | None, least: int = 1) -> bool:
    """Whether a line is a sentence; from the end also a quotation, an item of a list, a turn."""
    line = line.strip()
    if not line or mark:
        return False
    words = len(line.split())
    ended = ENDED.search(line) or (least == 1 and OPENED.match(line))
    return words >= LONG or (words >= least and bool(ended))


def _bio(lines: Sequence[str], at: int) -> bool:
    """Whether a line presents a writer of whom the story does not speak."""
    if kind(lines[at], "foot") is None:
        return False
    named = NAMED.match(lines[at].strip())
    story = " ".join(lines[:at]).casefold()
    return named is None or story.count(named.group(1).casefold()) <= 1


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
    return parts, sum(part in _sections() or SITE.fullmatch(part) is not None for part in parts)


def but_the_title(
    lines: Sequence[str], marks: Sequence[str | None], taken: list[int], first: int
) -> list[int]:
    """The headlines of a list above the story that may go: some line must be left to head the story."""
    after = taken[-1] + 1 if taken else 0
    return taken if any(_heads(lines[at], marks[at]) for at in range(after, first)) else []


def _heads(line: str, mark: str | None) -> bool:
    return mark is None and len(line.split()) > 3 and not BY.match(line)


def mark_top(lines: Sequence[str], marks: list[str | None], zone: Zone) -> None:
    """Mark what stands among a site's menu, above the headline: its name, a section it alone has."""
    filled = [at for at in range(zone.first) if lines[at].strip()]
    title = next((place for place, at in enumerate(filled) if _heads(lines[at], marks[at])), None)
    if title is None:
        return
    places = [place for place in range(title) if not marks[filled[place]]]
    for place in places:
        words = lines[filled[place]].split()
        masthead = place < 3 and len(words) <= 4 and MASTHEAD.search(lines[filled[place]])
        if masthead or (len(words) <= 3 and _framed(filled, marks, place, len(words) > 1)):
            marks[filled[place]] = "navigation"


def _framed(filled: Sequence[int], marks: Sequence[str | None], place: int, both: bool) -> bool:
    """Whether a menu stands right above (or is the text's start) and below; for one word either will do."""
    below = any(marks[at] in FRAME for at in filled[place + 1 : place + 3])
    above = any(marks[at] in FRAME for at in filled[max(0, place - 2) : place])
    return (above or place == 0) and below if both else above or below


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
