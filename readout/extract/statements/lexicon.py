"""The words that report speech: cue verbs, silences, hedges, media; data read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from readout.model.statement import Act

HERE = "readout.extract.statements"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports speech: its act, the frames its content stands in, a marked example.

    In the example ``[…]`` is the source, ``{…}`` the cue, ``<…>`` the content. Frames: ``clause``
    (that he went), ``quote``, ``inf`` (to go), ``order`` (them to go), ``to_inf`` (to them to go),
    ``on_inf`` (on them to go), ``obj`` (the call), ``call`` (it a gift), ``as`` (it as a gift),
    ``of`` (them of theft), ``at`` (the damage at 3 million), ``for`` (for calm), ``about`` (of rain).
    """

    lemma: str
    act: Act
    frames: frozenset[str]
    example: str


@cache
def cues() -> Mapping[str, Cue]:
    """Every cue by its lemma; phrasal ones hold a space ("call on").

    >>> sorted(cues()["urge"].frames)
    ['clause', 'order', 'quote']
    """
    lines = _text("cues.tsv").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line.strip())
    return {
        lemma: Cue(lemma, cast(Act, act), frozenset(frames.split()), example)
        for lemma, act, frames, example in rows
    }


@cache
def silences() -> Mapping[str, Mapping[str, Any]]:
    """The tables of ``silences.toml``: not said, declined, denied."""
    return tomllib.loads(_text("silences.toml"))


@cache
def turns_of_phrase() -> Mapping[str, list[str]]:
    """The lists of ``idioms.toml``: phrases that keep silent, by what their matter must be."""
    return tomllib.loads(_text("idioms.toml"))


@cache
def voices() -> Mapping[str, Any]:
    """The tables of ``voices.toml``: hedges, nouns, media, outlets."""
    return tomllib.loads(_text("voices.toml"))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list as a set: ``words("declined", "verbs")``, ``words("media", "platforms")``."""
    held = silences().get(table) or voices()[table]
    return frozenset(cast(Mapping[str, list[str]], held)[key])


@cache
def listed(key: str) -> frozenset[str]:
    """A list that stands in no table: ``listed("hedges")``."""
    return frozenset(cast(list[str], voices()[key]))


def _text(name: str) -> str:
    return resources.files(HERE).joinpath(name).read_text(encoding="utf8")
