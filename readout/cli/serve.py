"""``readout serve``: a dossier's pages in a browser on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from readout.cli.facts import OwnFacts


def serve(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="A dossier: a file, or postgresql://…")],
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Where to listen: this machine's own addresses only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0: one that is free.")] = 8765,
    who: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="NAME", help="Who judges and adds; the name of your account by default."
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False,
    knowledge: OwnFacts = None,
) -> None:
    """Show a dossier's pages in a browser: read, search, compare, judge, add.

    Nothing is loaded from the network. The pages have no sign-in, so they are served to this machine only.
    """
    from readout.web.serve import serve as run

    run(dossier, host=host, port=port, who=who, allow_private=allow_private)
