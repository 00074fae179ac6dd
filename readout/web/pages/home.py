"""The first page: the documents of the dossier, and how far people have come with them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readout.dossier import Filters
from readout.web.rendering import shown
from readout.web.site import site_of

A_PAGE = 100
MOST = 500
"""Names that are counted over the whole dossier at once."""


def page(request: Request) -> Response:
    """Documents in the order in which they were added."""
    site = site_of(request)
    dossier = site.dossier
    after = request.query_params.get("after", "0")
    start = int(after) if after.isdecimal() and len(after) < 10 else 0
    found = dossier.documents(Filters(), after=start, limit=A_PAGE + 1)
    return shown(
        request,
        "home.html",
        documents=found[:A_PAGE],
        more=found[A_PAGE - 1].number if len(found) > A_PAGE else None,
        start=start,
        progress=site.memory.of("progress", dossier.progress),
        topics=site.memory.of("topics", lambda: dossier.topics(MOST))[:12],
        actors=site.memory.of("actors", lambda: dossier.actors(MOST))[:12],
    )
