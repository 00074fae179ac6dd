"""Events of many documents in the order in which they happened, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.link.accounts.sides import side_of
from readout.model.account import Evidence, Source
from readout.model.event import Event
from readout.model.record import Record
from readout.model.timeline import Moment, Timeline


def timeline(records: Sequence[Record]) -> Timeline:
    """All events of the records: dated ones by date, then the undated in the order of the texts.

    An event of one type, one status, the same parties and the same date in two texts is one moment
    with two tellings; events without a date are never put together.
    """
    found: dict[tuple[object, ...], Moment] = {}
    for number, record in enumerate(records):
        for event in record.events:
            moment = _moment(record, event)
            key = _key(record, event, moment) if moment.edtf else (number, event.id)
            found[key] = _both(found[key], moment) if key in found else moment
    moments = list(found.values())
    dated = sorted((m for m in moments if m.start), key=lambda m: (m.start or "", m.end or ""))
    sources = tuple(Source(r.document.id, r.document.title) for r in records)
    return Timeline(sources, tuple(dated), tuple(m for m in moments if not m.start))


def _moment(record: Record, event: Event) -> Moment:
    when = next((when for when in record.whens if when.id == event.when), None)
    published = record.document.published
    return Moment(
        type=event.type,
        status=event.status,
        actors=_names(record, event.actors),
        recipients=_names(record, event.recipients),
        evidence=(Evidence(record.document.id, event.within, event.anchor),),
        mode=event.mode,
        place=event.where.name if event.where else None,
        edtf=when.edtf if when else None,
        start=when.start if when else None,
        end=when.end if when else None,
        grain=when.grain if when else None,
        reported=(published,) if published else (),
        told_by=_teller(record, event),
    )


def _names(record: Record, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(actor.name for id in ids if (actor := record.actor(id)))


def _teller(record: Record, event: Event) -> tuple[str, ...]:
    statement = next((s for s in record.statements if s.id == event.within), None)
    actor = record.actor(statement.source.actor) if statement and statement.source else None
    return (actor.name,) if actor else ()


def _key(record: Record, event: Event, moment: Moment) -> tuple[object, ...]:
    parties = frozenset(
        side if side and side != "*" else actor.name
        for id in (*event.actors, *event.recipients)
        if (actor := record.actor(id))
        for side in [side_of(record, actor)]
    )
    return (moment.type, moment.status, parties, moment.edtf) if parties else (record.document.id, event.id)


def _both(one: Moment, other: Moment) -> Moment:
    return replace(
        one,
        mode=one.mode or other.mode,
        place=one.place or other.place,
        evidence=(*one.evidence, *other.evidence),
        reported=tuple(sorted({*one.reported, *other.reported})),
        told_by=tuple(dict.fromkeys((*one.told_by, *other.told_by))),
    )
