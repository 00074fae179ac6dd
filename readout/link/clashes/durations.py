"""Lengths of time in what is told, and two of them held against each other: "by 120 days", "by 60 days"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from readout.knowledge.kin import kin
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.lexicon import numbers, small, small_words
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time and the word that leads to it."""

    anchor: Anchor
    lead: str
    count: int
    unit: str

    @property
    def days(self) -> int:
        """How many days it is, months and years by 30 to 365; 0 where it counts no time."""
        if self.lead != "for":
            return 0
        return round(self.count * DAYS.get(self.unit, 0))


DAYS = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}


def durations(telling: Telling) -> Iterator[Duration]:
    """Every length of time that a telling gives.

    >>> # "was extended by 120 days" -> by, 120, day
    """
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _often().finditer(text, anchor.start, anchor.end):
            yield _read(text, found, "times")
        for found in _each().finditer(text, anchor.start, anchor.end):
            noun = kin(found.group("noun"))
            if noun != "time" and noun not in small_words("measure") | small_words("money"):
                yield _read(text, found, f"each {noun}")
        for found in _long().finditer(text, anchor.start, anchor.end):
            lead = found.group("lead").casefold()
            yield _read(text, found, small()["duration"]["same"].get(lead, lead))


def lengths(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two lengths of time for one thing: "extended by 120 days", "by 60 days"."""
    for one, other in product(durations(left), durations(right)):
        timed = bool(one.days and other.days) and one.unit != other.unit
        apart = (
            abs(one.days - other.days) * 5 > one.days
            if timed
            else one.unit == other.unit and one.count != other.count
        )
        alone = len(_alike(left, one)) == len(_alike(right, other)) == 1
        if apart and one.lead == other.lead and alone:
            return Clash("amount", one.anchor, other.anchor, flat(one.anchor.exact), flat(other.anchor.exact))
    return None


def _alike(telling: Telling, one: Duration) -> list[Duration]:
    """The lengths of a telling that could be the other's rival: of one lead, in days or of one unit."""
    return [
        d
        for d in durations(telling)
        if d.lead == one.lead and (bool(d.days and one.days) or d.unit == one.unit)
    ]


def _read(text: str, found: re.Match[str], lead: str) -> Duration:
    """What a match says: "twice a week", "by 120 days"."""
    words = found.group("count").casefold().split()[0]
    count = int(words) if words.isdigit() else (numbers("times") | numbers())[words]
    return Duration(Anchor.of(text, *found.span()), lead, count, found.group("unit").casefold())


@cache
def _long() -> re.Pattern[str]:
    """How long: "by a further 120 days"."""
    leads, between = ("|".join(small()["duration"][kind]) for kind in ("leads", "between"))
    return re.compile(
        rf"\b(?P<lead>{leads}) (?:(?:{between}) )*(?P<count>\d+|{'|'.join(numbers())})"
        r"[ -](?:[a-z]+ )?(?P<unit>hour|day|week|month|year|season)s?\b",
        re.IGNORECASE,
    )


@cache
def _each() -> re.Pattern[str]:
    """How many each time: "two crossings a day"."""
    return re.compile(
        rf"(?<![\d.,])\b(?P<count>\d{{1,2}}|{'|'.join(numbers())}) (?:[a-z]+ )?(?P<noun>[a-z]{{4,}}) "
        r"(?:an?|per|each|every) (?P<unit>hour|day|week|month|year)\b",
        re.IGNORECASE,
    )


@cache
def _often() -> re.Pattern[str]:
    """How often: "twice a week"."""
    return re.compile(
        rf"\b(?P<count>{'|'.join(numbers('times'))}|(?:\d+|{'|'.join(numbers())}) times) "
        r"(?:a|an|per|each|every) (?P<unit>hour|day|week|month|year)\b",
        re.IGNORECASE,
    )
