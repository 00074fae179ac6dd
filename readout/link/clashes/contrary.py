"""One word that an account affirms of a matter and another denies: "would visit", "no visit was planned"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readout.knowledge.kin import WORD, kin
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash
from readout.link.clashes.polarity import CLAUSE, SHORT, clause_of
from readout.link.clashes.scales import broken, doer, idle, negation, of_time
from readout.link.lexicon import common
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

SCOPE = 5
"""Words behind a negation on which it bears, in its clause."""
LEAST = 4
"""Letters of a root that tells something."""
_ENDS = (
    *("ations", "ation", "ances", "ance", "ments", "ment", "ings", "ing", "ions", "ion", "ied", "ies"),
    *("ers", "er", "ed", "es", "al", "e", "s", "y"),
)


@dataclass(frozen=True, slots=True)
class Use:
    """A word of a stretch by its root: whether it is denied, lies ahead, or is only asked for or possible."""

    root: str
    barred: bool
    ahead: bool
    unsure: bool
    start: int
    stop: int


def contrary(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """What one account says and the other says is not so, in words of one root.

    >>> # "had been assured of access" against "no assurance of access had been given" -> polarity
    """
    about = {left.number, right.number} <= matter.main | matter.carried
    if left.said != "yes" or right.said != "yes" or left.asking or right.asking or not about:
        return None
    if not (negation().search(left.text) or negation().search(right.text)):
        return None
    key = {root(stem) for stem in matter.key}
    for one, other in ((left, right), (right, left)):
        there = {use.root: (place, use) for place, use in _near(matter, other)}
        barred = {use.root for _, use in _near(matter, other) if use.barred}
        own = {use.root for _, use in _near(matter, one) if not use.barred}
        for place, use in _near(matter, one):
            if not use.barred or use.root in own | barred | key or use.root not in there:
                continue
            if _GIVEN.search(_before(one, place)):
                continue
            where, said = there[use.root]
            if _apart(use, said) and not _others(one, place, other, where):
                a, b = (place, where) if one is left else (where, place)
                return Clash("polarity", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def _before(telling: Telling, place: Anchor) -> str:
    """What stands right before a word."""
    return telling.record.document.text[max(0, place.start - 12) : place.start]


_GIVEN = re.compile(r"\b(?:the|its|their|his|her|our|this|these|those) $", re.IGNORECASE)
"""What is given, and not denied itself: "has no plans to close the border"."""


def _apart(no: Use, yes: Use) -> bool:
    """Whether a denial is of what the other says: what is not yet so may be ahead."""
    return not (no.unsure or yes.unsure) and (no.ahead or not yes.ahead)


def _others(one: Telling, a: Anchor, other: Telling, b: Anchor) -> bool:
    """Whether two words are told of two different sides."""
    here, there = doer(one, a), doer(other, b)
    return bool(here and there and here != there)


def _near(matter: Matter, telling: Telling) -> Iterator[tuple[Anchor, Use]]:
    text = telling.record.document.text
    short = len(telling.text) <= SHORT
    for anchor in telling.anchors:
        for use in uses(anchor.exact):
            start = anchor.start + use.start
            if short or any(abs(start - m.start) <= CLAUSE for m in matter.places[telling.number]):
                yield Anchor.of(text, start, anchor.start + use.stop), use


@lru_cache(2048)
def uses(text: str) -> tuple[Use, ...]:
    """The telling words of a stretch, each denied or not.

    >>> [(use.root, use.barred) for use in uses("no visit was planned in May") if use.root == "visit"]
    [('visit', True)]
    """
    found: list[Use] = []
    at = 0
    for stop in [*(m.start() for m in broken().finditer(text)), len(text)]:
        found += _of_clause(text, at, stop)
        at = stop
    return tuple(found)


def _of_clause(text: str, start: int, stop: int) -> Iterator[Use]:
    clause = idle().sub(lambda m: " " * len(m.group()), text[start:stop])
    no = negation().search(clause)
    ahead, unsure = (bool(pattern.search(clause)) for pattern in of_time())
    left = SCOPE
    for word in WORD.finditer(text, start, stop):
        found = root(word.group())
        if len(found) < LEAST or kin(word.group()) in common() or not word.group().islower():
            continue
        barred = no is not None and word.start() >= start + no.end() and left > 0
        left -= barred
        yield Use(found, barred, ahead, unsure, *word.span())


def root(word: str) -> str:
    """What is left of a word without its endings: "assured", "assurance" -> "assur"."""
    word = kin(word)
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= LEAST:
            word = word.removesuffix(end)
            break
    return word[:-1] if len(word) > LEAST and (word[-1] == word[-2] or word[-1] == "e") else word
