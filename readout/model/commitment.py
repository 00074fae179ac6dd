"""What a party has bound itself to do, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor

Firmness = Literal["agreed", "pledged", "planned", "offered", "conditional"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A figure of what was done: its basis (ordered, shipped, arrived, paid …), reporter and date."""

    amount: str | None
    basis: str
    anchor: Anchor
    reporter: str | None = None
    as_of: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise: who is bound, to whom, to do what, how much of it, by when."""

    id: str
    anchor: Anchor
    action: str
    by: str | None = None
    to: str | None = None
    object: str | None = None
    amount: str | None = None
    deadline: str | None = None
    firmness: Firmness = "pledged"
    condition: Anchor | None = None
    said_in: tuple[str, ...] = ()
    by_account: tuple[str, ...] = ()
    progress: tuple[Progress, ...] = ()
    confidence: float = 1.0
