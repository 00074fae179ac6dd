"""One event told twice is one event: the later telling becomes a further anchor.

"The two kings talked by video on Friday. … Before the call …" → one CONSULT with two anchors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.extract.events import lexicon
from readout.model.event import Event
from readout.model.swift import replace


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the lemma that tells it and whether its time is known."""

    event: Event
    lemma: str
    noun: bool
    when: str | None


@dataclass(frozen=True, slots=True)
class _Sense:
    groups: dict[str, int]

    def same(self, a: str, b: str) -> bool:
        return a == b or (a in self.groups and self.groups.get(a) == self.groups.get(b))


@cache
def _sense() -> _Sense:
    return _Sense({word: n for n, row in enumerate(lexicon.table("senses.tsv")) for word in row[0].split()})


def merged(tellings: list[Telling], headline: int = 0) -> list[Event]:
    """The events of the tellings, each once, in the order of the text.

    What stands before ``headline`` is told again below, in other words too: that telling counts.
    """
    sense = _sense()
    kept: list[Telling] = []
    above = [t for t in tellings if t.event.trigger.end <= headline]
    for telling in (*(t for t in tellings if t.event.trigger.end > headline), *above):
        for n, earlier in enumerate(kept):
            if _one(sense, earlier, telling) or (telling in above and _told_below(telling, earlier)):
                kept[n] = _joined(earlier, telling)
                break
        else:
            kept.append(telling)
    return sorted((t.event for t in kept), key=lambda event: event.trigger.start)


def _told_below(above: Telling, below: Telling) -> bool:
    """Whether the text tells what its headline told: an act of the same type that shares a party."""
    x, y = above.event, below.event
    shared = {*x.actors, *x.recipients} & {*y.actors, *y.recipients}
    return x.type == y.type and bool(shared)


def _one(sense: _Sense, a: Telling, b: Telling) -> bool:
    """Whether two tellings are of one event: meaning, parties, time and status agree."""
    x, y = a.event, b.event
    if x.type != y.type or x.status != y.status or not sense.same(a.lemma, b.lemma):
        return False
    if x.mode and y.mode and x.mode != y.mode:
        return False
    if a.when and b.when and a.when != b.when:
        return False
    if a.event.amounts and b.event.amounts:
        return False
    if b.noun and not y.actors and not y.recipients:
        return True
    return _agree(x.actors, y.actors) and _compatible(x.recipients, y.recipients)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a) and bool(b) and (set(a) <= set(b) or set(b) <= set(a))


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or bool(set(a) & set(b))


def _joined(a: Telling, b: Telling) -> Telling:
    x, y = a.event, b.event
    event = replace(
        x,
        actors=x.actors if len(x.actors) >= len(y.actors) else y.actors,
        recipients=x.recipients or y.recipients,
        when=x.when or y.when,
        where=x.where or y.where,
        amounts=x.amounts or y.amounts,
        mode=x.mode or y.mode,
        also=(*x.also, y.trigger),
    )
    return replace(a, event=event, when=a.when or b.when)
