"""From words to characters: contents with their quotation marks, without stray punctuation; the form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from readout.extract.statements.quotations import Quotation
from readout.model.analysis import Range, Word
from readout.model.anchor import Anchor
from readout.model.statement import Form

Chars = tuple[int, int]
OPENERS = "“\"‘'«([„‹›»`"
LOOSE = ",;:—–-.…"
TERM = re.compile(
    r"(?:\b(?:so-called|known as|titled|entitled|called|dubbed|nicknamed|headlined|named|term|word|phrase|"
    r"movie|film|book|novel|song|album|play|series|show|magazine|poem|slogan)\s*,?\s*)$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[“\"‘'«„]?\W?[A-Z0-9À-Þ].*[.!?…,—–-][”\"’'»“]*$", re.DOTALL)


BEFORE_COLON = re.compile(r"\w{1,12}\s?:\s*")
"""What stands between a cue and its quotation: "said only: “No.”"."""


class Marks:
    """The quotations of a text, found quickly by place."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.outer = [quotation for quotation in quotations if quotation.depth == 0]
        self.inner = [quotation for quotation in quotations if quotation.depth > 0]
        self._pieces = sorted(
            ((piece, quotation) for quotation in quotations for piece in quotation.pieces),
            key=lambda held: (held[0].start, held[0].end),
        )
        self._starts = [piece.start for piece, _ in self._pieces]
        self._longest = max((piece.end - piece.start for piece, _ in self._pieces), default=0)

    def touching(self, start: int, end: int) -> list[tuple[Anchor, Quotation]]:
        """The pieces of quotations that share a character with a stretch."""
        if not self._pieces:
            return []
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [held for held in self._pieces[first:last] if held[0].end > start]


def chars(words: Sequence[Word], span: Range) -> Chars:
    """The characters from a range's first word to its last."""
    return words[span[0]].start, words[span[1] - 1].end


def term(text: str, piece: Anchor) -> bool:
    """Whether marks set off a word, not speech: "the so-called “king of extras”", titles, nicknames."""
    named = bool(TERM.search(text, max(0, piece.start - 30), piece.start))
    return named and (_title(piece.exact) or not SENTENCE.match(piece.exact))


def _title(exact: str) -> bool:
    """Whether every longer word begins with a capital: “The Salt Year”."""
    return all(
        word[0].isupper() for word in re.findall(r"\w+", exact) if len(word) > 4 or word == word.title()
    )


def only_terms(marks: Marks, content: Sequence[Anchor]) -> bool:
    """Whether a content is nothing but titles and set-off words: no speech by itself."""
    pieces = [piece for anchor in content for piece, _ in marks.touching(anchor.start, anchor.end)]
    whole = all(any(p.start <= a.start and a.end <= p.end for p in pieces) for a in content)
    return whole and all(term(marks.text, piece) for piece in pieces)


def utterance(text: str, piece: Anchor) -> bool:
    """Whether a quotation by itself reads as something said: a sentence of four words or more."""
    return len(piece.exact.split()) > 3 and bool(SENTENCE.match(piece.exact)) and not term(text, piece)


def content_anchors(
    marks: Marks, words: Sequence[Word], spans: Iterable[Range], outside: Sequence[Range]
) -> tuple[Anchor, ...]:
    """The anchors of a content: quotations whole with their marks, no punctuation hanging on.

    ``outside`` are words that are no part of it (cue, source): a quotation that holds one of them
    is not this content's own.
    """
    shut = [chars(words, span) for span in outside]
    found: list[Chars] = []
    for span in spans:
        start, end = chars(words, span)
        for piece, quotation in marks.touching(start, end):
            if not any(p.start < b and a < p.end for p in quotation.pieces for a, b in shut):
                start, end = _snapped(start, _to_mark(marks.text, start, end, piece), piece)
                start = piece.start if BEFORE_COLON.fullmatch(marks.text, start, piece.start) else start
        kept = tidy(marks.text, start, end)
        if kept and any(piece.end == end for piece, _ in marks.touching(start, end)):
            kept = (kept[0], end)
        if kept:
            found.append(kept)
    return tuple(Anchor.of(marks.text, start, end) for start, end in _apart(found, marks.text))


def _to_mark(text: str, start: int, end: int, piece: Anchor) -> int:
    """The end of a quotation that a content holds the start of: "called it “a choir | without a score”"."""
    amid = start <= piece.start < end < piece.end and text[end - 1].isalnum()
    return piece.end if amid and not any(mark in text[end : piece.end - 2] for mark in ".!?\n") else end


def _snapped(start: int, end: int, piece: Anchor) -> Chars:
    """A quotation that the content holds half of is taken whole."""
    overlap = min(end, piece.end) - max(start, piece.start)
    if 2 * overlap >= piece.end - piece.start or (start < piece.start < end and piece.end - end <= 3):
        return min(start, piece.start), max(end, piece.end)
    return start, end


