"""Questions to the issuer: short ones, with an end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from httpx2 import Client, ReadTimeout, Response, SyncByteStream

from readout.model.errors import SignInError
from readout.web.guard import LOOPBACK

SECONDS = 10.0
"""How long the issuer may take to be reached, to begin its answer, and then for all of it."""
MOST = 1_000_000
"""Bytes of an answer; documents of issuers have some thousands."""


class Answer(SyncByteStream):
    """An answer that ends in time, however slowly the other side drips."""

    def __init__(self, stream: SyncByteStream, url: str) -> None:
        self.stream, self.url, self.until = stream, url, time.monotonic() + SECONDS

    def __iter__(self) -> Iterator[bytes]:
        total = 0
        for chunk in self.stream:
            total += len(chunk)
            if total > MOST:
                raise SignInError(f"{self.url} answers with more than {MOST:,} bytes: is the address right?")
            if time.monotonic() > self.until:
                raise ReadTimeout(f"it takes longer than {SECONDS:g} seconds")
            yield chunk

    def close(self) -> None:
        self.stream.close()


def _limit(response: Response) -> None:
    assert isinstance(response.stream, SyncByteStream)
    response.stream = Answer(response.stream, str(response.url))


def limits(url: str) -> dict[str, Any]:
    """How an HTTP client asks at an address; an issuer on this machine is not asked through a proxy."""
    return {
        "timeout": SECONDS,
        "event_hooks": {"response": [_limit]},
        "trust_env": urlsplit(url).hostname not in LOOPBACK,
    }


def fetched(url: str) -> dict[str, Any]:
    """The JSON object at an address; redirects are not followed."""
    with Client(**limits(url)) as client:
        found = client.get(url, headers={"accept": "application/json"}).raise_for_status().json()
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found
