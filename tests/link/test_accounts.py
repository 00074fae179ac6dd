"""Whole comparisons: pairs of our own texts under ``accounts/`` and the table that a reader would make of them.

The rules were tuned on the pairs of TUNED and on those of DENSE, which have ten matters in a page; those of HELD were written with them and kept aside.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from readout.compare import compare
from readout.model.account import Comparison, Row
from readout.model.errors import MissingModelError
from readout.read import read

PLACE = Path(__file__).parent / "texts"
TUNED = (
    "cholera",
    "convoy",
    "copper",
    "depot",
    "elysee",
    "freight",
    "merger",
    "mine",
    "rates",
    "ridge",
    "ruling",
    "vacc",
    "watches",
)
DENSE = ("atolls", "debed", "lixus", "makassar", "skipper", "tailings", "wagons")
HELD = ("cable", "handball", "reef", "strait", "strike", "summit")


@cache
def table(name: str) -> dict[str, Any]:
    """The table expected of a pair of texts."""
    return json.loads(PLACE.joinpath(f"{name}.json").read_text("utf-8"))  # type: ignore[no-any-return]


@cache
def made(name: str) -> Comparison:
    """The comparison of a pair of texts."""
    gold = table(name)
    texts = [PLACE.joinpath(text).read_text("utf-8") for text in gold["text_files"]]
    try:
        return compare([read(text, published=gold["published"]) for text in texts])
    except MissingModelError:
        pytest.skip("no model here")


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def row_of(comparison: Comparison, labels: list[str]) -> Row | None:
    """The row whose label is most like one of those."""

    def fit(row: Row) -> float:
        own = words(row.label)
        return max(len(own & words(label)) / len(own | words(label)) for label in labels)

    best = max(comparison.topics, key=fit, default=None)
    return best if best and fit(best) else None


def sides(name: str) -> dict[str, str]:
    """The account of each key of the table."""
    found: dict[str, str] = {}
    for account in table(name)["comparison"]["accounts"]:
        for one in made(name).accounts:
            same = account["country"] and one.country == account["country"]
            if same or set(account["voices"]) & {*one.voices, one.holder}:
                found.setdefault(account["key"], one.id)
    return found


def shares(names: tuple[str, ...]) -> tuple[float, float]:
    """How many cells and verdicts of the pairs are right."""
    cells: list[bool] = []
    verdicts: list[bool] = []
    for name in names:
        keys = sides(name)
        for topic in table(name)["comparison"]["topics"]:
            row = row_of(made(name), topic["label"])
            stances = {cell.account: cell.stance for cell in row.cells} if row else {}
            cells += [stances.get(keys.get(key, "")) == topic[key] for key in ("A", "B")]
            verdicts.append(row is not None and row.verdict == topic["verdict"])
    return sum(cells) / len(cells), sum(verdicts) / len(verdicts)


@pytest.mark.parametrize("name", [*TUNED, *DENSE, *HELD])
def test_both_accounts_are_found(name: str) -> None:
    assert len(sides(name)) == 2


@pytest.mark.parametrize(
    ("names", "cells", "verdicts"), [(TUNED, 0.85, 0.75), (DENSE, 0.9, 0.85), (HELD, 0.75, 0.55)]
)
def test_most_rows_are_those_of_a_reader(names: tuple[str, ...], cells: float, verdicts: float) -> None:
    right = shares(names)
    assert right[0] >= cells and right[1] >= verdicts, right


@pytest.mark.parametrize("name", [*TUNED, *DENSE, *HELD])
def test_what_contradicts_has_its_evidence(name: str) -> None:
    for row in made(name).topics:
        assert (row.conflict is not None) == (row.verdict == "contradict")
