"""Transcripts: who holds the floor, line by line, where a page is laid out as speech."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from readout.model.anchor import Anchor, trimmed
from readout.model.document import Document
from readout.model.swift import replace

Role = Literal["speaker", "asking", "answering", "address"]

LINE = re.compile(r"[^\n]*\S[^\n]*")
CLOCK = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]*)"
LABEL = re.compile(
    rf"[ \t]*[“\"]?{CLOCK}?(?P<label>[^\W\d_][^\n:?!“”\"«»]{{0,60}}?)[ \t]*"
    rf"(?:\((?P<role>[^()\n]{{1,80}})\))?[ \t]*{CLOCK}?[:：]"
    r"(?=[ \t]|$|\n|[“\"])"
)
TELLING = re.compile(
    r"[ \t]*(?P<label>[^\W\d_][^\n:,?!“”\"«»]{0,60}?)[ \t]+"
    r"(?:said|asked|replied|answered|responded|added|continued)[ \t]*:[ \t]*"
)
LETTER_LABEL = re.compile(r"[ \t]*(?P<label>[QA])[.)](?=[ \t])")
SPOKEN = re.compile(r"\w.*[.?!…—–\-][”\"’)\]]*$", re.DOTALL)
ASIDE = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|[#*_=-]{3,}|END|ENDS?|-30-)\.?\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one speaks, a piece for each paragraph.

    >>> # "MR. HALE: Good morning." -> label "MR. HALE", piece "Good morning."
    """

    label: Anchor
    pieces: tuple[Anchor, ...]
    role: Role
    office: Anchor | None = None

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end


@cache
def label_words(kind: str) -> frozenset[str]:
    """A list of labels.toml."""
    path = resources.files("readout.extract.statements").joinpath("labels.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf8"))[kind])


