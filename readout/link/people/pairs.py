"""Pairs that may be one: the names fit, and too little else speaks for it or against it.

Of two, one proposes the pair: who is known by one name only proposes those of a fuller one; else the later
proposes the earlier. So a text more changes only the proposals of those near it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from readout.link.people.handles import alone, called, double, handles
from readout.link.people.someone import Someone, initials, partly

Pair: TypeAlias = tuple[Someone, Someone, tuple[str, ...], tuple[str, ...]]
Under: TypeAlias = Callable[[str], Sequence[Someone]]
"""Those who stand under a handle, in the order of their places."""
MOST = 5
"""Pairs that one proposes: those for which most speaks."""
NEAR = 30
"""Namesakes that are looked at on each side: those who appear nearest in time."""


class Gathered:
    """People under their handles."""

    def __init__(self, people: Iterable[Someone]) -> None:
        self.held: defaultdict[str, list[Someone]] = defaultdict(list)
        for one in sorted(people, key=place):
            for handle in handles(one):
                self.held[handle].append(one)

    def __call__(self, handle: str) -> Sequence[Someone]:
        return self.held.get(handle, ())


def place(one: Someone) -> tuple[int, str]:
    """Where somebody stands among others: by the first day, then by id."""
    return (one.days[0] if one.days else 0, one.id)


def proposals(one: Someone, under: Under) -> list[Pair]:
    """The pairs that somebody proposes, those for which most speaks first: the other, then the one."""
    near = {other.id: other for other in _near(one, under) if other is not one}
    found = [pair for other in near.values() if (pair := _pair(other, one))]
    found.sort(key=lambda pair: (len(pair[3]) - len(pair[2]), pair[0].id))
    return found[:MOST]


def asks(one: Someone) -> set[str]:
    """The handles under which somebody looks for whom to propose."""
    if not one.person:
        return {f"c {name}" for name in called(one)}
    word = alone(one.folded)
    return {f"1 {word}", f"n {word}"} if word else double(one.folded)


def _near(one: Someone, under: Under) -> Iterator[Someone]:
    here = place(one)
    for handle in asks(one):
        held = under(handle)
        at = bisect_left(held, here, key=place)
        yield from held[max(0, at - NEAR) : at]
        if handle.startswith("n "):
            yield from held[at : at + NEAR]


def proposing(one: Someone, under: Under, changed: int) -> Iterator[Someone]:
    """Those whose proposals may be others because of somebody who came, went or changed.

    ``changed`` is how many did; each may shift the places of all behind it by one.
    """
    here, reach = place(one), NEAR + changed
    for handle in handles(one):
        if handle[0] in "gk":  # nobody proposes by these
            continue
        held = under(handle)
        at = bisect_left(held, here, key=place)
        if not handle.startswith("n "):
            yield from held[at : at + reach + 1]
            continue
        for other in under(f"1 {handle[2:]}"):
            if abs(bisect_left(held, place(other), key=place) - at) <= reach:
                yield other


def _pair(one: Someone, other: Someone) -> Pair | None:
    """Why two may be one, and what speaks against it; nothing where it is out of the question."""
    name = _name(one, other) if one.person == other.person else ""
    if (
        not name
        or one.barred & other.groups
        or (one.person and not one.documents.isdisjoint(other.documents))
    ):
        return None
    elsewhere = bool(one.countries and other.countries and one.countries.isdisjoint(other.countries))
    if one.known and other.known and one.known.isdisjoint(other.known):
        return None
    if elsewhere and not one.person:
        return None
    return one, other, (name, *one.agreeing(other)), ("other country",) if elsewhere else ()


def _name(one: Someone, other: Someone) -> str:
    """How two names fit."""
    if one.folded == other.folded:
        return "full name" if one.person and " " in one.folded else "name"
    if one.person:
        return "surname" if partly(one.folded, other.folded) else ""
    if one.called & other.called:
        return "also called"
    short, long = sorted((one, other), key=lambda someone: len(someone.name))
    return "initials" if len(short.name) > 2 and initials(long.name) == short.folded else ""
