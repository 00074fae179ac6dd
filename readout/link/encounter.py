"""The encounter that accounts are accounts of: its type, mode, parties and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.link.accounts.sides import JOINT, side_of
from readout.model.account import Encounter
from readout.model.event import Event
from readout.model.record import Record

TYPES = ("CONSULT", "AGREE", "COOPERATE", "ASSAULT")
PAST = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Found:
    """An encounter with the sides that took part."""

    reading: Encounter
    sides: tuple[str, ...]


def encounter_of(records: Sequence[Record], sides: Sequence[str]) -> Found | None:
    """The event that the texts are about: two speaking sides met, spoke or agreed; None when unsure.

    >>> # "Orr and Ruiz talked by phone on Friday" -> CONSULT phone, both, Friday's date
    """
    speaking = Counter(sides)
    found = [c for n, record in enumerate(records) for c in _candidates(n, record, speaking)]
    if not found:
        return None
    best = max(found, key=lambda candidate: candidate[0])
    _, record, event, parties = best
    actors = [actor for id in (*event.actors, *event.recipients) if (actor := record.actor(id))]
    names = [actor.name for actor in actors if side_of(record, actor) in parties]
    when = next((w.edtf for w in record.whens if w.id == event.when), None)
    mode = event.mode or next(
        (e.mode for _, _, e, p in found if e.type == event.type and e.mode and p == parties), None
    )
    reading = Encounter(
        event.type, mode, tuple(dict.fromkeys(names)), when or _date(found, event.type, parties)
    )
    return Found(reading, parties)


Candidate = tuple[float, Record, Event, tuple[str, ...]]


def _candidates(number: int, record: Record, speaking: Counter[str]) -> Iterator[Candidate]:
    for place, event in enumerate(record.events):
        if event.type not in TYPES or event.status not in PAST:
            continue
        actors = [record.actor(id) for id in (*event.actors, *event.recipients)]
        keys = dict.fromkeys(side_of(record, actor) for actor in actors)
        parties = tuple(sorted(key for key in keys if key and key != JOINT and speaking[key]))
        if len(parties) < 2:
            continue
        weight = 4.0 * (event.type == "CONSULT") + 1.0 * bool(event.mode) + 0.5 * bool(event.when)
        weight += sum(speaking[key] for key in parties) / max(1, sum(speaking.values()))
        yield weight - 0.15 * place - 0.01 * number, record, event, parties


def _date(found: Sequence[Candidate], type: str, parties: tuple[str, ...]) -> str | None:
    for _, record, event, there in found:
        if event.type == type and there == parties:
            edtf = next((when.edtf for when in record.whens if when.id == event.when), None)
            if edtf:
                return edtf
    return None
