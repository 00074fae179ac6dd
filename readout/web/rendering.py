"""Templates to answers."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from readout.export import html, phrase, sides, sides_text
from readout.export.words import worded
from readout.web import citing
from readout.web.person import person_of
from readout.web.site import site_of

SHEETS = (("export", "style.css"), ("export", "sides.css"), ("web", "pages.css"))
STATICS = {"readout.js": "text/javascript; charset=utf-8"}


def shown(request: Request, template: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
    """A page of the site."""
    return HTMLResponse(rendered(request, template, **facts), status)


def rendered(request: Request, template: str, **facts: Any) -> str:
    """A template with what all pages share."""
    site, me = site_of(request), person_of(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    common = {
        "site": site,
        "me": me,
        "may_edit": me is not None and me.editor,
        "issuer_label": getattr(request.app.state, "issuer_label", None),
        "nonce": request.state.nonce,
        "token": request.state.token,
        "here": here,
        "place": request.url.path.split("/")[1],
        "query": {name: _one(request.query_params.getlist(name)) for name in request.query_params},
    }
    return environment().get_template(template).render(common | facts)


def _one(values: list[str]) -> str | list[str]:
    return values if len(values) > 1 else values[0]


@cache
def environment() -> Environment:
    """The brief's templates and words with the pages' own around them."""
    base = html.environment()
    made: Environment = base.overlay(
        loader=ChoiceLoader(
            [
                PackageLoader("readout.web"),
                PrefixLoader({"export": PackageLoader("readout.export")}),
            ]
        )
    )
    made.globals = base.globals | {
        "phrase": phrase,
        "sides": sides,
        "target_words": sides_text.target_words,
        "deed": sides_text.deed,
        "short": sides.short,
        "citing": citing,
        "urlencode": urlencode,
        "address": address,
        "moment": moment,
        "worded": worded,
    }
    return made


def address(path: str, query: dict[str, Any], **changed: Any) -> str:
    """A path with the filters of a page, some of them changed; None takes one out.

    >>> address("/search", {"words": "rice", "kind": "event"}, kind=None, topic="food")
    '/search?words=rice&topic=food'
    """
    kept = {name: value for name, value in (query | changed).items() if value not in (None, "")}
    return f"{path}?{urlencode(kept, doseq=True)}" if kept else path


def moment(at: str) -> str:
    """An instant as people read it: ``2026-03-02 14:05 UTC``."""
    return f"{at[:16].replace('T', ' ')} UTC" if "T" in at else at


@cache
def style() -> str:
    """The one style sheet: the brief's, the tables', the pages' own."""
    folders = {"export": ("readout.export", "templates"), "web": ("readout.web", "static")}
    return "\n".join(
        files(folders[floor][0]).joinpath(folders[floor][1], name).read_text("utf-8")
        for floor, name in SHEETS
    )


@cache
def static(name: str) -> bytes:
    """A file that pages load."""
    return files("readout.web").joinpath("static", name).read_bytes()
