"""Speeches: a page headed "Address by President X at …" is one speech of whoever the heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from readout.extract.statements.turns import ASIDE, LABEL, LINE, SPOKEN, Turn, label_words
from readout.model.anchor import Anchor, trimmed
from readout.model.document import Document

HEAD = 14
"""Among so many lines a heading and the first words of a speech are looked for."""
GREETING = 16
"""So many words a salutation has at most."""
NAMED = r"(?:H\.? ?E\.?|(?:the )?(?:rt\.?|hon\w*|right)|mrs?|ms|miss|dr|prof\w*|sir|dame|gen\w*|ambassador)\b"
"""What begins a name behind an office: "the Minister of Trade, Ms Ada Orr"."""
OWN = re.compile(r"\b(?:I|my|My)\b")
OURS = re.compile(r"\b(?:we|We|our|Our|us)\b")
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")


@cache
def _heading() -> re.Pattern[str]:
    """A line that heads a speech: "OPENING REMARKS BY THE MINISTER OF TRADE, MS ADA ORR, AT THE FAIR"."""
    kinds = "|".join(sorted(label_words("speeches"), key=len, reverse=True))
    ends = r"(?=[,(;:]|$|\s+(?:at|on|to|in|during|before|after|following|delivered|given|for|upon|as)\b)"
    return re.compile(
        rf"(?:[^\W\d_][\w’'-]*\s+){{0,3}}?(?:{kinds})(?:\s+(?:delivered|given|made))?\s+(?:by|of|from)"
        rf"\s+(?P<who>\S[^\n]*?{ends}(?:,\s*{NAMED}[^,\n]*?{ends})?)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _greets() -> re.Pattern[str]:
    """A line that only greets: "Excellencies, distinguished guests,", "Mr President,"."""
    words = "|".join(sorted(label_words("greetings"), key=len, reverse=True))
    return re.compile(rf"[“\"]?(?:{words})\b[^\n]*[,:!.–—-]?", re.IGNORECASE)


def address(document: Document) -> tuple[Turn, ...]:
    """The one turn of a page that is a speech; none where it is no speech.

    >>> page = Document("d", "Remarks by Mayor Ada Orr\\n\\nFriends,\\n\\nI thank you. I am glad.")
    >>> [(turn.label.exact, turn.pieces[-1].exact) for turn in address(page)]
    [('Mayor Ada Orr', 'I thank you. I am glad.')]
    """
    text = document.text
    lines = [found.span() for found in LINE.finditer(text)]
    for place, (start, end) in enumerate(lines[: HEAD // 2]):
        line = text[start:end].rstrip()
        found = _heading().match(text, start + len(line) - len(line.lstrip()), end)
        if found is None or line[-1] in ".?!":
            continue
        first = _begins(text, lines, place + 1)
        pieces = _pieces(text, lines[first:]) if first is not None else ()
        if first is not None and pieces and _in_person(pieces, text[lines[first][0] : lines[first][1]]):
            return (Turn(Anchor.of(text, *found.span("who")), pieces, "address"),)
    return ()


def _begins(text: str, lines: Sequence[tuple[int, int]], after: int) -> int | None:
    """The line with the first words: a salutation, or a whole sentence."""
    for place in range(after, min(len(lines), after + HEAD)):
        line = text[slice(*lines[place])].strip()
        if _salutes(line):
            return place
        if len(line.split()) > 5 and SPOKEN.search(line) and line.rstrip('”"’)]')[-1:] in ".?!…":
            return place
    return None


def _salutes(line: str) -> bool:
    greets = _greets().fullmatch(line) is not None
    return greets and len(line.split()) <= GREETING and line[-1] in ",:!.–—-"


def _pieces(text: str, lines: Sequence[tuple[int, int]]) -> tuple[Anchor, ...]:
    """The paragraphs of the speech, up to what a page puts under it ("ENDS", "Media contact: …")."""
    found: list[Anchor] = []
    for start, end in lines:
        line = text[start:end].strip()
        label = LABEL.match(text, start, end)
        other = label is not None and label["label"].strip().casefold() in label_words("others")
        if found and (other or re.fullmatch(r"[(\[]?ENDS?[)\]]?\.?|[-#*_]{1,3} ?(?:END|30)?\W*", line)):
            break
        piece = trimmed(text, start, end)
        if piece and not ASIDE.fullmatch(piece.exact):
            found.append(piece)
    return tuple(found)


def _in_person(pieces: Sequence[Anchor], opening: str) -> bool:
    """Whether somebody speaks: "I" and "my" outside quotation marks, or a salutation and "we"."""
    said = QUOTED.sub(" ", "\n".join(piece.exact for piece in pieces))
    own, ours = len(OWN.findall(said)), len(OURS.findall(said))
    greeted = _salutes(opening.strip())
    return own > 1 or (greeted and own + ours > 1)
