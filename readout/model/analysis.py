"""What the language engine sees in a text: words, sentences, parse, names, attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from readout.model.swift import swift

Range = tuple[int, int]
"""A half-open range of word indices."""


@swift
@dataclass(frozen=True, slots=True)
class Word:
    """A token with its exact characters and its place in the parse.

    ``head`` is the index of the governing word in the whole text, -1 for the root of a sentence.
    ``deprel`` is a full UD label (``nsubj:pass``); ``feats`` are UD features (``{"Tense": "Past"}``).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: dict[str, str]
    head: int
    deprel: str
    sentence: int


@swift
@dataclass(frozen=True, slots=True)
class Entity:
    """A name: half-open word range and ``person``, ``organization``, ``place`` or ``other``."""

    first: int
    last: int
    label: str
    confidence: float = 1.0


@swift
@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the source and the contents that the tagger binds to it, as word ranges.

    >>> Attribution(cue=(1, 2), sources=((0, 1),), contents=((2, 9),)).cue
    (1, 2)
    """

    cue: Range | None
    sources: tuple[Range, ...] = ()
    contents: tuple[Range, ...] = ()
    confidence: float = 1.0


@swift
@dataclass(frozen=True, slots=True)
class Reference:
    """A phrase that may refer to what was spoken of before: the words ``first`` to ``last`` around ``head``.

    ``antecedents`` are numbers of earlier mentions with their log-probabilities, likeliest first;
    ``alone`` is the log-probability that there is none.

    >>> Reference(3, 4, 3, ((0, -0.1),), -2.4).antecedents[0][0]
    0
    """

    first: int
    last: int
    head: int
    antecedents: tuple[tuple[int, float], ...] = ()
    alone: float = 0.0


class Meaning(Protocol):
    """Vectors of stretches of the text, alike where they mean alike (unit length)."""

    def vector(self, first: int, last: int) -> Sequence[float]:
        """The vector of the words ``first`` to ``last`` (half-open)."""
        ...

    def among(self, stretches: Sequence[Range]) -> Sequence[Sequence[float]]:
        """The cosine of each stretch with each, -1 to 1; 0 with empty ones."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one pass of the encoder says of one text.

    ``sentences`` are half-open word ranges, in order, covering all words.
    ``mentions`` are all phrases that may refer, in order; third persons and "the …" among them have
    antecedents. ``chains``, where the engine was asked for them, are the numbers of mentions that speak of
    the same, two or more each, and then every mention has antecedents. ``factuality[i]`` runs from -3 (did
    not happen) to 3 (happened); it means something on predicates.
    """

    words: tuple[Word, ...] = ()
    sentences: tuple[Range, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Reference, ...] = ()
    chains: tuple[tuple[int, ...], ...] = ()
    factuality: tuple[float, ...] = ()
    meaning: Meaning | None = field(default=None, compare=False, repr=False)
    model: str = "none"
