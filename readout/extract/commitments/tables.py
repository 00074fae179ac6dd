"""The words of promises and of progress, read from the tables beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

PACKAGE = "readout.extract.commitments"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, without its heading."""
    lines = files(PACKAGE).joinpath(name).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines[1:] if line.strip())


@cache
def cues() -> dict[tuple[str, str], str]:
    """How firmly each cue binds, by kind (``v``, ``a``, ``n``) and lemma."""
    return {(kind, lemma): row[1] for row in rows("cues.tsv") for kind, lemma in [row[0].split(" ", 1)]}


@cache
def telling() -> frozenset[str]:
    """The lemmas that may open a promise: of cues, of what accords do."""
    return frozenset(lemma for _, lemma in cues()) | words("binders") | words("forward") | {"rule"}


@cache
def bases() -> dict[str, str]:
    """The basis of a figure of progress by the verb that tells it."""
    found: dict[str, str] = {}
    for row in rows("bases.tsv"):
        found.setdefault(row[0], row[1])
    return found


@cache
def nouns() -> dict[str, str]:
    """The basis of a figure at which shipments, payments … stand."""
    pairs = [pair.split(" ", 1) for pair in _rules()["nouns"]]
    return {pair[0]: pair[1] for pair in pairs}


@cache
def words(name: str) -> frozenset[str]:
    """A class of words or phrases."""
    return frozenset(_rules()[name])


@cache
def _rules() -> dict[str, list[str]]:
    return tomllib.loads(files(PACKAGE).joinpath("rules.toml").read_text("utf-8"))
