"""Who acts and speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.swift import swift

MentionKind = Literal["name", "title", "pronoun", "description", "metonym"]
ActorKind = Literal["person", "government", "organization", "country", "group", "publisher"]


@swift
@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """The characters that stand for an actor, and in what way they do."""

    start: int
    end: int
    exact: str
    kind: MentionKind = "name"


@swift
@dataclass(frozen=True, slots=True)
class Actor:
    """One person, government, organisation, country or group, with every mention in the text.

    ``country`` is ISO 3166-1 alpha-3 of whom the actor acts for; ``code`` is CAMEO style,
    country then PLOVER sector ("USAGOV"), when both are known. ``members`` are the ids of those whom a
    group such as "the two leaders" is made of.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    sector: str | None = None
    offices: tuple[str, ...] = ()
    code: str | None = None
    known_as: str | None = None
    confidence: float = 1.0
    members: tuple[str, ...] = ()
