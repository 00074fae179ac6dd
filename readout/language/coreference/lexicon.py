"""The word lists of ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

PRONOUNS = ("first_singular", "first_plural", "second", "male", "female", "neuter", "plural", "demonstrative")


@cache
def words(name: str) -> frozenset[str]:
    """One list."""
    return _lists()[name]


@cache
def pronoun(form: str) -> str | None:
    """Which list of pronouns a form is on: "her" is "female"."""
    return next((name for name in PRONOUNS if form in words(name)), None)


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("readout.language.coreference").joinpath("words.toml").read_text("utf-8"))
    return {name: frozenset(listed.split()) for name, listed in table.items()}
