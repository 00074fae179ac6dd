"""The desk where people sign in: begins a sign-in, ends it, knows whose session is whose."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hmac import compare_digest

from readout.model.errors import SignInError
from readout.web.person import Person
from readout.web.signin.claims import identity, named
from readout.web.signin.issuer import Issuer
from readout.web.signin.tickets import Tickets
from readout.web.within import within

SESSION_SECONDS = 12 * 3_600
"""How long somebody stays signed in: a working day."""
FLOW_SECONDS = 600
"""How long somebody may take at the issuer."""
BACK = "/signin/back"


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who signed in, by the number of the session."""

    number: str
    person: Person


@dataclass
class Desk:
    """Keeps nothing on disk: sessions are tickets in browsers, and those handed back are remembered."""

    issuer: Issuer
    origin: str
    clock: Callable[[], float] = time.time
    tickets: Tickets = field(init=False)
    ended: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tickets = Tickets(self.clock)

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies need not go any other way."""
        return self.origin.startswith("https://")

    def begin(self, back: str, *, again: bool = False) -> tuple[str, str]:
        """Where to sign in, and the ticket with which a browser comes back."""
        flow = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        address = self.issuer.address(self.origin + BACK, **flow, again=again)
        return address, self.tickets.sealed("signin", flow | {"back": within(back) or "/"}, FLOW_SECONDS)

    def back(self, ticket: str | None) -> str:
        """The page that a sign-in is to lead to."""
        flow = self.tickets.opened("signin", ticket)
        return str(flow["back"]) if flow else "/"

    def end(self, told: Mapping[str, str], ticket: str | None) -> tuple[str, str, Person]:
        """The session's ticket, the page to go on with, and who it is; raises ``SignInError``."""
        flow = self.tickets.opened("signin", ticket)
        if flow is None or not compare_digest(told.get("state", "").encode(), flow["state"].encode()):
            raise SignInError("this sign-in did not begin in this browser, or took too long: begin anew")
        if told.get("iss", self.issuer.name) != self.issuer.name:
            raise SignInError("another issuer answered than the one that was asked: sign in once more")
        if told.get("error") or not told.get("code"):
            raise SignInError(_declined(told.get("error", "no code")))
        claims = self.issuer.claims(
            self.origin + BACK, code=told["code"], nonce=flow["nonce"], verifier=flow["verifier"]
        )
        person = self._admitted(claims)
        held = {"sid": secrets.token_urlsafe(16), "name": person.name, "address": person.address}
        held["domain"] = identity(self.issuer.name, claims).domain
        return self.tickets.sealed("session", held, SESSION_SECONDS), flow["back"], person

    def session(self, ticket: str | None) -> Session | None:
        """Whose session a ticket is; None when there is none, or when it is over."""
        held = self.tickets.opened("session", ticket)
        if held is None or held["sid"] in self.ended:
            return None
        role = self.issuer.options.members.role(held["address"], held["domain"])
        return Session(held["sid"], Person(held["name"], held["address"], role == "editor")) if role else None

    def leave(self, session: Session) -> None:
        """End a session for good: a copy of its ticket opens nothing any more."""
        now = self.clock()
        self.ended = {number: until for number, until in self.ended.items() if until > now}
        self.ended[session.number] = now + SESSION_SECONDS

    def _admitted(self, claims: Mapping[str, object]) -> Person:
        known = identity(self.issuer.name, claims)
        role = self.issuer.options.members.role(known.address, known.domain)
        if role is None:
            raise UninvitedError(f"{known.address} is on no list of this dossier: ask whoever runs it")
        return Person(known.name, known.address, role == "editor")


class UninvitedError(SignInError):
    """Somebody whom no list names."""


def _declined(error: str) -> str:
    if error == "access_denied":
        return "you did not sign in at the issuer: do it once more when you want to"
    return f"the issuer could not sign you in ({named(error)[:60]}): sign in once more"


def noted(words: str) -> None:
    """A line for whoever runs the server."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    sys.stderr.write(f"readout: {plain}\n")
