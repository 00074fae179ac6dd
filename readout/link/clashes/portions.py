"""Parts of a cost that two accounts give to be borne: "two thirds", "half", "shared equally"."""

from __future__ import annotations

import re
from functools import cache

from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.lexicon import table
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

APART = 0.02
"""By how much two parts differ that are not the same."""


def portions(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two parts of one cost that are neither the same nor make a whole together.

    >>> # "Kenya will bear two thirds of the cost" and "the burden will be shared equally" -> amount
    """
    one, other = _portion(left), _portion(right)
    if one is None or other is None or left.said != "yes" or right.said != "yes":
        return None
    same, whole = abs(one[1] - other[1]) <= APART, abs(one[1] + other[1] - 1) <= APART
    payers = [set(load_names(telling.text)) & {left.side, right.side} for telling in (left, right)]
    if (
        same
        or whole
        or (all(payers) and not payers[0] & payers[1])
        or not {left.number, right.number} & (matter.main | matter.carried)
    ):
        return None
    return Clash("amount", one[0], other[0], flat(one[0].exact), flat(other[0].exact))


def _portion(telling: Telling) -> tuple[Anchor, float] | None:
    """The one part of a cost that a telling gives, and how much of the whole it is."""
    text = telling.record.document.text
    found = [
        (Anchor.of(text, *match.span()), _value(match))
        for anchor in telling.anchors
        if _costs().search(anchor.exact) and not _CONDITION.search(anchor.exact)
        for match in _parts().finditer(text, anchor.start, anchor.end)
    ]
    return found[0] if len(found) == 1 else None


def _value(match: re.Match[str]) -> float:
    if match.group("percent"):
        return float(match.group("percent").replace(",", ".")) / 100
    text, start = match.string, match.start()  # a fraction may ask what follows: "the whole" of "cost"
    forms = ((re.compile(pattern, re.IGNORECASE), value) for pattern, value in _fractions())
    return next(float(value) for form, value in forms if form.match(text, start))


_CONDITION = re.compile(r"\b(?:if|unless|provided|should|could|may|might)\b")


@cache
def _fractions() -> tuple[tuple[str, float], ...]:
    return tuple((entry["pattern"], entry["value"]) for entry in table()["portion"]["fraction"])


@cache
def _parts() -> re.Pattern[str]:
    words = "|".join(pattern for pattern, _ in _fractions())
    return re.compile(rf"(?P<percent>\d+(?:[.,]\d+)?)(?: ?%| per ?cent\b)|\b(?:{words})\b", re.IGNORECASE)


@cache
def _costs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['portion']['cost'])})\b", re.IGNORECASE)
