"""The sentences of a text, by its marks alone: linking has no parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from readout.model.anchor import Anchor, trimmed
from readout.model.document import Document

_END = re.compile(r"[.!?][\"”’')]*(?=\s+[\"“‘(]?[A-Z0-9])|\n\s*\n|\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|No|St|vs|Inc|Co|Ltd|Corp)|\b[A-Z](?:\.[A-Z])*)\.$"
)


def sentences(document: Document) -> Iterator[Anchor]:
    """Every sentence with its place; headings and lines are sentences of their own.

    >>> [s.exact for s in sentences(Document("", "Mr. Orr left. Nobody saw him."))]
    ['Mr. Orr left.', 'Nobody saw him.']
    """
    text = document.text
    for start, end in document.paragraphs or ((0, len(text)),):
        at = start
        for found in _END.finditer(text, start, end):
            stop = found.end()
            if not _SHORT.search(text[max(start, stop - 12) : stop]):
                yield from _one(text, at, stop)
                at = stop
        yield from _one(text, at, end)


def _one(text: str, start: int, end: int) -> Iterator[Anchor]:
    anchor = trimmed(text, start, end)
    if anchor:
        yield anchor


@lru_cache(256)
def of(document: Document) -> tuple[Anchor, ...]:
    """The sentences of a document, kept."""
    return tuple(sentences(document))


def around(document: Document, anchor: Anchor) -> Anchor:
    """The sentence in which an anchor starts."""
    return next((one for one in of(document) if one.start <= anchor.start < one.end), anchor)
