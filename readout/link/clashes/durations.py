"""Lengths of time in what is told: "by 120 days", "for three weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.link.accounts.telling import Telling
from readout.model.anchor import Anchor

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
}
_PATTERN = re.compile(
    r"\b(?P<lead>by|for|within|over|after|a|another|to|lasts?|lasted|lasting) "
    r"(?:(?:a|the|next|further|another|period|of|only|exactly) )*"
    rf"(?P<count>\d+|{'|'.join(NUMBERS)})[ -](?:[a-z]+ )?(?P<unit>hour|day|week|month|year|season)s?\b",
    re.IGNORECASE,
)
_LEADS = dict.fromkeys(("to", "last", "lasts", "lasted", "lasting"), "for")
"""Leads that say the same: "cut to one month", "will last two months"."""


_TIMES = {"once": 1, "twice": 2}
_OFTEN = re.compile(
    rf"\b(?P<count>once|twice|(?:\d+|{'|'.join(NUMBERS)}) times) "
    r"(?:a|an|per|each|every) (?P<unit>hour|day|week|month|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time and the word that leads to it."""

    anchor: Anchor
    lead: str
    count: int
    unit: str


def durations(telling: Telling) -> Iterator[Duration]:
    """Every length of time that a telling gives.

    >>> # "was extended by 120 days" -> by, 120, day
    """
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _OFTEN.finditer(text, anchor.start, anchor.end):
            words = found.group("count").casefold()
            count = _TIMES.get(words) or (
                int(words.split()[0]) if words[0].isdigit() else NUMBERS[words.split()[0]]
            )
            yield Duration(Anchor.of(text, *found.span()), "times", count, found.group("unit").casefold())
        for found in _PATTERN.finditer(text, anchor.start, anchor.end):
            words = found.group("count").casefold()
            count = int(words) if words.isdigit() else NUMBERS[words]
            yield Duration(
                Anchor.of(text, *found.span()),
                _LEADS.get(lead := found.group("lead").casefold(), lead),
                count,
                found.group("unit").casefold(),
            )
