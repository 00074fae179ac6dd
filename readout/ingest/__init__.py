"""From bytes to a ``Document``: text, HTML, PDF; files, folders, standard input, web addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readout.ingest.dates import edtf
from readout.ingest.raw import Failed, Raw

if TYPE_CHECKING:
    from readout.ingest.document import document_of, document_of_text
    from readout.ingest.fetch import Fetcher, Fetching, Shelf, Web
    from readout.ingest.sources import gather, is_archive, only, within

__all__ = [
    "Failed",
    "Fetcher",
    "Fetching",
    "Raw",
    "Shelf",
    "Web",
    "document_of",
    "document_of_text",
    "edtf",
    "gather",
    "is_archive",
    "only",
    "within",
]

_HOMES = {
    "document_of": "document",
    "document_of_text": "document",
    "Fetcher": "fetch",
    "Fetching": "fetch",
    "Shelf": "fetch",
    "Web": "fetch",
    "gather": "sources",
    "is_archive": "sources",
    "only": "sources",
    "within": "sources",
}


def __getattr__(name: str) -> Any:
    """The rest on first use, so that ``readout --help`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
