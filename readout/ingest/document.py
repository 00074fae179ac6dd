"""Raw bytes, or a text that is at hand, to a ``Document``."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from readout.ingest import dates, english
from readout.ingest.assemble import Assembled, assembled
from readout.ingest.decode import text_of
from readout.ingest.kinds import charset_of, kind_of
from readout.ingest.limits import MAX_BYTES, MAX_CHARACTERS
from readout.ingest.plain import from_text
from readout.ingest.raw import Raw
from readout.model.document import Document, Removed
from readout.model.errors import RefusedError, UnreadableError


def document_of(raw: Raw, *, published: str | None = None, publisher: str | None = None) -> Document:
    """The document in some bytes: plain text, HTML, PDF or mail, by what they are.

    ``published`` (EDTF) and ``publisher`` stand above what the bytes say of themselves; the day on which
    an archive took a page stands in where the page states no date.
    Raises ``UnreadableError`` for what cannot be turned into English text, ``RefusedError`` for what
    is too large, ``UsageError`` for a date that is none.

    >>> document_of(Raw("a.txt", b"The mayor said the bridge was safe.")).text
    'The mayor said the bridge was safe.'
    """
    published = dates.edtf(published)
    if not raw.data.strip():
        raise UnreadableError(f"{raw.name} is empty")
    if len(raw.data) > MAX_BYTES:
        raise RefusedError(f"{raw.name} is larger than {MAX_BYTES // 1_000_000} MB: split it")
    document = _READERS[kind_of(raw)](raw)
    if published is None and document.published is None:
        published = raw.taken
    return _finished(document, raw.name, published, publisher)


def document_of_text(
    text: str,
    *,
    name: str = "the text",
    published: str | None = None,
    publisher: str | None = None,
) -> Document:
    """The document in a text that is at hand; raises as ``document_of`` does.

    >>> document_of_text("Ada Ruiz said no.\\r\\n", published="2026-03").published
    '2026-03'
    """
    published = dates.edtf(published)
    digest = _digest(text.encode("utf-8", "surrogatepass"))
    return _finished(_from_plain(text, name, digest), name, published, publisher)


def _from_text(raw: Raw) -> Document:
    text = text_of(raw.data, raw.name, charset_of(raw.media_type))
    return replace(_from_plain(text, raw.name, _digest(raw.data)), url=raw.url)


def _from_plain(text: str, name: str, digest: str) -> Document:
    _bounded(text, name)
    found, before = from_text(text)
    return _document(digest, found, before, title=found.title, author=found.author, published=_date(found))


def _from_html(raw: Raw) -> Document:
    from readout.ingest.page import declared_charset, page_of

    source = text_of(raw.data, raw.name, charset_of(raw.media_type) or declared_charset(raw.data))
    _bounded(source, raw.name)
    page = page_of(source, raw.name, raw.url)
    found = assembled(_apart(page.paragraphs))
    return _document(
        _digest(raw.data),
        found,
        page.removed,
        url=page.url,
        publisher=page.publisher,
        title=page.title or found.title,
        author=page.author or found.author,
        published=page.published or _date(found),
    )


def _from_pdf(raw: Raw) -> Document:
    from readout.ingest.pdf import paper_of, paragraphs_of
    from readout.ingest.plain import normal

    paper = paper_of(raw.data, raw.name)
    paragraphs, removed = paragraphs_of(paper)
    text, controls = normal("\n".join(paragraphs))
    lines = text.split("\n")
    found = assembled(_apart(lines))
    return _document(
        _digest(raw.data),
        found,
        (*removed, *controls),
        url=raw.url,
        title=paper.title or found.title,
        author=paper.author or found.author,
        published=_date(found),
    )


def _from_mail(raw: Raw) -> Document:
    """The text of a mail under what it is about."""
    from readout.ingest.letter import letter_of

    letter = letter_of(raw.data, raw.name)
    if letter.html:
        made = _from_html(Raw(raw.name, letter.body.encode("utf-8", "replace"), "text/html; charset=utf-8"))
    else:
        made = _from_plain(letter.body, raw.name, "")
    return replace(
        made,
        id=_digest(raw.data),
        url=raw.url,
        title=letter.title or made.title,
        author=letter.author or made.author,
        published=letter.published or made.published,
        removed=(*letter.removed, *made.removed),
    )


_READERS = {"text": _from_text, "html": _from_html, "pdf": _from_pdf, "mail": _from_mail}


def _date(found: Assembled) -> str | None:
    """The date that was taken out as a stamp, or stands near the top."""
    stamps = (piece.text for piece in found.removed if piece.reason == "date stamp")
    return dates.stamped(stamps) or dates.written(found.text[:8_000].split("\n"))


def _document(digest: str, found: Assembled, before: Sequence[Removed], **said: str | None) -> Document:
    removed = (*before, *found.removed)
    return Document(id=digest, text=found.text, paragraphs=found.paragraphs, removed=removed, **said)


def _finished(document: Document, name: str, published: str | None, publisher: str | None) -> Document:
    """The document with its language and what the caller knows better; empty ones are refused."""
    if not any(c.isalnum() for c in document.text):
        left = "nothing but page residue" if document.removed else "no words"
        raise UnreadableError(f"{name} holds {left}")
    return replace(
        document,
        language=english.language_of(document.text, name),
        published=published or document.published,
        publisher=publisher or document.publisher,
    )


def _apart(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs with a blank line after each."""
    return [line for paragraph in paragraphs for line in (paragraph, "")]


def _bounded(text: str, name: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(f"{name} is longer than {MAX_CHARACTERS:,} characters: split it")


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
