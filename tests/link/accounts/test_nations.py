"""A nation's library or museum gives its nation's account; a charity beside it gives nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.link.accounts.posts import settled
from readout.link.accounts.tellings import tellings
from readout.model.record import Record

LENDER = """LONDON, 9 May 2031 - The British Library said on Friday that it would lend the Axum gospel to Ethiopia for three years.

The library's chief executive, Roland Keane, told reporters that the loan was settled. He said the two sides had not discussed ownership.

The Ethiopian embassy in London welcomed the loan.

"You do not lend a man his own book," said the charity Return. Its chairwoman, Ada Moss, said the gospel was stolen.

The Department for Culture did not respond to a request for comment.
"""
BORROWER = """ADDIS ABABA, 10 May 2031 - Ethiopia's Ministry of Culture announced on Saturday that the Axum gospel would come home.

The minister, Hirut Bekele, said that ownership had been raised at every meeting. She said the gospel would stay for five years.

The statement made no mention of insurance.
"""


@pytest.fixture(scope="module")
def records(read: Callable[..., Record]) -> list[Record]:
    return [read(LENDER, "2031-05-10"), read(BORROWER, "2031-05-10")]


def told(records: list[Record], side: str) -> str:
    read, owners = settled(records)
    return " ".join(
        anchor.exact for telling in tellings(read, owners) if telling.side == side for anchor in telling.anchors
    )


def test_a_text_full_of_a_nations_body_is_that_nations(records: list[Record]) -> None:
    assert [owner.side for owner in settled(records)[1]] == ["GBR", "ETH"]


@pytest.mark.parametrize("words", ["three years", "the loan was settled", "discussed ownership"])
def test_the_body_and_its_officer_speak_for_the_nation(records: list[Record], words: str) -> None:
    assert words in told(records, "GBR")


def test_who_chairs_a_charity_speaks_for_neither(records: list[Record]) -> None:
    assert "the gospel was stolen" not in told(records, "GBR") + told(records, "ETH")


def test_a_papers_unanswered_request_is_no_matter(records: list[Record]) -> None:
    assert not any("request" in topic.label or "comment" in topic.label for topic in records[0].topics)


def test_the_statement_of_the_one_side_that_speaks_is_its_own(records: list[Record]) -> None:
    read, owners = settled(records)
    silent = [t for t in tellings(read, owners) if t.silent and any("insurance" in a.exact for a in t.anchors)]
    assert [t.side for t in silent] == ["ETH"]
