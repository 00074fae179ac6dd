"""Web archives: every page with its address and day; hostile and broken records."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest

from readout.ingest import Failed, Raw, document_of, gather, only
from readout.ingest.warc import is_warc, pages
from readout.model.errors import RefusedError, UnreadableError

PAGE = b"<html><head><title>Ferry</title></head><body><article><p>%s</p></article></body></html>"
STORY = (
    b"The harbour minister said on Tuesday that the new ferry would be delivered in May, and that the old"
    b" one would be sold to a company in the north of the country, which has not paid for it."
)


def record(kind: str, url: str, block: bytes, media: str = "application/http; msgtype=response") -> bytes:
    """One record with the headers that archivers write."""
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Record-ID: <urn:uuid:12345678-1234-4234-8234-123456789012>",
        "WARC-Date: 2024-05-07T10:00:00Z",
        f"WARC-Target-URI: {url}",
        f"Content-Type: {media}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(
    url: str, body: bytes, *, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode()
    return record("response", url, head + body)


def read(data: bytes) -> list[Raw | Failed]:
    return list(pages(io.BytesIO(data), "a.warc"))


HTML = PAGE % STORY
PLAIN = response("https://paper.example/1", HTML)
OTHERS = (
    record("warcinfo", "", b"software: test\r\n", "application/warc-fields"),
    record("request", "https://paper.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
    response("https://paper.example/a.png", b"\x89PNG", media="image/png"),
    response("https://paper.example/gone", HTML, status="404 Not Found"),
    response("https://paper.example/moved", HTML, status="301 Moved"),
)


@pytest.mark.parametrize("packed", ["plain", "members", "whole"])
def test_every_page_has_its_address_and_day(tmp_path: Path, packed: str) -> None:
    parts = (*OTHERS, PLAIN, response("https://paper.example/2", HTML.replace(b"May", b"June")))
    data = b"".join(map(gzip.compress, parts)) if packed == "members" else b"".join(parts)
    path = tmp_path / ("a.warc" if packed == "plain" else "a.warc.gz")
    path.write_bytes(gzip.compress(data) if packed == "whole" else data)
    found = list(gather(str(path)))
    assert [raw.name for raw in found] == ["https://paper.example/1", "https://paper.example/2"]
    document = document_of(found[0])  # type: ignore[arg-type]
    assert (document.url, document.published, document.title) == (
        "https://paper.example/1",
        "2024-05-07",
        "Ferry",
    )
    assert document.text == STORY.decode()
    assert list(gather(str(tmp_path))) == found
    with pytest.raises(UnreadableError, match="web archive"):
        only(path)


def test_a_date_of_the_page_and_one_that_is_given_stand_above_the_archive() -> None:
    dated = HTML.replace(b"<head>", b'<head><meta property="article:published_time" content="2021-03-02">')
    (raw,) = read(response("https://paper.example/1", dated))
    assert isinstance(raw, Raw)
    assert document_of(raw).published == "2021-03-02"
    assert document_of(raw, published="2020").published == "2020"


CHUNKED = b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (50, HTML[:50], len(HTML) - 50, HTML[50:])


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(HTML), "Content-Encoding: gzip\r\n"),
        (zlib.compress(HTML), "Content-Encoding: deflate\r\n"),
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (HTML, "Transfer-Encoding: chunked\r\n"),
        (HTML, "Content-Encoding: gzip\r\n"),
        (HTML, "Content-Encoding: br\r\n"),
    ],
)
def test_bodies_are_unpacked(body: bytes, more: str) -> None:
    (raw,) = read(response("https://paper.example/1", body, more=more))
    assert isinstance(raw, Raw) and raw.data == HTML


def test_a_saved_page_without_a_server_is_a_page_too() -> None:
    (raw,) = read(record("resource", "https://paper.example/1", HTML, "text/html"))
    assert isinstance(raw, Raw) and raw.data == HTML


def test_a_bomb_and_a_broken_body_are_told_and_the_others_go_on() -> None:
    bomb = gzip.compress(b"<p>" + bytes(60_000_000))
    packed = "Content-Encoding: gzip\r\n"
    first, second, third, fourth = read(
        response("https://paper.example/bomb", bomb, more=packed)
        + response("https://paper.example/cut", gzip.compress(HTML)[:-20], more=packed)
        + response("https://paper.example/br", b"\x1b\x03\x00", more="Content-Encoding: br\r\n")
        + PLAIN
    )
    assert isinstance(first, Failed) and isinstance(first.error, RefusedError)
    assert isinstance(second, Failed) and "stops in the middle" in str(second.error)
    assert isinstance(third, Failed) and "br" in str(third.error)
    assert isinstance(fourth, Raw)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (gzip.compress(PLAIN) + gzip.compress(PLAIN)[:60], 1),
        (gzip.compress(PLAIN)[:-300], 0),
    ],
)
def test_an_archive_that_stops_in_the_middle_says_so(data: bytes, count: int) -> None:
    *whole, last = read(data)
    assert len(whole) == count
    assert isinstance(last, Failed) and f"breaks after {count} page" in str(last.error)


@pytest.mark.parametrize(
    "data",
    [
        b"".join(OTHERS),
        b"WARC/1.0\r\nnothing of the kind",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n" + PLAIN,
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"WARC/1.0\r\n" + bytes(range(256)) * 40,
    ],
)
def test_an_archive_without_a_page_is_one_sentence(data: bytes) -> None:
    found = read(data)
    assert found and all(isinstance(one, Failed) for one in found if not isinstance(one, Raw))
    assert not any(isinstance(one, Raw) and not one.data for one in found)


def test_an_address_that_is_none_does_no_harm() -> None:
    (raw,) = read(response("", HTML).replace(b"WARC-Target-URI: \r\n", b""))
    assert isinstance(raw, Raw) and (raw.name, raw.url) == ("a page of a.warc", None)


@pytest.mark.parametrize(
    ("head", "known"),
    [(b"WARC/1.1\r\n", True), (gzip.compress(b"WARC/1.0\r\n"), True), (gzip.compress(b"No."), False), (b"", False)],
)
def test_what_an_archive_begins_with(head: bytes, known: bool) -> None:
    assert is_warc(head) is known
