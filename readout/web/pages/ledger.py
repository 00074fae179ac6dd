"""The ledger: what was promised, a bar for each figure of what came of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readout.web import linked
from readout.web.rendering import shown
from readout.web.site import site_of


def page(request: Request) -> Response:
    """Every promise of the texts in the address, else of all; those first of which progress is told."""
    found = linked.chosen(site_of(request).dossier, request)
    ledger = linked.promised(found.records)
    by = request.query_params.get("by")
    promises = [promise for promise in ledger.promises if not by or promise.by == by]
    promises.sort(key=lambda promise: not promise.steps)
    parties = sorted({promise.by for promise in ledger.promises})
    return shown(
        request,
        "ledger.html",
        found=found,
        ledger=ledger,
        promises=promises,
        parties=parties,
        records={record.document.id: record.document for record in found.records},
    )
