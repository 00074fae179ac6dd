"""``readout events``: who did what to whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.linked import Out, screen, written
from readout.cli.options import Worded
from readout.cli.texts import Inputs, Sources, left, texts_of


class Shape(StrEnum):
    """How events are shown."""

    text = "text"
    jsonl = "jsonl"
    plover = "plover"


def events(
    sources: Sources = None,
    *,
    inputs: Inputs,
    format: Annotated[
        Shape,
        typer.Option(
            help="text: for a terminal; jsonl: one event a line; plover: the same in PLOVER's fields."
        ),
    ] = Shape.text,
    out: Out = None,
    only: Worded,
) -> None:
    """Print the events of each text: who did what to whom, when, where, and whether it happened."""
    texts = texts_of(sources, inputs, only)
    if format is Shape.text:
        from readout.export.text import happenings

        numbers = texts.numbers if inputs.dossier else None
        written(out, iter([happenings(texts.records, numbers=numbers, **screen(out)).encode()]))
    else:
        from readout.export.events import lines, plover_lines

        made = plover_lines(texts.records) if format is Shape.plover else lines(texts.records)
        written(out, (line + b"\n" for line in made))
    left(texts)
