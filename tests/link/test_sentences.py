"""Sentences by their marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.link.sentences import sentences
from readout.model.document import Document


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Mr. Orr left. Nobody saw him.", ["Mr. Orr left.", "Nobody saw him."]),
        (
            "He came on Oct. 3 with the U.S. envoy. “Good,” he said.",
            ["He came on Oct. 3 with the U.S. envoy.", "“Good,” he said."],
        ),
        ("A heading\n\nThe talks ended.", ["A heading", "The talks ended."]),
        ("It cost $2.5 million. Why?", ["It cost $2.5 million.", "Why?"]),
        ("", []),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    assert [one.exact for one in sentences(Document("", text))] == cut


@given(st.text(max_size=200))
def test_sentences_stand_in_the_text_in_order(text: str) -> None:
    found = list(sentences(Document("", text)))
    assert all(one.holds(text) for one in found)
    assert all(one.end <= after.start for one, after in itertools.pairwise(found))
