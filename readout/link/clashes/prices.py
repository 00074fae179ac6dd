"""Sums that two tellings give for one thing: what it costs, what somebody pays into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.lexicon import table
from readout.link.matters.matter import Matter
from readout.model.amount import Amount


def held(telling: Telling) -> list[Amount]:
    """The figures within what is told."""
    return [amount for amount in telling.record.amounts if telling.holds(amount.anchor)]


def priced(matter: Matter, left: Telling, right: Telling) -> list[tuple[Amount, Amount]]:
    """The one sum of each telling, where both give what a thing costs, or both what is given to it.

    >>> # "will cost $90 million" and "put the price at $120 million" -> the two sums
    >>> # "pledged 4 million euros" and "would put 3 million euros into it" -> the two sums
    """
    if not {left.number, right.number} <= matter.main | matter.carried:
        return []
    for pattern in _spending():
        one, other = (list(_sums(pattern, telling)) for telling in (left, right))
        if len(one) == len(other) == 1 and one[0].currency == other[0].currency:
            return [(one[0], other[0])] if _one_payer(left, right) else []
    return []


def _sums(pattern: re.Pattern[str], telling: Telling) -> Iterator[Amount]:
    """The sums of a telling that are no part of another, where it has a word for what is done with them."""
    if not pattern.search(telling.text) or _DONE.search(telling.text):
        return
    yield from (a for a in held(telling) if a.currency and not part(telling, a))


def part(telling: Telling, amount: Amount) -> bool:
    """Whether a figure is but a part of another: "of this sum $120,000 had been paid"."""
    start = amount.anchor.start
    before = re.split(r"[.;\n]", telling.record.document.text[max(0, start - 60) : start])[-1]
    return bool(_PART.search(before))


_PART = re.compile(
    r"\b(?:of (?:this|that|these|which|it|the (?:sum|total|amount|money))|including)\b", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:has|have|had|was|were) (?:already |so far |since )?(?:been )?"
    r"(?:paid|spent|transferred|disbursed|received)\b"
)


def _one_payer(left: Telling, right: Telling) -> bool:
    """Whether two tellings may name one payer: not "Chile will pay" and "Peru will pay"."""
    sides = {left.side, right.side}
    here, there = (set(load_names(telling.text)) & sides for telling in (left, right))
    return not here or not there or bool(here & there)


@cache
def _spending() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\b(?:{'|'.join(entry['words'])})\b", re.IGNORECASE) for entry in table()["spending"]
    )
