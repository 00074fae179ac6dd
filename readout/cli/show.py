"""``readout show``: one document of a dossier."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import DossierName, fitted, plain
from readout.model.errors import UsageError

if TYPE_CHECKING:
    from readout.dossier import Dossier, Kept
    from readout.model.record import Record


class View(StrEnum):
    """What is shown of a document."""

    text = "text"
    json = "json"
    html = "html"
    raw = "raw"
    versions = "versions"
    changes = "changes"
    judgements = "judgements"
    readings = "readings"


def show(
    dossier: DossierName,
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT|ITEM",
            help="A document's number, (the start of) its hash, or its address; or an item of it: 3/s1. "
            "Without it, what the dossier holds.",
        ),
    ] = None,
    view: Annotated[
        View,
        typer.Option(
            "--as",
            help="text, json, html: the record; raw: the bytes that came in; versions: of a changed page; "
            "changes: since the version before; judgements: who said what of which item; readings: by "
            "which model and when.",
        ),
    ] = View.text,
    machine: Annotated[
        bool, typer.Option("--machine", help="The record as the machine made it, without judgements.")
    ] = False,
) -> None:
    """Show a document: its record with people's judgements in it, its bytes, its versions, its history.

    Every item is shown with the name by which readout judge takes it (3/s1); given such a name, show the
    item with what may be corrected of it and what people said.
    """
    from readout.dossier import opened

    with opened(dossier) as found:
        if document is None or _is_item(document):
            if view is not View.text or machine:
                option = "--machine" if machine else f"--as {view.value}"
                raise UsageError(f"{option} is for a whole document: give its number")
            sys.stdout.write(_card(found, document) if document else _overview(found))
            return
        kept = found.find(document)
        if view is View.text:
            out = _brief(found, kept, machine).encode()
        elif view in (View.json, View.html):
            out = _record(found.machine(kept) if machine else found.record(kept), view)
        else:
            out = VIEWS[view](found, kept)
    sys.stdout.buffer.write(out)
    sys.stdout.flush()


def _is_item(name: str) -> bool:
    return re.fullmatch(r"[^/\s]+/[a-z]\d+", name) is not None


def _brief(dossier: Dossier, kept: Kept, machine: bool) -> str:
    from readout.cli.card import marked, rejected
    from readout.cli.linked import screen
    from readout.dossier.text import text
    from readout.export.text import brief

    found = text(dossier, kept)
    if machine:
        return brief(found.machine, label=lambda id: f"{kept.number}/{id}", named=True, **screen(None))
    shown = brief(found.record, label=lambda id: marked(found, id), named=True, **screen(None))
    return shown + rejected(found)


def _card(dossier: Dossier, name: str) -> str:
    from readout.cli.card import card
    from readout.cli.items import item

    return card(item(dossier, name))


def _overview(dossier: Dossier) -> str:
    from readout.cli.card import overview

    return overview(dossier)


def _record(record: Record, view: View) -> bytes:
    if view is View.html:
        from readout.export.html import page

        return page(record).encode()
    from readout.export import json

    return json.page(record) + b"\n"


def _raw(dossier: Dossier, kept: Kept) -> bytes:
    from readout.model.errors import DossierError

    found = dossier.raw(kept)
    if found is None:
        raise DossierError(f"document {kept.number} was imported without its bytes")
    return found[0]


def _versions(dossier: Dossier, kept: Kept) -> bytes:
    rows = (
        f"version {one.version}  {one.number:>5}  {one.added[:19]}  {one.id}\n"
        for one in dossier.versions(kept)
    )
    return "".join(rows).encode()


def _changes(dossier: Dossier, kept: Kept) -> bytes:
    """Paragraph by paragraph; words taken out in [-…-], words put in in {+…+}, as git marks them."""
    before = [one for one in dossier.versions(kept) if one.version < kept.version]
    if not before:
        return f"document {kept.number} has no earlier version\n".encode()
    marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    lines = [f"from version {before[-1].version} to version {kept.version}\n"]
    for change in dossier.changes(before[-1], kept):
        if change.turn != "same":
            words = "".join(f"{marks[run.turn][0]}{run.text}{marks[run.turn][1]}" for run in change.runs)
            lines.append(f"\n{plain(words)}\n")
    return ("".join(lines) if len(lines) > 1 else lines[0] + "\nthe text is the same\n").encode()


def _judgements(dossier: Dossier, kept: Kept) -> bytes:
    from readout.cli.told import INDENT, line
    from readout.dossier.text import text

    return "".join(fitted(line(kept, told), INDENT) for told in text(dossier, kept).told).encode()


def _readings(dossier: Dossier, kept: Kept) -> bytes:
    from readout.export.phrase import summary

    rows = (
        f"{one.made[:19]}  {one.record.model}  {one.made_by}{'  (current)' if one.current else ''}  "
        f"{summary(one.record) or 'nothing found'}\n"
        for one in dossier.readings(kept)
    )
    return "".join(rows).encode()


VIEWS = {
    View.raw: _raw,
    View.versions: _versions,
    View.changes: _changes,
    View.judgements: _judgements,
    View.readings: _readings,
}
