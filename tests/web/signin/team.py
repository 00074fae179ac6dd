"""A dossier with sign-in, and people who sign in with and without a browser."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from selenium.webdriver import Chrome

from readout.web.signin.desk import Desk
from readout.web.signin.issuer import discovered
from readout.web.signin.members import members
from readout.web.signin.settings import SignIn

from ..browser import followed, one
from ..serving import Answer, Served, Visitor, served

CLIENT, SECRET = "readout-desk", "a secret of the tests"
EDITORS, READERS = ["ana@paper.example", "sly@paper.example"], ["paper.example"]


@dataclass
class Clock:
    """The server's clock, which a test may put forward."""

    ahead: float = 0

    def __call__(self) -> float:
        return time.time() + self.ahead


@dataclass(frozen=True)
class Team:
    """The running site, its desk, its clock, its issuer."""

    site: Served
    desk: Desk
    clock: Clock
    issuer: str

    @property
    def base(self) -> str:
        return self.site.base

    def guest(self) -> Visitor:
        """Someone who has not signed in."""
        return Visitor(self.base)

    def member(self, who: str) -> Visitor:
        """Someone who signed in."""
        visitor = self.guest()
        assert self.signed_in(visitor, who).status == 200
        return visitor

    def signed_in(self, visitor: Visitor, who: str, back: str = "/") -> Answer:
        """Through the issuer and back, as a browser goes; the page that is reached."""
        return visitor.follow(self.begun(visitor, back) + f"&who={who}")

    def begun(self, visitor: Visitor, back: str = "/") -> str:
        """The issuer's page that a sign-in leads to."""
        with visitor.opener.open(f"{self.base}/signin/start?next={back}") as answer:
            return str(answer.url)


@dataclass
class Options:
    """What a test wants other than usual."""

    secret: str | None = SECRET
    origin: str | None = None
    editors: list[str] = field(default_factory=lambda: list(EDITORS))
    readers: list[str] = field(default_factory=lambda: list(READERS))


@contextmanager
def team_of(path: Path, issuer: str, options: Options) -> Iterator[Team]:
    """The pages of a dossier for those who sign in, until the block ends."""
    clock, desks = Clock(), []

    def at(base: str) -> Desk:
        lists = members(options.editors, options.readers)
        said = SignIn(issuer=issuer, client_id=CLIENT, secret=options.secret, members=lists)
        desks.append(Desk(discovered(said), options.origin or base, clock))
        return desks[0]

    with served(path, at) as running:
        yield Team(running, desks[0], clock, issuer)


def sign_in(browser: Chrome, team: Team, who: str, path: str = "/") -> None:
    """Sign in with the mouse."""
    browser.get(team.base + path)
    followed(browser, one(browser, "a.go"))
    followed(browser, one(browser, f"#{who}"))


def message(answer: Answer) -> str:
    """What a page says went wrong."""
    found = re.search(r'class="wrong"[^>]*>(.*?)</p>', answer.body, re.DOTALL)
    assert found, answer.body
    return unescape(found[1])
