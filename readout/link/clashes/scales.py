"""The scales of states that a thing can be in, and the small words around them, out of ``scales.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from readout.link.accounts.sides import country_of, load_names
from readout.link.accounts.telling import Telling
from readout.model.anchor import Anchor


def doer(telling: Telling, place: Anchor) -> str:
    """Who does it, as far as the words right before tell: a side, or the side that speaks."""
    before = telling.record.document.text[max(0, place.start - BEFORE) : place.start]
    clause = broken().split(before)[-1]
    named = load_names(clause)
    if named:
        return named[-1]
    own = _self().search(clause)
    other_body = own and own.group().casefold().startswith("the ") and not country_of(telling.side)
    return telling.side if own and not other_body else ""


BEFORE = 80
"""Characters before a deed in which who does it is named."""


FLAGS = ("own", "figures", "changes")


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale, of which one thing has but one.

    ``own`` where it matters who does it, ``figures`` where an equal figure settles it; ``changes`` where
    what is at another end today may come to the first.
    """

    ends: tuple[re.Pattern[str], ...]
    own: bool
    figures: bool
    changes: bool


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(files("readout.link").joinpath("scales.toml").read_text("utf-8"))


@cache
def wording() -> re.Pattern[str]:
    """Where any wording of any scale begins, in small letters."""
    ends = (pattern for entry in table()["scale"] for end in entry["ends"] for pattern in end)
    return re.compile(rf"\b(?=(?:{'|'.join(ends)})(?!\w))")


@cache
def scales() -> tuple[Scale, ...]:
    """All scales."""
    return tuple(
        Scale(tuple(map(_small, entry["ends"])), *(entry.get(flag, False) for flag in FLAGS))
        for entry in table()["scale"]
    )


def _small(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)")


def _words(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@cache
def _self() -> re.Pattern[str]:
    return _words(table()["self"]["words"])


@cache
def negation() -> re.Pattern[str]:
    """Words that make the opposite of what follows."""
    return _words(table()["negation"]["before"])


@cache
def idle() -> re.Pattern[str]:
    """Words that look like a negation and are none."""
    return _words(table()["negation"]["idle"])


@cache
def of_time() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of what is ahead, and of what may be or is only asked for."""
    return _words(table()["time"]["ahead"]), _words(table()["time"]["unsure"])


@cache
def broken() -> re.Pattern[str]:
    """Where a clause ends."""
    words = "|".join(table()["clause"]["opens"])
    return re.compile(rf"[,;:.](?= )|\b(?:{words})\b")
