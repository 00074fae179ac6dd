"""Matters of one verb: "84 km of pipe have been laid" and "only 61 km have been laid" are of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from readout.knowledge.kin import WORD, kin
from readout.link.accounts.telling import Telling
from readout.link.clashes.deeds import clause, one_deed
from readout.link.clashes.figures import tolled
from readout.link.clashes.moments import whens
from readout.link.clashes.prices import held
from readout.link.clashes.typed import clash
from readout.link.clashes.units import span_of
from readout.link.lexicon import common, dull, small_words
from readout.link.matters.matter import Matter
from readout.model.amount import Amount
from readout.model.anchor import Anchor

BOTH = 2
"""Words that two clauses with dates share at least."""
MOST = 60
"""Tellings up to which each is held against each of the other account."""


def twins(found: Sequence[Matter], tellings: Sequence[Telling]) -> Iterator[Matter]:
    """Two clauses of one verb whose figures of one unit, or whose dates, cannot both be true.

    >>> # "84 km of pipe have been laid" and "Only 61 km have been laid" -> a matter "pipe"
    >>> # "water will reach the town by March", "Water will not reach the town before May" -> "water"
    """
    spoken = [t for t in tellings if not t.silent and t.said == "yes" and not t.asking]
    if len(spoken) > MOST:
        return
    for left, right in combinations(spoken, 2):
        if left.side == right.side or left.record is right.record:
            continue
        both = [m for m in found if {left.number, right.number} == set(m.places)]
        matter = next((m for m in _paired(left, right) if _clashes(m, left, right, both)), None)
        if matter:
            yield matter


def _clashes(matter: Matter, left: Telling, right: Telling, both: Sequence[Matter]) -> bool:
    """Whether two tellings cannot both be true in the very clauses of which a matter is made.

    Of what another matter of the two alone says already, nothing more is made.
    """
    found = clash(matter, left, right)
    ends = ((left, found.left), (right, found.right)) if found else ()
    within = (clause(t, matter.places[t.number][0]).overlaps(end) for t, end in ends)
    if found is None or (found.kind == "polarity" and not all(within)):
        return False
    known = [clash(m, left, right) for m in both]
    return all(k and not k.left.overlaps(found.left) and not k.right.overlaps(found.right) for k in known)


def _paired(left: Telling, right: Telling) -> Iterator[Matter]:
    yield from _fallen(left, right)
    yield from _rated(left, right)
    yield from _pointed(left, right)
    for a, b in product(held(left), held(right)):
        one, other = span_of(a), span_of(b)
        if one is None or other is None or one.kind != other.kind or one.kind in ("", "%", "person"):
            continue
        here, there = clause(left, a.anchor), clause(right, b.anchor)
        if a.currency or b.currency:
            if not one_deed(left, a, right, b):
                continue
        elif not _words(here, a) & _words(there, b):
            continue
        yield _matter(left, here, right, there, a.of or b.of)
    for when, then in product(whens(left), whens(right)):
        here, there = clause(left, when.anchor), clause(right, then.anchor)
        if len(_stems(here.exact) & _stems(there.exact)) >= BOTH:
            yield _matter(left, here, right, there, None)


def _fallen(left: Telling, right: Telling) -> Iterator[Matter]:
    """The dead, or the wounded, where each tells of them once: "killed 412 people", "at least 900 dead"."""
    for a, b in tolled(left, right):
        here, there = clause(left, a.anchor), clause(right, b.anchor)
        label = next((w for part in (here, there) for w in _TOLL.findall(part.exact)), "")
        if label:
            places = {left.number: [here], right.number: [there]}
            yield Matter(label, (kin(label),), SURE, "", places, set(places), twin=True)


_TOLL = re.compile(r"\b(?:dead|deaths|wounded|injured|prisoners|hostages|cases|patients|killed|died)\b")


def _rated(left: Telling, right: Telling) -> Iterator[Matter]:
    """What a share is of by the noun before it, where both tell the same: "offered a rise of 7 per cent"."""
    for a, b in product(held(left), held(right)):
        if a.unit != "%" or b.unit != "%":
            continue
        one, other = _noun_before(left, a), _noun_before(right, b)
        here, there = clause(left, a.anchor), clause(right, b.anchor)
        if one and other and kin(one) == kin(other) and len(_words(here, a) & _words(there, b)) >= BOTH:
            places = {left.number: [here], right.number: [there]}
            yield Matter(one, (kin(one),), SURE, "", places, set(places), twin=True)


def _noun_before(telling: Telling, amount: Amount) -> str:
    """The noun of which a figure tells: "rise" of "a rise of 7 per cent"."""
    before = telling.record.document.text[max(0, amount.anchor.start - 40) : amount.anchor.start]
    found = _NOUN_BEFORE.search(before)
    return found.group(1) if found else ""


_NOUN_BEFORE = re.compile(
    r"\b([a-z]{3,}) (?:of|by) (?:at least |about |up to |only |just |nearly |almost )?$"
)


def _pointed(left: Telling, right: Telling) -> Iterator[Matter]:
    """The noun with which one sentence begins and of which the other tells too: "The cost will be shared"."""
    if len(left.text.split()) > POINT or len(right.text.split()) > POINT:
        return
    for one, other in ((left, right), (right, left)):
        found = _SUBJECT.match(one.text)
        noun = found.group(1) if found else ""
        if not noun or kin(noun) in common() | small_words("measure") | dull():
            continue
        named = re.search(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Nn]o|[Tt]heir|all|any) {noun}\b", other.text)
        if named:
            places = {t.number: [_at(t, noun)] for t in (left, right)}
            yield Matter(noun, (kin(noun),), SURE, "", places, set(places), twin=True)


def _at(telling: Telling, noun: str) -> Anchor:
    text = telling.record.document.text
    for anchor in telling.anchors:
        found = re.search(rf"\b{noun}\b", anchor.exact)
        if found:
            return Anchor.of(text, anchor.start + found.start(), anchor.start + found.end())
    return telling.anchors[0]


POINT = 22
"""Words of a sentence that tells of one thing."""
_SUBJECT = re.compile(
    r"(?:that )?(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Nn]o) ([a-z]{4,})"
    r" (?:will|would|was|were|is|are|has|had|have|of|for|must|may)\b"
)


def _matter(left: Telling, here: Anchor, right: Telling, there: Anchor, of: str | None) -> Matter:
    places = {left.number: [here], right.number: [there]}
    shared = _stems(here.exact) & _stems(there.exact)
    named = (w for w in WORD.findall(here.exact) if kin(w) in shared and not w.endswith("ed"))
    label = of or _topic(left, here) or _topic(right, there) or next(named, here.exact.split()[0])
    return Matter(label, (kin(label.split()[-1]),), SURE, "", places, set(places), twin=True)


def _topic(telling: Telling, part: Anchor) -> str | None:
    """A topic, no name, of which a clause speaks."""
    topics = (t for t in telling.record.topics if t.label.islower())
    return next((t.label for t in topics if any(part.covers(m) for m in t.mentions)), None)


SURE = 0.95
"""How sure a matter is that two clauses of one verb make."""


def _stems(text: str) -> set[str]:
    plain = common() | small_words("measure")
    return {
        stem for w in WORD.findall(text) if len(w) > 3 and w[0].isalpha() and (stem := kin(w)) not in plain
    }


def _words(clause: Anchor, amount: Amount) -> set[str]:
    return _stems(clause.exact.replace(amount.anchor.exact, " "))
