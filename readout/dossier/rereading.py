"""A dossier read again: the new record in the place of the old one, the judgements kept or listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.model.judgement import Judgement, Standing
from readout.store import documents as texts
from readout.store import judgements as ledgers
from readout.store.documents import Kept
from readout.store.readings import Reading, current, now

if TYPE_CHECKING:
    from readout.model.record import Record
    from readout.store.database import Store


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of a document did: whether it differs, and which judgements it touched."""

    document: Kept
    changed: bool
    kept: int
    lost: tuple[Judgement, ...]
    unmatched: tuple[Judgement, ...]
    reads_otherwise: tuple[Judgement, ...]


def made_by() -> str:
    """What is written beside a reading: this Readout and its version."""
    from readout import __version__

    return f"readout {__version__}"


def reading(record: Record) -> Reading:
    """A record as it is kept: with who made it, and when."""
    return Reading(record, made_by(), now())


def reread(store: Store, document: Kept, record: Record) -> Reread:
    """Put a new record in the place of a document's current one, and say what became of judgements.

    A reading that is the same as the last one changes nothing. Older readings are kept.
    """
    with store.writing() as connection:
        before = current(connection, document.number).record
        if record != before:
            texts.reread(connection, document.number, reading(record))
        ledger = ledgers.ledger(connection, document.number)
        kept = texts.by_number(connection, document.number)
    stands = [(ledgers.standing(record, one), one) for one in ledger]

    def those(standing: Standing) -> tuple[Judgement, ...]:
        return tuple(one for stand, one in stands if stand == standing)

    lost = those("lost")
    return Reread(kept, record != before, len(ledger) - len(lost), lost, those("unmatched"), those("changed"))
