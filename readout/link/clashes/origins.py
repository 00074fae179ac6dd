"""Whose idea something was, as a telling has it."""

from __future__ import annotations

from collections.abc import Iterator

from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.lexicon import origin_word, origins
from readout.link.sentences import around
from readout.model.anchor import Anchor


def origin(telling: Telling) -> tuple[Anchor, str] | None:
    """The words and the side: "first proposed by Chile" -> CHL; "our idea" -> the teller's own side."""
    return next(_found(telling), None)


def asked_for(telling: Telling) -> Anchor | None:
    """Where a telling says at whose initiative or request the encounter came about."""
    return next((a for a, _ in _found(telling) if a.exact.casefold().startswith(("at the", "on the"))), None)


def _found(telling: Telling) -> Iterator[tuple[Anchor, str]]:
    text = telling.record.document.text
    for anchor in telling.anchors:
        end = max(anchor.end, around(telling.record.document, anchor).end)
        for pattern in origins() if origin_word().search(text, anchor.start, end) else ():
            for found in pattern.finditer(text, anchor.start, end):
                who = found.group("who").strip()
                side = telling.side if who.casefold() in ("our", "my") else next(iter(load_names(who)), None)
                if side:
                    yield Anchor.of(text, found.start(), found.end()), side
