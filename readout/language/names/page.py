"""A text's words with what hangs on each, and the lists of words that names are known by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from readout.language.branches import Branches
from readout.model.analysis import Entity, Word

NAMED = frozenset(["person", "organization", "place"])


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``names.toml``.

    >>> "County" in listed("places")
    True
    """
    table = tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))
    return frozenset(str(table[name]).split())


@cache
def apart() -> frozenset[str]:
    """Words that are no part of the name that they stand beside."""
    return listed("deeds") | listed("titles")


@cache
def classes() -> dict[str, str]:
    """Nouns that say what a name is, with its label.

    >>> classes()["suburb"]
    'place'
    """
    return {noun: label for label in sorted(NAMED) for noun in listed(f"{label}_nouns")}


class Page:
    """The words of a text and, for each, those that depend on it."""

    def __init__(self, branches: Branches) -> None:
        self.words, self.under = branches.words, branches.under

    def of(self, entity: Entity) -> Sequence[Word]:
        """The words of a name."""
        return self.words[entity.first : entity.last]

    def head(self, entity: Entity) -> Word:
        """The word of a name that the others hang on."""
        inside = range(entity.first, entity.last)
        return next((w for w in self.of(entity) if w.head not in inside), self.words[entity.last - 1])

    def text(self, entity: Entity) -> tuple[str, ...]:
        """A name's words as they stand."""
        return tuple(word.text for word in self.of(entity))

    def after(self, entity: Entity) -> Iterator[Word]:
        """The words of the sentence behind a name."""
        sentence = self.words[entity.first].sentence
        for word in self.words[entity.last :]:
            if word.sentence != sentence:
                return
            yield word

    def owned(self, place: int) -> bool:
        """Whether somebody owns what a noun names: "Kestrel's chief engineer"."""
        near = self.words[max(0, place - 4) : place]
        return any(word.xpos == "POS" and self.words[word.head].head == place for word in near)

    def capital(self, place: int) -> bool:
        """Whether a proper noun with a capital stands at ``place``."""
        word = self.words[place]
        return word.upos == "PROPN" and word.text[:1].isupper()
