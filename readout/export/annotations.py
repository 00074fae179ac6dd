"""W3C Web Annotations (2017): each item as a note on the characters of the text that say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from readout.export.json import plain
from readout.export.sheet import Sheet
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.items import FIELD, KINDS, Item, Kind, items_of, places
from readout.model.statement import Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a quotation by which it is told from others like it."""


def notes(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The annotations of one document, without their context.

    >>> # {"type": "Annotation", "motivation": "describing", "body": [{"purpose": "tagging",
    >>> #  "value": "statement"}, …], "target": [{"source": …, "selector": [{"type": "TextQuoteSelector",
    >>> #  "exact": "that the bridge is safe", …}, {"type": "TextPositionSelector", …}]}]}
    """
    tree = plain(sheet.record)
    for kind in KINDS:
        for (id, item), told in zip(items_of(sheet.record, kind), tree[FIELD[kind]], strict=True):
            verdict = sheet.verdicts.get((kind, id))
            yield _annotation(sheet.record.document, kind, id, item, told, verdict)


def _annotation(
    document: Document, kind: Kind, id: str, item: Item, told: dict[str, Any], verdict: str | None
) -> dict[str, Any]:
    anchors = item.content if isinstance(item, Statement) and item.content else places(item)[:1]
    tags = [kind, *([f"verdict: {verdict}"] if verdict else [])]
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    item_told = msgspec.json.encode(told).decode()
    body.append(
        {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": item_told}
    )
    return {
        "id": f"urn:readout:{document.id}:{kind}:{id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": [_target(document, anchor) for anchor in anchors],
    }


def _target(document: Document, anchor: Anchor) -> dict[str, Any]:
    """A place in the text; positions count code points of the clean text, whose hash names the source."""
    text = document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": text[max(0, anchor.start - AROUND) : anchor.start],
        "suffix": text[anchor.end : anchor.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    return {"source": document.url or f"urn:{document.id}", "selector": [quote, position]}
