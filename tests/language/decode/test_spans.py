"""Spans: the best legal path."""

from itertools import pairwise

import numpy as np

from readout.language.decode.spans import best_path, log_softmax, spans, transitions, viterbi

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


def test_the_quick_path_is_the_best_path() -> None:
    dice = np.random.default_rng(5)
    table = transitions(TAGS)
    for _ in range(50):
        logs = log_softmax(dice.normal(size=(12, 3)) * 2)
        quick, full = best_path(logs, TAGS, table), viterbi(logs, TAGS, table)
        steps = [
            sum(logs[np.arange(12), p]) + sum(table[a, b] for a, b in pairwise([0, *p]))
            for p in (quick, full)
        ]
        assert np.isclose(*steps)


def test_stretches_decoded_together_are_decoded_as_each_alone() -> None:
    dice = np.random.default_rng(7)
    table = transitions(TAGS)
    logs = log_softmax(dice.normal(size=(40, 3)) * 2)
    stretches = np.array([[2, 5], [6, 20], [21, 22], [30, 40]])
    together = viterbi(logs, TAGS, table, stretches)
    for first, last in stretches:
        assert together[first:last].tolist() == viterbi(logs[first:last], TAGS, table).tolist()
