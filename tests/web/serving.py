"""A dossier with pages on a free port of this machine, and someone who visits them without a browser."""

from __future__ import annotations

import http.cookiejar
import re
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from samples import BlindEngine

from readout.dossier import Dossier, opened
from readout.read import Reader
from readout.web.app import application
from readout.web.intake import Intake
from readout.web.signin.desk import Desk
from readout.web.site import Site


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str


class Visitor:
    """Keeps cookies, follows redirects, sends forms as a browser does."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str, **headers: str) -> Answer:
        return self._sent(urllib.request.Request(self.base + path, headers=headers))

    def follow(self, url: str, **headers: str) -> Answer:
        """The page at a whole address, which may be another site's."""
        return self._sent(urllib.request.Request(url, headers=headers))

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        data = urllib.parse.urlencode(fields).encode()
        return self._sent(urllib.request.Request(self.base + path, data, headers))

    def token(self) -> str:
        """The token that this visitor's forms must hold."""
        found = re.search(r'data-token="([0-9a-f]{64})"', self.get("/").body)
        assert found
        return found[1]

    def judge(self, kind: str, item: str, action: str, document: str = "1", **fields: str) -> Answer:
        told = {"token": self.token(), "document": document, "kind": kind, "item": item, "action": action}
        return self.post("/judge", told | fields)

    def _sent(self, request: urllib.request.Request) -> Answer:
        try:
            with self.opener.open(request, timeout=60) as answer:
                return Answer(answer.status, _headers(answer), answer.read().decode())
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, _headers(answer), answer.read().decode())


def _headers(answer: object) -> dict[str, str]:
    return {name.lower(): value for name, value in answer.headers.items()}  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Served:
    """A running site."""

    base: str
    dossier: Dossier
    site: Site

    @property
    def visitor(self) -> Visitor:
        return Visitor(self.base)


@contextmanager
def served(path: Path, at: Callable[[str], Desk] | None = None) -> Iterator[Served]:
    """The pages of a dossier, until the block ends; ``at`` makes the desk for those who sign in."""
    with opened(str(path)) as dossier:
        listening = socket.create_server(("127.0.0.1", 0))
        desk = at(f"http://127.0.0.1:{listening.getsockname()[1]}") if at else None
        who = None if desk else "ana"
        site = Site(dossier, path.stem, who, Intake(dossier, read=Reader(BlindEngine()).read))
        app = application(site, desk)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", dossier, site)
        finally:
            server.should_exit = True
            thread.join()
            listening.close()
