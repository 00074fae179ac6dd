"""Events as PLOVER coders know them, one JSON object an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from readout.model.actor import Actor
from readout.model.event import Event
from readout.model.record import Record

FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
"""What PLOVER calls an act that is yet to come."""


def lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Every event in PLOVER's reading, a line each; ``status`` and ``readout_type`` keep Readout's.

    >>> # a visit that is planned: event_type AGREE, readout_type CONSULT, status planned
    """
    for record in records:
        for event in record.events:
            yield msgspec.json.encode(coded(record, event))


def coded(record: Record, event: Event) -> dict[str, Any]:
    """One event in PLOVER's fields."""
    when = next((when for when in record.whens if when.id == event.when), None)
    planned = event.status in ("planned", "possible")
    return {
        "id": f"{record.document.id}#{event.id}",
        "event_type": FUTURE.get(event.type, event.type) if planned else event.type,
        "event_mode": event.mode,
        "event_context": list(event.contexts),
        "event_date": when.edtf if when else None,
        "publication_date": record.document.published,
        "actor": _parties(record, event.actors),
        "recipient": _parties(record, event.recipients),
        "location": event.where.name if event.where else None,
        "location_country": event.where.country if event.where else None,
        "readout_type": event.type,
        "status": event.status,
        "within": event.within,
        "text": event.anchor.exact,
        "start": event.anchor.start,
        "end": event.anchor.end,
    }


def own(records: Iterable[Record]) -> Iterator[bytes]:
    """Every event as the record has it, with the names of its parties and its date, a line each."""
    for record in records:
        for event in record.events:
            when = next((when for when in record.whens if when.id == event.when), None)
            tree = {"document": record.document.id, **msgspec.to_builtins(event)}
            tree |= {"actors": _names(record, event.actors), "recipients": _names(record, event.recipients)}
            yield msgspec.json.encode(tree | {"when": msgspec.to_builtins(when)})


def _parties(record: Record, ids: Sequence[str]) -> list[dict[str, Any]]:
    actors = (record.actor(id) for id in ids)
    return [_party(actor) for actor in actors if actor]


def _party(actor: Actor) -> dict[str, Any]:
    return {"name": actor.name, "country": actor.country, "sector": actor.sector, "code": actor.code}


def _names(record: Record, ids: Sequence[str]) -> list[str]:
    return [actor.name for id in ids if (actor := record.actor(id))]
