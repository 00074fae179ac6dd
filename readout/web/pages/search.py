"""Search: words and filters, all of them in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from readout.dossier import Dossier, Filters, Hit
from readout.export.words import Words, named
from readout.model.record import Record
from readout.web import shelf
from readout.web.pages.home import MOST
from readout.web.rendering import shown
from readout.web.site import site_of

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit, what its text is called, the words around it in runs: (text, whether it was looked for).

    ``told`` are the few words of an item: who says it and whether, who did it, what it comes to.
    """

    hit: Hit
    name: str
    runs: tuple[tuple[str, bool], ...]
    told: Words | None = None


def page(request: Request) -> Response:
    """What meets the filters, newest first; without any, only the form."""
    site = site_of(request)
    dossier = site.dossier
    query = request.query_params
    filters = shelf.filters(query)
    record = lru_cache(1)(lambda number: dossier.record(dossier.find(str(number))))
    asked = filters != Filters(versions=filters.versions)
    below = query.get("below", "")
    found = (
        dossier.search(filters, limit=A_PAGE, below=int(below) if below.isdecimal() else None)
        if asked
        else None
    )
    return shown(
        request,
        "search.html",
        filters=filters,
        asked=asked,
        found=[seen(dossier, hit, filters.words, record) for hit in found.hits] if found else [],
        more=found.hits[-1].cursor if found and found.more else None,
        count=dossier.count(filters, most=shelf.MOST_COUNTED) if asked else 0,
        most=shelf.MOST_COUNTED,
        choices=shelf.CHOICES,
        topics=site.memory.of("topics", lambda: dossier.topics(MOST))[:200],
        actors=site.memory.of("actors", lambda: dossier.actors(MOST))[:200],
    )


def seen(dossier: Dossier, hit: Hit, words: str | None, record: Callable[[int], Record]) -> Seen:
    """A hit with its excerpt cut where the search's words begin and end."""
    name = hit.title or dossier.find(hit.document).name
    told = named(record(hit.number), hit.kind, hit.item) if hit.item is not None else None
    if hit.item is not None and not words:
        return Seen(hit, name, ((hit.label, False),), told)
    shown_at, places = dossier.excerpt(hit, words, 240)
    runs: list[tuple[str, bool]] = []
    at = shown_at.start
    for place in sorted(places):
        start = max(place.start, at)
        if start >= place.end:
            continue
        runs += [(shown_at.exact[at - shown_at.start : start - shown_at.start], False)] if start > at else []
        runs.append((shown_at.exact[start - shown_at.start : place.end - shown_at.start], True))
        at = place.end
    rest = shown_at.exact[at - shown_at.start :]
    return Seen(hit, name, (*runs, *(((rest, False),) if rest else ())), told)
