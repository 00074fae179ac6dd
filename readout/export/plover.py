"""PLOVER event records: who did what to whom, with the fields for what is planned, possible or negated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readout.export.sheet import Sheet
from readout.model.event import Event
from readout.model.record import Record

AHEAD = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
"""As what PLOVER codes a cooperative act that is yet to come."""


def events(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The events of one document as PLOVER has them; ``readout_type`` and ``status`` keep Readout's.

    >>> # "They will meet in May": event_type AGREE, readout_type CONSULT, future
    """
    return (_event(sheet, event) for event in sheet.record.events)


def _event(sheet: Sheet, event: Event) -> dict[str, Any]:
    return (
        _coded(sheet.record, event)
        | _standing(sheet.record, event)
        | {
            "within": event.within,
            "trigger": event.trigger.exact,
            "text": event.anchor.exact,
            "start": event.anchor.start,
            "end": event.anchor.end,
            "confidence": event.confidence,
            "verdict": sheet.verdicts.get(("event", event.id)),
            "document": sheet.record.document.id,
            "url": sheet.record.document.url,
            "publisher": sheet.record.document.publisher,
            "title": sheet.record.document.title,
        }
    )


def _coded(record: Record, event: Event) -> dict[str, Any]:
    """The fields of PLOVER."""
    when = next((one for one in record.whens if one.id == event.when), None)
    ahead = event.status == "planned" and event.type in AHEAD
    amounts = [one for one in record.amounts if one.id in event.amounts]
    return {
        "id": f"{record.document.id}#{event.id}",
        "event_type": AHEAD[event.type] if ahead else event.type,
        "event_mode": None if ahead else event.mode,
        "event_context": list(event.contexts),
        "event_date": when.edtf if when else None,
        "event_date_start": when.start if when else None,
        "event_date_end": when.end if when else None,
        "publication_date": record.document.published,
        "actor": [_party(record, id) for id in event.actors],
        "recipient": [_party(record, id) for id in event.recipients],
        "location": event.where.name if event.where else None,
        "location_country": event.where.country if event.where else None,
        "magnitude": [
            {"text": one.text, "value": one.value, "unit": one.unit or one.currency} for one in amounts
        ],
    }


def _standing(record: Record, event: Event) -> dict[str, Any]:
    """Whether it happened, by Readout's status and by PLOVER's flags."""
    when = next((one for one in record.whens if one.id == event.when), None)
    return {
        "readout_type": event.type,
        "readout_mode": event.mode,
        "status": event.status,
        "historical": _historical(record.document.published, when.end if when else None),
        "future": event.status == "planned",
        "hypothetical": event.status == "possible",
        "negated": event.status == "negated",
    }


def _historical(published: str | None, end: str | None) -> bool | None:
    """Whether an event lies more than a year before the text that tells of it; null when not known.

    >>> _historical("2026-03-02", "2024-12-31"), _historical("2026-03-02", "2026-03-01")
    (True, False)
    """
    if not published or not end or not published[:4].isdigit():
        return None
    return (int(end[:4]) + 1, end[4:]) < (int(published[:4]), published[4:10])


def _party(record: Record, id: str) -> dict[str, Any]:
    actor = record.actor(id)
    told = ("name", "country", "sector", "code", "kind", "known_as")
    return {name: getattr(actor, name, None) for name in told}
