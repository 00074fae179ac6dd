"""A citation list in CSL-JSON, as Zotero, pandoc and word processors read it."""

from __future__ import annotations

import re
from typing import Any

from readout.export.phrase import title
from readout.export.sheet import Sheet


def citation(sheet: Sheet) -> dict[str, Any]:
    """One document as a CSL item; what is not known is left out, as CSL wants it.

    >>> # {"id": "3f2a91c04d5e", "type": "article-newspaper", "issued": {"date-parts": [[2026, 3, 2]]}}
    """
    document = sheet.record.document
    fields: dict[str, Any] = {
        "id": document.id.removeprefix("sha256:")[:12],
        "type": "article-newspaper" if document.publisher else "webpage" if document.url else "document",
        "title": title(sheet.record),
        "author": [{"literal": document.author}] if document.author else None,
        "container-title": document.publisher,
        "issued": _date(document.published),
        "accessed": _date(sheet.added[:10]) if document.url else None,
        "URL": document.url,
        "language": document.language,
        "note": document.id,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _date(edtf: str | None) -> dict[str, Any] | None:
    """
    >>> _date("2026-03")
    {'date-parts': [[2026, 3]]}
    """
    if edtf is None:
        return None
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return {"date-parts": [[int(part) for part in edtf.split("-")]]}
    return {"literal": edtf}
