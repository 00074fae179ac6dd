"""The patterns of residue, kept as data beside this file, and what they say of one line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 250
"""No residue is longer than this, but notices of several sentences; longer lines are not looked at."""
NOTICES = frozenset(
    {
        "cookie notice",
        "copyright line",
        "credit line",
        "subscription notice",
        "newsletter box",
        "appeal",
        "photo caption",
    }
)
NOTICE = 900
HEAD, WEAK = 90, {("head",), ("beside",)}
"""Headings of lists and weak signs are no longer, and no sentences."""
ENDED = re.compile(r"(?<!\.)\.$")
LABEL, BUTTON = 30, 60
"""A longer sentence, and a longer line at all, is residue only with a word that sites use of themselves."""
OPENING = re.compile(r"[\"“«„‘]")
QUOTE = re.compile(r"[\"“”«»„]")
SPOKEN = (
    "said",
    "says",
    "told",
    "tells",
    "added",
    "asked",
    "argued",
    "urged",
    "warned",
    "replied",
    "wrote",
    "joked",
)
SPEECH = re.compile(rf"\b(?:{'|'.join(SPOKEN)})\b")
"""A line with one of these tells a story, except behind "Read more:"."""
TELLING = frozenset({"related link"})
"""What may tell that somebody said something, or open with a quotation: headlines of other stories."""
POINTED = re.compile(r"[:：|>»→\[+]|(?i:here|check out)")
"""One of these stands in every such line."""
SOURCES = ("notices", "buttons", "navigation", "pictures", "related", "imprint")
_DECOR = re.compile(r"^[^\w#@©(\[【*\-—–_=~+$£€]+|[^\w)\].!?:…*#\-—–_=~\"'”’»】]+$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of residue, with lines that it takes and lines of a story that it leaves."""

    reason: str
    where: str
    regex: re.Pattern[str]
    guard: re.Pattern[str] | None
    words: int
    takes: tuple[str, ...]
    leaves: tuple[str, ...]

    def takes_line(self, line: str) -> bool:
        """Whether the whole line is this residue."""
        if len(line) > (NOTICE if self.reason in NOTICES else LONGEST):
            return False
        if not self.regex.fullmatch(line) or (self.guard and not self.guard.search(line)):
            return False
        return self.words == 0 or len(line.split()) <= self.words


def _pattern(entry: dict[str, object], words: dict[str, str]) -> Pattern:
    def filled(text: str) -> str:
        for name, meaning in words.items():
            text = text.replace("{" + name + "}", meaning)
        return text

    where, source = str(entry.get("where", "line")), filled(str(entry["pattern"]))
    if where == "end":
        source = rf"(?<=[.!?”\"’»…])\s*(?:{source})\s*$"
    guard, limit = entry.get("guard"), entry.get("words", 0)
    takes, leaves = entry["takes"], entry["leaves"]
    assert isinstance(takes, list)
    assert isinstance(leaves, list)
    assert isinstance(limit, int)
    return Pattern(
        reason=str(entry["reason"]),
        where=where,
        regex=re.compile(source, re.IGNORECASE),
        guard=re.compile(filled(str(guard)), re.IGNORECASE) if guard else None,
        words=limit,
        takes=tuple(takes),
        leaves=tuple(leaves),
    )


def table(name: str) -> dict[str, object]:
    """One of the data files beside this one."""
    return tomllib.loads(files("readout.ingest.residue").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    words = table("words")["words"]
    assert isinstance(words, dict)
    return tuple(_pattern(entry, words) for name in SOURCES for entry in _entries(name))


def _entries(name: str) -> Iterator[dict[str, object]]:
    found = table(name)["pattern"]
    assert isinstance(found, list)
    yield from found


def plain(line: str) -> str:
    """The line as patterns see it: single spaces, straight apostrophes, no symbols at its ends.

    >>> plain("▶ Editors’ picks ›")
    "Editors' picks"
    """
    return _DECOR.sub("", " ".join(line.split()).replace("’", "'")).strip()


@cache
def _of_kind(where: tuple[str, ...], told: bool, long: bool) -> tuple[Pattern, ...]:
    return tuple(
        pattern
        for pattern in patterns()
        if pattern.where in where
        and (not told or (pattern.reason in TELLING and pattern.where == "line"))
        and (not long or pattern.reason in NOTICES)
    )


@lru_cache(maxsize=1024)
def kind(line: str, *where: str) -> str | None:
    """The reason why a whole line is residue of one of these kinds, or None.

    >>> kind("Continue with Google", "line")
    'sign-in button'
    """
    if len(line) > NOTICE or (where in WEAK and (len(line) > HEAD or ENDED.search(line))):
        return None
    bare, told = looked_at(line)
    label = LABEL if line[-1:] in '.”"' else BUTTON
    if not (POINTED.search(line) if told else len(line) <= label or signed(line)):
        return None
    tried = _of_kind(where, told, len(bare) > LONGEST) if bare else ()
    return next((pattern.reason for pattern in tried if pattern.takes_line(bare)), None)


@lru_cache(maxsize=512)
def looked_at(line: str) -> tuple[str, bool]:
    """The line as patterns see it, and whether it tells or opens with what somebody said."""
    lower = line.lower()
    spoken = any(map(lower.__contains__, SPOKEN)) and SPEECH.search(lower) is not None
    return plain(line), spoken or OPENING.match(line.strip()) is not None


@lru_cache(maxsize=512)
def signed(line: str) -> bool:
    """Whether a longer line holds a word that sites use of themselves."""
    lower = line.lower()
    return line[-1:] in ")]" or any(map(lower.__contains__, _signs()))


@cache
def _signs() -> tuple[str, ...]:
    words = table("words")["signs"]
    assert isinstance(words, list)
    return tuple(words)


def surely(line: str) -> bool:
    """Whether the line is residue wherever it stands."""
    return (kind(line, "line") or kind(line, "head")) is not None


def tail(line: str) -> tuple[int, str] | None:
    """Where residue starts that is glued to the end of a sentence, and its reason."""
    window = max(0, len(line) - 120)
    for pattern in _of_kind(("end",), told=False, long=False):
        if found := pattern.regex.search(line, window):
            text = line[found.start() :]
            return found.start() + len(text) - len(text.lstrip()), pattern.reason
    return None
