"""The body that heads its own text by name, and for whom those speak who go by what they do for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.link.accounts.issuers import heading
from readout.link.accounts.sides import load_names
from readout.link.lexicon import house, joint_papers, meeting, official, released, small_words
from readout.model.record import Record

LONGEST = 8
"""Words that the name of a body has at most."""
ABOVE = 4
"""Lines above a text of which one says what the text is."""


def signed(record: Record) -> str | None:
    """The body of no country whose name is the first line of its own release.

    >>> # "Museum of Weaving, Lyme / Statement on the Loom" -> "Museum of Weaving"
    """
    head = heading(record)
    lines = [line.strip() for line in head.splitlines() if line.strip()][:ABOVE]
    if not lines or joint_papers().search(head):
        return None
    first, *parts = re.split(r"\s+[-–—|:]+\s+|\s*[(,]", lines[0])
    by = _BY.match(lines[0])
    name = by.group("who") if by else first
    if not (by or any(released().match(line) for line in (*parts, *lines[1:]))):
        return None
    words = name.split()
    if released().match(name) or meeting().search(name) or not 2 <= len(words) <= LONGEST:
        return None
    if load_names(name.title() if name.isupper() else name) or any(map(str.isdigit, name)):
        return None
    if not all(word[:1].isupper() or word in _SMALL for word in words):
        return None
    rest = record.document.text[len(lines[0]) :]
    if not (house().search(name) or any(part in rest for part in _prefixes(words))):
        return None
    return _cased(words) if name.isupper() else name.removeprefix("The ")


_BY = re.compile(
    r"(?:(?:press |media |public )?(?:release|statement|notice|communiqu[eé])) (?:by|from|of)"
    r" (?:the )?(?P<who>[^\n,(]+)$",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "the", "and", "for", "de", "du", "des", "der", "del", "in", "on", "at", "&"})


def _prefixes(words: list[str]) -> Iterator[str]:
    """A name and what is left of it without its last words: "Calder Rovers" of "Calder Rovers FC"."""
    yield from (" ".join(words[:n]) for n in range(len(words), 1, -1) if words[n - 1] not in _SMALL)


def _cased(words: list[str]) -> str:
    return " ".join(w.lower() if w.lower() in _SMALL else w.capitalize() for w in words)


def opening(record: Record) -> str | None:
    """The body that a story's first sentence begins with, behind the dateline: "Port Esk United are …"."""
    found = _FIRST.match(record.document.text, _start(record))
    name = found.group("who") if found else ""
    return name if name and not load_names(name) and name.casefold() not in small_words("style") else None


def _start(record: Record) -> int:
    """Where the first paragraph begins, behind its dateline."""
    start = len(heading(record))
    line = _DATELINE.match(record.document.text, start)
    return line.end() if line else start


_DATELINE = re.compile(r"[A-Z][^\n]{2,80}? (?:--?|[–—]) ")
_FIRST = re.compile(
    r"(?:The )?(?P<who>[A-Z][\w’'&.-]+(?: (?:of|the|and|for|&|[A-Z][\w’'&.-]+))* [A-Z][\w’'&.-]+)"
    r" (?:is|are|has|have|had|was|were|will|would|said|says|[a-z]+ed)\b"
)


def serves_opening(record: Record, words: str, start: int) -> bool:
    """Whether who speaks is an officer of "the club" or "the firm": "the club's director, Ada Orr"."""
    text = record.document.text
    near = f"{text[max(0, start - BEFORE) : start]}{words}"
    found = list(_OFFICER.finditer(near.rpartition("\n")[2]))
    return any(
        house().fullmatch(one.group("house")) and official().search(one.group("post")) for one in found
    )


BEFORE = 50
"""Characters before a speaker in which it may stand whose officer that is."""
_OFFICER = re.compile(r"\b[Tt]he (?P<house>[a-z]+)[’']s (?P<post>(?:[a-z-]+,? ){1,4})")
