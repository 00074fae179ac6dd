"""The parse as a tree to walk, made once a document: statements, events and topics look at the same one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Self, TypeVar

from readout.model.analysis import Analysis, Range, Word

DEPTH = 40
"""How far up a word's governors are followed."""

UNASKED: Any = object()
"""Stands where a question has not been asked yet: None is an answer."""

Asked = TypeVar("Asked", bound="Tree")
Answer = TypeVar("Answer")


def once(method: Callable[[Asked, int], Answer]) -> Callable[[Asked, int], Answer]:
    """A question to a tree about a word that is worked out once, for many rules ask it; no lists or sets."""
    name = method.__qualname__

    @wraps(method)
    def asked(tree: Asked, index: int) -> Answer:
        key, answers = (name, index), tree.answers
        found = answers.get(key, UNASKED)
        if found is UNASKED:
            found = answers[key] = method(tree, index)
        return found  # type: ignore[no-any-return]

    return asked


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one text with the children, the label, plain and in full, and the plain lemma of each.

    ``lows`` are the words themselves in small letters; ``of_lemma`` and ``of_low`` say where each stands.

    What one kind of item asks beside this (whether a verb is passive, who does it) stands in the
    class that its own folder derives from this one.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Range, ...]
    starts: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    rels: tuple[str, ...]
    deprels: tuple[str, ...]
    lemmas: tuple[str, ...]
    lows: tuple[str, ...]
    of_lemma: Mapping[str, Sequence[int]]
    of_low: Mapping[str, Sequence[int]]
    answers: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False, compare=False)
    """What methods under :func:`once` have found."""

    @classmethod
    def of(cls, analysis: Analysis, text: str = "") -> Self:
        """The tree of an analysis of a text."""
        words = analysis.words
        children, rels, deprels = _hung(words)
        lemmas = tuple([(word.lemma or word.text).casefold() for word in words])
        lows = tuple([word.text.casefold() for word in words])
        return cls(
            text,
            words,
            analysis.sentences,
            tuple([word.start for word in words]),
            children,
            rels,
            deprels,
            lemmas,
            lows,
            placed(lemmas),
            placed(lows),
        )

    @classmethod
    def rehung(cls, tree: Tree, words: tuple[Word, ...]) -> Self:
        """The tree of the same words where some have another head or label."""
        children, rels, deprels = _rehung(tree, words)
        return cls(
            tree.text,
            words,
            tree.sentences,
            tree.starts,
            children,
            rels,
            deprels,
            tree.lemmas,
            tree.lows,
            tree.of_lemma,
            tree.of_low,
        )

    @classmethod
    def over(cls, tree: Tree) -> Self:
        """The same tree, nothing of it made anew, as one that answers this class's questions."""
        return cls(
            tree.text,
            tree.words,
            tree.sentences,
            tree.starts,
            tree.children,
            tree.rels,
            tree.deprels,
            tree.lemmas,
            tree.lows,
            tree.of_lemma,
            tree.of_low,
        )

    def lemma(self, index: int) -> str:
        """The lemma in lower case; the word itself where the lemma is empty."""
        return self.lemmas[index]

    def having(self, lemmas: Set[str], forms: Set[str] = frozenset()) -> list[int]:
        """The words with one of some lemmas, or written so, in order."""
        found = [i for lemma in lemmas & self.of_lemma.keys() for i in self.of_lemma[lemma]]
        if forms:
            found = list({*found, *self.written(forms)})
        found.sort()
        return found

    def written(self, forms: Set[str]) -> list[int]:
        """The words that stand in one of some forms, in order."""
        found = [i for form in forms & self.of_low.keys() for i in self.of_low[form]]
        found.sort()
        return found

    def rel(self, index: int) -> str:
        """The dependency label without its subtype."""
        return self.rels[index]

    def kids(self, index: int, *labels: str) -> list[int]:
        """The children with one of the labels; "obl" also finds "obl:agent", "obl:agent" only that."""
        rels, deprels, found = self.rels, self.deprels, []
        for kid in self.children[index]:  # asked thousands of times a text: a loop is twice as fast
            if rels[kid] in labels or deprels[kid] in labels:
                found.append(kid)
        return found

    def child(self, index: int, *labels: str) -> int | None:
        """The first such child."""
        rels, deprels = self.rels, self.deprels
        for kid in self.children[index]:
            if rels[kid] in labels or deprels[kid] in labels:
                return kid
        return None

    def up(self, index: int) -> Iterator[int]:
        """The words above, nearest first."""
        for _ in range(DEPTH):
            index = self.words[index].head
            if not 0 <= index < len(self.words):
                return
            yield index

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """The word and all below it in order, leaving out the subtrees that ``without`` heads."""
        shut, children, most = set(without), self.children, len(self.words)
        found = [] if index in shut else [index]
        for current in found:  # it grows as it is walked
            below = children[current]
            if below:
                found += [k for k in below if k not in shut] if shut else below
                if len(found) > most:
                    return sorted(set(found))
        found.sort()
        return found

    def beginning(self, start: int, end: int) -> range:
        """The words that begin within a range of characters."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def sentence(self, index: int) -> Range:
        """The sentence that holds the word."""
        at = self.words[index].sentence
        return self.sentences[at] if 0 <= at < len(self.sentences) else (index, index + 1)


Hung = tuple[tuple[tuple[int, ...], ...], tuple[str, ...], tuple[str, ...]]


def _hung(words: tuple[Word, ...]) -> Hung:
    """The children of each word, its label without the subtype, and in full."""
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if 0 <= word.head < len(children) and word.head != word.index:
            children[word.head].append(word.index)
    deprels = [word.deprel for word in words]
    plain = {deprel: deprel.partition(":")[0] for deprel in set(deprels)}
    return tuple(map(tuple, children)), tuple([plain[deprel] for deprel in deprels]), tuple(deprels)


def placed(forms: Sequence[str]) -> dict[str, list[int]]:
    """Where each form stands: what few words can be is asked of them alone."""
    places: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        if form in places:
            places[form].append(at)
        else:
            places[form] = [at]
    return places


def _rehung(tree: Tree, words: tuple[Word, ...]) -> Hung:
    """The same, taken over from a tree but for the few words that are no longer those of the tree."""
    children, rels, deprels = list(tree.children), list(tree.rels), list(tree.deprels)
    for old, word in zip(tree.words, words, strict=True):
        if old is word:
            continue
        i, deprel = word.index, word.deprel
        rels[i], deprels[i] = deprel.partition(":")[0], deprel
        if old.head != word.head:
            if 0 <= old.head < len(words):
                children[old.head] = tuple([k for k in children[old.head] if k != i])
            if 0 <= word.head < len(words) and word.head != i:
                children[word.head] = tuple(sorted([*children[word.head], i]))
    return tuple(children), tuple(rels), tuple(deprels)
