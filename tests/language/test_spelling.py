"""What the uncased encoder is told besides the letters."""

import pytest

from readout.language.spelling import Spelling, quote_states, shape, spelling_of
from readout.language.tokens import tokenize


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1),
        ("Oslo", 2),
        ("NATO", 3),
        ("A", 4),
        ("McKay", 5),
        ("12", 6),
        ("F16", 7),
        ("!", 8),
        ("東", 9),
    ],
)
def test_shape(word: str, number: int) -> None:
    assert shape(word) == number


def states(text: str) -> str:
    """One digit a word: 0 outside, 1 opens, 2 inside, 3 closes."""
    return "".join(map(str, quote_states(spelling_of(text, tokenize(text)))))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("“We go,” he said.", "12223000"),
        ('He said "we go" twice', "0012230"),
        ("“First.\n\n“Second,” she said.", "122122300" + "0"),
        ("“First.\n\nSecond she said.", "1220000"),
        ("a ” stray", "000"),
    ],
)
def test_quotations(text: str, digits: str) -> None:
    assert states(text) == digits[: len(states(text))]
    assert len(states(text)) == len(tokenize(text))


def test_gaps_tell_lines_from_paragraphs() -> None:
    text = "One, two\nthree\n\nfour"
    assert spelling_of(text, tokenize(text)) == Spelling(
        ("One", ",", "two", "three", "four"), (3, 0, 1, 2, 3)
    )
