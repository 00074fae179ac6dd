"""What is spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.anchor import Anchor
from readout.model.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Topic:
    """A matter with a short readable label and every place that speaks of it."""

    id: str
    label: str
    mentions: tuple[Anchor, ...]
    confidence: float = 1.0
