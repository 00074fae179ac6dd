"""When a guest is to come who has accepted to: two tellings held against each other."""

from __future__ import annotations

import re

from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash
from readout.link.clashes.moments import apart, apposed, shown
from readout.link.matters.matter import Matter
from readout.model.when import When

_INVITED = re.compile(r"\binvit(?:e[sd]?|ing|ations?)\b", re.IGNORECASE)
_ACCEPTED = re.compile(
    r"\binvitation (?:was|has been|had been) (?:gladly |gratefully |readily )?accepted\b"
    r"|(?<!not )(?<!yet )\baccept(?:s|ed) (?:the|this|that|his|her|their|its) invitation\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:will|would|is to|are to) (?:travel|visit|come|go|fly|pay|arrive|be)\b", re.IGNORECASE
)


def visits_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two days of one visit: "invited her to come on 3 May. The invitation was accepted.", "on 9 May".

    An invitation that nobody is told to have accepted fixes no day.
    """
    if not {left.number, right.number} <= matter.main:
        return None
    one, other = _day(left), _day(right)
    if one is None or other is None or not apart(one, other):
        return None
    return Clash("date", one.anchor, other.anchor, shown(one), shown(other))


def _day(telling: Telling) -> When | None:
    """The one date ahead of a visit that a telling has as settled."""
    text, told = telling.record.document.text, telling.record.document.published or ""
    first, last = telling.anchors[0].start, telling.anchors[-1].end
    if telling.said != "yes" or not told:
        return None
    line = text.rfind("\n", 0, first) + 1, len(text[:last]) + len(text[last:].split("\n", 1)[0])
    if _ACCEPTED.search(text, *line):
        first, last = line
    elif not _COMES.search(telling.text):
        return None
    ahead = [
        when
        for when in telling.record.whens
        if first <= when.anchor.start < last and (when.start or "") > told and not apposed(telling, when)
    ]
    return ahead[0] if len(ahead) == 1 and _INVITED.search(text[first:last]) else None
