"""The timeline as a list and as a drawing; event and report dates apart."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readout.export.drawing import drawing
from readout.model.timeline import Moment
from readout.web import linked, shelf
from readout.web.rendering import shown
from readout.web.site import site_of


def page(request: Request) -> Response:
    """The events of the texts that the address names, else of all."""
    found = linked.chosen(site_of(request).dossier, request)
    timeline = linked.told(found.records)
    query = request.query_params
    wanted = {name: query.get(name) for name in ("status", "type", "actor")}
    dated = [one for one in timeline.moments if _meets(one, **wanted)]
    return shown(
        request,
        "timeline.html",
        found=found,
        dated=dated,
        undated=[one for one in timeline.undated if _meets(one, **wanted)],
        drawing=drawing(dated) if dated else None,
        types=sorted({one.type for one in (*timeline.moments, *timeline.undated)}),
        actors=sorted({name for one in (*timeline.moments, *timeline.undated) for name in one.actors}),
        choices=shelf.CHOICES,
        records={record.document.id: record.document for record in found.records},
    )


def _meets(moment: Moment, status: str | None, type: str | None, actor: str | None) -> bool:
    parties = (*moment.actors, *moment.recipients)
    return (
        (not status or moment.status == status)
        and (not type or moment.type == type)
        and (not actor or actor in parties)
    )
