"""What hangs on the content of a statement, in the sentence behind it."""

from __future__ import annotations

import pytest

from readout.link.accounts.reach import _hangs


@pytest.mark.parametrize(
    ("rest", "belongs"),
    [
        (", which Malta pays", True),
        ("by 3 May", True),
        ("made by the joint board", True),
        ("suggested by Malta for the harbour", True),
        ("in a statement", False),
        ("on Friday", False),
        ("and thanked her hosts", False),
        (", she added", False),
    ],
)
def test_what_hangs_on_a_content(rest: str, belongs: bool) -> None:
    assert _hangs(rest) is belongs
