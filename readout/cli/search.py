"""``readout search``: where in a dossier something is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import DossierName, Only, Words, called, fitted, plain, typed

if TYPE_CHECKING:
    from readout.dossier import Dossier, Hit
    from readout.model.record import Record


class Shape(StrEnum):
    """How hits are shown."""

    text = "text"
    jsonl = "jsonl"


def search(
    dossier: DossierName,
    words: Words = None,
    *,
    only: Only,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many hits are shown.")] = 20,
    format: Annotated[Shape, typer.Option(help="text: for people; jsonl: one hit a line.")] = Shape.text,
) -> None:
    """Search texts by words; with a filter on items, search what was read out of them. Newest first."""
    from readout.dossier import opened

    filters = only.filters(words=typed(words))
    with opened(dossier) as found:
        hits, record = found.search(filters, limit=limit), _last(found)
        for hit in hits.hits:
            line = _json(hit) if format is Shape.jsonl else _text(found, hit, filters.words, record)
            sys.stdout.write(line if format is Shape.jsonl else fitted(line, 7))
        if hits.more:
            sys.stderr.write(f"{limit} of {found.count(filters)} are shown: see all with --limit\n")
        if not hits.hits:
            sys.stderr.write("nothing was found\n")


def _last(dossier: Dossier) -> Callable[[int], Record]:
    """The record of a hit; that of the hit before is at hand, for the hits of one text come together."""
    return lru_cache(1)(lambda number: dossier.record(dossier.find(str(number))))


def _text(dossier: Dossier, hit: Hit, words: str | None, record: Callable[[int], Record]) -> str:
    """Where it stands, and the words around it with those that were looked for in brackets."""
    from readout.export.phrase import ITEMS

    item = ITEMS.get(hit.kind, hit.kind) if hit.item else "text"
    name = f"{hit.number}/{hit.item}" if hit.item else str(hit.number)
    title = plain(hit.title, 60) or called(dossier.find(hit.document), 60)
    facts = [f"{name:<5}", hit.published or "–", plain(hit.publisher), title, item]
    line = "  ".join(fact for fact in facts if fact)
    if hit.item:
        return f"{line}\n       {_who(hit, record(hit.number))}{plain(hit.label, 300)}\n"
    shown, places = dossier.excerpt(hit, words)
    text, at = "", shown.start
    for place in places:
        text += shown.exact[at - shown.start : place.start - shown.start] + f"[{place.exact}]"
        at = place.end
    return f"{line}\n       {plain(text + shown.exact[at - shown.start :])}\n"


def _who(hit: Hit, record: Record) -> str:
    """``Ada Ruiz ○ not said: ``; of an event or a promise its parties; nothing where the label says all."""
    from readout.export.words import named

    told = named(record, hit.kind, hit.item)
    if told is None or plain(told.head) == plain(hit.label):
        return ""
    return f"{plain(' '.join((told.head, *(told.badge or ()))), 200)}: "


def _json(hit: Hit) -> str:
    import msgspec

    return msgspec.json.encode(hit).decode() + "\n"
