"""Overlapping and nested anchors cut into pieces that lie side by side, as a page needs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from readout.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to an item: its id, what it is, and whether it links there."""

    id: str
    kind: str
    start: int
    end: int
    link: bool = False
    lead: bool = False

    @classmethod
    def of(cls, id: str, kind: str, anchor: Anchor, *, link: bool = False, lead: bool = False) -> Mark:
        """A mark where an anchor stands; ``lead`` puts the item's number in front of it."""
        return cls(id, kind, anchor.start, anchor.end, link, lead)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two edges of marks, and every mark that covers them, widest first."""

    text: str
    marks: tuple[Mark, ...]
    leads: tuple[Mark, ...]
    starts: tuple[str, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks; a second statement within a first adds ``deep``."""
        kinds = list(dict.fromkeys(mark.kind for mark in self.marks))
        told = {mark.id for mark in self.marks if mark.kind.startswith("told")}
        return " ".join(kinds + (["deep"] if len(told) > 1 else []))

    @property
    def ids(self) -> str:
        """Class names by which a page finds all pieces of one item."""
        return " ".join(dict.fromkeys(f"of-{mark.id}" for mark in self.marks))

    @property
    def link(self) -> str | None:
        """The id of the narrowest item that these characters link to."""
        return next((mark.id for mark in reversed(self.marks) if mark.link), None)


def pieces(
    text: str, start: int, end: int, marks: Iterable[Mark], cuts: Iterable[int] = ()
) -> Iterator[Piece]:
    """The text from ``start`` to ``end`` cut at every edge of a mark, nothing lost or doubled.

    ``cuts`` are further offsets at which it is cut.

    >>> marks = [Mark("s1", "told", 0, 7), Mark("w1", "when", 4, 9)]
    >>> [(piece.text, piece.kinds) for piece in pieces("came today", 0, 10, marks)]
    [('came', 'told'), (' to', 'told when'), ('da', 'when'), ('y', '')]
    """
    within = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    opens: dict[int, list[Mark]] = defaultdict(list)
    edges = {start, end, *cuts}
    for mark in within:
        opens[max(mark.start, start)].append(mark)
        edges |= {max(mark.start, start), min(mark.end, end)}
    active: list[Mark] = []
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        active = [mark for mark in active if mark.end > left]
        if left in opens:
            active += opens[left]
            active.sort(key=lambda mark: (mark.start - mark.end, mark.start, mark.id))
        leads = tuple(mark for mark in active if mark.lead and mark.start == left)
        starts = tuple(mark.id for mark in active if mark.link and mark.start == left)
        yield Piece(text[left:right], tuple(active), leads, starts)
