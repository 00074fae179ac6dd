"""A deed by its noun that one account says there was none of: "no inspection had been made since 2022"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, opposed
from readout.link.clashes.moments import whens
from readout.link.lexicon import numbers
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor


def unheld(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """No deed of a kind on the one side, one of it with its time on the other.

    >>> # "No inspection had been made for two years" against "passed its inspection in January"
    """
    if left.said != "yes" or right.said != "yes":
        return None
    for one, other in ((left, right), (right, left)):
        no, done = _none(matter, one), _done(matter, other)
        if no and done and _within(one, other):
            return opposed(no, done, swapped=one is right)
    return None


def _none(matter: Matter, telling: Telling) -> Anchor | None:
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _NONE.finditer(text, anchor.start, anchor.end):
            if stems(found.group("what"))[-1:] == matter.key[-1:]:
                return Anchor.of(text, *found.span())
    return None


_NONE = re.compile(
    r"\b(?:no|not a single|not one) (?P<what>(?:[a-z-]+ ){0,3}[a-z-]+) (?:(?:has|had|have) been|was|were)"
    r" (?:carried out|made|held|done|conducted|completed|performed|undertaken)\b",
    re.IGNORECASE,
)


def _done(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling has the deed done: "passed its last inspection"."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _DONE.finditer(text, anchor.start, anchor.end):
            if matter.key[-1] in stems(found.group("what")):
                return Anchor.of(text, *found.span())
    return None


_DONE = re.compile(
    r"(?<!not )(?<!never )\b(?:passed|underwent|undergone|completed|carried out|conducted|held|made)"
    r" (?:an?|its|his|her|their|the|our|all) (?P<what>(?:[a-z-]+ ){0,3}[a-z-]+)",
    re.IGNORECASE,
)


def _within(none: Telling, done: Telling) -> bool:
    """Whether the time of a deed lies in that in which there was none."""
    first = _since(none)
    days = [when.start for when in whens(done) if when.start]
    if first is None:
        return not _SINCE.search(none.text) and not _period().search(none.text)
    return len(days) == 1 and days[0] > first


def _since(telling: Telling) -> str | None:
    """The day from which there was none: "since 2022", "for two years"."""
    since, told = _SINCE.search(telling.text), telling.record.document.published
    if since:
        ends = [when.end or when.start or "" for when in whens(telling)]
        return ends[0] if len(ends) == 1 else None
    length = _period().search(telling.text)
    if length is None or not told:
        return None
    words = length.group("count").casefold()
    count = int(words) if words.isdigit() else numbers()[words]
    try:
        return str(date.fromisoformat(str(told)[:10]) - timedelta(days=count * DAYS[length.group("unit")]))
    except (ValueError, OverflowError):
        return None


DAYS = {"week": 7, "month": 30, "year": 365}
_SINCE = re.compile(r"\bsince\b")


@cache
def _period() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:for|in) (?:the (?:last|past) )?(?:more than |over |nearly |almost )?"
        rf"(?P<count>\d+|{'|'.join(numbers())}) (?P<unit>week|month|year)s?\b"
    )
