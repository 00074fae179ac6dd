"""Matters of one verb: "84 km of pipe have been laid" and "only 61 km have been laid" are of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from readout.knowledge.kin import WORD, kin
from readout.link.accounts.telling import Telling
from readout.link.clashes.deeds import clause, one_deed
from readout.link.clashes.moments import whens
from readout.link.clashes.prices import held
from readout.link.clashes.typed import clash
from readout.link.clashes.units import span_of
from readout.link.lexicon import common, small_words
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
        if any({left.number, right.number} == set(m.places) for m in found):
            continue
        matter = next((m for m in _paired(left, right) if clash(m, left, right)), None)
        if matter:
            yield matter


def _paired(left: Telling, right: Telling) -> Iterator[Matter]:
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
