"""Words that speak of one matter: inflections, and kin such as "ceasefire" and "truce"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_SINGULAR = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"))
_KEPT = ("ss", "us", "is", "news", "arrears", "series")


@lru_cache(65536)
def stem(word: str) -> str:
    """The word in small letters and the singular.

    >>> stem("Turbines"), stem("countries"), stem("arrears")
    ('turbine', 'country', 'arrears')
    """
    word = word.casefold()
    if len(word) < 4 or word.endswith(_KEPT):
        return word
    if word.endswith("men") and word not in _NO_MEN:
        return f"{word[:-2]}an"
    for ending, singular in _SINGULAR:
        if word.endswith(ending):
            return word.removesuffix(ending) + singular
    return word.removesuffix("s")


_NO_MEN = frozenset(
    {
        "omen",
        "semen",
        "yemen",
        "ramen",
        "specimen",
        "regimen",
        "abdomen",
        "acumen",
        "bitumen",
        "stamen",
        "amen",
    }
)
"""Words in -men that are no people."""
APART = frozenset(
    {"surplus", "spare", "leftover", "unused", "remaining", "additional", "extra", "second", "booster"}
)
"""Words that make another thing of what they narrow: "surplus doses" are not the "doses" delivered."""


@lru_cache(65536)
def kin(word: str) -> str:
    """The stem that a word shares with its kin: "truce" and "ceasefires" are of one matter.

    >>> kin("truce") == kin("ceasefires")
    True
    """
    found = stem(word)
    return _kin().get(found, found)


def stems(phrase: str) -> tuple[str, ...]:
    """The kin of every word of a phrase, in order; hyphens hold words together.

    >>> stems("Peruvian sailors")
    ('peruvian', 'sailor')
    """
    return tuple(kin(word) for word in WORD.findall(phrase))


@cache
def _kin() -> dict[str, str]:
    return {stem(member): stem(group[0]) for group, _ in groups() for member in group}


@cache
def groups() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every group of kin with its example sentence."""
    rows = files("readout.knowledge").joinpath("kin.tsv").read_text("utf-8").splitlines()[1:]
    pairs = (row.split("\t") for row in rows if row)
    return tuple((tuple(members.split()), example) for members, example in pairs)
