"""Where a document came from, as it is kept beside it: an input that was read, or an export's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.store.documents import Source

if TYPE_CHECKING:
    from readout.export.archive import Beside
    from readout.ingest import Raw


def source_of(
    raw: Raw,
    *,
    by: str,
    name: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
) -> Source:
    """The source of an input; ``name`` where a person calls it otherwise than by its path or address.

    ``published`` is the date that is not in the bytes: what a person says, or an archive.
    """
    return Source(
        name=name or raw.name,
        data=raw.data,
        media_type=raw.media_type,
        found_at=raw.url,
        published=published,
        publisher=publisher,
        by=by,
    )


def brought(beside: Beside) -> Source:
    """The source that an export wrote down."""
    same = ("name", "media_type", "found_at", "published", "publisher", "version")
    told = {name: getattr(beside, name) for name in same}
    return Source(**told, data=beside.raw, by=beside.added_by, at=beside.added)
