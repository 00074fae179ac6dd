"""What an account says of a matter, in a few of its own words for the reason of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.link.accounts.telling import Telling
from readout.link.matters.matter import Matter

WORDS = 16
"""Words that are quoted of an account."""
BEFORE = 6
"""Words before the one that matters, where no clause begins nearer."""
FAR = 11
"""Words before it up to which the whole clause is told."""
_CLAUSE = re.compile(r"[,;:.!?”\"]$|^[-–—]+$")
_OPENS = frozenset({"that", "but", "while", "whether", "because", "although"})
_ENDS = frozenset(
    {"the", "a", "an", "of", "to", "in", "and", "or", "for", "on", "at", "by", "with", "that", "its"}
)


def excerpt(text: str, at: int) -> str:
    """The clause around a place of a text, cut to a few words.

    >>> excerpt("It is a fair price, and we expect the guests to pay it by May.", 25)
    'we expect the guests to pay it by May'
    """
    words = text.split() or [""]
    index = min(len(text[:at].split()), len(words) - 1)
    first = next((n for n in range(index, max(-1, index - FAR), -1) if n == 0 or _begins(words[n - 1])), None)
    first = max(0, index - BEFORE) if first is None else first
    last = min(len(words), first + WORDS)
    ended = next((n + 1 for n in range(index, last) if re.search(r"[;.!?][”\"]?$", words[n])), last)
    cut = ended < len(words) and ended == last and not re.search(r"[;.!?][”\"]?$", words[ended - 1])
    while cut and ended > index + 1 and words[ended - 1].casefold() in _ENDS:
        ended -= 1
    told = re.sub(r"[“”\"]| (?=[,;.])", "", " ".join(words[first:ended]))
    opened = "… " if first and not _begins(words[first - 1]) else ""
    return opened + re.sub(r"^(?:and|but) ", "", told.strip(" ,;:.")) + (" …" if cut else "")


def _begins(before: str) -> bool:
    """Whether a clause begins behind a word."""
    return bool(_CLAUSE.search(before)) or before in _OPENS


def told_of(matter: Matter, spoken: Sequence[Telling]) -> str:
    """What an account says of a matter: the words around its first mention where it is spoken of first."""
    telling = next((t for t in spoken if t.number in matter.main), spoken[0])
    places = [m for m in matter.places.get(telling.number, ()) if m not in telling.anchors]
    before = ""
    for anchor in telling.anchors:
        inside = next((m for m in places if anchor.covers(m)), None)
        if inside:
            ahead = telling.record.document.text[anchor.start : inside.start]
            return excerpt(telling.text, len(f"{before}{' '.join(ahead.split())} "))
        before += " ".join(anchor.exact.split()) + " "
    return excerpt(telling.text, 0)
