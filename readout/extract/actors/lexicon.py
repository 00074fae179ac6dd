"""The words that decide who is an actor, from ``nouns.tsv`` and ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun stands for: "lawmaker" is a person of sector LEG, "ministry" a government body."""

    kind: str
    sector: str | None


def _text(name: str) -> str:
    return (resources.files("readout.extract.actors") / name).read_text(encoding="utf8")


@cache
def nouns() -> dict[str, Noun]:
    """Nouns for people, groups and bodies, by lemma."""
    rows = (line.split("\t") for line in _text("nouns.tsv").splitlines()[1:])
    return {noun: Noun(kind, sector or None) for noun, kind, sector in rows}


@cache
def title_sectors() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What in a title tells a sector that its noun alone does not: "defence chief" is GOV."""
    rows = (line.split("\t") for line in _text("titles.tsv").splitlines()[1:])
    return tuple((re.compile(rf"\b(?:{said})\b"), sector) for said, sector, _ in rows)


@cache
def former_seats() -> dict[str, tuple[str, str]]:
    """Cities that a government sat in, with its country and its last day there, if it has left."""
    rows = (line.split("\t") for line in _text("formerly.tsv").splitlines()[1:])
    return {city: (country, until) for city, country, until, _ in rows}


@cache
def short_titles() -> dict[str, str]:
    """What is written short before a name: "gen" is "general"."""
    return dict(pair.split("=") for pair in words("short"))


@cache
def ships() -> dict[str, str]:
    """The letters before a warship's name, with the code of its country: "HMAS" is AUS."""
    rows = (line.split("\t") for line in _text("ships.tsv").splitlines()[1:])
    return {letters: country for letters, country, _ in rows}


@cache
def own_offices() -> dict[str, str]:
    """Offices that one country alone has, with its code: "chancellor of the exchequer" is GBR."""
    rows = (line.split("\t") for line in _text("offices.tsv").splitlines()[1:])
    return {title: country for title, country, _ in rows}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in tomllib.loads(_text("words.toml")).items()}


@cache
def words(*names: str) -> frozenset[str]:
    """One list of ``words.toml``, or what stands in any of several, which is put together once."""
    return frozenset().union(*[_lists()[name] for name in names])


@cache
def bare(text: str) -> str:
    """A noun in small letters without what only says how an office is held: "ex-minister"."""
    low = text.lower()
    opening, hyphen, rest = low.partition("-")
    return rest if hyphen and opening in words("prefixes") and low not in nouns() else low


@cache
def singular(text: str) -> str:
    """The lemma of a noun as the lists have it: "Ministries" is "ministry", "men" stays.

    >>> singular("spokesmen"), singular("authorities"), singular("ex-ministers")
    ('spokesman', 'authorities', 'minister')
    """
    low = bare(text)
    known = nouns()
    if low in known:
        return low
    endings = (("ies", "y"), ("men", "man"), ("ches", "ch"), ("sses", "ss"), ("s", ""))
    for ending, other in endings:
        if low.endswith(ending) and low[: -len(ending)] + other in known:
            return low[: -len(ending)] + other
    return low
