"""Pronouns are pronouns, whatever the tagger takes them for."""

from __future__ import annotations

import pytest

from readout.language.pronouns import plain
from readout.model.analysis import Word


def named(text: str) -> list[Word]:
    """A sentence whose capitals and pronouns are all tagged as names."""
    out, at = [], 0
    for index, word in enumerate(text.split()):
        name = word[0].isupper() or word in ("her", "them")
        upos, xpos = ("PROPN", "NNP") if name else ("NOUN", "NN")
        out.append(Word(index, at, at + len(word), word, word.lower(), upos, xpos, {}, index - 1, "dep", 0))
        at += len(word) + 1
    return out


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("He is close to her", ["He", "her"]),
        ("He Lifeng met them", ["them"]),
        ("the envoy met Premier He", []),
        ("Hera spoke", []),
    ],
)
def test_a_pronoun_is_a_name_beside_a_name_alone(text: str, pronouns: list[str]) -> None:
    assert [w.text for w in plain(named(text)) if w.upos == "PRON"] == pronouns
