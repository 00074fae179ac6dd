"""``readout list``: what a dossier holds."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import DossierName, Worded, called, fitted, plain

if TYPE_CHECKING:
    from readout.dossier import Kept


class Shape(StrEnum):
    """How rows are shown."""

    text = "text"
    jsonl = "jsonl"


def list_documents(
    dossier: DossierName,
    *,
    only: Worded,
    format: Annotated[Shape, typer.Option(help="text: a table; jsonl: one document a line.")] = Shape.text,
) -> None:
    """List the documents of a dossier, or those that meet the filters, in the order of their adding."""
    from readout.dossier import opened

    filters = only.filters()
    with opened(dossier) as found:
        after = 0
        while batch := found.documents(filters, after=after, limit=500):
            for kept in batch:
                sys.stdout.write(_row(kept) if format is Shape.text else _json(kept))
            after = batch[-1].number


def _row(kept: Kept) -> str:
    version = f" (version {kept.version})" if kept.version > 1 else ""
    publisher = f"  ·\N{NO-BREAK SPACE}{plain(kept.publisher, 40)}" if kept.publisher else ""
    title = f"{called(kept, 160)}{version}{publisher}"
    return fitted(f"{kept.number:>5}  {plain(kept.published) or '–':<10}  {title}\n", 19)


def _json(kept: Kept) -> str:
    import msgspec

    return msgspec.json.encode(kept).decode() + "\n"
