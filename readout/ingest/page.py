"""HTML to lines: the main content, what stood around it, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from readout.ingest.byline import byline
from readout.ingest.plain import normal
from readout.ingest.residue import reasons
from readout.ingest.site import headline, site_name
from readout.model.document import Removed
from readout.model.errors import UnreadableError

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body button caption center dd details dialog div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol"
        " option p pre section select summary table tbody td textarea tfoot th thead tr ul",
    )
)
UNSEEN = frozenset(
    re.findall(r"\w+", "script style noscript template head svg math object embed audio video canvas iframe")
)
DEEPEST = 400
ELSEWHERE = "outside the main content"
WHOLE = frozenset({"p", "head", "item", "quote", "cell", "code", "fw", "ab"})


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of a page's main content, and what its markup says of it."""

    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...] = ()
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


META_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)


def declared_charset(data: bytes) -> str | None:
    """The charset that a page's first lines declare, or None.

    >>> declared_charset(b'<meta charset="iso-8859-1">')
    'iso-8859-1'
    """
    found = META_CHARSET.search(data[:4_000])
    return found.group(1).decode("ascii") if found else None


def page_of(source: str, name: str, url: str | None = None) -> Page:
    """Read a page's source; nothing is fetched and no script survives.

    Raises ``UnreadableError`` where there is no markup or no main content.
    """
    tree = _tree(source, name)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    body = _main_content(tree, url)
    paragraphs = tuple(_paragraphs(body)) if body is not None else ()
    if not paragraphs:
        raise UnreadableError(
            f"{name} is a page without readable content: save the story itself as text or HTML"
        )
    return Page(
        paragraphs=paragraphs,
        removed=tuple(_left_out(tree, paragraphs)),
        published=_published(tree, url),
        **_said_of_itself(tree, url),
    )


def _tree(source: str, name: str) -> Any:
    from lxml import etree, html

    clean, _ = normal(source)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError(f"{name} holds no page that can be read") from error
    if _depth(tree) > DEEPEST:
        raise UnreadableError(f"{name} is no ordinary page: its elements are nested more than {DEEPEST} deep")
    return tree


def _depth(tree: Any) -> int:
    depth = deepest = 0
    from lxml import etree

    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main_content(tree: Any, url: str | None) -> Any:
    """Trafilatura's body element of the main content, or None."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        deepcopy(tree),
        url=url,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=False,
    )
    return None if found is None else found.body


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of every block of the extracted body: paragraphs, headings, items, quotes, table rows."""
    for element in body:
        yield from _blocks(element)


def _blocks(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag == "row":
        cells = [" ".join("".join(cell.itertext()).split()) for cell in element]
        if any(cells):
            yield " | ".join(cell for cell in cells if cell)
    elif any(child.tag in WHOLE or child.tag in {"list", "table", "row"} for child in element):
        yield from _lines(element.text)
        for child in element:
            yield from _blocks(child)
            yield from _lines(child.tail)
    else:
        for line_break in element.iter("lb"):
            line_break.text = "\n"
        yield from _lines("".join(element.itertext()))
        if element.tag in {"hi", "ref", "del"}:
            yield from _lines(element.tail)


def _lines(text: str | None) -> Iterator[str]:
    for line in (text or "").split("\n"):
        if joined := " ".join(line.split()):
            yield joined


def _left_out(tree: Any, paragraphs: Sequence[str]) -> Iterator[Removed]:
    """What a reader of the page sees besides its main content, neighbouring lines together."""
    kept = Counter(word for paragraph in paragraphs for word in paragraph.split())
    inside = {"".join(p.split()) for p in paragraphs}
    whole = "\n".join("".join(p.split()) for p in paragraphs)
    lines = list(visible(tree))
    marks = reasons(lines)
    batch: list[str] = []
    for line, mark in zip(lines, marks, strict=True):
        bare = "".join(line.split())
        present = bare in inside or (len(bare) > 20 and bare in whole) or _covered(line, kept)
        if mark is None and not present:
            batch.append(line)
            continue
        if batch:
            yield Removed("\n".join(batch), ELSEWHERE)
            batch = []
        if mark is not None and bare not in inside:
            yield Removed(line, mark)
    if batch:
        yield Removed("\n".join(batch), ELSEWHERE)


def _covered(line: str, kept: Counter[str]) -> bool:
    """Whether a long line's words are nearly all in the text: the same paragraph, cut otherwise."""
    words = line.split()
    return len(words) >= 12 and sum(word in kept for word in words) >= 0.95 * len(words)


def visible(tree: Any) -> Iterator[str]:
    """The lines that a browser would show, in order.

    >>> from lxml import html
    >>> list(visible(html.fromstring("<div><p>One <b>two</b></p><script>no()</script>three</div>")))
    ['One two', 'three']
    """
    from lxml import etree

    line: list[str] = []
    hidden = 0

    def flushed() -> Iterator[str]:
        if joined := " ".join("".join(line).split()):
            yield joined
        line.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        block, unseen = element.tag in BLOCKS or element.tag == "br", element.tag in UNSEEN
        if block and not hidden:
            yield from flushed()
        if event == "start":
            hidden += unseen
            line.append("" if hidden else element.text or "")
        else:
            hidden -= unseen
            line.append("" if hidden else element.tail or "")
    yield from flushed()


def _said_of_itself(tree: Any, url: str | None) -> dict[str, str | None]:
    """Title, author, publisher and canonical address as the page's markup gives them."""
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(
            deepcopy(tree), url, {"extensive_search": False, "original_date": True}, True
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        return {"title": _one_line(tree.findtext(".//title")), "url": _canonical(tree, url)}
    address = _canonical(tree, url)
    site = site_name(tree, address) or _one_line(found.sitename)
    return {
        "title": headline(_one_line(found.title), site),
        "author": byline(_one_line(found.author)),
        "publisher": site,
        "url": address,
    }


def _canonical(tree: Any, url: str | None) -> str | None:
    """The page's own address: its canonical link, else ``og:url``, else where it was found."""
    links = [e.get("href") for e in tree.iterfind(".//link[@rel='canonical']")]
    metas = [e.get("content") for e in tree.iterfind(".//meta[@property='og:url']")]
    for address in [*links, *metas]:
        try:
            whole = urljoin(url or "", (address or "").strip())
        except ValueError:
            continue
        if whole.startswith(("http://", "https://")):
            return str(whole)
    return url


def _published(tree: Any, url: str | None) -> str | None:
    """The publication date by htmldate, or None."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=EXTENSIVE, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return str(found) if found else None


EXTENSIVE = True
"""Whether dates are also looked for in the running text of a page that states none."""


def _one_line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
