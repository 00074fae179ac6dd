"""Addresses of words, and lines that cite them."""

from __future__ import annotations

import pytest

from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.web.citing import citation, original, permalink, pointed

TEXT = "Ruiz left 🚢. Ruiz stayed."
DOCUMENT = Document(f"sha256:{'ab' * 32}", TEXT, url="https://paper.example/a#top")


def test_a_permalink_leads_back_to_its_words() -> None:
    anchor = Anchor.of(TEXT, 10, 17)
    assert permalink(DOCUMENT, anchor) == "/texts/abababababababab?at=10-17&says=%F0%9F%9A%A2.%20Ruiz#here"
    assert pointed(DOCUMENT, "10-17", "🚢. Ruiz") == anchor


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (None, None),
        ("", "Ruiz"),
        ("0-4", "ruiz"),
        ("13-17", "stay"),
        ("4-0", None),
        ("0-0", None),
        ("0-99", None),
    ],
)
def test_what_no_longer_stands_there_is_not_shown(at: str | None, says: str | None) -> None:
    assert pointed(DOCUMENT, at, says) is None


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("well-known, so", "well%2Dknown%2C%20so"),
        (
            "one two three four five six seven eight nine ten eleven",
            "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
        ("a b\nc d", "a%20b%20c%20d,a%20b%20c%20d"),
    ],
)
def test_the_original_shows_the_words(words: str, fragment: str) -> None:
    found = original(DOCUMENT, Anchor(0, len(words), words))
    if "\n" not in words:
        assert found == f"https://paper.example/a#:~:text={fragment}"


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///etc/passwd"])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert original(Document("", "", url=url)) is None


def test_a_citation_holds_what_is_known() -> None:
    assert citation(Document("", ""), "“Yes.”", None, None) == "“Yes.”"
    assert citation(DOCUMENT, "Yes", "Ada", None) == "“Yes” (Ada, in: https://paper.example/a#top)"
