"""What a topic is chosen from: a noun with what narrows it, and who is no topic at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from readout.model.analysis import Range
from readout.model.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what narrows it: ``key`` are the stems that count, the head's last.

    ``whose`` are the sides that it names ("Kenyan" nurses), ``acts`` is set for who rather than what.

    >>> Phrase(3, 5, 4, ("sugar", "beet")).key
    ('sugar', 'beet')
    """

    first: int
    last: int
    head: int
    key: tuple[str, ...]
    weight: float = 0.0
    listed: bool = False
    name: bool = False
    label: str | None = None
    whose: frozenset[str] = frozenset()
    acts: bool = False

    def weighing(self, weight: float) -> Phrase:
        """The phrase with another weight."""
        return Phrase(
            self.first,
            self.last,
            self.head,
            self.key,
            weight,
            self.listed,
            self.name,
            self.label,
            self.whose,
            self.acts,
        )


@dataclass(frozen=True, slots=True)
class Cast:
    """What is no topic: the words of people's names, and the names and adjectives of those who speak."""

    people: frozenset[int]
    sides: frozenset[int]
    names: dict[int, Range]
    actors: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    wide: bool = False
    whose: Mapping[int, str] = field(default_factory=dict)
