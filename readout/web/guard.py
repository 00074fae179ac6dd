"""What stands between the pages and everyone else: hosts, headers, forged requests."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "readout"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 66_000_000
"""Bytes of a request: the largest document that is read, and what a form puts around it."""
FIXED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Lets requests through that name one of our hosts and come from our own pages.

    The host must be ours, so that no foreign page reaches us under a name of its own (DNS rebinding).
    Every answer forbids scripts, styles and frames of others. A form must come with the token of its
    session, which ``checked`` looks at; foreign origins are refused here already.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts, self.secret = app, frozenset(hosts), secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        nonce, session = secrets.token_urlsafe(16), _session(headers)
        known, session = session is not None, session or secrets.token_urlsafe(24)
        state: dict[str, Any] = scope.setdefault("state", {})
        state |= {"nonce": nonce, "token": self._token(session)}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _harden(MutableHeaders(scope=message), nonce, None if known else session)
            await send(message)

        refusal = _refusal(scope["method"], headers, self.hosts)
        answer = PlainTextResponse(refusal[1] + "\n", refusal[0]) if refusal else self.app
        await answer(scope, receive, guarded)

    def _token(self, session: str) -> str:
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()


def _session(headers: Headers) -> str | None:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return cookie.value if cookie and len(cookie.value) >= 32 else None


def _refusal(method: str, headers: Headers, hosts: frozenset[str]) -> tuple[int, str] | None:
    """The status and the sentence with which a request is turned away; None lets it through."""
    host = headers.get("host", "")
    if (urlsplit(f"//{host}").hostname or "") not in hosts:
        return 421, "This address is not served here."
    if method in SAFE:
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
    if site not in ("same-origin", "none") or (origin and urlsplit(origin).netloc != host):
        return 403, "A form of another site is not taken."
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST or "transfer-encoding" in headers:
        return 413, "That is too large."
    return None


def _harden(headers: MutableHeaders, nonce: str, session: str | None) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"style-src 'self' 'nonce-{nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    headers.setdefault("content-security-policy", policy)
    headers.setdefault("cache-control", "no-store")
    for name, value in FIXED.items():
        headers.setdefault(name, value)
    if session is not None:
        headers.append("set-cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax")


def checked(request: Request, form: FormData) -> None:
    """Refuse a form without the token of its session."""
    if not hmac.compare_digest(str(form.get("token", "")).encode(), request.state.token.encode()):
        raise HTTPException(
            403, "This form has expired: go back, load the page again, and send it once more."
        )
