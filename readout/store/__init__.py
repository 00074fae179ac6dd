"""Dossiers: SQLite by default, PostgreSQL for teams; one schema, and the same behaviour of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.store.database import Store, create, open_store
    from readout.store.documents import Added, Kept, Source
    from readout.store.query import Filters
    from readout.store.readings import Reading
    from readout.store.search import Hit

_HOMES = {
    "Store": "database",
    "create": "database",
    "open_store": "database",
    "Added": "documents",
    "Kept": "documents",
    "Source": "documents",
    "Filters": "query",
    "Reading": "readings",
    "Hit": "search",
}
__all__ = ["Added", "Filters", "Hit", "Kept", "Reading", "Source", "Store", "create", "open_store"]


def __getattr__(name: str) -> Any:
    """Everything on first use: SQLAlchemy takes a while to load."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
