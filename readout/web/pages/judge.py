"""One item with everything said of it, and the forms by which people judge."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.model.anchor import Anchor
from readout.model.errors import UsageError
from readout.model.items import KINDS
from readout.web import shelf
from readout.web.cards import card
from readout.web.pages.review import turn
from readout.web.person import author
from readout.web.rendering import shown
from readout.web.site import site_of
from readout.web.within import within


def page(request: Request) -> Response:
    """An item, its words, its history, and what may be corrected of it."""
    path = request.path_params
    text = shelf.text(site_of(request).dossier, path["name"])
    found = card(text, path["kind"], path["item"]) if path["kind"] in KINDS else None
    if found is None:
        raise HTTPException(404, f"Text {text.kept.number} has no {path['kind']} {path['item']}.")
    return shown(request, "item.html", turn=turn(found))


def judged(request: Request, form: FormData) -> Response:
    """Write down a verdict, a comment or a correction.

    A page of many items has one form for them all; its buttons say ``statement s1 accept``.
    """
    site = site_of(request)
    number, kind, item = (str(form.get(name, "")) for name in ("document", "kind", "item"))
    if verdict := str(form.get("verdict", "")):
        kind, item, action = (*verdict.split(" "), "", "")[:3]
        said: dict[str, Any] = {}
    else:
        action, said = _said(form, kind)
    shelf.judge(site.dossier, number, kind, item, action, author(request), **said)
    return _back(request, form, number, kind, item)


def undone(request: Request, form: FormData) -> Response:
    """Take a judgement back."""
    site = site_of(request)
    number, kind, item = (str(form.get(name, "")) for name in ("document", "kind", "item"))
    site.dossier.undo(site.dossier.find(number), str(form.get("judgement", "")), who=author(request))
    return _back(request, form, number, kind, item)


def _said(form: FormData, kind: str) -> tuple[str, dict[str, Any]]:
    """The action that a form asks for; a button named ``field`` corrects that field."""
    note = str(form.get("note", "")).strip() or None
    field = str(form.get("field", ""))
    if not field:
        return str(form.get("action", "")), {"note": note}
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is no kind of item")
    typed = str(form.get(f"value-{field}", ""))
    value = _joined(form, field, typed) if field in ("merge", "split") else shelf.value_of(kind, field, typed)
    return "correct", {"field": field, "value": value, "note": note}


def _joined(form: FormData, field: str, typed: str) -> dict[str, Any]:
    """Which item another is the same as, or which mentions belong to another one."""
    if field == "merge":
        return {"into": _place(typed)}
    mentions = tuple(_place(str(one)) for one in form.getlist("mention"))
    if not mentions or not typed.strip():
        raise UsageError("choose the places that belong to another, and say whom they name")
    return {"name": typed.strip(), "mentions": mentions}


def _place(typed: str) -> Anchor:
    """A place as forms name it: ``start-end`` and its words."""
    ends, _, exact = typed.partition(":")
    start, _, end = ends.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(ends) < 20):
        raise UsageError("choose what it is the same as")
    return Anchor(int(start), int(end), exact)


def _back(request: Request, form: FormData, number: str, kind: str, item: str) -> Response:
    """The card anew for a script; for all others the page they came from."""
    if request.headers.get("x-fragment") == "card":
        found = card(shelf.text(site_of(request).dossier, number), kind, item)  # type: ignore[arg-type]
        if found is None:
            raise HTTPException(404, "The item is gone.")
        return shown(request, "turn.html", turn=turn(found))
    back = within(str(form.get("back", ""))) or f"/texts/{number}"
    return RedirectResponse(f"{back.partition('#')[0]}#{number}-{kind}-{item}", 303)
