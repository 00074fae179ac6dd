"""Where in the text something is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.swift import swift


@swift
@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A half-open range of Unicode code points and the characters that stand there.

    >>> Anchor.of("Bo told Ada", 3, 7)
    Anchor(start=3, end=7, exact='told')
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Anchor:
        """The anchor of ``text[start:end]``; empty or reversed ranges raise ``ValueError``."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no characters stand at {start}:{end} of a text of {len(text)}")
        return cls(start, end, text[start:end])

    def holds(self, text: str) -> bool:
        """Whether the text still says this here: ``text[start:end] == exact``."""
        return text[self.start : self.end] == self.exact

    def overlaps(self, other: Anchor) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Anchor) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Anchor | None:
    """The anchor of a range without the white space at its ends; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Anchor.of(text, start, end) if start < end else None


def spanning(text: str, anchors: Iterable[Anchor]) -> Anchor:
    """The one anchor from the first start to the last end; raises ``ValueError`` on none."""
    parts = list(anchors)
    return Anchor.of(text, min(a.start for a in parts), max(a.end for a in parts))
