"""Pairs that may be one: the names fit, and too little else speaks for it or against it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from readout.link.someone import Someone, initials, partly

Pair: TypeAlias = tuple[Someone, Someone, tuple[str, ...], tuple[str, ...]]
MOST = 5
"""Suggestions for one identity: those for which most speaks."""
NEAR = 30
"""Namesakes that are looked at for one identity: those who appear nearest in time."""


def suggested(people: Sequence[Someone]) -> Iterator[Pair]:
    """The pairs for a person to decide, those for which most speaks first."""
    found: dict[tuple[int, int], Pair] = {}
    order = {id(one): number for number, one in enumerate(people)}
    for one, other in _near(people):
        ends = order[id(one)], order[id(other)]
        key = min(ends), max(ends)
        if key not in found and (pair := _pair(people[key[0]], people[key[1]])):
            found[key] = pair
    count: defaultdict[int, int] = defaultdict(int)
    for pair in sorted(found.values(), key=lambda pair: len(pair[3]) - len(pair[2])):
        ends = id(pair[0]), id(pair[1])
        if all(count[end] < MOST for end in ends):
            for end in ends:
                count[end] += 1
            yield pair


def _near(people: Sequence[Someone]) -> Iterator[tuple[Someone, Someone]]:
    """Who shares a name or the end of one; of many namesakes those nearest in time."""
    under: defaultdict[tuple[bool, str], list[Someone]] = defaultdict(list)
    for one in people:
        for word in one.ends if one.person else {*one.called, initials(one.name)}:
            under[one.person, word].append(one)
    for held in under.values():
        held.sort(key=_when)
        days = [_when(one) for one in held]
        for place, one in enumerate(held):
            last = len(held) if len(held) <= NEAR else max(place + 2, bisect_left(days, days[place] + 366))
            yield from ((one, other) for other in held[place + 1 : min(last, place + NEAR)])


def _when(one: Someone) -> int:
    return one.days[0] if one.days else 0


def _pair(one: Someone, other: Someone) -> Pair | None:
    """Why two may be one, and what speaks against it; nothing where it is out of the question."""
    met = one.person and one.documents & other.documents
    if one.person != other.person or one.barred & other.groups or met:
        return None
    elsewhere = bool(one.countries and other.countries and one.countries.isdisjoint(other.countries))
    if one.known and other.known and one.known.isdisjoint(other.known):
        return None
    name = _name(one, other)
    if not name or (elsewhere and not one.person):
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
