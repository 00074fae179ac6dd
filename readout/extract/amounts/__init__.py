"""Figures of a text with bound, unit, currency and what they count: "nearly 3 million tons"."""

from __future__ import annotations

from readout.extract.amounts.find import find_amounts

__all__ = ["find_amounts"]
