"""Whose page it is: the site's name as its readers know it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

NAMED = ("og:site_name", "application-name")
TAIL = re.compile(r"\s[|\u2013\u2014-]\s+([^|\u2013\u2014]{2,60})$")
"""What stands behind a page's title: "… | The Harbour Post"."""
MOST_SCRIPTS = 20
LONGEST_SCRIPT = 200_000
DEEPEST = 6


def site_name(tree: Any, url: str | None) -> str | None:
    """The name that the page gives the site, written as the page writes it best.

    A page that calls its site ``harbourpost`` and is titled "Tides | The Harbour Post" is The Harbour Post's.
    """
    told = [name for key in NAMED for name in _metas(tree, key)]
    named = told[0] if told else None
    known = {_squashed(name) for name in (*told, _domain(url)) if name}
    best = [name for name in (*_publishers(tree), *_tails(tree)) if _squashed(name) in known]
    plain = named is None or " " not in named
    return next((name for name in best if " " in name), named) if plain else named


def headline(title: str | None, site: str | None) -> str | None:
    """A page's title without the site's name behind it.

    >>> headline("Tides turn | The Harbour Post", "Harbour Post")
    'Tides turn'
    """
    tail = TAIL.search(title) if title and site else None
    if title is None or tail is None or site is None or _squashed(tail[1]) != _squashed(site):
        return title
    return title[: tail.start()].rstrip()


def _metas(tree: Any, key: str) -> list[str]:
    metas = tree.iterfind(".//meta")
    found = (e.get("content") for e in metas if (e.get("property") or e.get("name") or "").lower() == key)
    return [" ".join(content.split()) for content in found if content and content.strip()]


def _tails(tree: Any) -> Iterator[str]:
    for title in tree.iterfind(".//head/title"):
        if found := TAIL.search(" ".join((title.text or "").split())):
            yield found[1]


def _publishers(tree: Any) -> Iterator[str]:
    """The publishers that a page's linked data (schema.org in JSON) names."""
    scripts = (e.text for e in tree.iterfind(".//script[@type='application/ld+json']"))
    for script in islice(scripts, MOST_SCRIPTS):
        if script and len(script) < LONGEST_SCRIPT:
            try:
                yield from _named(json.loads(script), DEEPEST)
            except (ValueError, RecursionError):
                continue


def _named(data: Any, depth: int) -> Iterator[str]:
    if isinstance(data, dict) and depth:
        publisher = data.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and 1 < len(name.strip()) < 80:
            yield " ".join(name.split())
        for value in data.values():
            yield from _named(value, depth - 1)
    elif isinstance(data, list) and depth:
        for value in data[:50]:
            yield from _named(value, depth - 1)


def _domain(url: str | None) -> str | None:
    """The domain's own label: "harbourpost" of ``https://www.harbourpost.example/tides``."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    labels = [label for label in host.split(".") if label not in ("www", "edition", "m", "en")]
    return labels[0] if len(labels) > 1 else None


def _squashed(name: str) -> str:
    return re.sub(r"^the\s*|\.(?:com|org|net)$|\W", "", name.casefold())
