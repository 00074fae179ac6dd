"""The headline of a text: not who issues it, nor that it is a release, nor its date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

LIMIT, WORDS = 160, 25
HEAD = 12
"""Lines above the first paragraph among which the headline is looked for."""
BYLINE = re.compile(
    r"(?:by|from|written by|story by)\s+"
    r"((?:[^\W\d_][\w.'’-]*)(?:(?:\s+|,\s+|\s+and\s+|\s*&\s*)[^\W\d_][\w.'’-]*){0,11})"
    r"(?:\s*[|,·•–—-]\s.{0,80})?",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.:;,!]$|[.!?][\"”'’]$")
MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
TIMED = re.compile(
    rf"\b(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?|\d\S*|[ap]\.m\.|[–—|,.-]", re.IGNORECASE
)

PLACED = re.compile(r"[^\W\d_]\S* [^\W\d_]\S*, ")


def headline(lines: Sequence[str]) -> str | None:
    """The line that heads a text; blank ones keep paragraphs apart. None where nothing does.

    A label ("PRESS RELEASE"), a date and an issuer ("Ministry of Trade") are passed over; an issuer stands in
    where there is nothing else.

    >>> headline(["Ministry of Trade", "PRESS RELEASE", "", "Tin duty falls", "", "The duty was halved."])
    'Tin duty falls'
    """
    found = list(_heads(lines))
    return next((line for line in found if not issuer(line)), found[0] if found else None)


def _heads(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first paragraph that could head it."""
    top = [(at, line) for at, line in enumerate(lines) if line][:HEAD]
    for place, (at, line) in enumerate(top[:-1]):
        _, after = top[place + 1]
        apart = not lines[at + 1] or BYLINE.fullmatch(after) or dated(after) or label(after)
        issued = issuer(line) or (place > 0 and issuer(top[place - 1][1]))  # such heads stand in one block
        if label(line) or dated(line) or BYLINE.fullmatch(line):
            continue
        plain = len(line) <= LIMIT and len(line.split()) in range(2, WORDS) and not ENDED.search(line)
        if not plain or not (apart or issued):
            return
        yield line


def dated(line: str) -> bool:
    """Whether a line is a date, perhaps with a place: "Tunis, 11 March 2025"."""
    rest = TIMED.sub(" ", line).split()
    return any(mark.isdigit() for mark in line) and len(rest) <= (2 if PLACED.match(line) else 1)


def label(line: str) -> bool:
    """Whether a line only says of what sort a text is: "FOR IMMEDIATE RELEASE", "Press release No. 14"."""
    words = re.sub(r"(?i)\bno\.?\s*\S*\d\S*|[^\w\s]|\d+", " ", line).casefold().split()
    return bool(words) and " ".join(words) in _table()["labels"]


def issuer(line: str) -> bool:
    """Whether a line names a body and says nothing: all in capitals, the sort first or last."""
    words = [word for word in re.findall(r"[\w’'.-]+", line) if word.casefold() not in _table()["small"]]
    if not words or not all(word[0].isupper() for word in words):
        return False
    sorts = _table()["bodies"]
    return words[0].casefold() in sorts or (len(words) < 4 and words[-1].casefold() in sorts)


@cache
def _table() -> dict[str, frozenset[str]]:
    told = tomllib.loads(files("readout.ingest").joinpath("headings.toml").read_text("utf-8"))
    return {name: frozenset(told[name]) for name in ("labels", "bodies", "small")}
