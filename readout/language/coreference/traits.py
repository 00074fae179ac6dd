"""What each mention is by itself: pronoun or name, number and sex, role, article, quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from readout.language.branches import Branches
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
MEMORY = 20_000
"""Words whose traits are remembered."""
SPOKEN = ("in content", "in source", "quoted")
DESCRIBING = frozenset({"compound", "nmod:desc", "flat", "amod"})
QUOTES = frozenset('“«”»"')


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
    branches: Branches,
    mentions: Sequence[Candidate],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
) -> Traits:
    """The traits of all mentions of a text."""
    all_words = branches.words
    heads = [all_words[mention.head] for mention in mentions]
    held = [_held(mention, branches) for mention in mentions]
    at = np.array([mention.head for mention in mentions], np.int64)
    label = _labels(all_words, entities)[at]
    content, source = (column[at] for column in _attributed(len(all_words), attributions))
    quote = _quoted(all_words)[at]
    sentence = np.array([word.sentence for word in heads], np.int64)
    size = np.array([mention.last - mention.first for mention in mentions], np.int64)
    table = _table(held)
    for name, column in (
        *((name, label == number) for number, name in enumerate(LABELS, 1)),
        *zip(SPOKEN, (content >= 0, source >= 0, quote >= 0), strict=True),
        ("one word", size == 1),
        ("long", size > 6),
        ("first sentence", sentence == 0),
    ):
        table[:, COLUMN[name]] |= column
    governor = np.array([word.head for word in heads], np.int64)
    held_by = (_sex(table), _number(table), _person(table))
    return Traits(table.astype(np.float32), *held_by, content, source, quote, sentence, governor, label)


def _bits(names: Iterable[str]) -> int:
    """One bit for each of these columns of the table; what is none of them is left out."""
    return sum({1 << COLUMN[name] for name in names if name in COLUMN})


PLURAL, SINGULAR = (_bits([f"{number} number"]) for number in ("plural", "singular"))
NAME, NUMERAL, JOINED, OWNED, BARE = (
    _bits([name]) for name in ("name", "number word", "joined", "possessive", "bare")
)


def _table(held: Sequence[int]) -> Array:
    """[mentions, NAMES] of bool from one whole number a mention."""
    octets = np.array(held, "<u8").reshape(-1, 1).view(np.uint8)
    return np.unpackbits(octets, axis=1, count=len(NAMES), bitorder="little").view(bool)


def _held(mention: Candidate, branches: Branches) -> int:
    """The columns that a mention's words tell, as bits."""
    head, kids = branches.words[mention.head], branches.under(mention.head)
    held = _by_word(head.text, head.lemma, head.upos, head.xpos, head.feats.get("Number"))
    held |= _by_role(head.deprel)
    if mention.joined:
        held = held & ~SINGULAR | PLURAL | JOINED
    if not kids:
        return held | BARE
    article = 0
    describing = head.upos not in ("PRON", "DET") or pronoun(head.text.lower()) is None
    for kid in kids:
        if not article and mention.first <= kid.index < mention.last:
            article = _by_article(kid.text)
            if kid.deprel == "nmod:poss":
                article |= OWNED
        if describing and kid.deprel in DESCRIBING:
            held |= _by_being(kid.text)
    return held | (article or BARE)


@lru_cache(maxsize=MEMORY)
def _by_role(deprel: str) -> int:
    return _bits([deprel, deprel.partition(":")[0]])


@lru_cache(maxsize=MEMORY)
def _by_article(text: str) -> int:
    return _bits(articles_of(text.lower()))


@lru_cache(maxsize=MEMORY)
def _by_being(text: str) -> int:
    return _bits(beings_of(text.lower().rstrip(".")))


@lru_cache(maxsize=MEMORY)
def _by_word(text: str, lemma: str, upos: str, xpos: str, number: str | None) -> int:
    """What a head tells by itself: pronoun, name or being, and its number."""
    low = text.lower()
    group = pronoun(low) if upos in ("PRON", "DET") else None
    if group:
        held = _bits([group, *kinds_of(low)])
    else:
        held = NAME if upos == "PROPN" else NUMERAL if upos == "NUM" else 0
        held |= _bits(beings_of(lemma.lower())) | _by_being(text)
    plural = group in ("first_plural", "plural") or low in words("plural_demonstrative")
    if plural or number == "Plur" or xpos in ("NNS", "NNPS"):
        return held | PLURAL
    return held if group == "second" else held | SINGULAR


def _has(table: Array, *names: str) -> Array:
    return np.asarray(table[:, [COLUMN[name] for name in names]].any(1))


def _sex(table: Array) -> Array:
    thing = _has(table, "neuter") | (_has(table, "body") & ~_has(table, "people"))
    women = np.where(_has(table, "female", "woman"), 2, 3 * thing)
    return np.where(_has(table, "male", "man"), 1, women)


def _number(table: Array) -> Array:
    return np.where(_has(table, "plural number"), 2, _has(table, "singular number").astype(np.int64))


def _person(table: Array) -> Array:
    others = np.where(_has(table, "second"), 2, 3)
    return np.where(_has(table, "first_singular", "first_plural"), 1, others)


def _labels(all_words: Sequence[Word], entities: Sequence[Entity]) -> Array:
    """For each word the number of its name's label, 0 for none."""
    found = np.zeros(len(all_words), np.int64)
    for entity in entities:
        if entity.label in LABELS:
            found[entity.first : entity.last] = LABELS.index(entity.label) + 1
    return found


def _attributed(count: int, attributions: Sequence[Attribution]) -> tuple[Array, Array]:
    """The number of the attribution in whose content, and in whose source, a word stands; -1 for none."""
    contents, sources = np.full(count, -1, np.int64), np.full(count, -1, np.int64)
    for number, attribution in enumerate(attributions):
        for first, last in attribution.contents:
            contents[first:last] = number
        for first, last in attribution.sources:
            sources[first:last] = number
    return contents, sources


def _quoted(all_words: Sequence[Word]) -> Array:
    """The number of the quotation a word stands in, -1 outside."""
    numbers, current, number = np.full(len(all_words), -1, np.int64), -1, 0
    for at in [at for at, word in enumerate(all_words) if word.text in QUOTES]:
        text = all_words[at].text
        opens = text in "“«" or (text == '"' and current < 0)
        if opens:
            current, number = number, number + 1
            numbers[at:] = current
        elif text in '”»"':
            current = -1
            numbers[at + 1 :] = -1
    return numbers
