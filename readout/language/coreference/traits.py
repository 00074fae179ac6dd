"""What each mention is by itself: pronoun or name, number and sex, role, article, quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from readout.language.coreference.lexicon import (
    PRONOUNS,
    articles_of,
    beings_of,
    kinds_of,
    pronoun,
    words,
)
from readout.language.coreference.mentions import Candidate
from readout.language.encoder import Array
from readout.model.analysis import Attribution, Entity, Word

ROLES = (
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "compound",
    "appos",
    "conj",
    "root",
    "nmod:poss",
    "nsubj:pass",
)
LABELS = ("person", "organization", "place", "other")
ARTICLES = ("definite", "indefinite", "demonstrative", "possessive", "quantity")
NAMES = (
    *PRONOUNS, "reflexive", "owner", "near", "name", "joined", "plural number", "singular number",
    "man", "woman", "people", "body", *ROLES, *LABELS, *ARTICLES, "bare", "one word", "long",
    "quoted", "in content", "in source", "first sentence", "number word",
)  # fmt: skip
"""The columns of :attr:`Traits.table`."""
COLUMN = {name: at for at, name in enumerate(NAMES)}
SPOKEN = ("in content", "in source", "quoted")
DESCRIBING = frozenset({"compound", "nmod:desc", "flat", "amod"})


@dataclass(frozen=True, slots=True)
class Traits:
    """One row a mention: ``table`` [mentions, NAMES] of 0 and 1, the others [mentions] of whole numbers.

    ``sex`` is 1 for men, 2 for women, 3 for things; ``number`` 1 singular, 2 plural; ``person`` 1 to 3;
    0 where it does not show. ``content`` numbers the attribution whose content holds the mention,
    ``source`` the one whose source does, ``quote`` the quotation; -1 for none.
    """

    table: Array
    sex: Array
    number: Array
    person: Array
    content: Array
    source: Array
    quote: Array
    sentence: Array
    governor: Array
    label: Array

    @property
    def pronouns(self) -> Array:
        """[mentions] of true where a mention is a pronoun."""
        return np.asarray(self.table[:, : len(PRONOUNS)].any(1))

    def among(self, *names: str) -> Array:
        """[mentions] of true where any of some columns of the table is."""
        return np.asarray(self.table[:, [COLUMN[name] for name in names]].any(1))


def traits(
    all_words: Sequence[Word],
    mentions: Sequence[Candidate],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
) -> Traits:
    """The traits of all mentions of a text."""
    labels = {
        at: LABELS.index(e.label) + 1 for e in entities if e.label in LABELS for at in range(e.first, e.last)
    }
    contents, sources = _attributed(attributions)
    quotes = _quoted(all_words)
    children: dict[int, list[Word]] = {}
    for word in all_words:
        children.setdefault(word.head, []).append(word)
    set_to_one: list[int] = []
    rows = []
    for number, mention in enumerate(mentions):
        head = all_words[mention.head]
        where = (contents.get(head.index, -1), sources.get(head.index, -1), quotes[head.index])
        label = labels.get(head.index, 0)
        held = _names(mention, head, children.get(head.index, ()), label, where)
        start = number * len(NAMES)
        set_to_one += [start + COLUMN[name] for name in held if name in COLUMN]
        rows.append((_sex(held), _number(held), _person(held), *where, head.sentence, head.head, label))
    table = np.zeros(len(mentions) * len(NAMES), np.float32)
    table[set_to_one] = 1
    columns = np.array(rows, np.int64).reshape(len(rows), 9).T
    return Traits(table.reshape(len(mentions), len(NAMES)), *np.ascontiguousarray(columns))


def _names(
    mention: Candidate, head: Word, kids: Sequence[Word], label: int, where: tuple[int, int, int]
) -> set[str]:
    low = head.text.lower()
    held = {head.deprel, head.deprel.partition(":")[0], *_article(mention, kids)}
    group = pronoun(low) if head.upos in ("PRON", "DET") else None
    if group:
        held.add(group)
        held |= kinds_of(low)
    else:
        held |= _noun(head, kids)
    if label:
        held.add(LABELS[label - 1])
    plural = mention.joined or group in ("first_plural", "plural") or low in words("plural_demonstrative")
    many = plural or (head.feats.get("Number") == "Plur" or head.xpos in ("NNS", "NNPS"))
    held.add("plural number" if many else "singular number" if group != "second" else "")
    held.update([name for name, at in zip(SPOKEN, where, strict=True) if at >= 0])
    size = mention.last - mention.first
    if mention.joined:
        held.add("joined")
    if size == 1 or size > 6:
        held.add("one word" if size == 1 else "long")
    if head.sentence == 0:
        held.add("first sentence")
    return held


def _article(mention: Candidate, kids: Sequence[Word]) -> Iterable[str]:
    for kid in kids:
        if mention.first <= kid.index < mention.last:
            found = articles_of(kid.text.lower())
            if kid.deprel == "nmod:poss":
                return (*found, "possessive")
            if found:
                return found
    return ("bare",)


def _noun(head: Word, kids: Sequence[Word]) -> set[str]:
    held = {"name"} if head.upos == "PROPN" else {"number word"} if head.upos == "NUM" else set()
    held |= beings_of(head.lemma.lower()) | beings_of(head.text.lower().rstrip("."))
    for kid in kids:
        if kid.deprel in DESCRIBING:
            held |= beings_of(kid.text.lower().rstrip("."))
    return held


def _sex(held: set[str]) -> int:
    if held & {"male", "man"}:
        return 1
    if held & {"female", "woman"}:
        return 2
    return 3 if "neuter" in held or ("body" in held and "people" not in held) else 0


def _number(held: set[str]) -> int:
    return 2 if "plural number" in held else 1 if "singular number" in held else 0


def _person(held: set[str]) -> int:
    if held & {"first_singular", "first_plural"}:
        return 1
    return 2 if "second" in held else 3


def _attributed(attributions: Sequence[Attribution]) -> tuple[dict[int, int], dict[int, int]]:
    """The number of the attribution in whose content, and in whose source, a word stands."""
    contents: dict[int, int] = {}
    sources: dict[int, int] = {}
    for number, attribution in enumerate(attributions):
        contents |= {at: number for first, last in attribution.contents for at in range(first, last)}
        sources |= {at: number for first, last in attribution.sources for at in range(first, last)}
    return contents, sources


def _quoted(all_words: Sequence[Word]) -> list[int]:
    """The number of the quotation a word stands in, -1 outside."""
    numbers, current, number = [], -1, 0
    for word in all_words:
        opens = word.text in ("“", "«") or (word.text == '"' and current < 0)
        if opens:
            current, number = number, number + 1
        numbers.append(current)
        if not opens and word.text in ("”", "»", '"'):
            current = -1
    return numbers
