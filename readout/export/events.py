"""Events a line each, for programs: as the record has them, or in PLOVER's fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from readout.export import plover
from readout.export.sheet import Sheet
from readout.model.record import Record


def lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Every event as the record has it, with the names of its parties and its date, a line each."""
    for record in records:
        for event in record.events:
            when = next((when for when in record.whens if when.id == event.when), None)
            tree = {"document": record.document.id, **msgspec.to_builtins(event)}
            tree |= {"actors": _names(record, event.actors), "recipients": _names(record, event.recipients)}
            yield msgspec.json.encode(tree | {"when": msgspec.to_builtins(when)})


def plover_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Every event in PLOVER's fields, a line each."""
    for number, record in enumerate(records, 1):
        for event in plover.events(Sheet(number, 1, record.document.title or "", "", record)):
            yield msgspec.json.encode(event)


def _names(record: Record, ids: Sequence[str]) -> list[str]:
    return [actor.name for id in ids if (actor := record.actor(id))]
