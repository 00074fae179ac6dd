"""The word lists beside this file, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    text = files("readout.extract.topics").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """The words of a list in small letters: ``words("light")``."""
    return frozenset(word.casefold() for word in _table()[section][key])


def label_of_meeting() -> str:
    """What a meeting that is yet to come is called where only a verb tells of it."""
    return str(_table()["meeting"]["label"])


def examples() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The example sentences of the lists with the labels to be found in them."""
    return tuple((entry["text"], tuple(entry["topics"])) for entry in _table()["example"])
