"""The parse as the topics need it: cases, lists, clauses."""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract.topics.lexicon import words
from readout.extract.tree import Tree as Parse

GENERIC, LIGHT = words("generic"), words("light")
CLAUSAL = ("acl", "advcl", "ccomp", "xcomp", "csubj")


@dataclass(frozen=True, slots=True)
class Tree(Parse):
    """The parse with what topics ask of it."""

    def cases(self, index: int) -> set[str]:
        """The prepositions of a noun: {"on"} of "tariffs" in "talks on tariffs"."""
        return {self.lows[kid] for kid in self.kids(index, "case")}

    def noun(self, index: int) -> bool:
        """Whether the word is a noun or a name."""
        return self.words[index].upos in ("NOUN", "PROPN")

    def listed(self, index: int) -> list[int]:
        """The members of the list that a word stands in: "visas" gives "fisheries", "visas", "bridges"."""
        top = self.top(index)
        return [top, *self._below(top, 0)]

    def _below(self, index: int, depth: int) -> list[int]:
        found: list[int] = []
        for kid in self.kids(index, "conj"):
            if self.noun(kid) and depth < 30:
                found += [kid, *self._below(kid, depth + 1)]
        return found

    def top(self, index: int) -> int:
        """The first member of the list that a word stands in."""
        for _ in range(30):
            if self.rels[index] != "conj" or not self.noun(self.words[index].head):
                break
            index = self.words[index].head
        return index

    def clauses_above(self, index: int, floor: int) -> int:
        """How many clauses lie between a word and the edge of its unit."""
        count = 0
        for _ in range(40):
            if self.rels[index] in CLAUSAL and self.words[index].head >= floor:
                count += 1
            index = self.words[index].head
            if index < floor:
                break
        return count


def generic(lemma: str) -> bool:
    """Whether a noun only says who spoke, when, or that something was said."""
    return lemma in GENERIC


def light(lemma: str) -> bool:
    """Whether a noun leaves its topic to what hangs on it: "progress on fisheries"."""
    return lemma in LIGHT
