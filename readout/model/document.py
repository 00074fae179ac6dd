"""A text as it came in, cleaned, with what was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Removed:
    """Page residue that is not part of the text, and why it was taken out."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """The clean text that every anchor points into.

    ``id`` is ``sha256:…`` of the raw bytes; ``published`` is EDTF; ``paragraphs`` are half-open
    ranges of code points in ``text``.
    """

    id: str
    text: str
    paragraphs: tuple[tuple[int, int], ...] = ()
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    removed: tuple[Removed, ...] = ()

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of ``text[start:end]``."""
        return Anchor.of(self.text, start, end)
