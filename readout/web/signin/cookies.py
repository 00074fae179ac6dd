"""The cookies of people who sign in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

SESSION, FLOW = "readout-session", "readout-signin"


def name_of(cookie: str, secure: bool) -> str:
    """A cookie's name; over https the browser itself sees to it that no other host can set it."""
    return f"__Host-{cookie}" if secure else cookie


def kept(request: Request, cookie: str, secure: bool) -> str | None:
    """What a browser keeps under a name."""
    return request.cookies.get(name_of(cookie, secure))


def keep(answer: Response, cookie: str, ticket: str, seconds: int, secure: bool) -> None:
    """Have a browser keep a ticket, out of reach of scripts and of forms of other sites."""
    answer.set_cookie(
        name_of(cookie, secure),
        ticket,
        max_age=seconds,
        path="/",
        secure=secure,
        httponly=True,
        samesite="lax",
    )


def drop(answer: Response, cookie: str, secure: bool) -> None:
    """Have a browser forget a ticket."""
    keep(answer, cookie, "", 0, secure)
