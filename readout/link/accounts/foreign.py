"""Whom a text calls foreign: "her Chinese counterpart", "the Danish side", "talks with Peru"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from readout.knowledge import load
from readout.link.accounts.sides import JOINT, load_names
from readout.link.accounts.voices import voices
from readout.link.lexicon import opposite_number, table
from readout.model.record import Record

CALLED = 3
"""How much it counts against a country to be a text's own that its officials go by their country there."""
COUNTERPART = 10
"""The same where they are called the counterpart, the guest, the other side."""
QUIET = 8
"""The same where its silence is told."""
WITH = 6
"""The same where the title is of a meeting with it."""


def strangers(record: Record, heading: str) -> Counter[str]:
    """The countries that a text takes for the other party, and how much speaks for that.

    >>> # "The minister met her Chinese counterpart. The Chinese side gave no answer." -> CHN
    """
    found: Counter[str] = Counter()
    for match in _party().finditer(record.document.text):
        country = load().country(match.group("land"))
        if country:
            found[country.iso3] += COUNTERPART if opposite_number().fullmatch(match.group("who")) else CALLED
    sides = voices(record)
    for statement in record.statements:
        side = sides[statement.id]
        if side and side != JOINT and statement.said == "not said" and statement.topics:
            found[side] += QUIET  # who declines may be one's own, or who leaves a paper without an answer
    title = _WITH.search(record.document.title or heading)
    for side in load_names(title.group(1))[:1] if title else ():
        found[side] += WITH
    return found


_WITH = re.compile(r"\b[Ww](?:ith|ITH) ([^\n]{3,60})")


@cache
def _party() -> re.Pattern[str]:
    who = "|".join(table()["party"]["words"])
    return re.compile(
        rf"\b(?P<land>[A-Z][a-z]{{2,}}|U\.S\.) (?:(?:[A-Z][\w’'-]*|of|and|for) ){{0,5}}?(?P<who>{who})\b"
    )
