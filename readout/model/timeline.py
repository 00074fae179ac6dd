"""What happened when, over many documents; when it was reported stands apart."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.account import Evidence, Source
from readout.model.event import Status
from readout.model.when import Grain


@dataclass(frozen=True, slots=True)
class Moment:
    """An event with its date as precisely as it is known, and every telling of it.

    ``edtf``, ``start`` and ``end`` are when it happened or is to happen; ``reported`` are the
    publication dates of the documents that tell of it. They are never mixed up.
    """

    type: str
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    mode: str | None = None
    place: str | None = None
    edtf: str | None = None
    start: str | None = None
    end: str | None = None
    grain: Grain | None = None
    reported: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated moments in order, then those whose date is not known."""

    documents: tuple[Source, ...]
    moments: tuple[Moment, ...]
    undated: tuple[Moment, ...] = ()
    readout: str = "1"
