"""Who did what to whom, in PLOVER's types and modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor
from readout.model.swift import swift

Status = Literal["happened", "ongoing", "planned", "possible", "negated"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened; ``country`` is ISO 3166-1 alpha-3."""

    name: str
    anchor: Anchor
    country: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Event:
    """An act: ``trigger`` is the word, ``anchor`` the clause it heads, ``also`` further tellings.

    Ids of actors, amounts, the when and the statement point into the same record.
    """

    id: str
    type: str
    trigger: Anchor
    anchor: Anchor
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: Status = "happened"
    when: str | None = None
    where: Place | None = None
    amounts: tuple[str, ...] = ()
    within: str | None = None
    also: tuple[Anchor, ...] = ()
    confidence: float = 1.0
