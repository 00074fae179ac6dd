"""Search: every filter in the address, hits with the words around them."""

from __future__ import annotations

import html
import re

import pytest
from selenium.webdriver import Chrome, Keys

from .browser import complaints, followed, one, several, text
from .serving import Served, Visitor


def hits(body: str) -> int:
    found = re.search(r"<h2>(\d+) hits?, newest first", body)
    return int(found[1]) if found else -1


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("words=ships", 3),
        ('words="40+ships"', 2),
        ("words=ships+-harbour", 2),
        ("actor=Ruiz&kind=statement", 4),
        ("kind=statement&stance=not+said", 1),
        ("kind=event&status=planned", 1),
        ("topic=ships&kind=topic", 1),
        ("words=sail&since=2026-03-02&until=2026-03-02", 1),
        ("kind=amount", 3),
        ("publisher=paper&words=ships", 1),
        ("documents=2&kind=statement", 3),
        ("words=nothingness", 0),
        ("", -1),
    ],
)
def test_what_an_address_finds(guest: Visitor, query: str, count: int) -> None:
    answer = guest.get(f"/search?{query}")
    assert answer.status == 200 and hits(answer.body) == count


@pytest.mark.parametrize(
    "query",
    ["kind=poem", "stance=maybe", "since=yesterday&words=a", "words=%22%22", "documents=x", "verdict=wow"],
)
def test_a_filter_that_is_none_is_told(guest: Visitor, query: str) -> None:
    answer = guest.get(f"/search?{query}")
    assert answer.status == 400 and 'class="wrong"' in answer.body


def test_the_words_are_marked_beside_astral_characters(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/search?words=crew+safe&documents=2")
    assert [mark.text for mark in several(reader, ".excerpt mark")] == ["crew", "safe"]
    assert "said the 🚢 crew 👩‍🚀 is safe 🙂 and well." in text(reader, ".excerpt")


def test_the_form_writes_its_filters_into_the_address_and_keeps_them(
    reader: Chrome, standing: Served
) -> None:
    reader.get(f"{standing.base}/search")
    one(reader, "input[name=words]").send_keys("ships")
    one(reader, "select[name=kind]").send_keys("statement")
    followed(reader, one(reader, "input[name=actor]"), "Sato", Keys.ENTER)
    assert "words=ships" in reader.current_url and "kind=statement" in reader.current_url
    assert one(reader, "input[name=actor]").get_attribute("value") == "Sato"
    followed(reader, several(reader, ".hits a")[0])
    assert "/texts/" in reader.current_url and "#s" in reader.current_url
    assert complaints(reader) == []


def test_a_hit_says_who_and_whether(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/search?kind=statement&stance=not+said")
    assert one(reader, ".hits .badge.told-silent").text == "○ not said"
    assert one(reader, ".hits b").text == "Emil Sato"


def test_markup_in_a_search_is_words(guest: Visitor) -> None:
    body = guest.get("/search?words=%3Cscript%3Ealert(1)%3C/script%3E").body
    assert "<script>alert" not in body and html.escape("<script>alert(1)</script>") in body
