"""Two bodies of one country on one quarrel: each text is the account of its own body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.link.accounts.posts import settled
from readout.model.record import Record

BOARD = """ZAMBIA ELECTORAL COMMISSION

PRESS STATEMENT

Lusaka, 14 August 2031

The Commission has today declared Mr. Elias Banda duly elected with 51 per cent of the votes. Polling was peaceful.

The Chairperson, Justice Ruth Phiri, denied that ballot boxes had been opened. "Every seal was whole," she said.

The Commission thanks the observers of the European Union and the African Union.
"""
PARTY = """LUSAKA, Aug. 15, 2031 - Zambia's main opposition party said on Friday that the election had been stolen.

People's Movement secretary general Joy Tembo said ballot boxes had been opened in two districts. "We saw the seals," Tembo said.

She said the party would go to court on Monday.
"""


@pytest.fixture(scope="module")
def records(read: Callable[..., Record]) -> list[Record]:
    return [read(BOARD, "2031-08-15"), read(PARTY, "2031-08-15")]


def test_the_commission_is_the_one_above_the_text(records: list[Record]) -> None:
    assert "Zambia Electoral Commission" in {actor.name for actor in records[0].actors}
    assert "European Commission" not in {actor.name for actor in records[0].actors}


def test_each_text_is_its_own_bodys(records: list[Record]) -> None:
    owners = settled(records)[1]
    assert [owner.side for owner in owners] == ["Zambia Electoral Commission", "People's Movement"]
