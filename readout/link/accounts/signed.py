"""The body that heads its own text by name, and for whom those speak who go by what they do for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.link.accounts.issuers import heading
from readout.link.accounts.sides import load_names
from readout.link.lexicon import company, house, joint_papers, meeting, official, released, small_words
from readout.model.record import Record

LONGEST = 8
"""Words that the name of a body has at most."""
ABOVE = 4
"""Lines above a text of which one says what the text is."""
NAMED = 3
"""Lines of these in which the name may stand: below the place and the day."""
LEAST = 2
"""Words that it has at least."""


def signed(record: Record, *, national: bool = False) -> str | None:
    """The body of no country whose name is the first line of its own release.

    With ``national`` it may have a country's name, as beside the ministry of that: "Kenya Nurses' Union".

    >>> # "Museum of Weaving, Lyme / Statement on the Loom" -> "Museum of Weaving"
    >>> # "Lyme, 4 May 2031 / Tula Copper plc - Press release" -> "Tula Copper plc"
    """
    head = heading(record)
    lines = [line.strip() for line in head.splitlines() if line.strip()][:ABOVE]
    if joint_papers().search(head):
        return None
    return next(
        (name for at in range(len(lines[:NAMED])) if (name := _name(record, lines, at, national))), None
    )


def _name(record: Record, lines: list[str], at: int, national: bool) -> str | None:
    """The body that a line above a text names, where that or another says that it is its release."""
    first, *parts = re.split(r"\s+[-–—|:]+\s+|\s*[(,]", lines[at])
    by = _BY.match(lines[at]) or _HEADED.match(lines[at])
    name = spelt(by.group("who"), record.document.text) if by else first
    says = any(released().match(line) for line in (*parts, *([] if at else lines[1:])))
    bare = at == 0 and name == lines[0] and any(_PLACED.match(line) for line in lines[1:])
    words = name.split()
    if not (by or says or bare) or not LEAST <= len(words) <= LONGEST:
        return None
    if released().match(name) or meeting().search(name) or any(map(str.isdigit, name)):
        return None
    if load_names(name.title() if name.isupper() else name) and not (national and not _STATE.search(name)):
        return None
    if not all(word[:1].isupper() or word in _SMALL for word in company().sub("", name).split()):
        return None
    known = company().search(name) or (house().search(name) and not (bare and _STATE.search(name)))
    if not known and (bare or not _again(record, lines[at], words)):
        return None
    shown = _cased(company().sub("", name).split()) if name.isupper() else name
    return shown.removeprefix("The ")


def _again(record: Record, line: str, words: list[str]) -> bool:
    """Whether a text goes on to speak of who stands above it."""
    text = record.document.text
    rest = text[text.find(line) + len(line) :]
    return any(part in rest for part in (*_prefixes(words), f"The {words[-1].capitalize()}"))


def spelt(name: str, text: str) -> str:
    """What a name of initials stands for in the text; the name itself where it is none or nothing does.

    >>> spelt("LWG", "The head of the Lyme Weavers' Guild said so.")
    "Lyme Weavers' Guild"
    """
    if not 2 < len(name) < 8 or not name.isupper() or not name.isalpha():
        return name
    words = r"[\w’'-]*(?: (?:of|for|the|and|on|in))* ".join(f"\\b{letter}" for letter in name)
    found = re.search(words + r"[\w’'-]*\w", text)
    return (
        found.group().removesuffix("'s").removesuffix("’s") if found and not found.group().isupper() else name
    )


_STATE = re.compile(r"\b(?:ministry|department|government|office|embassy|presidency)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:Press|Media|Public|Corporate) (?:office|service|relations|department|affairs|communications)\b"
    r"|[A-Z][\w .’'-]{2,30}, (?:\w+, )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+|[A-Z]\w+ \d{1,2}),? \d{4}\W*$",
    re.IGNORECASE,
)
"""A line of place and day: "Lyme, 4 May 2031"."""


_BY = re.compile(
    r"(?:(?:press |media |public )?(?:release|statement|notice|communiqu[eé])) (?:by|from|of)"
    r" (?:the )?(?P<who>[^\n,(]+)$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?:The )?(?P<who>[A-Z][^\n,(]*?)"
    r" (?:press |media |public |official )?(?:release|statement|notice|communiqu[eé])"
    r" (?:on|about|regarding|concerning|after|following)\b",
    re.IGNORECASE,
)
"""A title that begins with who issues it: "LWG statement on the loom"."""
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
