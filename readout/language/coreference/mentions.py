"""The noun phrases, names and pronouns of a text, with their extent, from the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readout.language.branches import Branches
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


def candidates(branches: Branches) -> list[Candidate]:
    """All phrases of a text that may refer, by head; joined phrases behind their first member.

    "Norway's envoy met her": Norway's · Norway's envoy · her.
    """
    found: list[Candidate] = []
    for word in [word for word in branches.words if word.upos in REFERRING]:
        if _refers(word):
            found.append(Candidate(*_extent(branches, word.index), word.index))
            found += _joined(branches, found[-1])
    return found


@lru_cache(maxsize=1000)
def _plain(deprel: str) -> str:
    """A relation without its subtype."""
    return deprel.partition(":")[0]


def _refers(word: Word) -> bool:
    upos = word.upos
    if word.xpos in RELATIVE or word.deprel in NAMELESS:
        return False
    if word.deprel == "appos":
        return upos == "PROPN"
    if upos == "NOUN":
        return word.deprel not in ("compound", "nmod:unmarked") or word.text[:1].isupper()
    return upos in NOMINAL or _plain(word.deprel) in FOR_NOUNS


def _joined(branches: Branches, single: Candidate) -> Iterator[Candidate]:
    words, head = branches.words, single.head
    if words[head].upos not in NOMINAL:
        return
    others = [
        kid for kid in branches.children[head] if words[kid].deprel == "conj" and words[kid].upos in NOMINAL
    ]
    if others:
        last = max(_extent(branches, kid)[1] for kid in others)
        if last > single.last:
            yield Candidate(single.first, last, head, True)


def _extent(branches: Branches, head: int) -> tuple[int, int]:
    """The words of the phrase that a head heads, as a half-open range."""
    words, first, last = branches.words, head, head
    kids = branches.children[head]
    if not kids:
        return head, head + 1
    low, high = branches.reach
    predicate = "cop" in [words[kid].deprel for kid in kids]
    for kid in kids:
        relation = _plain(words[kid].deprel)
        if kid > head and _cited(words, kid):
            continue
        if relation == "case" and kid > head and words[kid].text.lower() in OWNERS:
            last = max(last, kid)
        elif relation not in OUTSIDE or (
            relation == "advmod" and not predicate and _inner(branches, kid, head)
        ):
            first, last = min(first, low[kid]), max(last, high[kid])
    return _trimmed(words, first, last, head)


def _cited(words: Sequence[Word], kid: int) -> bool:
    """Whether a year or page behind a name is cited: "Vik, 2011"."""
    word = words[kid]
    return word.upos == "NUM" and words[kid - 1].text in (",", "(") and word.deprel != "appos"


def _inner(branches: Branches, adverb: int, head: int) -> bool:
    """Whether an adverb stands within the phrase: "the then minister", not "even the minister"."""
    return any(adverb > kid.index and kid.upos in ("DET", "PRON") for kid in branches.under(head))


def _trimmed(words: Sequence[Word], first: int, last: int, head: int) -> tuple[int, int]:
    while last > head and words[last].upos == "PUNCT" and not _closes(words, first, last):
        last -= 1
    while first < head and words[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    return first, last + 1


def _closes(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a mark at the end of a phrase was opened inside it."""
    text = words[last].text
    opened = OPENING.get(text, text)
    return text in CLOSING and any(words[i].text in (opened, "“") for i in range(first, last))
