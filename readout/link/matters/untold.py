"""Deeds that no topic names: "has fined the company 60,000 euros"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.matters.matter import Matter
from readout.model.event import Event

PLAIN = frozenset({"CONSULT"})
"""Deeds that are but the scene."""
UNSURE = 0.3
"""How sure a matter is that a deed alone makes."""


def untold(told: Sequence[Telling], covered: Set[int]) -> Iterator[Matter]:
    """A matter for each telling without a row that tells of a deed with a figure or a date.

    >>> # "The Authority has fined the company 60,000 euros." -> "fined"
    """
    for telling in told:
        if telling.number in covered or telling.silent or telling.said != "yes":
            continue
        event = next((e for e in telling.record.events if _weighs(telling, e)), None)
        if event:
            place = {telling.number: [event.trigger]}
            label = event.trigger.exact.casefold()
            yield Matter(label, stems(label), UNSURE, "", place, {telling.number})


def _weighs(telling: Telling, event: Event) -> bool:
    return telling.holds(event.trigger) and event.type not in PLAIN and bool(event.amounts or event.when)
