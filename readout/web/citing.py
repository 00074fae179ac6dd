"""Addresses that find a quotation again, and the line that cites it."""

from __future__ import annotations

from urllib.parse import quote

from readout.model.anchor import Anchor
from readout.model.document import Document

KEPT = 80
"""Characters of a quotation that its permalink holds, to tell whether they still stand there."""


def permalink(document: Document, anchor: Anchor) -> str:
    """The path to a stretch of a text; it names the words, so that a look-alike is never shown for them."""
    text = f"/texts/{document.id.removeprefix('sha256:')[:16]}"
    return f"{text}?at={anchor.start}-{anchor.end}&says={quote(anchor.exact[:KEPT], safe='')}#here"


def pointed(document: Document, at: str | None, says: str | None) -> Anchor | None:
    """The stretch that a permalink means; None where the text no longer says so there.

    >>> pointed(Document("", "Ruiz left. Ruiz stayed."), "11-15", "Ruiz")
    Anchor(start=11, end=15, exact='Ruiz')
    """
    start, _, end = (at or "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(start + end) < 20):
        return None
    first, last = int(start), int(end)
    if not first < last <= len(document.text):
        return None
    anchor = document.anchor(first, last)
    return anchor if says is None or anchor.exact[:KEPT] == says else None


def original(document: Document, anchor: Anchor | None = None) -> str | None:
    """The address of the original; with a text fragment that makes a browser show the very words."""
    url = document.url
    if url is None or not url.startswith(("https://", "http://")):
        return None
    return url.partition("#")[0] + f"#:~:text={_fragment(anchor.exact)}" if anchor else url


def _fragment(exact: str) -> str:
    """The words, or the first and the last of many.

    >>> _fragment("well-known facts")
    'well%2Dknown%20facts'
    """
    words = exact.split()
    if len(words) <= 10 and "\n" not in exact:
        return _coded(" ".join(words))
    return f"{_coded(' '.join(words[:5]))},{_coded(' '.join(words[-5:]))}"


def _coded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def citation(document: Document, quoted: str, speaker: str | None, anchor: Anchor | None) -> str:
    """A quotation with where it stands.

    >>> citation(Document("", "", title="Ships", publisher="The Paper"), "Yes.", "Ada Ruiz", None)
    '“Yes.” (Ada Ruiz, in: “Ships”, The Paper)'
    """
    words = " ".join(quoted.split()).strip('“”"')
    place = ", ".join(fact for fact in (where(document), original(document, anchor)) if fact)
    spoken = f"{speaker}, in: {place}" if speaker and place else speaker or place
    return f"“{words}” ({spoken})" if spoken else f"“{words}”"


def where(document: Document) -> str:
    """What a text is called by: its title, its publisher, its date.

    >>> where(Document("", "", title="Ships", publisher="The Paper"))
    '“Ships”, The Paper'
    """
    title = f"“{document.title}”" if document.title else None
    return ", ".join(fact for fact in (title, document.publisher, document.published) if fact)
