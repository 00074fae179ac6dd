"""Adding documents: files, an address, a pasted text; and how far they have come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.ingest import Raw, edtf
from readout.ingest.limits import MAX_BYTES
from readout.model.errors import UsageError
from readout.web.intake import Order
from readout.web.person import author
from readout.web.rendering import shown
from readout.web.site import site_of

EVERY = "1"
"""Seconds between two looks at orders under way, for browsers without scripts too."""


def page(request: Request) -> Response:
    """The forms, and the orders of this session of the server."""
    intake = site_of(request).intake
    answer = shown(request, "add.html", jobs=intake.seen(), busy=intake.busy, most=MAX_BYTES // 1_000_000)
    if intake.busy:
        answer.headers["refresh"] = f"{EVERY}; url=/add"
    return answer


def added(request: Request, form: FormData) -> Response:
    """Queue what was sent."""
    site = site_of(request)
    published, publisher = (str(form.get(name, "")).strip() or None for name in ("published", "publisher"))
    edtf(published)
    blank = Order(name="", published=published, publisher=publisher, by=author(request))
    orders = list(_orders(form, blank))
    if not orders:
        raise UsageError("nothing was sent: choose a file, name an address, or paste a text")
    for order in orders:
        site.intake.take(order)
    return RedirectResponse("/add", 303)


def _orders(form: FormData, blank: Order) -> Iterator[Order]:
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            data = file.file.read()
            yield replace(blank, name=file.filename, raw=Raw(file.filename, data, file.content_type))
    address = str(form.get("address", "")).strip()
    if address:
        if not address.startswith(("http://", "https://")):
            raise UsageError(f"{address!r} is no address: it starts with http:// or https://")
        yield replace(blank, name=address)
    pasted = str(form.get("text", "")).replace("\r\n", "\n")
    if pasted.strip():
        raw = Raw("pasted text", pasted.encode("utf-8", "replace"), "text/plain; charset=utf-8")
        yield replace(blank, name=str(form.get("name", "")).strip() or "pasted text", raw=raw)
