"""The letter of a word that tells it by itself, whatever stands beside it: most words of a text."""

from __future__ import annotations

from functools import lru_cache

from readout.extract.actors.lexicon import nouns, singular, words

IDLE = frozenset({"VERB", "AUX", "ADP", "SCONJ", "ADV", "PART"})
"""Small words of these kinds are no part of a name, unless they stand before a noun or are told apart."""
BEFORE = frozenset({"amod", "compound", "advmod"})
MARKS = frozenset({",", "-", "–", "'", "’", "&", "'s", "’s"})
ARTICLES = frozenset({"the", "a", "an"})
PERSONAL = frozenset({"PRP", "WDT", "WP", "EX"})
POSSESSIVE = frozenset({"its", "their", "his", "her", "my", "our", "your"})
HOLDING = words("prefixes") | words("standing")
TELLING = HOLDING | words("courtesy") | {"of", "and", "the", "a", "an"}
"""Small words that have a letter of their own whatever they are tagged as."""
LOOKING = TELLING | POSSESSIVE | words("months") | words("particles") | {"hostage"}
"""Small words whose letter hangs on what stands beside them."""
SYLLABLE = 6
"""A word that is longer ends no hyphenated given name."""
REMEMBERED = 20_000
"""Words whose letter is remembered."""


@lru_cache(maxsize=REMEMBERED)
def alone(text: str, upos: str, xpos: str | None, deprel: str) -> str:
    """The letter of a word that needs no look at its neighbours ("the", "went", "ministers"), else none."""
    if text == ".":
        return ""
    if upos == "PUNCT" and text not in MARKS:
        return "."
    low = text.lower()
    if low in ARTICLES:
        return "D"
    if upos in IDLE and text[0].islower() and deprel not in BEFORE and low not in TELLING:
        return "."
    if upos == "PRON" and xpos in PERSONAL and low not in POSSESSIVE:
        return "."
    return _common(text, upos, xpos) if text.isalpha() and text.islower() and low not in LOOKING else ""


def _common(text: str, upos: str, xpos: str | None) -> str:
    """The letter of a small noun or adjective: of a person, of a body, of anything else."""
    if upos not in ("NOUN", "ADJ") or xpos in ("PRP$", "WP$"):
        return ""
    noun = nouns().get(singular(text))
    if noun and (upos == "NOUN" or xpos == "NNS"):
        return "T" if noun.kind == "person" else "G"
    return "n" if upos == "ADJ" or len(text) > SYLLABLE else ""
