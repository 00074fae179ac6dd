"""``readout search``: where in a dossier something is said."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import (
    Actor,
    After,
    Before,
    DossierName,
    OfKind,
    OfStance,
    Publisher,
    Since,
    Topic,
    Type,
    Until,
    Verdict,
    Versions,
    Words,
    filters_of,
    plain,
    typed,
)

if TYPE_CHECKING:
    from readout.dossier import Dossier, Hit


class Shape(StrEnum):
    """How hits are shown."""

    text = "text"
    jsonl = "jsonl"


def search(
    dossier: DossierName,
    words: Words = None,
    actor: Actor = None,
    topic: Topic = None,
    kind: OfKind = None,
    stance: OfStance = None,
    type: Type = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    after: After = None,
    before: Before = None,
    verdict: Verdict = None,
    versions: Versions = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many hits are shown.")] = 20,
    format: Annotated[Shape, typer.Option(help="text: for people; jsonl: one hit a line.")] = Shape.text,
) -> None:
    """Search texts by words; with a filter on items, search what was read out of them. Newest first."""
    from readout.dossier import opened

    filters = filters_of(
        words=typed(words),
        actor=actor,
        topic=topic,
        kind=kind,
        stance=stance,
        type=type,
        publisher=publisher,
        since=since,
        until=until,
        after=after,
        before=before,
        verdict=verdict,
        versions=versions,
    )
    with opened(dossier) as found:
        hits = found.search(filters, limit=limit)
        for hit in hits.hits:
            line = _json(hit) if format is Shape.jsonl else _text(found, hit, filters.words)
            sys.stdout.write(line)
        if hits.more:
            sys.stderr.write(f"{limit} of {found.count(filters)} are shown: see all with --limit\n")
        if not hits.hits:
            sys.stderr.write("nothing was found\n")


def _text(dossier: Dossier, hit: Hit, words: str | None) -> str:
    """Where it stands, and the words around it with those that were looked for in brackets."""
    item = f"{hit.kind} {hit.item} at {hit.start}–{hit.end}" if hit.item else "text"
    facts = [str(hit.number), hit.published or "–", plain(hit.publisher), plain(hit.title, 60), item]
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
