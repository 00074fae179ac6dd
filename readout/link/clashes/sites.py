"""Where a thing stands, what it came of, what was on board: two tellings held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from readout.knowledge import load
from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.clashes.moments import MONTHS
from readout.link.lexicon import common, terms, wish
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

_PLACE = r"(?P<place>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|de|la|el|do|da)(?= ?[A-Z]|\b))*)"


def sites_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two places of one thing: "will be set up in Lome", "will be set up in Cotonou"."""
    if not _plain(matter, left, right):
        return None
    for number in range(len(_sites())):
        one, other = list(_placed(number, left)), list(_placed(number, right))
        if len(one) == len(other) == 1 and _elsewhere(one[0].exact, other[0].exact):
            return Clash("place", one[0], other[0], one[0].exact, other[0].exact)
    return None


def _plain(matter: Matter, left: Telling, right: Telling) -> bool:
    """Whether both tell of the matter itself as of a fact."""
    if left.said != "yes" or right.said != "yes" or not {left.number, right.number} <= matter.main:
        return False
    return not any(wish().search(telling.text) or _GUESS.search(telling.text) for telling in (left, right))


_GUESS = re.compile(r"\b(?:if|could|may|might|not|never)\b")


def _placed(number: int, telling: Telling) -> Iterator[Anchor]:
    text = telling.record.document.text
    for anchor in telling.anchors:
        for start, stop in _spans(anchor.exact)[number]:
            place = Anchor.of(text, anchor.start + start, anchor.start + stop)
            dated = any(when.anchor.overlaps(place) for when in telling.record.whens)
            if not dated and place.exact not in MONTHS:
                yield place


@lru_cache(2048)
def _spans(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where a stretch tells of the places of each kind."""
    return tuple(tuple(found.span("place") for found in pattern.finditer(text)) for pattern in _sites())


def _elsewhere(one: str, other: str) -> bool:
    """Whether two names are of two places; a country may hold the town that the other names."""
    lands = [any(c.sort == "country" for c in load().lookup(name)) for name in (one, other)]
    shared = set(stems(one)) & set(stems(other))
    return lands[0] == lands[1] and not shared


def contents_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two causes of one thing, or two cargoes: "caused by a lamp", "caused by a grenade"."""
    if not _plain(matter, left, right):
        return None
    for pattern in _contents():
        one, other = list(_held(pattern, left)), list(_held(pattern, right))
        if len(one) == len(other) == 1 and not (_told(one[0], right) or _told(other[0], left)):
            return Clash(
                "polarity", one[0], other[0], *(f"“{flat(found[0].exact)}”" for found in (one, other))
            )
    return None


def _told(what: Anchor, telling: Telling) -> bool:
    """Whether a telling names of a thing some words at least."""
    return bool(_words(what.exact) & _words(telling.text))


def _held(pattern: re.Pattern[str], telling: Telling) -> Iterator[Anchor]:
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in pattern.finditer(text, anchor.start, anchor.end):
            if _words(found.group("what")):
                yield Anchor.of(text, *found.span("what"))


def _words(text: str) -> set[str]:
    return {stem for stem in stems(text) if len(stem) > 3 and stem not in common()}


@cache
def _sites() -> tuple[re.Pattern[str], ...]:
    where = rf"(?:(?: \w+){{0,2}}? |(?<= ))(?:in|at|near|off) (?:the \w+ of )?{_PLACE}"
    return tuple(re.compile(rf"\b(?:{'|'.join(entry['words'])})\b{where}") for entry in terms()["site"])


@cache
def _contents() -> tuple[re.Pattern[str], ...]:
    end = r"(?=[.,;”\"]|$| (?:in|on|at|and|that|which|when|to|from|for|by|of|off)\b)"
    what = rf"(?P<what>(?:[\w’'-]+ ){{0,4}}?[\w’'-]+){end}"
    return tuple(re.compile(rf"\b(?:{'|'.join(entry['before'])}) {what}") for entry in terms()["content"])
