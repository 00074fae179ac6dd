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
        (
            "The lower ferry fare takes effect on 1 July,",
            "The ferry fare comes into force on 1 October,",
            {"date"},
        ),
        (
            "Peru has pledged $300,000 to the training school,",
            "Peru would provide $500,000 to the training school,",
            {"amount"},
        ),
        (
            "Peru has pledged $300,000 to the training school,",
            "Of the sum for the training school $120,000 had been paid,",
            set(),
        ),
        (
            "The dam wall will be raised by five metres at a cost of $60 million,",
            "The dam wall will be raised by five metres and will cost $75 million,",
            {"amount"},
        ),
        (
            "Under the memorandum on geology Peru will train 40 Chilean specialists by 2028,",
            "The memorandum on geology provides for the training of 60 Chilean geologists,",
            {"amount"},
        ),
        (
            "The trawler Inca was boarded in Peruvian waters,",
            "The trawler Inca was boarded in Chilean waters,",
            {"place"},
        ),
        (
            "The joint laboratory was proposed by Chile,",
            "The idea of the joint laboratory came from Peru,",
            {"actor"},
        ),
        ("Peru has seen no deal on the mackerel,", "Peru caught 400,000 tonnes of mackerel,", set()),
    ],
)
def test_what_contradicts(one: str, other: str, kinds: set[str]) -> None:
    assert set(clashes(one, other)) == kinds


def test_a_difference_is_told_in_the_words_of_both() -> None:
    found = rows("The ferry fares must fall by May,", "The ferry fares are under discussion,")
    reason = next(row.reason for row in found if row.verdict == "differ")
    assert "Peru: “The ferry fares must fall" in reason and "Chile: “The ferry fares" in reason
