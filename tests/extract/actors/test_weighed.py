"""Where a text is at home: sure or nowhere; posts of states and places; bodies' names with "of"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.extract.actors.weighed import publishers
from readout.knowledge import load as load_knowledge
from readout.model.document import Document
from readout.model.record import Record

Reader = Callable[..., Record]

ABROAD = "Ukraine was the matter of the evening. Ukraine needs arms, they said. Ukrainian towns burn. "
GHANA = "ACCRA, Ghana — The government said nothing. "
COUNTRIES = [
    (f"{ABROAD}Oregon Governor Kate Bell said no.", "Kate Bell", "USA"),
    (f"{ABROAD}Ohio Senator Mia Ross said no.", "Mia Ross", "USA"),
    (f"{ABROAD}Florida Gov. Paul Dean said no.", "Paul Dean", "USA"),
    (f"{ABROAD}Queensland Premier Ann Lowe said no.", "Ann Lowe", "AUS"),
    (f"{ABROAD}Flandia governor Enzo Vik said no.", "Enzo Vik", None),
    (f"{ABROAD}New York City Mayor Bill Lowe said no.", "Bill Lowe", "USA"),
    (f"{GHANA}Flandia governor Enzo Vik said no.", "Enzo Vik", None),
    (f"{GHANA}Deputy Governor Ama Owusu said no.", "Ama Owusu", "GHA"),
    (f"{GHANA}Former Mayor Ama Owusu said no.", "Ama Owusu", "GHA"),
    ("Dresden Drive is shut. Police said a pipe broke on Dresden Drive.", "Police", None),
    ("Nassau County police said no. They held two men.", "Nassau County police", "USA"),
    ("The Nooksack Indian Tribe said no. The tribe left.", "Nooksack Indian Tribe", None),
    ("San Jose police shut a road to San Francisco. They said why.", "San Jose police", "USA"),
    ("San Jose police shut a road. Costa Rica was silent.", "San Jose police", "CRI"),
    # a body's noun, "of" and what it is of are one name
    ("The drum went to the Museum of Ethnology. The Museum said no.", "Museum of Ethnology", None),
    ("The National Museum of Myanmar said no.", "National Museum of Myanmar", "MMR"),
    ("Ana Ruiz of the Faculty of Law said no.", "Faculty of Law", None),
]


@pytest.mark.parametrize(("text", "name", "code"), COUNTRIES)
def test_sure_or_nowhere(reads: Reader, text: str, name: str, code: str | None) -> None:
    assert {a.country for a in reads(text).actors if a.name == name} == {code}


PAGES = [
    ("https://news.example.co.uk/a", None, "GBR"),
    ("https://www.example.gov/a", None, "USA"),
    ("https://example.in/a", None, "IND"),
    ("https://example.io/a", None, None),
    ("https://example.com/a", "The Irish Times UK", "GBR"),
    ("https://example.com/a", "The Jerusalem Post", "ISR"),
    ("https://example.com/a", "Reuters", None),
    ("http://[odd.co.uk", None, None),
    ("not an address", "A Blog of Tea", None),
    (None, None, None),
]


@pytest.mark.parametrize(("url", "publisher", "code"), PAGES)
def test_who_publishes(url: str | None, publisher: str | None, code: str | None) -> None:
    page = Document("sha256:test", "", url=url, publisher=publisher)
    assert publishers(page, load_knowledge()) == code
