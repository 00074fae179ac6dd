"""Figures held against each other: two amounts -> can both be true, cannot, or are of different kinds."""

from __future__ import annotations

import pytest

from readout.link.clashes.units import compared, span_of
from readout.model.amount import Amount, Bound
from readout.model.anchor import Anchor

ANCHOR = Anchor(0, 1, "x")


def amount(
    value: float | None,
    unit: str | None = None,
    bound: Bound = "exactly",
    currency: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Amount:
    return Amount("q1", ANCHOR, "x", value, low, high, bound, unit, currency)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (amount(2, "t", "nearly"), amount(1.9, "t", "about"), True),
        (amount(2, "t", "nearly"), amount(2.4, "t"), False),
        (amount(300, "MW", "at most"), amount(0.3, "GW", "at most"), True),
        (amount(120, "MW"), amount(100, "MW"), False),
        (amount(45), amount(60), False),
        (amount(9, "person"), amount(9, "person"), True),
        (amount(10, bound="at least"), amount(500), True),
        (amount(7e9, currency="EUR", bound="about"), amount(7e9, currency="EUR"), True),
        (amount(7e9, currency="EUR"), amount(7e9, currency="USD"), None),
        (amount(3, "t"), amount(3, "km"), None),
        (amount(None, "t", "between", low=2, high=3), amount(2.5, "t"), True),
        (amount(None, "t", "between", low=2, high=3), amount(4, "t"), False),
        (amount(5000, "kg"), amount(5, "t"), True),
        (amount(None), amount(5), None),
    ],
)
def test_compared(one: Amount, other: Amount, both: bool | None) -> None:
    assert compared(span_of(one), span_of(other)) is both
    assert compared(span_of(other), span_of(one)) is both
