"""Lemmas, by lemminflect's dictionary and rules."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from readout.language.dictionary import Dictionary

if TYPE_CHECKING:
    from lemminflect.core.Lemmatizer import Lemmatizer

KNOWN = {
    "n't": "not",
    "n’t": "not",
    "'s": "'s",
    "’s": "’s",
    "'m": "be",
    "'re": "be",
    "'ve": "have",
    "'ll": "will",
}
VERBAL = {"'s": "be", "’s": "be", "'d": "have", "’d": "have"}
OPEN = {"NOUN", "VERB", "AUX", "ADJ", "ADV"}


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str) -> str:
    """The dictionary form of a word as the part of speech that it is here.

    >>> lemma("said", "VERB"), lemma("talks", "NOUN"), lemma("Talks", "PROPN")
    ('say', 'talk', 'Talks')
    """
    plain = word.replace("’", "'").lower()
    if upos == "AUX" and plain in ("'d", "wo", "ca", "sha"):
        return {"'d": "would", "wo": "will", "ca": "can", "sha": "shall"}[plain]
    if upos in ("VERB", "AUX") and plain in VERBAL:
        return VERBAL[plain]
    if plain in KNOWN:
        return KNOWN[plain]
    if upos not in OPEN:
        return word if upos == "PROPN" else word.lower()
    return _inflected(word.lower(), upos)


def _inflected(word: str, upos: str) -> str:
    found = _lemmatizer().getLemma(word, upos)
    return str(found[0]) if found else word


@cache
def _lemmatizer() -> Lemmatizer:
    from lemminflect import config
    from lemminflect.core.Lemmatizer import Lemmatizer

    lemmatizer = Lemmatizer()
    lemmatizer.lemma_dict = Dictionary.at(Path(config.lemma_lu_fn))
    return lemmatizer
