"""A figure as it is put together: number or range, measure, bound, what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract.amounts.counted import Counted
from readout.extract.amounts.measure import Measure
from readout.extract.amounts.numbers import Number
from readout.model.amount import Bound
from readout.model.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the tokens ``first`` to ``last`` (half-open); ``noun`` is what it counts."""

    first: int
    last: int
    number: Number
    other: Number | None = None
    measure: Measure | None = None
    sign: str | None = None
    bound: Bound = "exactly"
    noun: Counted | None = None
    negative: bool = False

    @property
    def currency(self) -> str | None:
        """The currency, from the sign before or the name after."""
        return self.sign or (self.measure.currency if self.measure else None)

    @property
    def unit(self) -> str | None:
        """The unit, ``person`` where people are counted."""
        if self.sign:
            return None
        if self.measure:
            return self.measure.unit
        return "person" if self.noun and self.noun.person else None
