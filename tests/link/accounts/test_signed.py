"""The body whose name is the first line of its own text."""

from __future__ import annotations

import pytest

from readout.link.accounts.signed import signed
from readout.model.document import Document
from readout.model.record import Record

BODY = "The {name} opened the loom hall on Friday. It will stay open until the end of the year, it said."


def record(head: str, name: str) -> Record:
    text = f"{head}\n\n{BODY.format(name=name)}"
    lines = [part for part in text.split("\n") if part]
    ranges = tuple((text.index(line), text.index(line) + len(line)) for line in lines)
    return Record(Document("x", text, ranges))


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("Museum of Weaving, Lyme\nStatement on the Loom", "Museum", "Museum of Weaving"),
        ("Ardle Thistle FC - Club statement", "Ardle Thistle", "Ardle Thistle FC"),
        ("TOWN OF LYME\nNotice to residents", "town hall", "Town of Lyme"),
        ("Statement by the Weavers' Guild", "Guild", "Weavers' Guild"),
        ("Sorrel Tin\nNews release", "Sorrel Tin", "Sorrel Tin"),
        ("Lyme, 4 May 2031\nSorrel Tin plc - Press release", "Sorrel Tin", "Sorrel Tin plc"),
        ("Sorrel Tin AB\nLyme, 4 May 2031", "Sorrel Tin", "Sorrel Tin AB"),
        ("LWG STATEMENT ON THE FLOOD", "head of the Lyme Weavers' Guild", "Lyme Weavers' Guild"),
        ("Lyme Weavers' Guild statement on the flood", "guild", "Lyme Weavers' Guild"),
        ("A short statement on the flood", "guild", None),
        ("Ministry of Looms\nLyme, 4 May 2031", "Ministry", None),
        ("Closure of the Loom Hall\nA report", "museum", None),
        ("Press release\n4 May 2031", "museum", None),
        ("JOINT STATEMENT\nMuseum of Weaving", "museum", None),
    ],
)
def test_the_body_above_a_text(head: str, name: str, expected: str | None) -> None:
    assert signed(record(head, name)) == expected


def test_a_body_that_bears_its_countrys_name() -> None:
    paper = record("Malta Nurses' Federation\nPress statement, 4 May 2031", "Federation")
    assert signed(paper) is None
    assert signed(paper, national=True) == "Malta Nurses' Federation"
