"""Web addresses to bytes, within limits of size, time, redirects and reach."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from readout.ingest.addresses import Resolve, checked, resolved
from readout.ingest.inflate import inflated
from readout.ingest.limits import FETCH_SECONDS, MAX_BYTES, MAX_REDIRECTS
from readout.ingest.raw import Raw
from readout.model.errors import RefusedError, UnreadableError

PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
AGENT = "Mozilla/5.0 (compatible; Readout)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How far a fetch may go."""

    allow_private: bool = False
    seconds: float = FETCH_SECONDS
    max_bytes: int = MAX_BYTES
    max_redirects: int = MAX_REDIRECTS


class Fetcher(Protocol):
    """The boundary to the web."""

    def fetch(self, url: str) -> Raw:
        """The bytes behind an address; raises ``UnreadableError`` or ``RefusedError``."""
        ...


@dataclass(frozen=True, slots=True)
class Shelf:
    """A fetcher of pages that are at hand: the web's twin for tests and for saved pages."""

    pages: Mapping[str, Raw]

    def fetch(self, url: str) -> Raw:
        """The page that stands under this address."""
        if url not in self.pages:
            raise UnreadableError(f"{url} cannot be fetched: it is not on the shelf")
        return self.pages[url]


@dataclass(frozen=True, slots=True)
class Web:
    """A fetcher over http and https; ``resolve`` turns a host into addresses."""

    options: Fetching = field(default_factory=Fetching)
    resolve: Resolve = resolved

    def fetch(self, url: str) -> Raw:
        """The bytes behind an address, redirects followed; every hop's addresses are checked."""
        deadline = time.monotonic() + self.options.seconds
        here = url
        for _ in range(self.options.max_redirects + 1):
            found = self._hop(url, here, deadline)
            if isinstance(found, Raw):
                return found
            here = found
        raise RefusedError(f"{url} redirects more than {self.options.max_redirects} times")

    def _hop(self, url: str, here: str, deadline: float) -> Raw | str:
        """The bytes at ``here``, or where it sends us next."""
        target = _split(here, url)
        port = target.port or PORTS[target.scheme]
        host = target.hostname or ""
        address = checked(host, port, allow_private=self.options.allow_private, resolve=self.resolve)
        try:
            with _connected(target.scheme, host, port, address, deadline) as connection:
                connection.request("GET", _path(target), headers=HEADERS)
                answer = connection.getresponse()
                if answer.status in REDIRECTS and (there := answer.getheader("Location")):
                    return urljoin(here, there.strip())
                if answer.status != http.client.OK:
                    raise UnreadableError(f"{url} answers {answer.status} {answer.reason}".rstrip())
                return Raw(url, self._body(answer, url, deadline), answer.getheader("Content-Type"), here)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
                raise RefusedError(f"{url} takes longer than {self.options.seconds:g} seconds") from error
            raise UnreadableError(f"{url} cannot be fetched: {_why(error)}") from error

    def _body(self, answer: http.client.HTTPResponse, url: str, deadline: float) -> bytes:
        limit = self.options.max_bytes
        if (answer.length or 0) > limit:
            raise RefusedError(f"{url} is larger than {limit / 1_000_000:g} MB: save the part you need")
        return inflated(
            _chunks(answer, deadline, limit, url), answer.getheader("Content-Encoding"), limit, url
        )


def _chunks(answer: http.client.HTTPResponse, deadline: float, limit: int, url: str) -> Iterator[bytes]:
    """The body as it comes, no more of it than the limit."""
    total = 0
    while chunk := answer.read1(CHUNK):
        total += len(chunk)
        if total > limit:
            raise RefusedError(f"{url} is larger than {limit / 1_000_000:g} MB: save the part you need")
        yield chunk
    _left(deadline)
    if answer.length:
        raise UnreadableError(f"{url} stops in the middle: try again")


def _split(here: str, url: str) -> SplitResult:
    try:
        target = urlsplit(here)
        _ = target.port
    except ValueError as error:
        raise UnreadableError(f"{url} is no web address") from error
    if target.scheme not in PORTS:
        raise RefusedError(f"{url} leads to {target.scheme or 'no'}://, and only http and https are fetched")
    if not target.hostname:
        raise UnreadableError(f"{url} is no web address")
    if target.username is not None or target.password is not None:
        raise RefusedError(f"{target.hostname} is asked for with a user name in the address: leave it out")
    return target


@contextmanager
def _connected(
    scheme: str, host: str, port: int, address: str, deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """A connection that is cut at the deadline, however slowly the other side drips."""
    connection = _connection(scheme, host, port, address, _left(deadline))
    try:
        connection.connect()
        cut = threading.Timer(_left(deadline), _cut, [connection.sock])
        cut.daemon = True
        cut.start()
        try:
            yield connection
        finally:
            cut.cancel()
    finally:
        connection.close()


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _connection(
    scheme: str, host: str, port: int, address: str, seconds: float
) -> http.client.HTTPConnection:
    """A connection to the address that was checked, which still names the host it asks for."""
    connection: http.client.HTTPConnection
    if scheme == "https":
        connection = http.client.HTTPSConnection(
            host, port, timeout=seconds, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(host, port, timeout=seconds)

    def pinned(
        _asked: tuple[str, int], timeout: float | None = None, source_address: tuple[str, int] | None = None
    ) -> socket.socket:
        return socket.create_connection((address, port), timeout, source_address)

    connection._create_connection = pinned  # type: ignore[attr-defined]
    return connection


def _path(target: SplitResult) -> str:
    path = quote(target.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(target.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return (
        urlunsplit(("", "", path, query, ""))
        if not path.startswith("//")
        else path + (f"?{query}" if query else "")
    )


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate is not trusted"
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers there"
    return str(error) or type(error).__name__
