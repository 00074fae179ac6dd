"""What others say of a thing in the midst of a clause, and the clause around it."""

from __future__ import annotations

from typing import Any

import pytest

Said = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She said the bridge, which engineers say is unsafe, would stay open.",
            {("She", "yes", "the bridge, which engineers say is unsafe, would stay open"),
             ("engineers", "yes", "which … is unsafe")},
        ),
        (
            "The ship, which Iranian officials claimed was carrying arms, sailed on to Aden, the owner said.",
            {("the owner", "yes", "The ship, which Iranian officials claimed was carrying arms, sailed on to Aden"),
             ("Iranian officials", "yes", "which … was carrying arms")},
        ),
        (
            "He did not say whether the mill in Lyme, which workers say has been shut since August, would reopen.",
            {("He", "not said", "whether the mill in Lyme, which workers say has been shut since August, would reopen"),
             ("workers", "yes", "which … has been shut since August")},
        ),
    ],
)  # fmt: skip
def test_inserts(text: str, expected: set[Said], statements: Any) -> None:
    found = {
        (one.source.anchor.exact, one.said, " … ".join(piece.exact for piece in one.content))
        for one in statements(text)
    }
    assert found == expected
