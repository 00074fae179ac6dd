"""Pieces lie side by side, lose nothing, and know every mark that covers them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readout.export.spans import Mark, pieces

TEXT = "Ruiz said Sato said no"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(TEXT, "")]),
        ([("s1", 10, 22)], [("Ruiz said ", ""), ("Sato said no", "told")]),
        ([("s1", 10, 22), ("s2", 20, 22)], [("Ruiz said ", ""), ("Sato said ", "told"), ("no", "told deep")]),
        (
            [("s1", 0, 14), ("s2", 10, 22)],
            [("Ruiz said ", "told"), ("Sato", "told deep"), (" said no", "told")],
        ),
        ([("s1", -5, 4), ("s2", 10, 99)], [("Ruiz", "told"), (" said ", ""), ("Sato said no", "told")]),
    ],
    ids=["none", "one", "nested", "crossing", "outside"],
)
def test_pieces(marks: list[tuple[str, int, int]], expected: list[tuple[str, str]]) -> None:
    found = pieces(TEXT, 0, len(TEXT), [Mark(id, "told", start, end) for id, start, end in marks])
    assert [(piece.text, piece.kinds) for piece in found] == expected


def test_the_narrowest_item_is_linked() -> None:
    marks = [Mark("q1", "amount", 0, 9, link=True), Mark("w1", "when", 5, 9, link=True)]
    assert [piece.link for piece in pieces("2 tons May", 0, 10, marks)] == ["q1", "w1", None]


@given(
    some.text(max_size=40),
    some.lists(some.tuples(some.integers(0, 45), some.integers(0, 45)), max_size=12),
)
def test_no_character_is_lost_or_doubled(text: str, ranges: list[tuple[int, int]]) -> None:
    marks = [Mark(f"s{n}", "told", start, end, lead=True) for n, (start, end) in enumerate(ranges)]
    found = list(pieces(text, 0, len(text), marks))
    assert "".join(piece.text for piece in found) == text
    leads = [mark.id for piece in found for mark in piece.leads]
    assert leads.count("s0") <= 1 and len(leads) == len(set(leads))
