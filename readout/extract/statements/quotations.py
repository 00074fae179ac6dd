"""Quotations: stretches between quotation marks, over paragraphs too; one pass, no mark loses the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readout.extract.statements.marks import Mark, marks
from readout.model.anchor import Anchor, trimmed
from readout.model.document import Document
from readout.model.record import Unread

NEVER_CLOSED = "a quotation mark is never closed"
NEVER_OPENED = "a closing quotation mark was never opened"
MEASURE = re.compile(r"\d\s?$")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, marks included, a piece for each paragraph.

    ``depth`` is 0 for a quotation that stands in no other; ``closed`` is False when the text
    never closes it.
    """

    pieces: tuple[Anchor, ...]
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end


@dataclass(slots=True)
class _Open:
    mark: Mark
    depth: int
    done: list[tuple[int, int]] = field(default_factory=list)
    since: int = 0


def paragraphs(document: Document) -> Sequence[tuple[int, int]]:
    """The document's paragraphs, or its lines where none were marked."""
    if document.paragraphs:
        return document.paragraphs
    return [found.span() for found in PARAGRAPH.finditer(document.text)]


def quotations(document: Document) -> tuple[tuple[Quotation, ...], tuple[Unread, ...]]:
    """Every quotation in the order of its first mark, and the marks that have no partner.

    >>> found, _ = quotations(Document("d", 'She said “no” and “never.”'))
    >>> [quotation.pieces[0].exact for quotation in found]
    ['“no”', '“never.”']
    """
    reader = _Reader(document.text)
    spans = [span for span in paragraphs(document) if document.text[span[0] : span[1]].strip()]
    for index, (start, end) in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        reader.paragraph(start, end, following)
    return tuple(sorted(reader.found, key=lambda q: (q.start, -q.end))), tuple(reader.unread)


class _Reader:
    """The stack of marks that are open, and what has been read so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.unread: list[Unread] = []
        self.stack: list[_Open] = []

    def paragraph(self, start: int, end: int, following: tuple[int, int] | None) -> None:
        """Read one paragraph; a quotation stays open only if the next paragraph opens it anew."""
        found = marks(self.text, start, end)
        kept = list(_without_measures(self.text, found))
        first = self._carried(kept, start)
        later = _later_closers(kept)
        for index in range(first, len(kept)):
            self._mark(kept[index], kept[index + 1] if index + 1 < len(kept) else None, later[index])
        self._end(end, following)

    def _carried(self, kept: Sequence[Mark], start: int) -> int:
        """The mark that repeats an open one at the paragraph's start opens nothing new."""
        for held in self.stack:
            held.since = start
        if self.stack and kept and not self.text[start : kept[0].start].strip():
            self.stack[0].since = kept[0].start
            return 1
        return 0

    def _mark(self, mark: Mark, following: Mark | None, later: bool) -> None:
        held = next((i for i in range(len(self.stack) - 1, -1, -1) if self._closes(i, mark)), None)
        if held is not None and mark.shape != "open" and not self._apostrophe(mark, following):
            self._close(held, mark)
        elif mark.shape == "close":
            if mark.kind != "single":
                self._complain(mark, NEVER_OPENED)
        elif mark.shape == "open" or held is None:
            self._open(mark, later)

    def _closes(self, index: int, mark: Mark) -> bool:
        held = self.stack[index].mark
        if held.kind != mark.kind:
            return False
        return mark.shape == "close" or _family(held.glyph) == _family(mark.glyph)

    def _apostrophe(self, mark: Mark, following: Mark | None) -> bool:
        """``the workers’ pay’`` in single marks: the next mark closes, so this one is an apostrophe."""
        if mark.kind != "single" or not self.text[mark.start - 1].isalnum():
            return False
        after = self.text[mark.end : mark.end + 2]
        plural = (
            self.text[mark.start - 1] in "sSzx" and len(after) == 2 and after[0] == " " and after[1].isalpha()
        )
        return plural and following is not None and following.kind == "single" and following.shape == "close"

    def _open(self, mark: Mark, later: bool) -> None:
        if mark.kind == "single" and not later:
            return
        if self.stack and mark.kind != "single" and self.stack[-1].mark.glyph == mark.glyph:
            self._abandon(len(self.stack) - 1, mark.start)
        self.stack.append(_Open(mark, len(self.stack), since=mark.start))

    def _close(self, index: int, mark: Mark) -> None:
        for lost in range(len(self.stack) - 1, index, -1):
            self._abandon(lost, mark.start)
        held = self.stack.pop()
        self._add(held, mark.end, closed=True)

    def _abandon(self, index: int, at: int) -> None:
        """Give up the open marks from ``index`` on: they are reported, the text goes on."""
        while len(self.stack) > index:
            held = self.stack.pop()
            if held.mark.kind == "single":
                continue
            self._complain(held.mark, NEVER_CLOSED)
            if held.depth == 0:
                self._add(held, at, closed=False)

    def _add(self, held: _Open, end: int, *, closed: bool) -> None:
        pieces = [trimmed(self.text, a, b) for a, b in [*held.done, (held.since, end)]]
        kept = tuple(piece for piece in pieces if piece is not None)
        if kept:
            self.found.append(Quotation(kept, held.depth, closed))

    def _complain(self, mark: Mark, reason: str) -> None:
        self.unread.append(Unread(Anchor.of(self.text, mark.start, mark.end), reason))

    def _end(self, end: int, following: tuple[int, int] | None) -> None:
        if not self.stack:
            return
        if following is not None and self._opens_anew(following):
            if len(self.stack) > 1:
                self._abandon(1, end)
            self.stack[0].done.append((self.stack[0].since, end))
        else:
            self._abandon(0, end)

    def _opens_anew(self, following: tuple[int, int]) -> bool:
        """Whether the next paragraph starts with the mark that is open (or, in «», its closing twin)."""
        head = self.text[following[0] : following[1]].lstrip()[:2]
        glyph = self.stack[0].mark.glyph
        return head.startswith(glyph) or (glyph == "«" and head.startswith("»"))


