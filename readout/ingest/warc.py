"""Web archives (WARC): every page in a file of them, with its address and the day it was taken.

ISO 28500. A record that breaks is told of and the others go on; nothing is unpacked beyond a limit.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

from readout.ingest.inflate import inflated
from readout.ingest.kinds import media_of
from readout.ingest.limits import MAX_BYTES
from readout.ingest.raw import Failed, Raw
from readout.model.errors import ReadoutError, RefusedError, UnreadableError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SUFFIXES = (".warc", ".warc.gz")
PAGES = frozenset({"text/html", "application/xhtml+xml"})
HEAD = 1_024
BLOCK = 65_536
LONGEST_HEAD = 200_000
"""Bytes that the header lines of one record may take."""
BROKEN = "is a web archive that breaks after {}: what follows could not be read"
CHUNK = re.compile(rb"([0-9a-fA-F]{1,12})[^\r\n]{0,200}\r?\n")


def is_warc(head: bytes) -> bool:
    """Whether a file that begins like this is a web archive, packed or not.

    >>> is_warc(b"WARC/1.0\\r\\n"), is_warc(b"<html>")
    (True, False)
    """
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head[:HEAD], 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def pages(stream: IO[bytes], name: str) -> Iterator[Raw | Failed]:
    """The pages of a web archive in its order, each under its own address.

    Redirects, errors, pictures and scripts are passed over; an archive without a page is a ``Failed``.
    """
    count, unpacked = 0, Unpacked(stream)
    try:
        for record in _records(unpacked):
            for page in _page(record, name):
                count += 1
                yield page
    except (OSError, ValueError, EOFError):
        unpacked.broken = True
    if unpacked.broken:
        yield Failed(name, UnreadableError(f"{name} {BROKEN.format(_counted(count))}"))
    elif not count:
        yield Failed(name, UnreadableError(f"{name} is a web archive without a page"))


class Unpacked:
    """The bytes of a stream whose gzip members, if it has any, are unpacked; they end where it breaks."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.broken, self.given = stream, False, 0
        self.waiting = stream.read(BLOCK)
        self.machine = zlib.decompressobj(31) if self.waiting.startswith(b"\x1f\x8b") else None

    def tell(self) -> int:
        """How many bytes were given out."""
        return self.given

    def read(self, size: int = BLOCK) -> bytes:
        """Some of the bytes, at most so many; none at the end."""
        some = self._read(BLOCK if size < 0 else size)
        self.given += len(some)
        return some

    def _read(self, size: int) -> bytes:
        if self.machine is None:
            return self._packed(size)
        while not self.broken:
            packed = self._packed(BLOCK)
            if not packed:
                self.broken = not self.machine.eof
                break
            try:
                if self.machine.eof:
                    self.machine = zlib.decompressobj(31)
                out = self.machine.decompress(packed, size)
            except zlib.error:
                self.broken = bool(packed.strip(b"\0"))  # some archivers fill the end up with zeros
                break
            self.waiting = (self.machine.unconsumed_tail or self.machine.unused_data) + self.waiting
            if out:
                return out
        return b""

    def _packed(self, size: int) -> bytes:
        if not self.waiting:
            self.waiting = self.stream.read(BLOCK)
        some, self.waiting = self.waiting[:size], self.waiting[size:]
        return some


def _counted(count: int) -> str:
    return f"{count} page" + ("" if count == 1 else "s")


def _records(stream: Unpacked) -> Iterator[WarcRecord]:
    """The records that hold what a server sent."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds: Any = WarcRecordType.response | WarcRecordType.resource
    options: dict[str, Any] = {"record_types": kinds, "parse_http": True, "auto_decode": "none"}
    reader: Any = stream
    yield from ArchiveIterator(reader, **options, max_header_len=LONGEST_HEAD, stream_detect=False)


def _page(record: WarcRecord, archive: str) -> Iterator[Raw | Failed]:
    """The page in a record, or none where it holds no page."""
    headers = record.http_headers if record.is_http_parsed else None
    media_type = _header(headers, "Content-Type") if headers else record.headers.get("Content-Type")
    if media_of(media_type) not in PAGES or (headers and headers.status_code != 200):
        return
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    name = url or f"a page of {archive}"
    try:
        data = _body(record, headers, name)
    except ReadoutError as error:
        yield Failed(name, error)
        return
    yield Raw(name, data, media_type, url or None, _day(record.headers.get("WARC-Date")))


def _body(record: WarcRecord, headers: Any, name: str) -> bytes:
    """What the server sent, unpacked; raises ``RefusedError`` for more than is read at all."""
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RefusedError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB: save the part you need")
    if not headers:
        return bytes(data)
    if "chunked" in (_header(headers, "Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    encoding = _header(headers, "Content-Encoding")
    if encoding and _plain_already(data, encoding):
        encoding = None
    return inflated([data], encoding, MAX_BYTES, name)


def _plain_already(data: bytes, encoding: str) -> bool:
    """Some archivers unpack a page and leave the header that says it is packed."""
    return encoding.strip().lower() not in {"deflate"} and data.lstrip()[:1] == b"<"


def _unchunked(data: bytes) -> bytes:
    """A body without the lengths of its chunks; as it is where it has none (archivers take them out)."""
    out, at = bytearray(), 0
    while found := CHUNK.match(data, at):
        size = int(found[1], 16)
        if not size:
            return bytes(out)
        start = found.end()
        out += data[start : start + size]
        at = start + size
        at += 2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"
    return bytes(out) if out and at >= len(data) else data


def _header(headers: Any, name: str) -> str | None:
    found = headers.get(name)
    return str(found) if found else None


def _day(written: str | None) -> str | None:
    """The day of a record, in universal time; None for a date that is none."""
    try:
        return datetime.fromisoformat((written or "").strip()[:10]).date().isoformat()
    except ValueError:
        return None
