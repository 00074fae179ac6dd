"""A statement in the making: word indices, before it is anchored in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.analysis import Range
from readout.model.statement import Act, Said
from readout.model.swift import swift

Origin = Literal["tagger", "rules", "both", "quotation"]


@swift
@dataclass(frozen=True, slots=True)
class Draft:
    """Who (words, and the head that names the actor), by which cue, what; all as words of the analysis.

    ``verb`` is the word that heads the cue; ``source_head`` the word that names the actor where the
    source's own words do not ("who said" -> the antecedent).
    """

    contents: tuple[Range, ...]
    cue: Range | None = None
    verb: int | None = None
    source: Range | None = None
    source_head: int | None = None
    addressee: Range | None = None
    via: tuple[Range, ...] = ()
    hedge: Range | None = None
    medium: str | None = None
    said: Said = "yes"
    act: Act = "inform"
    origin: Origin = "rules"
    confidence: float = 0.6
    inner: bool = False
    """Found by a rule that only counts within another statement's content."""

    @property
    def covered(self) -> int:
        """How many words the content has."""
        words = 0
        for first, last in self.contents:
            words += last - first
        return words

    @property
    def first(self) -> int:
        """The first word of the content."""
        return min(self.contents)[0] if self.contents else -1


def ranges(indices: list[int]) -> tuple[Range, ...]:
    """Sorted word indices as half-open runs: ``ranges([1, 2, 5])`` is ``((1, 3), (5, 6))``."""
    if not indices:
        return ()
    runs: list[Range] = []
    first = last = indices[0]
    for index in indices:
        if index != last:
            runs.append((first, last))
            first = index
        last = index + 1
    return (*runs, (first, last))


def shared(left: tuple[Range, ...], right: tuple[Range, ...]) -> int:
    """How many words two contents share."""
    words = 0
    for a, b in left:  # asked thousands of times a text: loops take a third of the time of min, max and sum
        for c, d in right:
            start, end = (a if a > c else c), (b if b < d else d)
            if end > start:
                words += end - start
    return words
