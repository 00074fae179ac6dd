"""Places that act as states without the code of one: "the Abkhaz Interior Ministry" is nobody else's.

Some are part of a country, for which they act: "the Bavarian interior minister" is German. Where a place has
a code, its ``Country`` keeps it as ``iso2``, for it has none of its own.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from readout.extract.actors.phrase import Phrase
from readout.knowledge import Candidate, Country


@cache
def _places() -> dict[str, Candidate]:
    """What each name, adjective and seat stands for."""
    file = resources.files("readout.extract.actors").joinpath("apart.toml")
    found: dict[str, Candidate] = {}
    for name, said in tomllib.loads(file.read_text(encoding="utf8")).items():
        told = tuple(said["adjectives"]), tuple(said["seats"])
        place = Country("", said.get("code", ""), name, adjectives=told[0], capitals=told[1])
        found |= {seat: Candidate(seat, "capital", place) for seat in place.capitals}
        found |= {word: Candidate(word, "adjective", place) for word in place.adjectives}
        found.setdefault(name, Candidate(name, "country", place))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_places(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?=[A-Z])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def apart_in(text: str) -> list[tuple[int, int, Candidate]]:
    """The words of a text that name such a place, or tell that something is of it."""
    return [(*found.span(), _places()[found[0]]) for found in _pattern().finditer(text)]


def place_of(phrase: Phrase) -> Country | None:
    """The place that a body is of: "the Abkhaz Interior Ministry", "Abkhazia's parliament"."""
    said = _places().get(phrase.adjective)
    if said is not None and isinstance(said.entry, Country):
        return said.entry
    for part in (phrase.owner, phrase.of):
        if part is not None and isinstance(part.entry, Country) and not part.entry.iso3:
            return part.entry
    return None


def whole_of(place: Country | None) -> str | None:
    """The code of the country that a place is part of: Germany's for Bavaria, none for Abkhazia."""
    return (place.iso2 or None) if place is not None and not place.iso3 else None
