"""What stands between the pages and everyone else: hosts, headers, forged requests."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "readout"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 66_000_000
"""Bytes of a request: the largest document that is read, and what a form puts around it."""
HTTPS_SECONDS = 365 * 24 * 3_600
"""How long a browser that came by https comes by nothing else."""
FIXED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True)
class Ours:
    """Under which hosts the pages are ours; ``origin`` is the one public address where there is one."""

    hosts: frozenset[str]
    origin: str | None = None

    @property
    def secure(self) -> bool:
        """Whether people come by https only."""
        return bool(self.origin and self.origin.startswith("https://"))

    @property
    def cookie(self) -> str:
        """The name of our cookie; over https the browser lets no other host set it."""
        return f"__Host-{COOKIE}" if self.secure else COOKIE

    def kept(self, session: str) -> str:
        """What a browser is told to keep."""
        return f"{self.cookie}={session}; Path=/; HttpOnly; SameSite=Lax{'; Secure' if self.secure else ''}"

    def sent(self, origin: str, host: str) -> bool:
        """Whether a form from this origin is a form of ours."""
        return origin == self.origin if self.secure else urlsplit(origin).netloc == host


class Guard:
    """Lets requests through that name one of our hosts and come from our own pages.

    The host must be ours, so that no foreign page reaches us under a name of its own (DNS rebinding).
    Every answer forbids scripts, styles and frames of others. A form must come with the token of its
    session, which ``checked`` looks at; foreign origins are refused here already.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], origin: str | None = None) -> None:
        self.app, self.secret = app, secrets.token_bytes(32)
        self.ours = Ours(frozenset(hosts), origin)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        nonce, session = secrets.token_urlsafe(16), _session(headers, self.ours.cookie)
        known, session = session is not None, session or secrets.token_urlsafe(24)
        state: dict[str, Any] = scope.setdefault("state", {})
        state |= {"nonce": nonce, "token": self._token(session)}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _harden(MutableHeaders(scope=message), nonce, self.ours, None if known else session)
            await send(message)

        refusal = _refusal(scope["method"], headers, self.ours)
        answer = PlainTextResponse(refusal[1] + "\n", refusal[0]) if refusal else self.app
        await answer(scope, receive, guarded)

    def _token(self, session: str) -> str:
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()


def _session(headers: Headers, name: str) -> str | None:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return cookie.value if cookie and len(cookie.value) >= 32 else None


def _refusal(method: str, headers: Headers, ours: Ours) -> tuple[int, str] | None:
    """The status and the sentence with which a request is turned away; None lets it through."""
    host = headers.get("host", "")
    if (urlsplit(f"//{host}").hostname or "") not in ours.hosts:
        return 421, "This address is not served here."
    if method in SAFE:
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
    if site not in ("same-origin", "none") or (origin and not ours.sent(origin, host)):
        return 403, "A form of another site is not taken."
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST or "transfer-encoding" in headers:
        return 413, "That is too large."
    return None


def _harden(headers: MutableHeaders, nonce: str, ours: Ours, session: str | None) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"style-src 'self' 'nonce-{nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    headers.setdefault("content-security-policy", policy)
    headers.setdefault("cache-control", "no-store")
    for name, value in FIXED.items():
        headers.setdefault(name, value)
    if ours.secure:
        headers.setdefault("strict-transport-security", f"max-age={HTTPS_SECONDS}")
    if session is not None:
        headers.append("set-cookie", ours.kept(session))


def checked(request: Request, form: FormData) -> None:
    """Refuse a form without the token of its session."""
    if not hmac.compare_digest(str(form.get("token", "")).encode(), request.state.token.encode()):
        raise HTTPException(
            403, "This form has expired: go back, load the page again, and send it once more."
        )
