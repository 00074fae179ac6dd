"""The noun phrases, names and pronouns of a text, with their extent, from the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.model.analysis import Word
from readout.model.swift import swift

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
REFERRING = NOMINAL | {"NUM", "DET", "ADJ"}
FOR_NOUNS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})
"""Where a number, adjective or determiner stands for a noun."""
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB", "EX"})
OUTSIDE = frozenset(
    {"case", "cc", "mark", "cop", "punct", "aux", "expl", "discourse", "vocative", "parataxis", "dislocated"}
    | {"nsubj", "csubj", "obl", "ccomp", "advmod", "advcl", "conj", "list", "dep", "orphan", "reparandum"}
)
"""Relations of dependents that are no part of a noun phrase."""
NAMELESS = frozenset({"flat", "fixed", "goeswith", "expl", "nmod:desc"})
"""What is part of a name, or nothing at all: "Doctor" in "Doctor Ruiz", "it" in "it rained"."""
OWNERS = frozenset({"'s", "’s", "'", "’"})
CLOSING = frozenset({")", "”", '"', "''", "]"})
OPENING = {")": "(", "]": "["}


@swift
@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may refer: the words ``first`` to ``last`` (half-open) around a head.

    ``joined`` ones are several at once: "Ama Boateng and Tor Vik".
    """

    first: int
    last: int
    head: int
    joined: bool = False


class Branches:
    """The parse of a text from above: the children of each word and how far its subtree reaches."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        plain = {deprel: deprel.partition(":")[0] for deprel in {word.deprel for word in words}}
        self.relations = [plain[word.deprel] for word in words]
        self.children: list[list[int]] = [[] for _ in words]
        self.low, self.high = list(range(len(words))), list(range(len(words)))
        for word in words:
            if word.head >= 0:
                self.children[word.head].append(word.index)
        for at in reversed(self._from_above()):
            head = words[at].head
            if head >= 0:
                if self.low[at] < self.low[head]:
                    self.low[head] = self.low[at]
                if self.high[at] > self.high[head]:
                    self.high[head] = self.high[at]

    def _from_above(self) -> list[int]:
        """The words in an order that has each behind its head."""
        found = [word.index for word in self.words if word.head < 0]
        for at in found:
            found += self.children[at]
        return found

    def extent(self, head: int) -> tuple[int, int]:
        """The words of the phrase that a head heads, as a half-open range."""
        words, relations, first, last = self.words, self.relations, head, head
        kids = self.children[head]
        if not kids:
            return head, head + 1
        predicate = "cop" in [words[kid].deprel for kid in kids]
        for kid in kids:
            relation = relations[kid]
            if kid > head and self._cited(kid):
                continue
            if relation == "case" and kid > head and words[kid].text.lower() in OWNERS:
                last = max(last, kid)
            elif relation not in OUTSIDE or (
                relation == "advmod" and not predicate and self._inner(kid, head)
            ):
                first, last = min(first, self.low[kid]), max(last, self.high[kid])
        return self._trimmed(first, last, head)

    def _cited(self, kid: int) -> bool:
        """Whether a year or page behind a name is cited: "Vik, 2011"."""
        word = self.words[kid]
        return word.upos == "NUM" and self.words[kid - 1].text in (",", "(") and word.deprel != "appos"

    def _inner(self, adverb: int, head: int) -> bool:
        """Whether an adverb stands within the phrase: "the then minister", not "even the minister"."""
        return any(adverb > kid and self.words[kid].upos in ("DET", "PRON") for kid in self.children[head])

    def _trimmed(self, first: int, last: int, head: int) -> tuple[int, int]:
        words = self.words
        while last > head and words[last].upos == "PUNCT" and not self._closes(first, last):
            last -= 1
        while first < head and words[first].upos in ("PUNCT", "CCONJ"):
            first += 1
        return first, last + 1

    def _closes(self, first: int, last: int) -> bool:
        """Whether a mark at the end of a phrase was opened inside it."""
        text = self.words[last].text
        opened = OPENING.get(text, text)
        return text in CLOSING and any(self.words[i].text in (opened, "“") for i in range(first, last))


def candidates(words: Sequence[Word]) -> list[Candidate]:
    """All phrases of a text that may refer, by head; joined phrases behind their first member.

    "Norway's envoy met her": Norway's · Norway's envoy · her.
    """
    branches = Branches(words)
    found: list[Candidate] = []
    for word in words:
        if _refers(word):
            found.append(Candidate(*branches.extent(word.index), word.index))
            found += _joined(branches, found[-1])
    return found


def _refers(word: Word) -> bool:
    upos = word.upos
    if upos not in REFERRING or word.xpos in RELATIVE or word.deprel in NAMELESS:
        return False
    if word.deprel == "appos":
        return upos == "PROPN"
    if upos == "NOUN":
        return word.deprel not in ("compound", "nmod:unmarked") or word.text[:1].isupper()
    return upos in NOMINAL or word.deprel.partition(":")[0] in FOR_NOUNS


def _joined(branches: Branches, single: Candidate) -> Iterator[Candidate]:
    words, head = branches.words, single.head
    if words[head].upos not in NOMINAL:
        return
    others = [
        kid for kid in branches.children[head] if words[kid].deprel == "conj" and words[kid].upos in NOMINAL
    ]
    if others:
        last = max(branches.extent(kid)[1] for kid in others)
        if last > single.last:
            yield Candidate(single.first, last, head, True)
