"""What was promised and how much was delivered, over many documents."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.account import Evidence, Source
from readout.model.amount import Amount
from readout.model.when import When


@dataclass(frozen=True, slots=True)
class Target:
    """How much was promised by when, and who says so; ``days_left`` counts from the ledger's date.

    ``pace`` is the share of the time that has passed, 0 to 1: a straight line, for illustration only.
    """

    amount: Amount | None
    deadline: When | None
    told_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    days_left: int | None = None
    pace: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A figure of what was done: ``shares`` are parts of each target, None where units forbid it."""

    amount: Amount | None
    basis: str
    reporter: str | None
    as_of: str | None
    evidence: Evidence
    shares: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise over all documents; more than one target means that it is disputed or was changed."""

    id: str
    by: str
    to: str | None
    action: str
    object: str | None
    firmness: tuple[str, ...]
    targets: tuple[Target, ...]
    steps: tuple[Step, ...]
    conditions: tuple[Evidence, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether several targets or deadlines are told of it."""
        return len(self.targets) > 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """All promises; ``as_of`` is the newest publication date among the documents."""

    documents: tuple[Source, ...]
    promises: tuple[Promise, ...]
    as_of: str | None = None
    readout: str = "1"
