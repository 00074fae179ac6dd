"""Feeds (RSS 1 and 2, Atom): the addresses of their stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from readout.ingest.raw import Raw

ROOT = re.compile(
    rb"\A\xef?\xbb?\xbf?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
HEAD = 8_000


def is_feed(raw: Raw) -> bool:
    """Whether some bytes are a feed.

    >>> is_feed(Raw("a", b'<?xml version="1.0"?><rss version="2.0"></rss>')), is_feed(Raw("a", b"<html>"))
    (True, False)
    """
    return ROOT.match(raw.data[:HEAD]) is not None


def stories(raw: Raw) -> list[str]:
    """The addresses of a feed's stories, in its order, each once; none of a feed that cannot be read.

    >>> stories(Raw("a", b"<rss><channel><item><link>https://x.example/1</link></item></channel></rss>"))
    ['https://x.example/1']
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        tree = etree.fromstring(raw.data, parser)
    except (etree.LxmlError, ValueError):
        return []
    if tree is None:
        return []
    found = (urljoin(raw.url or "", link.strip()) for link in _links(tree))
    return list(dict.fromkeys(link for link in found if link.startswith(("http://", "https://"))))


def _links(tree: Any) -> Iterator[str]:
    for item in tree.iter("{*}item", "{*}entry"):
        children = [(_name(child), child) for child in item if isinstance(child.tag, str)]
        links = [child for name, child in children if name == "link"]
        linked = [one.get("href") for one in links if one.get("rel", "alternate") == "alternate"]
        written = [one.text for one in links]
        guids = [
            child.text for name, child in children if name == "guid" and child.get("isPermaLink") != "false"
        ]
        yield from [link for link in (*linked, *written, *guids) if link and link.strip()][:1]


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
