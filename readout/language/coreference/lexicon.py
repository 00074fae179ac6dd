"""The word lists of ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

NONE: frozenset[str] = frozenset()
PRONOUNS = ("first_singular", "first_plural", "second", "male", "female", "neuter", "plural", "demonstrative")


@cache
def words(name: str) -> frozenset[str]:
    """One list."""
    return _lists()[name]


def pronoun(form: str) -> str | None:
    """Which list of pronouns a form is on: "her" is "female"."""
    return next(iter(_by_form(PRONOUNS).get(form, ())), None)


def kinds_of(form: str) -> frozenset[str]:
    """What kinds of pronoun a form is: "their" is an "owner"."""
    return _by_form(("reflexive", "possessive", "near"), ("reflexive", "owner", "near")).get(form, NONE)


def articles_of(form: str) -> frozenset[str]:
    """What a word before a noun makes of it: "the" is "definite"."""
    return _by_form(("definite", "indefinite", "demonstrative", "quantity")).get(form, NONE)


def beings_of(form: str) -> frozenset[str]:
    """Whom or what a noun tells of: "king" is a "man"."""
    return _by_form(("men", "women", "people", "bodies"), ("man", "woman", "people", "body")).get(form, NONE)


@cache
def _by_form(lists: tuple[str, ...], names: tuple[str, ...] = ()) -> dict[str, frozenset[str]]:
    """The lists that each form is on, by their names or those given."""
    found: dict[str, frozenset[str]] = {}
    for listed, name in zip(lists, names or lists, strict=True):
        for form in words(listed):
            found[form] = found.get(form, NONE) | {name}
    return found


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("readout.language.coreference").joinpath("words.toml").read_text("utf-8"))
    return {name: frozenset(listed.split()) for name, listed in table.items()}
