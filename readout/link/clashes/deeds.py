"""Who does what with a sum: "Port Esk offered 12 million", "the club had offered 18 million"."""

from __future__ import annotations

import re

from readout.knowledge.kin import kin
from readout.link.accounts.silences import goes_by
from readout.link.accounts.telling import Telling
from readout.link.lexicon import house
from readout.model.amount import Amount
from readout.model.anchor import Anchor


def clause(telling: Telling, anchor: Anchor) -> Anchor:
    """The part of a sentence in which a figure or a date stands."""
    own = next((a for a in telling.anchors if a.overlaps(anchor)), anchor)
    text = telling.record.document.text
    ends = [m.span() for m in _BREAK.finditer(text, own.start, own.end)]
    start = max((last for _, last in ends if last <= anchor.start), default=own.start)
    end = min((first for first, _ in ends if first >= anchor.end), default=own.end)
    return Anchor.of(text, min(start, anchor.start), max(end, anchor.end))


_BREAK = re.compile(r"[.;:]\s|, |,? and (?:that )?(?=[a-z])|,? but ")


def one_deed(left: Telling, one: Amount, right: Telling, other: Amount) -> bool:
    """Whether one verb leads to two sums, and the same party does it.

    >>> # "Port Esk offered 12 million" of the other club, "the club had offered 18 million" of Port Esk
    """
    here, there = _doer(left, one), _doer(right, other)
    if here is None or there is None or kin(here[1]) != kin(there[1]):
        return False
    return _same_party(left, here[0], right, there[0]) or _same_party(right, there[0], left, here[0])


def _same_party(teller: Telling, who: str, owner: Telling, own: str) -> bool:
    """Whether a teller names the other side, and that speaks of itself: "Port Esk", "the club", "we"."""
    if not goes_by(owner.side, who) or goes_by(teller.side, who) or goes_by(teller.side, own):
        return False
    words = own.casefold().split()
    return goes_by(owner.side, own) or words[-1:] == ["we"] or bool(house().fullmatch(words[-1]))


def _doer(telling: Telling, amount: Amount) -> tuple[str, str] | None:
    """Who does what with a sum that stands right behind the verb."""
    part = clause(telling, amount.anchor)
    before = telling.record.document.text[part.start : amount.anchor.start]
    found = _DEED.search(before)
    return (found.group("who"), found.group("verb")) if found else None


_DEED = re.compile(
    r"\b(?P<who>(?:[Tt]he |[A-Z][\w’'-]+ ){0,3}[\w’'-]+)"
    r" (?:(?:has|have|had|will|would) )?(?:(?:also|only|now) )?"
    r"(?P<verb>[a-z]{3,}) (?:only |just |about |around |up to |at least )?$"
)


def other_deed(left: Telling, one: Amount, right: Telling, other: Amount) -> bool:
    """Whether two sums are of two deeds that no sum is of at once: "lost 9 million", "owed 2 million"."""
    here, there = _money_verb(left, one), _money_verb(right, other)
    return bool(here and there) and here != there


def _money_verb(telling: Telling, amount: Amount) -> str:
    """What is said to be done with a sum, where that leaves no doubt."""
    part = clause(telling, amount.anchor)
    found = _SUMS.search(telling.record.document.text, part.start, amount.anchor.start)
    return found.group()[:2] if found else ""


_SUMS = re.compile(r"\b(?:lost|los(?:es?|ing)|ow(?:es?|ed|ing)|earn(?:s|ed)?|borrow(?:s|ed)?|saved|fined)\b")
