"""The reader: a text beside what was read in it."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.export.html import marks_of
from readout.model.items import Kind
from readout.web import citing, shelf
from readout.web.cards import cards
from readout.web.marked import paragraphs
from readout.web.rendering import shown
from readout.web.site import site_of

CARDS: tuple[Kind, ...] = ("statement", "event", "commitment", "amount", "when", "actor", "topic", "unread")
LAYERS = ("told", "denied", "silent", "party", "event", "promise", "amount", "when", "unread", "sentence")


def page(request: Request) -> Response:
    """The text with its marks, layers that can be switched, and a card for each item."""
    dossier = site_of(request).dossier
    text = shelf.text(dossier, request.path_params["name"])
    query = request.query_params
    here = citing.pointed(text.record.document, query.get("at"), query.get("says"))
    hidden = set(query.get("hide", "sentence").split(","))
    return shown(
        request,
        "text.html",
        text=text,
        kept=text.kept,
        record=text.record,
        document=text.record.document,
        paragraphs=paragraphs(text.record, here),
        cards=cards(text, CARDS),
        rejected=text.rejected(),
        shown={layer for layer in LAYERS if layer not in hidden},
        here_anchor=here,
        lost="at" in query and here is None,
        versions=dossier.versions(text.kept),
        spotlight=spotlight([mark.id for mark in marks_of(text.record)]),
        moved=[one for one in text.told if one.standing in ("lost", "unmatched") and not one.undone],
    )


def spotlight(ids: list[str]) -> Markup:
    """Style rules that light up all places of the item that the address points to."""
    known = sorted({id for id in ids if id.isalnum()})
    rules = (f"body:has(#{id}:target) .of-{id},body:has(#at-{id}:target) .of-{id}" for id in known)
    body = ",".join(rules)
    return Markup(body + "{outline:2px solid var(--focus);outline-offset:1px}") if body else Markup()


def raw(request: Request) -> Response:
    """The bytes as they came in, to be saved; a browser is told not to run anything in them."""
    dossier = site_of(request).dossier
    kept = dossier.find(request.path_params["name"])
    found = dossier.raw(kept)
    if found is None:
        raise HTTPException(404, "Only the record of this document was imported, not its bytes.")
    name = kept.name.replace("\\", "/").rstrip("/").rpartition("/")[2] or f"text-{kept.number}"
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(found[0], media_type="application/octet-stream", headers=headers)


def changes(request: Request) -> Response:
    """What changed since the version before, or since the one that the address names."""
    dossier = site_of(request).dossier
    kept = dossier.find(request.path_params["name"])
    versions = dossier.versions(kept)
    since = request.query_params.get("since")
    old = next((one for one in versions if str(one.version) == since), None)
    if old is None:
        earlier = [one for one in versions if one.version < kept.version]
        if not earlier:
            return RedirectResponse(f"/texts/{kept.number}", 303)
        old = earlier[-1]
    return shown(
        request, "changes.html", kept=kept, old=old, versions=versions, changes=dossier.changes(old, kept)
    )
