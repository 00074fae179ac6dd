"""What contradictions and agreements are made of."""

from __future__ import annotations

from dataclasses import dataclass

from readout.link.accounts.telling import Telling
from readout.link.matters.matter import Matter
from readout.model.account import ConflictKind
from readout.model.anchor import Anchor
from readout.model.event import Event


@dataclass(frozen=True, slots=True)
class Clash:
    """Two readings that cannot both be true, and how each is to be said."""

    kind: ConflictKind
    left: Anchor
    right: Anchor
    left_says: str
    right_says: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Readings that agree: both say it."""

    kind: ConflictKind
    says: str


def events(matter: Matter, telling: Telling) -> list[Event]:
    """The events of a telling in whose clause the topic stands."""
    places = matter.places[telling.number]
    return [
        event
        for event in telling.record.events
        if telling.holds(event.trigger) and any(event.anchor.overlaps(place) for place in places)
    ]


def flat(text: str) -> str:
    return " ".join(text.split())


def opposed(one: Anchor, other: Anchor, *, swapped: bool) -> Clash:
    """What one account says was not and the other says was, quoted; ``swapped``: the second is left."""
    left, right = (other, one) if swapped else (one, other)
    return Clash("polarity", left, right, f"“{flat(left.exact)}”", f"“{flat(right.exact)}”")
