"""Trees: the best one, compared with trying them all."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.language.decode.tree import tree


def is_tree(heads: tuple[int, ...]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        for _ in heads:
            word = heads[word]
        if word != roots[0]:
            return False
    return True


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.integers(-50, 50), min_size=n * n, max_size=n * n)))
def test_a_tree_of_any_scores_has_one_root(values: list[int]) -> None:
    size = int(len(values) ** 0.5)
    scores = np.array(values, float).reshape(size, size)
    assert is_tree(tuple(int(h) for h in tree(scores)))


def test_the_best_tree_is_found() -> None:
    dice = np.random.default_rng(3)
    near = 0
    for _ in range(60):
        scores = dice.normal(size=(5, 5))
        trees = [h for h in product(range(5), repeat=5) if is_tree(h)]
        best = max(sum(scores[i, h] for i, h in enumerate(heads)) for heads in trees)
        found = tree(scores)
        near += bool(np.isclose(scores[np.arange(5), found].sum(), best))
    assert near == 60


def test_a_long_chain_is_no_trouble() -> None:
    size = 240
    scores = np.full((size, size), -5.0)
    scores[np.arange(1, size), np.arange(size - 1)] = 5.0
    scores[0, 0] = 5.0
    assert tree(scores).tolist() == [0, *range(size - 1)]