def _family(glyph: str) -> str:
    """Straight marks close straight ones, two strokes close two strokes or two backticks."""
    return glyph if glyph in ('"', "'") else "''" if glyph in ("''", "``") else "curly"


def _without_measures(text: str, found: Iterable[Mark]) -> Iterable[Mark]:
    """Drop feet, inches, minutes: a straight mark after a figure with no quotation open to close.

    >>> [m.start for m in _without_measures('a 12" pipe', marks('a 12" pipe', 0, 10))]
    []
    """
    open_double = open_single = False
    listed = list(found)
    for index, mark in enumerate(listed):
        after_figure = mark.glyph in ('"', "'", "''") and MEASURE.search(
            text, max(0, mark.start - 2), mark.start
        )
        is_open = open_double if mark.kind == "double" else open_single
        if after_figure and (not is_open or _inner_measure(text, mark, listed, index)):
            continue
        if mark.kind == "double":
            open_double = mark.shape == "open" or (mark.shape == "either" and not open_double)
        elif mark.kind == "single":
            open_single = mark.shape == "open"
        yield mark


def _inner_measure(text: str, mark: Mark, listed: Sequence[Mark], index: int) -> bool:
    """``“a 12" pipe burst”``: a lower-case word follows, and the next mark of the kind closes."""
    after = text[mark.end : mark.end + 2]
    following = listed[index + 1] if index + 1 < len(listed) else None
    word = len(after) == 2 and after[0] in " -" and after[1].islower()
    return word and following is not None and following.kind == mark.kind and following.shape == "close"


def _later_closers(kept: Sequence[Mark]) -> list[bool]:
    """For each mark, whether a closing single mark follows it in the paragraph."""
    later, seen = [False] * len(kept), False
    for index in range(len(kept) - 1, -1, -1):
        later[index] = seen
        seen = seen or (kept[index].kind == "single" and kept[index].shape == "close")
    return later
