"""Which lines of a page are not part of its story: buttons, banners, boxes, links to other stories."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

LONGEST = 250
"""No residue is longer than this, but notices of several sentences; longer lines are not looked at."""
NOTICES = frozenset({"cookie notice", "copyright line", "credit line"})
NOTICE = 900
MOST_HEADLINES = 12
HULL = 2
HEADLINE_WORDS = range(2, 23)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
OPENING = re.compile(r"[\"“«„‘]")
SPEECH = re.compile(
    r"\b(?:said|says|told|tells|added|asked|argued|urged|warned|replied|wrote|joked)\b", re.IGNORECASE
)
"""A line with one of these tells a story, except behind "Read more:"."""
_DECOR = re.compile(r"^[^\w#@©(\[*\-—–_=~]+|[^\w)\].!?:…*#\-—–_=~\"'”’»]+$")


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


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns of ``residue.toml``, in the order in which they are tried."""
    table = tomllib.loads(files("readout.ingest").joinpath("residue.toml").read_text("utf-8"))
    return tuple(_pattern(entry, table["words"]) for entry in table["pattern"])


def plain(line: str) -> str:
    """The line as patterns see it: single spaces, straight apostrophes, no symbols at its ends.

    >>> plain("▶ Editors’ picks ›")
    "Editors' picks"
    """
    return _DECOR.sub("", " ".join(line.split()).replace("’", "'")).strip()


@cache
def _of_kind(*kinds: str) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in patterns() if pattern.where in kinds)


def kind(line: str, *where: str) -> str | None:
    """The reason why a whole line is residue of one of these kinds, or None.

    >>> kind("Continue with Google", "line")
    'sign-in button'
    """
    if len(line) > NOTICE or not (bare := plain(line)):
        return None
    told = OPENING.match(line.strip()) or SPEECH.search(line)
    found = next((pattern for pattern in _of_kind(*where) if pattern.takes_line(bare)), None)
    if found is None or (told and not (found.reason == "related link" and found.where == "line")):
        return None
    return found.reason


def surely(line: str) -> bool:
    """Whether the line is residue wherever it stands."""
    return kind(line, "line", "head") is not None


def tail(line: str) -> tuple[int, str] | None:
    """Where residue starts that is glued to the end of a sentence, and its reason."""
    window = max(0, len(line) - 120)
    for pattern in _of_kind("end"):
        if found := pattern.regex.search(line, window):
            text = line[found.start() :]
            return found.start() + len(text) - len(text.lstrip()), pattern.reason
    return None


def headline(line: str) -> bool:
    """Whether a line under "Related stories" may be the title of another story, or its number."""
    text = line.strip()
    if text.rstrip(".").isdigit():
        return len(text) < 4
    return (
        len(text.split()) in HEADLINE_WORDS
        and len(text) < 160
        and not text.endswith((".", ".”", '."', ":", ",", ";"))
    )


def reasons(lines: Sequence[str]) -> list[str | None]:
    """For every line the reason why it is residue, or None for blank lines and lines of the story.

    >>> reasons(["Related stories", "Bakers call off march", "", "The ministry said no."])
    ['related link', 'related link', None, None]
    """
    marks = [kind(line, "line") for line in lines]
    heads = [index for index, line in enumerate(lines) if marks[index] is None and kind(line, "head")]
    for index in heads:
        _mark_headlines(lines, marks, index)
    _mark_hulls(lines, marks)
    _mark_neighbours(lines, marks)
    _mark_last_words(lines, marks)
    return marks


def _mark_headlines(lines: Sequence[str], marks: list[str | None], head: int) -> None:
    """Mark a heading such as "Most read" and the headlines that follow it.

    A blank line ends the list; where the heading stands alone, the list is the next block.
    """
    at = head + 1
    taken: list[int] = []
    while at < len(lines) and not lines[at].strip():
        at += 1
    apart = at > head + 1
    while at < len(lines) and len(taken) < MOST_HEADLINES:
        if not lines[at].strip():
            if not apart or at + 1 >= len(lines) or len(lines[at + 1].split()) < 4:
                break
        elif marks[at] is None and not headline(lines[at]):
            break
        else:
            taken.append(at)
        at += 1
    marks[head] = "related link"
    if apart and at < len(lines) and taken and lines[at].strip() and not lines[at - 1].strip():
        taken = _without_subheading(lines, taken)
    for index in taken:
        marks[index] = marks[index] or "related link"


def _without_subheading(lines: Sequence[str], taken: list[int]) -> list[int]:
    """The headlines without a last one of a few words: it heads the paragraph that follows."""
    return taken[:-1] if len(lines[taken[-1]].split()) < 4 else taken


def _mark_hulls(lines: Sequence[str], marks: list[str | None]) -> None:
    """Mark a line or two between two lines of one box: what a newsletter says of itself."""
    for reason in ("newsletter box", "cookie notice"):
        spots = [index for index, mark in enumerate(marks) if mark == reason]
        for left, right in pairwise(spots):
            between = range(left + 1, right)
            if 0 < len(between) <= HULL and all(
                0 < len(lines[i].strip()) < 160 and not marks[i] for i in between
            ):
                for index in between:
                    marks[index] = reason


def _mark_neighbours(lines: Sequence[str], marks: list[str | None]) -> None:
    """Mark weak signs ("Email", "OK") that stand next to residue, at the text's ends, or three together."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    weak = {
        index: reason for index in filled if not marks[index] and (reason := kind(lines[index], "beside"))
    }
    run: list[int] = []
    for place, index in enumerate([*filled, -1]):
        if index in weak:
            run.append(index)
            continue
        before = marks[filled[place - len(run) - 1]] if run and place - len(run) > 0 else None
        after = marks[index] if index >= 0 else None
        edge = len(run) < len(filled) and (place == len(run) or index < 0)
        if run and (before or after or edge or len(run) >= 3):
            for spot in run:
                marks[spot] = weak[spot]
        run = []


def _mark_last_words(lines: Sequence[str], marks: list[str | None]) -> None:
    """Mark a few words that stand alone far below the end of the text."""
    filled = [index for index, line in enumerate(lines) if line.strip() and not marks[index]]
    if len(filled) < 3:
        return
    last, before = filled[-1], filled[-2]
    words = lines[last].split()
    lonely = last - before > 5 and not any(marks[before + 1 : last])
    if lonely and len(words) <= 5 and not re.search(r"[.!?:,\"”’)]", lines[last]):
        marks[last] = "page residue"
