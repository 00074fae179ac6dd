"""``readout read``: documents in, who said what out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.facts import OwnFacts


class Shape(StrEnum):
    """How records are shown."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|-...",
            help="Files, folders, archives (WARC, zip), http(s) addresses, or - for standard input.",
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Publication date (YYYY-MM-DD), to which dates in the text are reckoned."
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    format: Annotated[
        Shape,
        typer.Option(
            help="text: a brief for people; json: the whole record (a list for several inputs); "
            "jsonl: one record a line; html: one printable page each."
        ),
    ] = Shape.text,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write here instead of standard output; for several html pages, a folder."
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Worker processes for many documents; all cores by default."),
    ] = None,
    knowledge: OwnFacts = None,
) -> None:
    """Print who said what, the silences, the figures and the dates of each document.

    What cannot be read is named on standard error; the exit code is then 1.
    """
    from readout.cli.desk import Desk

    desk = Desk(format.value, published, publisher, out, allow_private, jobs)
    if desk.read(sources):
        raise typer.Exit(1)
