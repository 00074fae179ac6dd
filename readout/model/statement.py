"""Who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor
from readout.model.swift import swift

Form = Literal["direct", "indirect", "mixed"]
Said = Literal["yes", "denied", "not said", "declined"]
Act = Literal["inform", "promise", "request", "threaten", "accuse", "praise", "refuse", "announce"]


@swift
@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role, where the text says so; ``actor`` is an id, null when unresolved."""

    actor: str | None
    anchor: Anchor | None = None


@swift
@dataclass(frozen=True, slots=True)
class Statement:
    """An utterance: source, cue and content (Pareti 2012), or the silence in its place.

    >>> # "Orr told Ruiz that the ferry should sail."
    >>> # source Orr, cue "told", addressee Ruiz, content "that the ferry should sail"
    """

    id: str
    content: tuple[Anchor, ...]
    source: Party | None = None
    via: tuple[Party, ...] = ()
    within: str | None = None
    addressee: Party | None = None
    cue: Anchor | None = None
    form: Form = "indirect"
    said: Said = "yes"
    act: Act = "inform"
    hedge: Anchor | None = None
    medium: str | None = None
    when: str | None = None
    topics: tuple[str, ...] = ()
    confidence: float = 1.0
