"""What the exports of a dossier are made from: a record and what the dossier knows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from readout.model.judgement import Judgement
from readout.model.record import Record


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document with the judged record of it; ``added`` is when it came into the dossier.

    ``verdicts`` are the latest on each item, under its kind and id; ``identities`` say which person or
    body of the dossier each actor is.
    """

    number: int
    version: int
    name: str
    added: str
    record: Record
    judgements: tuple[Judgement, ...] = ()
    verdicts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)