def _apart(found: list[Chars], text: str) -> list[Chars]:
    """Sorted and without overlap."""
    kept: list[Chars] = []
    for start, end in sorted(set(found)):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def tidy(text: str, start: int, end: int) -> Chars | None:
    """Without loose punctuation and unmatched marks at its ends; None when nothing is left."""
    start = past_dateline(text, start, end)
    while start < end and (
        text[start].isspace()
        or text[start] in LOOSE
        or (text[start] in ")]”»" and text[start] not in OPENERS)
    ):
        start += 1
    while end > start and (
        text[end - 1].isspace() or (text[end - 1] in LOOSE and not _abbreviated(text, start, end))
    ):
        end -= 1
    while end > start and text[end - 1] in "([{“„«‘":
        end -= 1
    start, end = _balanced(text, start, end)
    return (start, end) if _worded(text[start:end]) else None


SHOUTED = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ'’.-]{2,}){0,3}"
CITY = r"[A-ZÀ-Þ][\w'’.-]+(?:[ /][A-ZÀ-Þ][\w'’.-]+){0,3}"
LAND = r"(?:, [A-Z][\w.-]+(?: [A-Z][\w.-]+)?)"
DAY = r"(?:,? (?:(?:[A-Z][a-z]+, )?[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?)"
WIRE = r"(?:[.,]? (?:\([\w ./–-]{1,40}\)|/[\w ]{2,20}/))"
DASH = r"\s?(?:[—–-]+|(?<=/)\.)\s"
DATELINE = re.compile(
    rf"{SHOUTED}{LAND}?{DAY}?{WIRE}?{DASH}|{SHOUTED}: "
    rf"|{CITY}(?:{LAND}{DAY}?{WIRE}?|{DAY}{WIRE}?|{WIRE}){DASH}"
)
"""LIMA, May 4 (Own) — …; Lima, Peru – …; MINSK, June 2. /Own/. …; LIMA: …"""


def past_dateline(text: str, start: int, end: int) -> int:
    """Past a dateline at a paragraph's head: "LIMA, May 3 (Wire) — The road …" starts at "The"."""
    found = DATELINE.match(text, start) if start == 0 or text[start - 1] == "\n" else None
    return min(found.end(), end) if found else start


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the last full stop belongs to its word: "the U.S.", "Inc."."""
    found = re.search(
        r"(?:\b\w\.\w\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|Dr|Bros|a\.m|p\.m)\.)$",
        text[max(start, end - 8) : end],
    )
    return text[end - 1] == "." and found is not None


def _balanced(text: str, start: int, end: int) -> Chars:
    """Drop a bracket at an end whose partner stands outside."""
    inside = text[start:end]
    if inside.startswith("(") and ")" not in inside:
        start += 1
    if inside.endswith(")") and "(" not in inside:
        end -= 1
    return start, end


def form_of(marks: Marks, content: Sequence[Anchor], outside: Sequence[Chars]) -> Form:
    """direct where all stands in quotation marks, mixed where some does, else indirect."""
    quoted = 0
    for anchor in content:
        for piece, quotation in marks.touching(anchor.start, anchor.end):
            own = not any(p.start < b and a < p.end for p in quotation.pieces for a, b in outside)
            cued = any(0 <= piece.start - end <= 2 for _, end in outside)
            set_off = term(marks.text, piece) and not cued
            if own and quotation.depth == _depth(marks, anchor, outside) and not set_off:
                quoted += min(piece.end, anchor.end) - max(piece.start, anchor.start)
    total = sum(anchor.end - anchor.start for anchor in content)
    if not quoted:
        return "indirect"
    return "direct" if total - quoted <= 3 * len(content) and not _plain(marks, content) else "mixed"


def _plain(marks: Marks, content: Sequence[Anchor]) -> bool:
    """Whether a content has a word outside all quotation marks: It “regrets the decision”."""
    for anchor in content:
        at = anchor.start
        for piece, _ in marks.touching(anchor.start, anchor.end):
            if at < piece.start and _worded(marks.text[at : piece.start]):
                return True
            at = max(at, piece.end)
        if at < anchor.end and _worded(marks.text[at : anchor.end]):
            return True
    return False


def _worded(text: str) -> bool:
    """Whether some characters hold a letter or a digit."""
    return any(char.isalnum() for char in text)


def _depth(marks: Marks, anchor: Anchor, outside: Sequence[Chars]) -> int:
    """How many quotations hold the whole saying, cue and all: the content's own marks are one deeper."""
    around = marks.touching(anchor.start, anchor.end)
    return sum(
        any(p.start < b and a < p.end for p in quotation.pieces for a, b in outside)
        for _, quotation in around
    )
