"""``readout export``: a dossier handed on."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.options import DossierName, Worded


class Form(StrEnum):
    """The forms of an export."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    annotations = "annotations"
    plover = "plover"
    csl = "csl"
    html = "html"
    docx = "docx"


def export(
    dossier: DossierName,
    form: Annotated[
        Form,
        typer.Option(
            "--as",
            help="jsonl: everything, to be imported again; csv, parquet: a folder of tables; "
            "annotations: W3C Web Annotation; plover: event records; csl: a citation list; "
            "html, docx: a brief.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="A file, or for tables a folder; standard output by default."),
    ] = None,
    *,
    only: Worded,
    bare: Annotated[
        bool,
        typer.Option("--bare", help="jsonl: judged records only, without bytes, history and judgements."),
    ] = False,
) -> None:
    """Write a dossier, or what meets the filters, in a form that other programs read.

    Filters on items leave these items and what they refer to. Nothing is cut; how much was written
    is told on standard error.
    """
    from readout.cli.exporting import Export
    from readout.dossier import opened

    with opened(dossier) as found:
        told = Export(found, only.filters(), out, bare).write(str(form))
    sys.stderr.write(f"{told}\n")
