"""Two bodies of one country on one quarrel: each text is the account of its own body."""

from __future__ import annotations

import re

import pytest

from readout.link.accounts.posts import settled
from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.record import Record
from readout.read import reader

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
def records() -> list[Record]:
    try:
        engine = reader(1)
    except MissingModelError as missing:
        pytest.skip(str(missing))

    def one(text: str) -> Record:
        lines = tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
        return engine.read(Document(text, text, lines, published="2031-08-15"))

    return [one(BOARD), one(PARTY)]


def test_the_commission_is_the_one_above_the_text(records: list[Record]) -> None:
    assert "Zambia Electoral Commission" in {actor.name for actor in records[0].actors}
    assert "European Commission" not in {actor.name for actor in records[0].actors}


def test_each_text_is_its_own_bodys(records: list[Record]) -> None:
    owners = settled(records)[1]
    assert [owner.side for owner in owners] == ["Zambia Electoral Commission", "People's Movement"]
