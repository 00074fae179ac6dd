"""The word lists beside this file, loaded once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(files("readout.link").joinpath("words.toml").read_text("utf-8"))


@cache
def position() -> re.Pattern[str]:
    """What marks a position of one's own."""
    return re.compile("|".join(table()["position"]["patterns"]), re.IGNORECASE)


@cache
def origins() -> tuple[re.Pattern[str], ...]:
    """How a text says whose idea something was; the group is ``who``."""
    return tuple(re.compile(pattern) for pattern in table()["origin"]["patterns"])


@cache
def opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of wordings that cannot both be true of one thing."""
    flags = re.IGNORECASE
    return tuple((re.compile(o["left"], flags), re.compile(o["right"], flags)) for o in table()["opposite"])


@cache
def dated() -> frozenset[str]:
    """Things of which there is one at a time: "meeting", "summit"."""
    return frozenset(table()["dated"]["words"])


@cache
def acts() -> frozenset[str]:
    """Acts of speech that take a position."""
    return frozenset(table()["position"]["acts"])


@cache
def common() -> frozenset[str]:
    """Words that two texts share without speaking of the same thing."""
    return frozenset(table()["common"]["words"])
