"""The pages on which people sign in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.model.errors import SignInError
from readout.web.rendering import shown
from readout.web.signin import cookies
from readout.web.within import within

if TYPE_CHECKING:
    from readout.web.signin.desk import Desk

KNOWN = {"accounts.google.com": "Google", "login.microsoftonline.com": "Microsoft", "gitlab.com": "GitLab"}


def page(request: Request) -> Response:
    """The one button, which leads back to the page that was asked for."""
    back = within(request.query_params.get("next", "")) or "/"
    if getattr(request.state, "session", None) is not None:
        return RedirectResponse(back, 303)
    return asked(request, back, left="left" in request.query_params)


def asked(
    request: Request, back: str = "/", *, status: int = 200, message: str | None = None, left: bool = False
) -> Response:
    """The page that asks people to sign in, and says why when there is a reason."""
    return shown(request, "signin.html", status=status, back=back, message=message, left=left)


def start(request: Request) -> Response:
    """Off to the issuer."""
    from readout.web.signin.desk import FLOW_SECONDS

    desk = desk_of(request)
    query = request.query_params
    address, ticket = desk.begin(query.get("next", "/"), again="again" in query)
    answer = RedirectResponse(address, 303)
    cookies.keep(answer, cookies.FLOW, ticket, FLOW_SECONDS, desk.secure)
    return answer


def back(request: Request) -> Response:
    """Back from the issuer: in, or told why not."""
    from readout.web.signin.desk import SESSION_SECONDS, UninvitedError, noted

    desk = desk_of(request)
    flow = cookies.kept(request, cookies.FLOW, desk.secure)
    try:
        ticket, there, person = desk.end(request.query_params, flow)
    except SignInError as error:
        noted(f"a sign-in failed: {error}")
        status = 403 if isinstance(error, UninvitedError) else 400
        answer = asked(request, desk.back(flow), status=status, message=_sentence(error))
    else:
        noted(f"{person.signature} signed in as {'editor' if person.editor else 'reader'}")
        answer = RedirectResponse(there, 303)
        cookies.keep(answer, cookies.SESSION, ticket, SESSION_SECONDS, desk.secure)
    cookies.drop(answer, cookies.FLOW, desk.secure)
    return answer


def left(request: Request, form: FormData) -> Response:
    """Signed out, here; not at the issuer, where other things may hang on it."""
    desk = desk_of(request)
    desk.leave(request.state.session)
    answer = RedirectResponse("/signin?left", 303)
    cookies.drop(answer, cookies.SESSION, desk.secure)
    return answer


def desk_of(request: Request) -> Desk:
    """The desk of a dossier with sign-in."""
    desk: Desk = request.app.state.desk
    return desk


def label(issuer: str) -> str:
    """What the button calls the issuer.

    >>> label("https://accounts.google.com"), label("https://login.paper.example/realms/desk")
    ('Google', 'login.paper.example')
    """
    host = urlsplit(issuer).hostname or issuer
    return KNOWN.get(host, host)


def _sentence(error: Exception) -> str:
    first, space, rest = str(error).partition(" ")
    return f"{first.capitalize() if first.isalpha() else first}{space}{rest}."
