"""Starts, goals and counts held against each other, on small pairs of our own."""

from __future__ import annotations

import pytest

from readout.compare import compare
from readout.model.account import Row
from readout.model.errors import MissingModelError
from readout.read import read

HERE = "LIMA, March 3, 2026 - Peru met Chile on Tuesday.\n\n{} Minister Rosa Quispe of Peru told reporters.\n"
THERE = (
    "SANTIAGO, March 3, 2026 - Chile met Peru on Tuesday.\n\n{} Minister Ana Rojas of Chile told reporters.\n"
)


def rows(one: str, other: str) -> list[Row]:
    texts = (HERE.format(one), THERE.format(other))
    try:
        return list(compare([read(text, published="2026-03-03") for text in texts]).topics)
    except MissingModelError:
        pytest.skip("no model here")


def clashes(one: str, other: str) -> list[str]:
    return [row.conflict.kind for row in rows(one, other) if row.conflict]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (
            "Copper trade reached $3 billion and is to grow to $5 billion by 2028,",
            "Copper trade reached $3 billion and is to grow to $5 billion by 2031,",
            {"date"},
        ),
        (
            "Copper trade reached $3 billion and is to grow to $5 billion by 2028,",
            "Copper trade is to grow to $5 billion by 2028,",
            set(),
        ),
        ("The ferry line would begin by the end of May,", "The ferry line would begin in April,", set()),
        ("The ferry line will start in May,", "The ferry line will start in August,", {"date"}),
        ("The ferry line will start in May,", "The ferry line could start in August,", set()),
    ],
)
def test_what_contradicts(one: str, other: str, kinds: set[str]) -> None:
    assert set(clashes(one, other)) == kinds
