"""Tokens: what the treebanks would cut."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't.", "They do n't ."),
        ("Norway’s minister won’t go", "Norway ’s minister wo n’t go"),
        ("a third-party deal", "a third - party deal"),
        ("the anti-war march", "the anti-war march"),
        ("Gen. A. Holm of the U.S. spoke.", "Gen. A. Holm of the U.S. spoke ."),
        ("It cost $1,250.50, or 3.5%.", "It cost $ 1,250.50 , or 3.5 % ."),
        ("See https://example.org/a?b=c.", "See https://example.org/a?b=c ."),
        ("write to desk@example.org today", "write to desk@example.org today"),
        ("“Yes,” she said — twice…", "“ Yes , ” she said — twice …"),
        ("We cannot and gonna", "We can not and gon na"),
        ("O'Brien and D’Souza met", "O'Brien and D’Souza met"),
        ("Well... no--never", "Well ... no -- never"),
        ("the 3rd of May, 10:30", "the 3rd of May , 10:30"),
        ("Fjordnytt.no wrote it", "Fjordnytt.no wrote it"),
        ("==== The end.Next", "==== The end . Next"),
        ("naïve café", "naïve café"),
        ("👩🏽‍🚀 flew", "👩🏽‍🚀 flew"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [text[a:b] for a, b in tokenize(text)] == words.split()


@given(st.text(max_size=300))
def test_every_visible_character_stands_in_one_token(text: str) -> None:
    ranges = tokenize(text)
    assert all(0 <= a < b <= len(text) for a, b in ranges)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ranges))
    kept = {i for a, b in ranges for i in range(a, b)}
    assert all(i in kept or text[i].isspace() for i in range(len(text)))
