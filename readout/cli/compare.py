"""``readout compare``: accounts of one encounter side by side."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from readout.cli.linked import Printing, laid
from readout.cli.options import Worded
from readout.cli.texts import Inputs, Sources, Texts, texts_of


def compare(
    sources: Sources = None,
    *,
    inputs: Inputs,
    encounter: Annotated[
        str | None,
        typer.Option(
            metavar="DOCUMENT", help="With --dossier: all texts that tell of this text's encounter."
        ),
    ] = None,
    encounters: Annotated[
        bool, typer.Option("--encounters", help="List the encounters that the texts tell of instead.")
    ] = False,
    printing: Printing,
    only: Worded,
) -> None:
    """Lay the accounts of one encounter side by side: where they agree, differ, contradict, stay silent.

    Give one text for each side, or one story that quotes several sides.
    """
    texts = texts_of(sources, inputs, only, encounter)
    if encounters:
        _listed(texts)
        return
    if inputs.dossier and not (sources or encounter):
        _warned(texts)
    laid("compare", texts, printing)


def _warned(texts: Texts) -> None:
    """Say that a comparison of all texts mixes encounters, where it does."""
    from readout.compare import occasions

    several = len(occasions(texts.records))
    if several > 1:
        sys.stderr.write(
            f"readout: these texts tell of {several} encounters: list them with --encounters, "
            "choose one with --encounter DOCUMENT\n"
        )


def _listed(texts: Texts) -> None:
    """A line for each encounter with the numbers of its texts, those told by most first."""
    from readout.cli.options import plain
    from readout.compare import occasions
    from readout.export.sides import encounter

    for occasion in occasions(texts.records):
        numbers = ", ".join(str(texts.numbers[id]) for id in occasion.documents)
        texts_told = "text" if len(occasion.documents) == 1 else "texts"
        sys.stdout.write(f"{plain(encounter(occasion.encounter))}  ·  {texts_told} {numbers}\n")
