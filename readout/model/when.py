"""Dates as the text gives them and as EDTF (ISO 8601-2) reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.model.anchor import Anchor
from readout.model.swift import swift

Grain = Literal["day", "week", "month", "quarter", "season", "year", "duration"]
Basis = Literal["published", "text", "event"]


@swift
@dataclass(frozen=True, slots=True)
class When:
    """A dated or datable expression; the reading is null when it is not certain.

    ``basis`` says what the reading leans on: the publication date, another date in the text, or
    an event; null when the words alone are a full date. ``start`` and ``end`` are ISO days, both
    inclusive.
    """

    id: str
    anchor: Anchor
    text: str
    edtf: str | None = None
    start: str | None = None
    end: str | None = None
    grain: Grain | None = None
    basis: Basis | None = None
    confidence: float = 1.0
