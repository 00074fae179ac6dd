"""Shares of one whole that two accounts give: "80 per cent of the flights", "fewer than half of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readout.knowledge.kin import kin
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.clashes.units import Span, compared
from readout.link.lexicon import table, wish
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

ROUND = 0.05
"""By how much a share may be rounded."""


def shares_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two shares of the same things that cannot both be true.

    >>> # "two thirds of the trams will run" and "fewer than half of the trams will leave" -> amount
    """
    if left.said != "yes" or right.said != "yes" or any(wish().search(t.text) for t in (left, right)):
        return None
    if not {left.number, right.number} <= matter.main | matter.carried:
        return None
    one, other = list(_shares(left)), list(_shares(right))
    if len(one) != 1 or len(other) != 1 or one[0][1] != other[0][1]:
        return None
    (a, _, span), (b, _, there) = one[0], other[0]
    return Clash("amount", a, b, flat(a.exact), flat(b.exact)) if compared(span, there) is False else None


def _shares(telling: Telling) -> Iterator[tuple[Anchor, str, Span]]:
    """Every share of a telling, of what it is, and how much it may be."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _pattern().finditer(text, anchor.start, anchor.end):
            yield Anchor.of(text, *found.span()), kin(found.group("what")), _span(found)


def _span(found: re.Match[str]) -> Span:
    percent = found.group("percent")
    words = found.group("part") or ""
    forms = table()["portion"]["fraction"]
    value = (
        float(percent) / 100
        if percent
        else next(e["value"] for e in forms if re.fullmatch(e["pattern"], words, re.I))
    )
    low = 0.0 if found.group("most") else value - ROUND
    high = 1.0 if found.group("least") else value + ROUND
    return Span(low, high - 2 * ROUND if found.group("most") else high, "%")


@cache
def _pattern() -> re.Pattern[str]:
    parts = "|".join(
        e["pattern"] for e in table()["portion"]["fraction"] if "?=" not in e["pattern"] and e["value"] < 1
    )
    return re.compile(
        r"(?:\b(?P<least>more than|over|at least)|\b(?P<most>fewer than|less than|under|at most|no more than)"
        r"|\b(?:about|around|nearly|almost|some))? ?"
        rf"(?:(?P<percent>\d{{1,2}})(?: ?%| per ?cent)|\b(?P<part>{parts}))"
        r" of (?:the |its |their |all )*(?P<what>[a-z]{4,})\b",
        re.IGNORECASE,
    )
