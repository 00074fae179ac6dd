"""Figures: how many, how much, of what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor

Bound = Literal["exactly", "about", "nearly", "at least", "at most", "between"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its unit (UCUM style) or its currency (ISO 4217).

    ``value`` is in that unit (1.5 billion is 1500000000); a range has ``value`` null with ``low``
    and ``high``.
    """

    id: str
    anchor: Anchor
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "exactly"
    unit: str | None = None
    currency: str | None = None
    of: str | None = None
    confidence: float = 1.0
