"""What each side says of one encounter, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor

Stance = Literal["said", "silence reported", "denied", "not found"]
Verdict = Literal["agree", "differ", "contradict", "one-sided"]
ConflictKind = Literal["amount", "date", "polarity", "actor", "place"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a cell's stance is to be read: the document, the statement, the characters."""

    document: str
    statement: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Cell:
    """The stance of one account on one topic."""

    account: str
    stance: Stance
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two typed readings that cannot both be true."""

    kind: ConflictKind
    left: Evidence
    right: Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """A topic across the accounts."""

    label: str
    verdict: Verdict
    reason: str
    cells: tuple[Cell, ...]
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One side and the voices that speak for it."""

    id: str
    holder: str
    country: str | None = None
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """What the accounts are accounts of."""

    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An encounter with the documents that tell of it."""

    encounter: Encounter
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A compared document, by id and title."""

    id: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Accounts as columns, topics as rows."""

    documents: tuple[Source, ...]
    accounts: tuple[Account, ...]
    topics: tuple[Row, ...]
    encounter: Encounter | None = None
    readout: str = "1"
