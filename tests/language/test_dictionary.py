"""The dictionary of lemmas: every line is found, nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from readout.language.dictionary import Dictionary

LINES = b"'d,aux,will/have\nmet,verb,meet\ntalk,noun,talk\ntalks,noun,talk\ntalks,verb,talk\n"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("'d", {"AUX": ("will", "have")}),
        ("met", {"VERB": ("meet",)}),
        ("talk", {"NOUN": ("talk",)}),
        ("talks", {"NOUN": ("talk",), "VERB": ("talk",)}),
        ("tal", {}),
        ("", {}),
        ("!", {}),
        ("zebra", {}),
        ("東", {}),
        ("\ud800", {}),
        ("met,verb", {}),
        ("talks\ntalks", {}),
    ],
)
def test_lookup(word: str, found: dict[str, tuple[str, ...]]) -> None:
    assert Dictionary(LINES).get(word, {}) == found


def test_an_empty_dictionary_knows_nothing() -> None:
    assert Dictionary(b"").get("met", {}) == {}


def test_the_shipped_one_says_what_lemminflect_reads_of_it() -> None:
    from lemminflect import config
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

    theirs, ours = LemmaLUCodec.load(config.lemma_lu_fn), Dictionary.at(Path(config.lemma_lu_fn))
    assert all(ours.get(word, {}) == lemmas for word, lemmas in theirs.items())
