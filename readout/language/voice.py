"""Verbs that are told in the passive without "was", as headlines do."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from readout.language.tokens import Range
from readout.model.analysis import Word
from readout.model.swift import replace

ACTIVE = frozenset(["obj", "iobj", "aux", "aux:pass", "cop", "expl", "ccomp"])
"""What a verb with a subject of its own has beside it."""
LINKS = frozenset(["IN", "TO", "RB", "RP", "."])
PASSIVE = {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}


def voiced(words: Sequence[Word], sentences: Sequence[Range]) -> tuple[Word, ...]:
    """The words where "Peru accused of theft" tells of Peru as who is accused.

    The parser takes such a verb for a past tense. Those in ``voice.toml`` cannot be without an object,
    so whoever stands before one that has none is its object. And "had fined" alone is no passive.
    """
    found = list(words)
    for word in [word for word in words if word.xpos == "VBD" or word.deprel == "nsubj:pass"]:
        if word.xpos == "VBD" and word.lemma in _verbs() and _goes_on(words, word):
            beside = _beside(words, sentences, word)
            subject = next((k for k in beside if k.deprel == "nsubj"), None)
            if subject is None or subject.index > word.index or any(k.deprel in ACTIVE for k in beside):
                continue
            found[word.index] = replace(word, xpos="VBN", feats=PASSIVE)
            found[subject.index] = replace(subject, deprel="nsubj:pass")
        elif word.deprel == "nsubj:pass" and word.head >= 0:
            beside = _beside(words, sentences, words[word.head])
            if {k.deprel: k.lemma for k in beside if k.upos == "AUX"} == {"aux": "have"}:
                found[word.index] = replace(word, deprel="nsubj")
    return tuple(found)


def _beside(words: Sequence[Word], sentences: Sequence[Range], word: Word) -> list[Word]:
    first, last = sentences[word.sentence]
    return [k for k in words[first:last] if k.head == word.index]


def _goes_on(words: Sequence[Word], verb: Word) -> bool:
    """Whether the words after a verb are those that go on without an object."""
    after = words[verb.index + 1 : verb.index + 3]
    if not after or after[0].sentence != verb.sentence:
        return verb.lemma in _table()["alone"]
    low = after[0].text.lower()
    if low == "to":
        deed = after[-1].upos in ("VERB", "AUX", "ADJ", "ADV")
        return verb.lemma in _table()["to" if deed else "alone"]
    if low in ("of", "with") and verb.lemma in _table()[low]:
        return True
    return verb.lemma in _table()["alone"] and after[0].xpos in LINKS and low != "of"


@cache
def _table() -> dict[str, frozenset[str]]:
    told = tomllib.loads(files(__package__).joinpath("voice.toml").read_text("utf-8"))
    return {link: frozenset(str(verbs).split()) for link, verbs in told.items()}


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*_table().values())
