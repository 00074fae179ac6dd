"""Under which words somebody is looked for: whoever may be the same stands under one of them.

A person of one name stands under ``1 vik``, one of several under ``n tor``, ``n vik`` and ``2 tor vik``;
a body under ``c`` and each of its names; whom the facts know under ``k``; whom a person said to be apart
from others under ``g`` and their groups.
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.link.people.someone import Someone, initials, partly


def handles(one: Someone) -> set[str]:
    """Under which words somebody stands.

    >>> from readout.model.identity import Appearance, Member
    >>> sorted(handles(Someone.of([Appearance("i1", Member("d", "a1"), "Tor Vik", "person")])))
    ['2 tor vik', 'n tor', 'n vik']
    """
    known = {f"k {key}" for key in one.known} | {f"g {group}" for group in one.barred}
    if not one.person:
        return known | {f"c {name}" for name in called(one)}
    return known.union(*(_person(name) for name in one.names))


def asked(one: Someone) -> set[str]:
    """Under which words those stand who may be joined with somebody."""
    known = {f"k {key}" for key in one.known} | {f"g {group}" for group in one.groups}
    if not one.person:
        return known | {f"c {name}" for name in one.called}
    return known.union(*(_asked(name) for name in one.names))


def called(one: Someone) -> set[str]:
    """The names of a body, and its initials."""
    short = initials(one.name)
    return one.called | {short} if short else one.called


def alone(name: str) -> str | None:
    """The word that is all of a folded name."""
    words = set(name.split())
    return words.pop() if len(words) == 1 else None


def double(name: str) -> set[str]:
    """Two words of a folded name, one of them at an end: whatever is a part of it shares two."""
    words = name.split()
    ends = {words[0], words[-1]} if words else set()
    pairs = {tuple(sorted((end, word))) for end in ends for word in words if end != word}
    return {f"2 {one} {other}" for one, other in pairs}


def _person(name: str) -> Iterator[str]:
    if word := alone(name):
        yield f"1 {word}"
        return
    yield from double(name)
    yield from (f"n {word}" for word in _ends(name))


def _asked(name: str) -> Iterator[str]:
    if word := alone(name):
        yield from (f"1 {word}", f"n {word}")
        return
    yield from double(name)
    yield from (f"1 {word}" for word in _ends(name))


def _ends(name: str) -> set[str]:
    words = name.split()
    return {words[0], words[-1]} if words else set()


def may_join(one: Someone, other: Someone) -> bool:
    """Whether a rule could make two one, now or while they grew to what they are.

    What two have only becomes more while the rules join others to them; so what does not fit at the end
    never did, and each may be settled without the other. Whom a person said to be apart go together.
    """
    if one.groups & other.barred:
        return True
    if one.person != other.person:
        return False
    if one.known & other.known:
        return True
    if not one.person:
        return _bodies(one, other)
    agreeing = one.agreeing(other)
    if agreeing and any(" " in name for name in one.names & other.names):
        return True
    return len(agreeing) == 3 and any(_partly(name, theirs) for name in one.names for theirs in other.names)


def _partly(name: str, other: str) -> bool:
    """In either order: of two names of one length the first is taken for the shorter."""
    return partly(name, other) or partly(other, name)


def _bodies(one: Someone, other: Someone) -> bool:
    lands = not one.countries.isdisjoint(other.countries)
    if one.names & other.names and (lands or (one.landless and other.landless)):
        return True
    return bool(one.called & other.called) and (lands or _short_for(one, other) or _short_for(other, one))


def _short_for(one: Someone, other: Someone) -> bool:
    letters = {initials(name) for name in other.names}
    return any(name.replace(" ", "") in letters for name in one.names)
