"""The door of a dossier with sign-in: nobody unknown comes in, and readers change nothing."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from readout.web.guard import SAFE
from readout.web.rendering import shown
from readout.web.signin import cookies
from readout.web.signin.pages import asked

if TYPE_CHECKING:
    from readout.web.signin.desk import Desk, Session

OPEN = frozenset({"/signin", "/signin/start", "/signin/back", "/static/style.css"})
"""What is shown to people who have not signed in."""
LEAVE = "/signout"
ONLY_EDITORS = "You may read this dossier, not change it: ask whoever runs it to make you an editor."
OVER = "You are not signed in any more, and nothing was changed: sign in, then send it once more."


class Door:
    """Stands before every page: says who came, asks those who did not sign in, refuses readers' changes."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app, self.desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        session = self.desk.session(cookies.kept(request, cookies.SESSION, self.desk.secure))
        if session is not None:
            request.state.session, request.state.person = session, session.person
            request.state.token = _bound(request.state.token, session)
        answer = _refusal(request, session) or self.app
        await answer(scope, receive, send)


def _refusal(request: Request, session: Session | None) -> Response | None:
    """What is answered instead of the page; None lets a request through."""
    path, reads = request.url.path, request.method in SAFE
    if session is None:
        if path in OPEN and reads:
            return None
        return _led(request) if reads else asked(request, status=401, message=OVER)
    if not session.person.editor and (path == "/add" or (not reads and path != LEAVE)):
        return shown(request, "wrong.html", status=403, message=ONLY_EDITORS)
    return None


def _led(request: Request) -> Response:
    """To the sign-in page, which leads back here."""
    query = f"?{request.url.query}" if request.url.query else ""
    back = request.url.path + query
    return RedirectResponse("/signin" if back == "/" else f"/signin?{urlencode({'next': back})}", 303)


def _bound(token: str, session: Session) -> str:
    """The token of forms, which holds for this session only."""
    return hmac.new(token.encode(), session.number.encode(), hashlib.sha256).hexdigest()
