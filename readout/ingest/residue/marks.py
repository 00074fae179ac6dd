"""For every line of a page the reason why it is residue: by itself, by its neighbours, by where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readout.ingest.residue import zones
from readout.ingest.residue.pattern import QUOTE, kind, looked_at

MOST_HEADLINES = 12
HULL = 2
WEAK = 200
"""No row of weak signs is longer."""
HEADLINE_WORDS = range(2, 23)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
POINTER = re.compile(r"read (?:more|next|also)|see also|opens in (?:a )?new (?:window|tab)", re.IGNORECASE)
"""A button under the headline of another story, within the text."""


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
    _mark_hulls(lines, marks)
    heads = [index for index, line in enumerate(lines) if marks[index] is None and kind(line, "head")]
    first = zones.first_told(lines, marks)
    for index in heads:
        _mark_headlines(lines, marks, index, first)
    _mark_pointed(lines, marks, first)
    zone = zones.of(lines, marks, first)
    _mark_neighbours(lines, marks, zone)
    zones.mark_captions(lines, marks, first)
    zones.mark_top(lines, marks, zone)
    zones.mark_foot(lines, marks, zone)
    _mark_last_words(lines, marks)
    return marks


def _mark_headlines(lines: Sequence[str], marks: list[str | None], head: int, first: int) -> None:
    """Mark a heading such as "Most read" and the headlines that follow it.

    A blank line ends the list; where the heading stands alone, the list is the next block. Above the story
    only the heading goes: what follows may be the story's own headline.
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
    if head < first:
        taken = zones.but_the_title(lines, marks, taken, first)
    for index in taken:
        marks[index] = marks[index] or "related link"


def _without_subheading(lines: Sequence[str], taken: list[int]) -> list[int]:
    """The headlines without a last one of a few words: it heads the paragraph that follows."""
    return taken[:-1] if len(lines[taken[-1]].split()) < 4 else taken


def _mark_pointed(lines: Sequence[str], marks: list[str | None], first: int) -> None:
    """Mark a headline right above "Read more", within the story."""
    for above, below in pairwise(range(first, len(lines))):
        pointed = POINTER.fullmatch(lines[below].strip(" []()»›>→"))
        if pointed and not marks[above] and headline(lines[above]) and len(lines[above].split()) > 3:
            marks[above] = marks[below] = "related link"


def _mark_hulls(lines: Sequence[str], marks: list[str | None]) -> None:
    """Mark a line or two between two lines of one box: what a newsletter says of itself."""
    for reason in ("newsletter box", "cookie notice", "appeal", "comment link"):
        spots = [index for index, mark in enumerate(marks) if mark == reason]
        for left, right in pairwise(spots):
            between = range(left + 1, right)
            if 0 < len(between) <= HULL and all(_inside(lines[at], marks[at]) for at in between):
                for index in between:
                    marks[index] = reason


def _inside(line: str, mark: str | None) -> bool:
    quoted = looked_at(line)[1] or QUOTE.search(line)
    return mark is None and 0 < len(line.strip()) < 160 and not quoted


def _mark_neighbours(lines: Sequence[str], marks: list[str | None], zone: zones.Zone) -> None:
    """Mark weak signs ("Email", "OK") that stand next to residue, at the text's ends, or three together.

    Above and below the story the names of a site's sections ("World", "Metro | Courts") are weak signs too.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    weak = {
        index: reason
        for index in filled
        if not marks[index]
        and len(lines[index]) <= WEAK
        and (reason := kind(lines[index], "beside") or zones.section(lines[index], index in zone))
    }
    run: list[int] = []
    for place, index in enumerate([*filled, -1]):
        if index in weak:
            run.append(index)
            continue
        before = marks[filled[place - len(run) - 1]] if run and place - len(run) > 0 else None
        after = marks[index] if index >= 0 else None
        edge = len(run) < len(filled) and (place == len(run) or index < 0)
        outside = bool(run) and run[0] in zone
        many = len(run) >= (2 if outside else 3) or (outside and zones.row(lines[run[0]]))
        if run and (before or after or edge or many):
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
