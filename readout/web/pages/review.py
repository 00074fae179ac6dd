"""The review queue: what nobody has judged yet, one item after another, by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from readout.dossier import Dossier, Filters
from readout.export.html import marks_of
from readout.export.spans import Piece, pieces
from readout.model.anchor import Anchor
from readout.web import shelf
from readout.web.cards import Card, card
from readout.web.rendering import shown
from readout.web.site import site_of

A_PAGE = 20
KINDS = ("statement", "event", "commitment", "amount", "when", "unread", "actor", "topic")


@dataclass(frozen=True, slots=True)
class Turn:
    """A card in the queue, and the paragraph in which its item stands."""

    card: Card
    paragraph: tuple[Piece, ...]


def page(request: Request) -> Response:
    """The queue that meets the filters in the address; by default whatever has no verdict."""
    site = site_of(request)
    dossier = site.dossier
    query = dict(request.query_params)
    filters = shelf.filters({"verdict": "none"} | {key: value for key, value in query.items() if value})
    if query.get("verdict") == "any":
        filters = replace(filters, verdict=None)
    below = query.get("below", "")
    found = dossier.search(filters, limit=A_PAGE, below=int(below) if below.isdecimal() else None)
    return shown(
        request,
        "review.html",
        filters=filters,
        turns=turns(dossier, [(hit.number, hit.kind, hit.item) for hit in found.hits if hit.item]),
        more=found.hits[-1].cursor if found.more else None,
        count=dossier.count(filters, most=shelf.MOST_COUNTED),
        most=shelf.MOST_COUNTED,
        kinds=KINDS,
        progress=site.memory.of("progress", dossier.progress),
        documents=dossier.documents(Filters(), limit=200),
    )


def turns(dossier: Dossier, items: list[tuple[int, str, str]]) -> list[Turn]:
    """The items as cards beside their paragraphs, those of a text in its order; each text is opened once."""
    texts = {number: shelf.text(dossier, str(number)) for number in dict.fromkeys(one[0] for one in items)}
    made = [card(texts[number], kind, id) for number, kind, id in items]  # type: ignore[arg-type]
    order = {number: place for place, number in enumerate(texts)}
    found = [one for one in made if one is not None]
    found.sort(key=lambda one: (order[one.text.kept.number], one.anchor.start if one.anchor else 0))
    return [turn(one) for one in found]


def turn(one: Card) -> Turn:
    """A card with the paragraph around its item, the item's own marks in it."""
    document = one.text.record.document
    if one.anchor is None:
        return Turn(one, ())
    start, end = _around(document.paragraphs or ((0, len(document.text)),), one.anchor)
    marks = [mark for mark in marks_of(one.text.machine) if mark.id == one.id] or marks_of(one.text.machine)[
        :0
    ]
    return Turn(one, tuple(pieces(document.text, start, end, marks)))


def _around(ranges: tuple[tuple[int, int], ...], anchor: Anchor) -> tuple[int, int]:
    return next((one for one in ranges if one[0] <= anchor.start < one[1]), (anchor.start, anchor.end))


__all__ = ["Filters", "Turn", "page", "turn", "turns"]
