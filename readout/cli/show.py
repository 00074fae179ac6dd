"""``readout show``: one document of a dossier."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import DossierName, plain

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
        str, typer.Argument(metavar="DOCUMENT", help="Its number, (the start of) its hash, or its address.")
    ],
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
    """Show a document: its record with people's judgements in it, its bytes, its versions, its history."""
    from readout.dossier import opened

    with opened(dossier) as found:
        kept = found.find(document)
        if view in (View.text, View.json, View.html):
            record = found.machine(kept) if machine else found.record(kept)
            out = _record(record, view)
        else:
            out = VIEWS[view](found, kept)
    sys.stdout.buffer.write(out)
    sys.stdout.flush()


def _record(record: Record, view: View) -> bytes:
    if view is View.html:
        from readout.export.html import page

        return page(record).encode()
    if view is View.json:
        from readout.export import json

        return json.page(record) + b"\n"
    from readout.cli.desk import colors
    from readout.export.text import brief

    color = sys.stdout.isatty() and colors()
    return brief(record, width=shutil.get_terminal_size((80, 24)).columns, color=color).encode()


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
    lines = []
    for one, standing in dossier.judgements(kept):
        value = f" {one.field} = {one.value!r}" if one.field else ""
        of = f" of {one.undoes}" if one.undoes else ""
        words = one.places[0].exact if one.places else ""
        note = f": {one.note}" if one.note else ""
        said = f"{one.made[:19]}  {one.who}  {one.action}{of} {one.kind} {one.item}{value}{note}"
        lines.append(f"{one.id}  {standing:<9}  {plain(said)}  “{plain(words, 60)}”\n")
    return "".join(lines).encode()


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
