"""What a silence is on, by its first noun."""

import pytest

from readout.link.matters.hushed import phrase_of


@pytest.mark.parametrize(
    ("silence", "named"),
    [
        ("the 35-hour week in his remarks", "35-hour week"),
        ("the grey lorry that herders saw beside the well", "grey lorry"),
        ("the fees of the pilots", "fees"),
        ("the two dredgers", "two dredgers"),
        ("this proposal", ""),
        ("whether the ferry had sailed", ""),
    ],
)
def test_a_silence_goes_by_its_first_noun(silence: str, named: str) -> None:
    assert phrase_of(silence) == named
