"""What is asked of a worker, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.document import Document

Format = Literal["text", "json", "jsonl", "html"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How every document of a run is read and shown."""

    format: Format = "text"
    published: str | None = None
    publisher: str | None = None
    width: int = 80
    color: bool = False
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input's result: the bytes to print, or the sentence that says why there are none."""

    name: str
    output: bytes | None = None
    title: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class AtHand:
    """A document that needs no bytes read: it is at hand, to be read again."""

    name: str
    document: Document
