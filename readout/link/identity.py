"""The same actor in many records: one identity with reasons; unsure pairs are suggestions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from readout.knowledge import office_key
from readout.knowledge.spelling import day, folded
from readout.model.actor import Actor
from readout.model.identity import Identities, Identity, Member, Suggestion
from readout.model.record import Record

YEAR = 366
"""Days within which the holder of an office is taken for the same person by surname, office and country."""


@dataclass(slots=True, eq=False)
class Someone:
    """An identity in the making."""

    actors: list[tuple[Record, Actor]]
    reasons: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name."""
        return max((actor.name for _, actor in self.actors), key=lambda name: len(name.split()))

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.actors[0][1].kind == "person"

    @property
    def countries(self) -> set[str]:
        """Whom it acts for, as far as the records say."""
        return {actor.country for _, actor in self.actors if actor.country}

    @property
    def offices(self) -> set[str]:
        """The names of its offices, each in one form."""
        return {_office(title) for _, actor in self.actors for title in actor.offices}

    @property
    def known(self) -> set[str]:
        """Its identifiers in the world facts."""
        return {actor.known_as for _, actor in self.actors if actor.known_as}

    def days_to(self, other: Someone) -> int | None:
        """The days between the nearest two of their documents; None where dates are missing."""
        mine, theirs = (
            [d for d in (_date(r) for r, _ in one.actors) if d is not None] for one in (self, other)
        )
        return min((abs((a - b).days) for a in mine for b in theirs), default=None)


Rule = Callable[[Someone, Someone], tuple[str, ...]]


def identities(records: Iterable[Record]) -> Identities:
    """Who is who: "Volodymyr Zelenskyy" of one record and "Zelensky", Ukraine's president, of another.

    A surname alone never joins two; country, office and time must say it too, and nobody else may fit.
    """
    people = [Someone([(record, actor)]) for record in records for actor in record.actors if _named(actor)]
    for join in (_by_facts, _by_name, _by_office):
        people = _joined(people, join)
    numbered = {id(one): f"i{number}" for number, one in enumerate(people, 1)}
    return Identities(
        tuple(_identity(one, numbered[id(one)]) for one in people),
        tuple(_suggestions(people, numbered)),
    )


def _named(actor: Actor) -> bool:
    """Whether an actor can be told again elsewhere: by a name, not by "a diplomat" or "residents"."""
    if actor.kind == "group" and not actor.known_as:
        return False
    named = any(mention.kind in ("name", "metonym") for mention in actor.mentions)
    ruled = actor.kind == "government" and actor.country is not None
    return bool(actor.known_as) or (named and actor.name[:1].isupper()) or ruled


def _joined(people: Sequence[Someone], join: Rule) -> list[Someone]:
    """One pass of a rule: each is joined to the one that fits, where only one does."""
    kept: list[Someone] = []
    # Those with a country come first, so that one without is compared with all of them.
    for one in sorted(people, key=lambda someone: not someone.countries):
        fits = [(other, why) for other in kept if (why := join(other, one))]
        if len(fits) == 1:
            other, why = fits[0]
            other.actors += one.actors
            other.reasons += [reason for reason in (*why, *one.reasons) if reason not in other.reasons]
        else:
            kept.append(one)
    order = {id(one): number for number, one in enumerate(people)}
    return sorted(kept, key=lambda someone: order[id(someone)])


def _by_facts(one: Someone, other: Someone) -> tuple[str, ...]:
    same = one.known & other.known
    return (f"known in the world facts as {min(same)}",) if same and one.person == other.person else ()


def _by_name(one: Someone, other: Someone) -> tuple[str, ...]:
    """The same full name; people need a country, an office or nearness in time besides."""
    if one.person != other.person or folded(one.name) != folded(other.name) or _apart(one, other):
        return ()
    reasons = _agreeing(one, other)
    if not one.person:
        return ("name", *reasons) if one.countries == other.countries else ()
    return ("full name", *reasons) if " " in one.name.strip() and reasons else ()


def _by_office(one: Someone, other: Someone) -> tuple[str, ...]:
    """A surname with the same office of the same country within a year."""
    if not (one.person and other.person) or _apart(one, other) or not _partly(one.name, other.name):
        return ()
    reasons = _agreeing(one, other)
    return ("surname", *reasons) if {"office", "country", "time"} <= set(reasons) else ()


def _apart(one: Someone, other: Someone) -> bool:
    """Whether two cannot be one: other countries, other people of the world facts, or one document."""
    countries = one.countries and other.countries and not one.countries & other.countries
    known = one.known and other.known and not one.known & other.known
    together = {id(record) for record, _ in one.actors} & {id(record) for record, _ in other.actors}
    return bool(countries or known or together)


def _agreeing(one: Someone, other: Someone) -> tuple[str, ...]:
    days = one.days_to(other)
    told = {
        "country": bool(one.countries & other.countries),
        "office": bool(one.offices & other.offices),
        "time": days is not None and days <= YEAR,
    }
    return tuple(reason for reason, holds in told.items() if holds)


def _partly(name: str, other: str) -> bool:
    """Whether one name is a part of the other, or both are the same: "Vik" and "Tor Vik"."""
    short, long = sorted((folded(name).split(), folded(other).split()), key=len)
    return bool(short) and short[-1] in (long[-1], long[0]) and set(short) <= set(long)


def _suggestions(people: Sequence[Someone], numbered: dict[int, str]) -> Iterable[Suggestion]:
    """Pairs of people or bodies whose names fit, but for which nothing or too little else speaks."""
    by_word: dict[str, list[Someone]] = {}
    for one in people:
        for word in set(folded(one.name).split()) if one.person else (folded(one.name),):
            by_word.setdefault(word, []).append(one)
    pairs = {
        (id(one), id(other)): (one, other)
        for held in by_word.values()
        for one, other in combinations(held, 2)
    }
    for one, other in pairs.values():
        documents = {id(r) for r, _ in one.actors} & {id(r) for r, _ in other.actors}
        if one.person != other.person or documents or (one.person and not _partly(one.name, other.name)):
            continue
        alike = folded(one.name) == folded(other.name)
        name = "full name" if alike and " " in one.name else "name" if alike else "surname"
        against = ("other country",) if one.countries and other.countries and _apart(one, other) else ()
        reasons = (name, *_agreeing(one, other))
        yield Suggestion(numbered[id(one)], numbered[id(other)], reasons, against)


def _identity(one: Someone, number: str) -> Identity:
    first = max(one.actors, key=lambda pair: len(pair[1].name.split()))[1]
    countries = one.countries
    return Identity(
        number,
        one.name,
        first.kind,
        tuple(Member(record.document.id, actor.id) for record, actor in one.actors),
        next(iter(countries)) if len(countries) == 1 else None,
        tuple(dict.fromkeys(title for _, actor in one.actors for title in actor.offices)),
        tuple(one.reasons),
    )


def _office(title: str) -> str:
    """An office in one form: "Minister of Foreign Affairs of France" is "foreign minister"."""
    low = title.lower()
    for cut in (len(low), low.rfind(" of "), low.rfind(" of the ")):
        key = office_key(low[:cut]) if cut > 0 else low
        if key != low:
            return key
    return low.split(" of ")[0] if low.startswith(("president of", "prime minister of")) else low


def _date(record: Record) -> date | None:
    told = day(record.document.published)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
