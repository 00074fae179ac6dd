"""Text → the promises in it and what came of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Vows = Callable[..., "list[Any]"]

BOUND = [
    ("Peru agreed to open the border.", "Peru", "agreed"),
    ("Peru pledged to open the border.", "Peru", "pledged"),
    ("Peru offered to open the border.", "Peru", "offered"),
    ("Peru plans to open the border.", "Peru", "planned"),
    ("Peru promised that Bolivia would open the border.", "Bolivia", "pledged"),
    ("Norway will send medicine to Malawi, its foreign ministry said.", "Norway", "planned"),
    ("Japan's pledge to buy rice from Laos was renewed, and Japan promised to sign.", "Japan", "pledged"),
]


@pytest.mark.parametrize(("text", "by", "firmness"), BOUND, ids=[b[0][:40] for b in BOUND])
def test_who_is_bound(text: str, by: str, firmness: str, vows: Vows) -> None:
    assert (by, firmness) in [(v.by, v.firmness) for v in vows(text)]


FREE = [
    "Chile urged Peru to open the border.",
    "Peru refused to open the border.",
    "Peru did not agree to open the border.",
    "Analysts predicted that prices would rise.",
    "Peru wants to open the border.",
    "The talks will take place in May.",
]


@pytest.mark.parametrize("text", FREE)
def test_wishes_demands_and_forecasts_bind_nobody(text: str, vows: Vows) -> None:
    assert vows(text) == []


def test_figure_and_deadline(vows: Vows) -> None:
    told = vows("Norway pledged to give Malawi 20 million euros before the end of 2027.")
    assert [(v.by, v.to, v.value, v.deadline) for v in told] == [
        ("Norway", "Malawi", 20_000_000, "2027-12-31")
    ]


def test_a_condition_makes_it_conditional(vows: Vows) -> None:
    told = vows("Norway pledged to build a road on condition that Malawi pays the workers.")
    assert [v.firmness for v in told] == ["conditional"]
    assert "Malawi pays the workers" in (told[0].condition or "")


def test_progress_joins_its_promise(vows: Vows) -> None:
    text = "Kenya pledged to plant 90,000 trees by 2028. So far it has planted 12,000 trees."
    told = vows(text)
    assert [(v.by, v.value) for v in told] == [("Kenya", 90_000)]
    assert told[0].progress == ((12_000, "planted"),)


def test_other_things_are_no_progress(vows: Vows) -> None:
    text = "Kenya pledged to plant 90,000 trees by 2028. It has built 12 schools."
    assert [v.progress for v in vows(text)] == [()]


def test_both_who_agree_are_bound(vows: Vows) -> None:
    told = vows("Chad and Niger agreed to open the border.")
    assert sorted((v.by, v.to) for v in told) == [("Chad", "Niger"), ("Niger", "Chad")]


def test_each_side_binds_the_side_of_whoever_says_so(vows: Vows) -> None:
    text = "Peru and Chile met. Each side will open two gates from June 1, said Luz Paz, a state secretary of Peru."
    assert ("Peru", "agreed") in [(v.by, v.firmness) for v in vows(text)]


def test_the_two_presidents_are_those_who_met(vows: Vows) -> None:
    text = (
        "Kenyan President William Harrow and Somali President Hassan Dale spoke by telephone on Friday."
        " Harrow said the two men had agreed to reopen the crossing by the end of January."
    )
    assert [v.by for v in vows(text)] == ["William Harrow", "Hassan Dale"]


def test_a_sum_that_was_promised_binds_its_owner(vows: Vows) -> None:
    assert [v.by for v in vows("Canada's $5 million for the hospital, promised in 2010, was never paid.")] == ["Canada"]


def test_accepting_an_invitation_promises_the_visit(vows: Vows) -> None:
    told = vows("The president of Ghana accepted an invitation to visit Oslo in May.")
    assert [(v.action, v.object, v.deadline) for v in told] == [("visit", "Oslo", "2026-05")]


@pytest.mark.parametrize("text", ["", "Will will.", "Promised pledged to to by.", "“I will"])
def test_odd_input_is_read_without_fuss(text: str, reads: Callable[..., Any]) -> None:
    record = reads(text)
    assert all(c.anchor.holds(text) for c in record.commitments)
