"""``readout remove``: documents out of a dossier."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from readout.cli.options import DossierName, called


def remove(
    dossier: DossierName,
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Numbers, hashes or addresses.")
    ],
    judged: Annotated[
        bool, typer.Option("--judged", help="Also those that people have judged, with their judgements.")
    ] = False,
) -> None:
    """Take documents out of a dossier for good, with their bytes and readings.

    An address stands for the newest version of its page; the one before it then counts again.
    """
    from readout.dossier import opened

    with opened(dossier) as found:
        for kept in [found.find(name) for name in documents]:
            found.remove(kept, judged_too=judged)
            sys.stdout.write(f"{kept.number:>5}  removed  {called(kept, 100)}\n")
