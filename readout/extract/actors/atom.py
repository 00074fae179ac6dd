"""Some words under one letter, for the grammar of noun phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from readout.extract.actors.lexicon import singular
from readout.knowledge import Candidate
from readout.model.analysis import Word

FIRST, LETTER = itemgetter(0), itemgetter(2)


class Atom(NamedTuple):
    """The words ``first`` to ``last`` (half-open) under one letter; a tuple, for every word gets one.

    ``noun`` is the lemma of what they stand for, where their first word does not say it ("opposite number").
    """

    first: int
    last: int
    letter: str
    candidate: Candidate | None = None
    noun: str = ""

    def lemma(self, all_words: Sequence[Word]) -> str:
        """The lemma of the noun: "minister" of "Ministers", "counterpart" of "opposite number"."""
        return self.noun or singular(all_words[self.first].text)


def spelt(found: Iterable[Atom]) -> str:
    """The letters of atoms as one text, for the patterns that are written over them."""
    return "".join(map(LETTER, found))


def atom_at(found: Sequence[Atom], word: int) -> int:
    """The place of the atom that holds a word."""
    return bisect_right(found, word, key=FIRST) - 1
