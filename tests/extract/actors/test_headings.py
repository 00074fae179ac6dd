"""Speeches under a heading: who speaks, by name or by the office, and for whom "we" stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.extract.actors.headings import heading_of
from readout.model.document import Document
from readout.model.record import Record

Reader = Callable[..., Record]

SPEECHES = [
    # an office alone, in capitals, of a country without a known holder
    ("SPEECH BY THE MINISTER OF MINES OF LESOTHO\n\nI am glad to be here. Our roads are long, and we need help.", None,
     "Minister of Mines of Lesotho", ["THE MINISTER OF MINES", "I"]),
    ("SPEECH BY THE MINISTER OF MINES OF LESOTHO\n\nI am glad to be here. Our roads are long, and we need help.", None,
     "Lesotho", ["LESOTHO", "Our", "we"]),
    # the holder by the date, his government as his country
    ("STATEMENT BY THE PRIME MINISTER OF FIJI\n\nI come with one request. My government has moved a village.", "2019-09-27",
     "Frank Bainimarama", ["THE PRIME MINISTER", "I", "My"]),
    ("STATEMENT BY THE PRIME MINISTER OF FIJI\n\nI come with one request. My government has moved a village.", "2019-09-27",
     "Fiji", ["FIJI", "My government"]),
    # a heading over two lines, and one with a name
    ("ADDRESS BY\nMS. TESSA AMADI, MINISTER FOR WATER\n\nI thank you all.", None, "Tessa Amadi",
     ["MS. TESSA AMADI", "MINISTER FOR WATER", "I"]),
    ("Remarks by the High Representative after the Foreign Affairs Council\n\nI will be brief.", "2016-05-12",
     "Federica Mogherini", ["the High Representative", "I"]),
    # several speak, and a body
    ("Joint statement by the foreign ministers of Peru and Chile\n\nWe met in Lima today.", None,
     "foreign ministers of Peru and Chile", ["the foreign ministers of Peru and Chile", "We"]),
    ("Statement by the Spokesman of the Ministry of Health of Gabon\n\nThe Ministry regrets the delay.", None,
     "Ministry of Health of Gabon", ["the Ministry of Health", "The Ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "name", "mentions"), SPEECHES)
def test_speeches(reads: Reader, text: str, date: str | None, name: str, mentions: list[str]) -> None:
    record = reads(text, date) if date else reads(text)
    found = {a.name: [m.exact for m in a.mentions] for a in record.actors}
    assert found.get(name) == mentions, found


NONE = [
    "A statement by the ministry was late. The minister said so.",
    "Remarks by Ann Lee",
    "The speech by the king lasted an hour.\n\nIt was long. He left.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_heading(text: str) -> None:
    assert heading_of(Document("x", text, ((0, len(text)),))) is None


ISSUED = (
    "GOVERNMENT OF SAMOA\nOffice of the Prime Minister\n\nSTATEMENT ON THE FLOODS\n\nApia, 3 May 2022\n\n"
    "The Prime Minister, Fiame Mata'afa, spoke with the Prime Minister of Fiji, Frank Bainimarama.\n\n"
    "We ask all partners for patience.\n\n“We will rebuild,” the Prime Minister told the nation."
)


def test_a_government_that_heads_its_statement_is_we(reads: Reader) -> None:
    found = {actor.name: [m.exact for m in actor.mentions] for actor in reads(ISSUED, "2022-05-03").actors}
    assert "We" in found["Government of Samoa"]
    assert found["Frank Bainimarama"] == ["the Prime Minister", "Frank Bainimarama"]


@pytest.mark.parametrize(
    "heading",
    [
        "Transcript: Press briefing, Ministry of Trade, Lusaka, 6 August 2014",
        "Press briefing at the Ministry of Trade, Lusaka",
    ],
)
def test_a_heading_tells_where_an_office_sits(reads: Reader, heading: str) -> None:
    record = reads(f"{heading}\n\nMINISTER PHIRI: Our talks with Malawi went well. The police will help them.")
    assert {a.name: a.country for a in record.actors}["Police"] == "ZMB"
