"""Whose page it is, by what the page says of itself."""

from __future__ import annotations

import pytest
from lxml import html

from readout.ingest.site import headline, site_name

META = '<meta property="og:site_name" content="{}">'
DATA = '<script type="application/ld+json">{"@graph": [{"publisher": {"name": "The Harbour Post"}}]}</script>'
URL = "https://www.harbourpost.example/tides"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (META.format("Gull &amp; Co News"), "Gull & Co News"),
        (META.format("harbourpost") + "<title>Tides turn | The Harbour Post</title>", "The Harbour Post"),
        (META.format("harbourpost") + DATA, "The Harbour Post"),
        (META.format("harbourpost") + "<title>Tides turn | Mayor says</title>", "harbourpost"),
        ("<title>Tides turn – The Harbour Post</title>", "The Harbour Post"),
        ("<title>Tides turn – not a name</title>", None),
        ('<script type="application/ld+json">{"publisher": </script>', None),
    ],
)
def test_the_name_of_a_site(head: str, name: str | None) -> None:
    assert site_name(html.fromstring(f"<html><head>{head}</head><body><p>Tides.</p></body></html>"), URL) == name


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Tides turn | The Harbour Post", "Tides turn"),
        ("Tides turn - harbour post", "Tides turn"),
        ("Tides turn - for now", "Tides turn - for now"),
        ("Tides turn", "Tides turn"),
    ],
)
def test_a_title_without_the_site(title: str, told: str) -> None:
    assert headline(title, "The Harbour Post") == told
