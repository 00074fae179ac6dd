"""A binding clause, as the rules find it and its terms are read from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """A binding clause: its cue, the word of the deed, what is promised, who is bound, how firmly."""

    cue: int
    deed: int
    thing: int | None
    by: tuple[str, ...]
    firmness: str
