"""The words of figures, units, money and people, read once from the files beside."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from readout.extract.grammar import Token, cut
from readout.model.amount import Bound

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def _table(name: str) -> dict[str, Any]:
    """A TOML file beside this one."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf8"))


@dataclass(frozen=True, slots=True)
class Counting:
    """The words of counting.toml."""

    numbers: dict[str, float]
    scales: dict[str, float]
    joined: dict[str, float]
    shares: dict[str, float]
    lists: dict[str, frozenset[str]]

    def has(self, name: str, *words: str) -> bool:
        """Whether one of the words is on the list."""
        return not self.lists[name].isdisjoint(words)


@cache
def counting() -> Counting:
    """counting.toml"""
    table = _table("counting.toml")
    return Counting(
        table["numbers"],
        table["scales"],
        table["joined"],
        table["shares"],
        {name: frozenset(words) for name, words in table["lists"].items()},
    )


@cache
def people() -> frozenset[str]:
    """Nouns that count people, lower case."""
    return frozenset(files(__package__).joinpath("people.txt").read_text(encoding="utf8").lower().split())


def _phrases(entries: list[tuple[str, str]], last: bool = False) -> Phrases:
    """Phrases by their first (or last) word, the longest first."""
    table: Phrases = {}
    for phrase, meaning in entries:
        words = tuple(token.lower for token in cut(phrase))
        table.setdefault(words[-1] if last else words[0], []).append((words, meaning))
    for found in table.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def units() -> Phrases:
    """Names of units to their codes."""
    return _phrases([(name, unit["code"]) for unit in _table("units.toml")["unit"] for name in unit["names"]])


@cache
def symbols() -> dict[str, str]:
    """Abbreviations of units, which keep their case."""
    return {name: unit["code"] for unit in _table("units.toml")["unit"] for name in unit.get("symbols", ())}


@cache
def times() -> dict[str, str]:
    """Words for stretches of time to their codes."""
    return {name: code for code, names in _table("units.toml")["times"].items() for name in names}


@cache
def bounds_before() -> Phrases:
    """ "more than", "up to", by their last word."""
    return _phrases([(p, e["bound"]) for e in _table("bounds.toml")["bound"] for p in e["before"]], last=True)


@cache
def bounds_after() -> Phrases:
    """ "or more", by the first word."""
    return _phrases([(p, e["bound"]) for e in _table("bounds.toml")["bound"] for p in e.get("after", ())])


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that several currencies share, with the words that tell them apart."""

    default: str | None
    cues: dict[str, str]
    adjective_only: bool
    scale: float
    scaled: bool = False
    old: dict[str, str] = field(default_factory=dict)
    """Cues of money that the euro took over."""


@dataclass(frozen=True, slots=True)
class Money:
    """The tables of currencies.toml."""

    symbols: dict[str, str]
    prefixes: dict[str, str]
    codes: dict[str, str]
    names: dict[str, str]
    shared: dict[str, Shared]


@cache
def money() -> Money:
    """currencies.toml"""
    table = _table("currencies.toml")
    names = {name: code for code, listed in table["names"].items() for name in listed}
    shared: dict[str, Shared] = {}
    for key, entry in table["shared"].items():
        cues = {word: code for code, words in entry["codes"].items() for word in words}
        old = {word: code for code, words in entry.get("old", {}).items() for word in words}
        one = Shared(
            entry.get("default"), cues, entry.get("adjective_only", False), entry.get("scale", 1),
            entry.get("scaled", False), old,
        )  # fmt: skip
        shared.update(dict.fromkeys([key, *entry["names"]], one))
    return Money(table["symbols"], table["prefixes"], table["codes"], names, shared)


def bound(name: str) -> Bound:
    """The name of a bound, for the type checker."""
    known: dict[str, Bound] = {
        "about": "about",
        "nearly": "nearly",
        "at least": "at least",
        "at most": "at most",
        "between": "between",
    }
    return known.get(name, "exactly")


def after(phrases: Phrases, tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """The longest phrase that starts at a token: its end and its meaning."""
    if at >= len(tokens):
        return None
    for words, meaning in phrases.get(tokens[at].lower, ()):
        if tuple(t.lower for t in tokens[at : at + len(words)]) == words:
            return at + len(words), meaning
    return None


def before(phrases: Phrases, tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """The longest phrase that ends before a token: its start and its meaning."""
    if at <= 0:
        return None
    for words, meaning in phrases.get(tokens[at - 1].lower, ()):
        if at >= len(words) and tuple(t.lower for t in tokens[at - len(words) : at]) == words:
            return at - len(words), meaning
    return None
