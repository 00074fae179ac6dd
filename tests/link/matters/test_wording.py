"""What is quoted of an account in the reason of a row."""

from __future__ import annotations

import pytest

from readout.link.matters.wording import excerpt


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "It is a fair price, and we expect the guests to pay it by May.",
            "expect",
            "we expect the guests to pay it by May",
        ),
        ("LIMA, May 3 (Wire) - Peru has accepted the plan.", "accepted", "Peru has accepted the plan"),
        ("“We want no part of it,”", "want", "We want no part of it"),
        ("The fares, which rose, must fall.", "must", "must fall"),
        ("", "", ""),
    ],
)
def test_an_excerpt_is_a_clause(text: str, word: str, expected: str) -> None:
    assert excerpt(text, text.find(word)) == expected


def test_a_long_clause_is_cut() -> None:
    cut = excerpt("The ministers agreed that " + "boats and " * 30 + "nets", 0)
    assert cut.endswith(" …") and len(cut.split()) <= 17