def bare_name(label: str) -> str:
    """A label without titles, in lower case: ``bare_name("MR. HALE")`` is ``"hale"``."""
    words = [word.strip(".,") for word in label.casefold().split()]
    return " ".join(word for word in words if word not in label_words("titles"))


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the page is no transcript.

    >>> page = Document("d", "Q: Is it true?\\nMS. ORR: No.\\nQ: Never?\\nMS. ORR: Never.")
    >>> [turn.pieces[0].exact for turn in turns(page)]
    ['Is it true?', 'No.', 'Never?', 'Never.']
    """
    lines = [found.span() for found in LINE.finditer(document.text)]
    heads = [_head(document.text, start, end) for start, end in lines]
    signed = {head[0].exact.strip() for head in heads if head and head[1] and polite(head[1].exact)}
    speaking = _speakers([head[0].exact for head in heads if head], signed)
    if speaking:
        telling = [head or _telling(document.text, *line) for head, line in zip(heads, lines, strict=True)]
        speaking |= {head[0].exact for head, old in zip(telling, heads, strict=True) if head and not old}
        heads = telling
    found = list(_gather(document.text, lines, heads, speaking)) if speaking else []
    spoken = sum(SPOKEN.search(turn.pieces[0].exact) is not None for turn in found)
    return tuple(_without_tail(found)) if 2 * spoken > len(found) else ()


def _without_tail(found: list[Turn]) -> list[Turn]:
    """The last turn is no longer than the longest before it: a page may go on after the talk."""
    longest = max((len(turn.pieces) for turn in found[:-1]), default=1)
    return [*found[:-1], replace(found[-1], pieces=found[-1].pieces[:longest])]


_Head = tuple[Anchor, Anchor | None, int]


def _head(text: str, start: int, end: int) -> _Head | None:
    """The label of a line, the office in brackets, and where the speech starts."""
    found = LETTER_LABEL.match(text, start, end)
    if not found and any(text.find(colon, start, end) >= 0 for colon in ":："):
        found = LABEL.match(text, start, end)
    if not found or not _may_name(found["label"]):
        return None
    groups = found.groupdict()
    office = Anchor.of(text, *found.span("role")) if groups.get("role") else None
    return Anchor.of(text, *found.span("label")), office, found.end()


def _telling(text: str, start: int, end: int) -> _Head | None:
    """The head of a line that but tells who goes on: "Minister Orr said:", among the turns of others."""
    found = TELLING.fullmatch(text, start, end)
    if not found or not _may_name(found["label"]) or found["label"].split()[0].casefold() in PRONOUNS:
        return None
    return Anchor.of(text, *found.span("label")), None, found.end()


PRONOUNS = {"he", "she", "i", "we", "they", "it", "you", "my", "his", "her", "our", "their", "this"}


def _may_name(label: str) -> bool:
    folded = label.casefold().strip(" .")
    words = label.replace(",", " ").split()
    if folded in label_words("others") or any(
        folded.startswith(f"{other} ") for other in ("photo", "by", "read")
    ):
        return False
    small = {
        "of",
        "the",
        "de",
        "la",
        "van",
        "von",
        "al",
        "bin",
        "ibn",
        "da",
        "for",
        "and",
        "den",
        "der",
        "di",
        "hon.",
    }
    named = [word for word in words if word.casefold() not in small]
    return 0 < len(words) <= 7 and bool(named) and all(word[0].isupper() for word in named)


def _role(label: str) -> Role:
    folded = re.sub(r"[\d#.]+", "", label).strip().casefold()
    if folded in label_words("asking"):
        return "asking"
    return "answering" if folded in label_words("answering") else "speaker"


POLITE = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "hon", "lord", "lady", "baroness"})


def polite(label: str) -> bool:
    """Whether a label begins as one addresses people: "Mr. Hugh Dale", not "Venue"."""
    return label.casefold().split()[0].strip(".") in POLITE


def _speakers(labels: Sequence[str], signed: Set[str] = frozenset()) -> frozenset[str]:
    """The labels that speak: a page is a transcript when somebody asks, or takes turns."""
    counts = Counter(label.strip() for label in labels)
    heads = _headings(labels, counts) - signed
    counts = Counter({label: n for label, n in counts.items() if label not in heads})
    roles = {label: _role(label) for label in counts}
    shouted = {label for label in counts if len(label) > 2 and label.upper() == label}
    again = {label for label, count in counts.items() if count > 1}
    asked = any(role != "speaker" for role in roles.values()) and sum(counts.values()) > 1
    taken = (
        len(again) > 1 or (again and len(counts) > 1 and sum(counts.values()) > 3) or bool(again & shouted)
    )
    titled = all(bare_name(label) != label.strip().casefold() for label in counts) and len(counts) > 1
    taken = taken or (titled and (bool(again) or any(_chairs(label) for label in counts)))
    if not asked and not taken and not len(shouted) > 1:
        return frozenset()
    return frozenset(counts)


def _headings(labels: Sequence[str], counts: Counter[str]) -> frozenset[str]:
    """Labels in small letters that come once, before anybody has spoken twice or been asked."""
    first = next(
        (i for i, label in enumerate(labels) if counts[label.strip()] > 1 or _role(label) != "speaker"), 0
    )
    head = (label.strip() for label in labels[:first])
    return frozenset(
        label
        for label in head
        if counts[label] == 1 and label.upper() != label and not (_chairs(label) or polite(label))
    )


def _chairs(label: str) -> bool:
    """Whether a label is a chair's, all of it titles: "Mr Speaker", "Madam Chair"."""
    return not bare_name(label) and len(label.split()) > 1


def _gather(
    text: str, lines: Sequence[tuple[int, int]], heads: Sequence[_Head | None], speaking: frozenset[str]
) -> Iterator[Turn]:
    current: _Head | None = None
    pieces: list[Anchor] = []
    for (start, end), head in zip(lines, heads, strict=True):
        if head and head[0].exact.strip() in speaking:
            yield from _turn(current, pieces)
            current, pieces, start = head, [], head[2]
        elif ASIDE.fullmatch(text, start, end):
            continue
        piece = trimmed(text, start, end)
        if current and piece and not ASIDE.fullmatch(piece.exact):
            pieces.append(piece)
    yield from _turn(current, pieces)


def _turn(head: _Head | None, pieces: list[Anchor]) -> Iterator[Turn]:
    if head and pieces:
        yield Turn(head[0], tuple(pieces), _role(head[0].exact), head[1])
