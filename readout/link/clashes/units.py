"""Figures as ranges in one unit, so that "nearly 2" and "about 1.9" can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from readout.knowledge.kin import stems
from readout.link.lexicon import small_words
from readout.model.amount import Amount

_PEOPLE = re.compile(r"\w(?:ists?|icians?|eers?|trainees?|workers?|officers?|teachers?|nurses?|doctors?)$")
"""Those who are people by their name: "geologists" are, whatever the text counts them as."""
PREFIXES = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}
BASES = ("W", "Wh", "t", "g", "m", "bbl", "bbl/d", "Bq")
FACTORS = {
    "kg": ("t", 1e-3),
    "km": ("km", 1.0),
    "m": ("km", 1e-3),
    "mi": ("km", 1.609344),
    "nmi": ("km", 1.852),
    "ft": ("km", 3.048e-4),
    "lb": ("t", 4.5359237e-4),
}


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high`` in a unit; ``kind`` is the unit or the currency."""

    low: float
    high: float
    kind: str


def span_of(amount: Amount) -> Span | None:
    """The range that a figure allows; None where it could not be read.

    "nearly 2 million" may be 1.7 to 2 million, "at least 40" has no upper end. Counts are exact,
    measured figures are taken to be rounded at their last digit, by up to one part in forty.
    """
    factor, kind = _unit(amount)
    low, high = amount.low, amount.high
    if amount.value is not None:
        low, high = _around(amount.value, amount)
    if low is None and high is None:
        return None
    floor, ceiling = low if low is not None else 0.0, high if high is not None else inf
    return Span(floor * factor, ceiling * factor, kind)


def _around(value: float, amount: Amount) -> tuple[float, float]:
    counted = amount.currency is None and amount.unit in (None, "person")
    slack = 0.0 if counted or amount.unit == "%" else min(0.025 * abs(value), _last_place(value))
    match amount.bound:
        case "about":
            return value - 0.1 * abs(value), value + 0.1 * abs(value)
        case "nearly":
            return value - 0.15 * abs(value), value + slack
        case "at least":
            return value - slack, inf
        case "at most":
            return 0.0, value + slack
    return value - slack, value + slack


def _last_place(value: float) -> float:
    """Half of what the last digit of a figure that is not nought stands for: 5 for 340, 0.5 for 325."""
    digits, _, exponent = f"{abs(value):.6e}".partition("e")
    places = len(digits.rstrip("0").rstrip(".").replace(".", "")) - 1
    return 0.5 * 10.0 ** (int(exponent) - places)


def _unit(amount: Amount) -> tuple[float, str]:
    if amount.currency:
        return 1.0, amount.currency
    unit = amount.unit or money(amount) or ("person" if _PEOPLE.search(amount.of or "") else "")
    if unit in FACTORS:
        kind, factor = FACTORS[unit]
        return factor, kind
    if unit[:1] in PREFIXES and unit[1:] in BASES:
        return PREFIXES[unit[0]], unit[1:]
    return 1.0, unit


def money(amount: Amount) -> str:
    """The word for money of a figure whose currency is not known: "40 kroner"."""
    word = stems(amount.text)[-1:] if not amount.currency and not amount.unit else ()
    return word[0] if word and word[0] in small_words("money") else ""


def compared(one: Span | None, other: Span | None) -> bool | None:
    """True where both can be true, False where they cannot, None where they are of different kinds."""
    if one is None or other is None or one.kind != other.kind:
        return None
    return one.low <= other.high and other.low <= one.high
