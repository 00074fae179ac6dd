"""What an input is, by its first bytes, its media type and its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from readout.ingest.raw import Raw
from readout.model.errors import UnreadableError

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
PDF_SUFFIXES = frozenset({".pdf"})
MAIL_SUFFIXES = frozenset({".eml"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | PDF_SUFFIXES | MAIL_SUFFIXES
"""What a folder is searched for."""

FOREIGN = (
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"Rar!", "a rar file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or video"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"SQLite format 3", "a database"),
)
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html\b|head\b|body\b|article\b|meta\b|title\b|(?:div|main|section|table|p|h1)[\s>][^<]*[\s\S]{0,2000}</)",
    re.IGNORECASE,
)
HEAD = 4_000


def kind_of(raw: Raw) -> str:
    """``pdf``, ``html``, ``mail`` or ``text``; ``UnreadableError`` for a known file of another kind."""
    head = raw.data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for mark, label in FOREIGN:
        if head.startswith(mark):
            raise UnreadableError(f"{raw.name} is {label}: give a text, HTML, PDF or e-mail file")
    media, suffix = media_of(raw.media_type), suffix_of(raw.name)
    if media == "application/pdf" or suffix in PDF_SUFFIXES:
        return "pdf"
    if media == "message/rfc822" or suffix in MAIL_SUFFIXES:
        return "mail"
    if media in {"text/html", "application/xhtml+xml"}:
        return "html"
    if media == "text/plain" or suffix in TEXT_SUFFIXES:
        return "text"
    return "html" if suffix in HTML_SUFFIXES or _looks_like_markup(head) else "text"


def _looks_like_markup(head: bytes) -> bool:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return start.startswith(b"<") and MARKUP.search(start) is not None


def media_of(media_type: str | None) -> str:
    """The bare type of a Content-Type: ``text/html`` of ``Text/HTML; charset=utf-8``."""
    return (media_type or "").split(";")[0].strip().lower()


def charset_of(media_type: str | None) -> str | None:
    """The charset of a Content-Type, or None."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", media_type or "", re.IGNORECASE)
    return found.group(1) if found else None


def suffix_of(name: str) -> str:
    """The lower-case suffix of a path or of the path in an address."""
    path = urlsplit(name).path if re.match(r"https?://", name) else name
    return PurePosixPath(path).suffix.lower()
