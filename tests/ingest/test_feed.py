"""Feeds: the stories that they link to, fetched one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from readout.ingest import Failed, Raw, Shelf, gather
from readout.ingest.feed import is_feed, stories

RSS = b"""<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><link>https://paper.example/</link>
<item><title>One</title><link> https://paper.example/1 </link></item>
<item><guid>https://paper.example/2</guid></item>
<item><guid isPermaLink="false">77</guid></item>
<item><link>https://paper.example/1</link></item>
<item><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://paper.example/"/><entry>
<link rel="enclosure" href="https://paper.example/a.mp3"/><link rel="alternate" href="/1"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="x"><link>https://paper.example/1</link></item></rdf:RDF>"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item>
<link>https://paper.example/&a;</link></item></channel></rss>"""


@pytest.mark.parametrize(
    ("feed", "links"),
    [
        (RSS, ["https://paper.example/1", "https://paper.example/2"]),
        (ATOM, ["https://paper.example/1"]),
        (RDF, ["https://paper.example/1"]),
        (RSS[:-60], ["https://paper.example/1", "https://paper.example/2"]),
        (b"<rss>", []),
        (b"<rss \xff\x00", []),
    ],
)
def test_links(feed: bytes, links: list[str]) -> None:
    assert stories(Raw("feed", feed, url="https://paper.example/feed")) == links


def test_entities_are_not_followed() -> None:
    assert all("&" not in link and len(link) < 30 for link in stories(Raw("feed", BOMB)))


@pytest.mark.parametrize("data", [b"<html><body><rss></body></html>", b"The rss feed.", b"", b"<rssx>"])
def test_what_is_no_feed(data: bytes) -> None:
    assert not is_feed(Raw("a", data))


def test_a_feed_gives_its_stories_and_names_those_that_fail(tmp_path: Path) -> None:
    shelf = Shelf(
        {
            name: Raw(name, data)
            for name, data in {"https://p.example/feed": RSS, "https://paper.example/1": b"A story."}.items()
        }
    )
    for source in ("https://p.example/feed", str(tmp_path / "feed.xml")):
        (tmp_path / "feed.xml").write_bytes(RSS)
        first, second = gather(source, fetcher=shelf)
        assert isinstance(first, Raw) and first.data == b"A story."
        assert isinstance(second, Failed) and second.name == "https://paper.example/2"


def test_a_feed_without_stories_is_told(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(b"<rss></rss>")
    (failed,) = gather(str(tmp_path / "feed.xml"))
    assert isinstance(failed, Failed) and "without stories" in str(failed.error)
