"""``readout events``: who did what to whom."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.facts import OwnFacts
from readout.cli.linked import AllowPrivate, Out, Published, Sources, left, records_of, written


class Shape(StrEnum):
    """How events are shown."""

    text = "text"
    jsonl = "jsonl"
    plover = "plover"


def events(
    sources: Sources,
    published: Published = None,
    format: Annotated[
        Shape,
        typer.Option(
            help="text: for a terminal; jsonl: one event a line; plover: the same in PLOVER's fields."
        ),
    ] = Shape.text,
    out: Out = None,
    allow_private: AllowPrivate = False,
    knowledge: OwnFacts = None,
) -> None:
    """Print the events of each text: who did what to whom, when, where, and whether it happened."""
    records, failed = records_of(sources, published, allow_private)
    if format is Shape.text:
        from readout.cli.desk import colors
        from readout.export.text import happenings

        color = out is None and sys.stdout.isatty() and colors()
        width = shutil.get_terminal_size((80, 24)).columns
        written(out, iter([happenings(records, width=width, color=color).encode()]))
    else:
        from readout.export.events import lines, plover_lines

        made = plover_lines(records) if format is Shape.plover else lines(records)
        written(out, (line + b"\n" for line in made))
    left(failed)
