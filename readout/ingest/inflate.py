"""Compressed bodies, never unpacked beyond a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from readout.model.errors import RefusedError, UnreadableError

WRAPPED = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""Content-Encoding to the window bits that zlib takes for it."""


def inflated(chunks: Iterable[bytes], encoding: str | None, limit: int, name: str) -> bytes:
    """The body in its chunks, unpacked; raises ``RefusedError`` as soon as it is longer than ``limit``.

    >>> inflated([zlib.compress(b"a" * 9)], "deflate", 9, "page")
    b'aaaaaaaaa'
    """
    label = (encoding or "identity").strip().lower()
    if label in {"", "identity"}:
        return _gathered(chunks, limit, name)
    if label not in WRAPPED:
        raise UnreadableError(f"{name} is sent compressed as {label!r}, which was not asked for")
    return _gathered(_unpacked(chunks, label, limit, name), limit, name)


def _gathered(chunks: Iterable[bytes], limit: int, name: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise RefusedError(f"{name} is larger than {limit / 1_000_000:g} MB: save the part you need")
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], label: str, limit: int, name: str) -> Iterable[bytes]:
    machine = None
    try:
        for chunk in chunks:
            if machine is None:
                machine = zlib.decompressobj(_bits(label, chunk))
            yield machine.decompress(chunk, limit + 1)
            while machine.unconsumed_tail:
                yield machine.decompress(machine.unconsumed_tail, limit + 1)
    except zlib.error as error:
        raise UnreadableError(f"{name} is sent compressed and breaks on unpacking") from error
    if machine is not None and not machine.eof:
        raise UnreadableError(f"{name} is sent compressed and stops in the middle")


def _bits(label: str, chunk: bytes) -> int:
    """The window bits; some servers send deflate without its header."""
    bare = label == "deflate" and not (
        len(chunk) > 1 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
    )
    return -15 if bare else WRAPPED[label]
