"""The word lists by which accounts are compared, on their own examples."""

from __future__ import annotations

import re

import pytest

from readout.link.accounts.sides import load_names
from readout.link.lexicon import (
    company,
    doers,
    marks,
    none_of,
    opposites,
    origins,
    passing,
    position,
    refuting,
    schedule,
    table,
    together,
    unlikes,
)


@pytest.mark.parametrize(
    ("pair", "example"),
    [
        *zip(opposites(), (entry["example"] for entry in table()["opposite"]), strict=True),
        *zip(unlikes(), (entry["example"] for entry in table()["unlike"]), strict=True),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_opposites(pair: tuple[object, object], example: list[str]) -> None:
    left, right = pair
    assert left.search(example[0]) and right.search(example[1])  # type: ignore[attr-defined]
    assert not right.search(example[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", table()["schedule"]["example"])
def test_when_something_begins(text: str) -> None:
    assert schedule("start").search(text)
    assert bool(schedule("guess").search(text)) is ("could" in text)


@pytest.mark.parametrize("text", table()["together"]["example"])
def test_what_both_agree_on(text: str) -> None:
    assert together().search(text)
    assert not together().search(f"Malta said that {text}")


@pytest.mark.parametrize(("pattern", "entry"), [*zip(marks(), table()["mark"], strict=True)])
def test_marks_of_one_thing(pattern: re.Pattern[str], entry: dict[str, list[str]]) -> None:
    assert all(pattern.search(text) for text in entry["example"])
    assert not pattern.search(str(entry["no"]))


@pytest.mark.parametrize("entry", table()["origin"]["example"], ids=lambda entry: entry["who"])
def test_origins(entry: dict[str, str]) -> None:
    found = [hit.group("who") for pattern in origins() for hit in pattern.finditer(entry["text"])]
    assert load_names(entry["who"])[0] in {side for who in found for side in load_names(who)}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The fees must rise.", True),
        ("It depends on the audit.", True),
        ("Both spoke about fish.", False),
        ("Trade grew by 3%.", False),
        ("The treaty must still be ratified by both parliaments.", False),
        ("The treaty must be rewritten by the Senate.", True),
        ("The request is to be studied by a joint board.", True),
        ("No cook may be sent home.", True),
        ("Forty cooks are not enough.", True),
        ("The barge is expected in Gao on Friday.", False),
        ("The ministers will review the implementation of the pact.", False),
        ("There would not be one.", False),
    ],
)
def test_position(text: str, taken: bool) -> None:
    assert bool(position().search(text)) is taken


@pytest.mark.parametrize("entry", table()["passing"]["example"], ids=lambda entry: entry["what"])
def test_what_is_passed_over(entry: dict[str, str]) -> None:
    found = next(hit for pattern in passing() if (hit := pattern.match(entry["text"])))
    assert (found.group("who"), found.group("what")) == (entry["who"], entry["what"])


@pytest.mark.parametrize("entry", table()["none"]["example"], ids=lambda entry: entry["what"])
def test_none_of_something(entry: dict[str, str]) -> None:
    found = none_of().search(entry["text"])
    assert found and found.group("what") == entry["what"]


@pytest.mark.parametrize(
    ("pattern", "example"),
    list(zip(doers(), (entry["example"] for entry in table()["doer"]), strict=True)),
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_doers(pattern: re.Pattern[str], example: list[str]) -> None:
    assert all(pattern.search(text) for text in example)


@pytest.mark.parametrize("entry", table()["refuting"]["example"], ids=lambda entry: entry["text"])
def test_what_is_not_so(entry: dict[str, str]) -> None:
    assert refuting().search(entry["text"])


@pytest.mark.parametrize(
    "text", ["The complaints are unfounded.", "The claim was discussed.", "It is true that she asked."]
)
def test_what_is_so(text: str) -> None:
    assert not refuting().search(text)


def test_how_companies_are_called() -> None:
    entry = table()["company"]
    assert all(company().search(name) for name in entry["example"])
    assert not any(company().search(name) for name in entry["no"])
