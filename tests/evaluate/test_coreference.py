"""The measures of coreference on chains small enough to count by hand."""

from __future__ import annotations

import itertools
import random

import pytest

from readout.evaluate.coreference import b_cubed, ceaf, chains_of, chains_read, muc, written
from readout.evaluate.pairing import best_total
from readout.model.analysis import Analysis, Reference, Word

A, B, C, D = (0, 1), (2, 3), (4, 5), (6, 7)
GOLD = [frozenset({A, B, C}), frozenset({D, (8, 9)})]


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf])
def test_what_is_the_gold_is_all_right(measure: type) -> None:
    said_right, said, gold_right, gold = measure(GOLD, GOLD)
    assert said_right == said and gold_right == gold


def test_one_link_of_three() -> None:
    said = [frozenset({A, B})]
    assert muc(GOLD, said) == (1, 1, 1, 3)
    assert b_cubed(GOLD, said) == (2.0, 2, 2 * 2 / 3, 5)
    assert ceaf(GOLD, said)[0] == pytest.approx(0.8)


def test_chains_are_read_from_the_columns() -> None:
    lines = ["# begin document x", "0\tAda\t(1", "1\tRuiz\t1)", "2\tsaid\t_", "3\tshe\t(1)", ""]
    assert chains_of(lines) == (["Ada", "Ruiz", "said", "she"], [frozenset({(0, 2), (3, 4)})])


def test_words_are_written_as_text() -> None:
    assert written(["Ada", "'s", "port", ","]) == ("Ada's port,", [(0, 3), (3, 5), (6, 10), (10, 11)])


def test_the_pairing_is_the_best_of_all() -> None:
    chance = random.Random(3)
    for _ in range(20):
        alike = [[chance.random() for _ in range(5)] for _ in range(4)]
        tried = (sum(alike[r][c] for r, c in enumerate(cs)) for cs in itertools.permutations(range(5), 4))
        assert best_total(alike) == pytest.approx(max(tried))


def test_chains_are_told_in_the_gold_own_words() -> None:
    words = [
        Word(i, a, b, "", "", "", "", {}, -1, "", 0) for i, (a, b) in enumerate([(0, 3), (3, 5), (6, 9)])
    ]
    mentions = (Reference(0, 2, 0), Reference(2, 3, 2))
    read = chains_read(Analysis(tuple(words), mentions=mentions, chains=((0, 1),)), [(0, 5), (6, 8), (8, 9)])
    assert read == [frozenset({(0, 1), (1, 3)})]
