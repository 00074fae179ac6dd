"""Spans: the best legal path."""

import numpy as np

from readout.language.decode.spans import spans, transitions

TAGS = ["O", "B-cue", "I-cue"]


def found(rows: list[list[float]]) -> list[tuple[int, int, str]]:
    return [s[:3] for s in spans(np.array(rows, float), TAGS, transitions(TAGS))]


def test_a_span_begins_and_goes_on() -> None:
    assert found([[0, 9, 0], [0, 0, 9], [9, 0, 0]]) == [(0, 2, "cue")]


def test_two_spans_may_touch() -> None:
    assert found([[0, 9, 0], [0, 9, 0]]) == [(0, 1, "cue"), (1, 2, "cue")]


def test_an_inside_tag_never_begins_a_span() -> None:
    assert found([[1, 0, 2], [1, 0, 2]]) in ([(0, 2, "cue")], [])


def test_nothing_in_nothing_out() -> None:
    assert spans(np.zeros((0, 3)), TAGS, transitions(TAGS)) == []
