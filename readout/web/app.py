"""All pages of a dossier under their addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from readout.model.errors import DossierError, ReadoutError
from readout.web.guard import LOOPBACK, Guard, checked
from readout.web.pages import (
    add,
    compare,
    home,
    judge,
    ledger,
    people,
    reader,
    review,
    search,
    statics,
    timeline,
)
from readout.web.rendering import shown
from readout.web.signin import pages as signin
from readout.web.signin.door import Door
from readout.web.site import Site

if TYPE_CHECKING:
    from readout.web.signin.desk import Desk

Shown = Callable[[Request], Response]
Done = Callable[[Request, FormData], Response]

PAGES: dict[str, Shown] = {
    "/": home.page,
    "/texts/{name}": reader.page,
    "/texts/{name}/bytes": reader.raw,
    "/texts/{name}/changes": reader.changes,
    "/texts/{name}/{kind}/{item}": judge.page,
    "/search": search.page,
    "/review": review.page,
    "/compare": compare.page,
    "/ledger": ledger.page,
    "/timeline": timeline.page,
    "/people": people.page,
    "/people/unsure": people.unsure,
    "/people/{id}": people.one,
    "/add": add.page,
    "/help": statics.help,
    "/static/{name}": statics.file,
}
FORMS: dict[str, Done] = {"/judge": judge.judged, "/undo": judge.undone, "/add": add.added}
FORMS |= {"/people/tie": people.tied, "/people/split": people.split}
SIGN_IN: dict[str, Shown] = {
    "/signin": signin.page,
    "/signin/start": signin.start,
    "/signin/back": signin.back,
}
SIGN_OUT: dict[str, Done] = {"/signout": signin.left}


def application(site: Site, desk: Desk | None = None) -> ASGIApp:
    """The pages of a site behind their guard; with a desk, for those who sign in there."""
    if desk is None:
        return Guard(_pages(site, PAGES, FORMS), LOOPBACK)
    app = _pages(site, PAGES | SIGN_IN, FORMS | SIGN_OUT, Middleware(Door, desk=desk))
    app.state.desk, app.state.issuer_label = desk, signin.label(desk.issuer.name)
    return Guard(app, [urlsplit(desk.origin).hostname or ""], desk.origin)


def _pages(site: Site, pages: dict[str, Shown], forms: dict[str, Done], *before: Middleware) -> Starlette:
    routes = [Route(path, page, methods=["GET"]) for path, page in pages.items()]
    routes += [Route(path, _form(done), methods=["POST"]) for path, done in forms.items()]
    told = {ReadoutError: _told, HTTPException: _missing}
    app = Starlette(routes=routes, exception_handlers=told, middleware=before)
    app.state.site = site
    return app


def _form(done: Done) -> Callable[[Request], object]:
    """What a form does, after its token was looked at; no form has another way in."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=20, max_fields=500, max_part_size=8_000_000) as form:
            checked(request, form)
            return await run_in_threadpool(done, request, form)

    return endpoint


def _told(request: Request, error: Exception) -> Response:
    """An error of ours as a page that says what is wrong."""
    status = 404 if isinstance(error, DossierError) else 400
    return shown(request, "wrong.html", status=status, message=str(error))


def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = "There is no such page here." if error.status_code == 404 else error.detail
    return shown(request, "wrong.html", status=error.status_code, message=message)
