"""Comparison, ledger and timeline of a dossier's texts, made once for each state of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from starlette.requests import Request

from readout.compare import compare, ledger, occasions, timeline
from readout.dossier import Dossier, Filters, Kept
from readout.model.account import Comparison, Encounter, Occasion
from readout.model.errors import MissingModelError
from readout.model.ledger import Ledger
from readout.model.record import Record
from readout.model.timeline import Timeline
from readout.web.shelf import MOST_LINKED


@dataclass(frozen=True, slots=True)
class Chosen:
    """The texts that a page is about, with their records; ``all_of`` are those to choose from."""

    all_of: tuple[Kept, ...]
    texts: tuple[Kept, ...]
    records: tuple[Record, ...]
    cut: bool

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each text by its hash."""
        return {kept.id: kept.number for kept in self.texts}

    @property
    def titles(self) -> dict[str, str]:
        """What each text is called, by its hash."""
        return {kept.id: kept.title or kept.name for kept in self.texts}

    def only(self, numbers: Sequence[int]) -> Chosen:
        """The texts of these numbers alone."""
        both = [both for both in zip(self.texts, self.records, strict=True) if both[0].number in numbers]
        return replace(self, texts=tuple(kept for kept, _ in both), records=tuple(one for _, one in both))


def chosen(dossier: Dossier, request: Request, *, most: int = MOST_LINKED) -> Chosen:
    """The texts that the address names with ``text=``, else the first ones of the dossier."""
    all_of = tuple(dossier.documents(Filters(), limit=MOST_LINKED + 1))
    wanted = [dossier.find(name) for name in dict.fromkeys(request.query_params.getlist("text")) if name]
    texts = tuple(islice(wanted or all_of, most))
    records = tuple(dossier.record(kept) for kept in texts)
    return Chosen(all_of[:MOST_LINKED], texts, records, not wanted and len(all_of) > most)


def met(found: Chosen) -> tuple[tuple[Encounter, list[int]], ...]:
    """The encounters that several texts tell of, with their numbers; none where all texts tell of one."""
    several = [one for one in _occasions(found.records) if len(one.documents) > 1]
    if several and len(several[0].documents) == len(found.records):
        return ()
    return tuple((one.encounter, sorted(found.numbers[id] for id in one.documents)) for one in several)


@lru_cache(8)
def _occasions(records: tuple[Record, ...]) -> tuple[Occasion, ...]:
    return occasions(records)


@lru_cache(8)
def compared(records: tuple[Record, ...]) -> Comparison:
    """The accounts side by side; by words alone where there is no language model."""
    try:
        return compare(records)
    except MissingModelError:
        return compare(records, likeness=_by_words)


def _by_words(one: str, other: str) -> float:
    return float(one == other)


@lru_cache(8)
def promised(records: tuple[Record, ...]) -> Ledger:
    """The promises of the records."""
    return ledger(records)


@lru_cache(8)
def told(records: tuple[Record, ...]) -> Timeline:
    """The events of the records in order."""
    return timeline(records)
