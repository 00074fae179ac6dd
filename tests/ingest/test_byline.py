"""Authors as a page names them, without its software's words."""

from __future__ import annotations

import pytest

from readout.ingest.byline import byline


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Ana Soto; Bo Lee", "Ana Soto; Bo Lee"),
        ("View all posts by Ana Soto", "Ana Soto"),
        ("By Ana Soto; PhD", "Ana Soto"),
        ("Ana Soto says", "Ana Soto"),
        ("The Harbour Post https; Www Example", None),
        ("No Author", None),
        ("NEWSROOM", None),
        ("Associated Press", "Associated Press"),
        ("", None),
        (None, None),
    ],
)
def test_who_wrote_it(told: str | None, names: str | None) -> None:
    assert byline(told) == names
