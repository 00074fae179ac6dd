"""Bytes to characters: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from readout.model.errors import UnreadableError

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the long ones first: UTF-32's begins as UTF-16's does."""

WESTERN = re.compile(r"(?:cp125|latin|iso8859|mac|cp437|cp850|cp858|ascii|hp_)")
SAMPLE = 20_000
NOT_TEXT = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def text_of(data: bytes, name: str, declared: str | None = None) -> str:
    """The characters of a text file or page, without its byte order mark.

    Tried in turn: the byte order mark, UTF-8, what was declared, UTF-16 by its zero bytes, and a
    guess by the bytes' statistics. Raises ``UnreadableError`` for what is no text.

    >>> text_of("Señor".encode("cp1252") + b" Ruiz said no.", "story.txt")
    'Señor Ruiz said no.'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if (wide := _wide(data)) is not None:
        return _strictly(data, wide, name)
    if _binary(data):
        raise UnreadableError(f"{name} is not text but binary data: give a text, HTML, PDF or e-mail file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_other_means(data, name, declared)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        label = encoding.removesuffix("-sig").upper()
        raise UnreadableError(
            f"{name} begins as {label} but breaks at byte {error.start}: save it as UTF-8"
        ) from error


def _by_other_means(data: bytes, name: str, declared: str | None) -> str:
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding == "utf_8" or WESTERN.match(encoding):
        encoding = "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the encoding of {name} cannot be told: save it as UTF-8") from error
    if sum(c.isascii() and (c.isalnum() or c.isspace()) for c in text[:SAMPLE]) * 2 < len(text[:SAMPLE]):
        raise UnreadableError(
            f"the encoding of {name} cannot be told, or it is not in English: save it as UTF-8"
        )
    return text


def _as_declared(data: bytes, declared: str) -> str | None:
    """The text in the encoding that was declared, None when that is unknown or does not fit."""
    label = declared.strip().lower()
    label = "cp1252" if label in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else label
    try:
        return data.decode(label)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English in it has a zero in every second byte."""
    head = data[:SAMPLE]
    if len(head) < 8 or len(data) % 2:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _binary(data: bytes) -> bool:
    """Whether control characters are more than a stray slip."""
    head = data[:SAMPLE]
    return len(NOT_TEXT.findall(head)) > max(2, len(head) // 200)


def _nearly_utf8(data: bytes) -> bool:
    """Whether broken sequences are rare among sound ones: UTF-8 that was cut or patched."""
    text = data[:SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(not c.isascii() for c in text) - broken
    return sound >= 9 * broken
