"""The ledger: what was promised, a bar for each figure of what came of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readout.web import linked
from readout.web.rendering import shown
from readout.web.site import site_of


def page(request: Request) -> Response:
    """Every promise of the texts that the address names, else of all."""
    found = linked.chosen(site_of(request).dossier, request)
    ledger = linked.promised(found.records)
    by = request.query_params.get("by")
    promises = [promise for promise in ledger.promises if not by or promise.by == by]
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
