"""``readout search``: where in a dossier something is said."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import DossierName, Only, Words, called, fitted, plain, typed

if TYPE_CHECKING:
    from readout.dossier import Dossier, Hit


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
        hits = found.search(filters, limit=limit)
        for hit in hits.hits:
            line = _json(hit) if format is Shape.jsonl else _text(found, hit, filters.words)
            sys.stdout.write(line if format is Shape.jsonl else fitted(line, 7))
        if hits.more:
            sys.stderr.write(f"{limit} of {found.count(filters)} are shown: see all with --limit\n")
        if not hits.hits:
            sys.stderr.write("nothing was found\n")


def _text(dossier: Dossier, hit: Hit, words: str | None) -> str:
    """Where it stands, and the words around it with those that were looked for in brackets."""
    item = f"{hit.kind} at {hit.start}–{hit.end}" if hit.item else "text"
    name = f"{hit.number}/{hit.item}" if hit.item else str(hit.number)
    title = plain(hit.title, 60) or called(dossier.find(hit.document), 60)
    facts = [f"{name:<5}", hit.published or "–", plain(hit.publisher), title, item]
    line = "  ".join(fact for fact in facts if fact)
    if hit.item:
        return f"{line}\n       {plain(hit.label, 300)}\n"
    shown, places = dossier.excerpt(hit, words)
    text, at = "", shown.start
    for place in places:
        text += shown.exact[at - shown.start : place.start - shown.start] + f"[{place.exact}]"
        at = place.end
    return f"{line}\n       {plain(text + shown.exact[at - shown.start :])}\n"


def _json(hit: Hit) -> str:
    import msgspec

    return msgspec.json.encode(hit).decode() + "\n"
