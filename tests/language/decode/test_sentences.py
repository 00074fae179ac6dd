"""Sentence ends: the model's scores, and the marks where it is unsure."""

import numpy as np
import pytest

from readout.language.decode.sentences import sentences
from readout.language.spelling import spelling_of
from readout.language.tokens import tokenize


def cut(text: str, mark: str, margin: float) -> list[str]:
    """The sentences of a text whose only doubtful end is the last ``mark``, by so much."""
    ranges = tokenize(text)
    scores = np.zeros((len(ranges), 2))
    scores[:, 1] = -9.0
    at = max(i for i, (start, end) in enumerate(ranges) if text[start:end] == mark)
    scores[at, 1] = margin
    found = sentences(spelling_of(text, ranges), scores)
    return [text[ranges[first][0] : ranges[last - 1][1]] for first, last in found]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The general spoke of “a quiet border.” Nobody there agreed.", "”"),
        ("The port is ‘open to all.’ Two ships came.", "’"),
    ],
)
def test_a_closing_mark_behind_a_full_stop_ends_a_sentence_before_a_capital(text: str, mark: str) -> None:
    assert len(cut(text, mark, -1.0)) == 2


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("“We were never asked!” Lindqvist wrote.", "”"),
        ("He called it “a quiet border” Tuesday.", "”"),
        ("It rained. \"Nobody came.", '"'),
    ],
)
def test_other_marks_leave_it_to_the_model(text: str, mark: str) -> None:
    assert len(cut(text, mark, -1.0)) == 1


def test_the_model_may_be_sure_that_it_goes_on() -> None:
    assert len(cut("The general spoke of “a quiet border.” Nobody there agreed.", "”", -5.0)) == 1
