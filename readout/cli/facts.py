"""The option for a user's own facts, which all commands that read documents have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from readout.model.errors import UsageError


def _used(path: Path | None) -> Path | None:
    """Read with the user's facts from here on, in the processes that are started too."""
    if path is not None:
        if not path.is_file():
            raise UsageError(f"{path} is no file: --knowledge takes a CSV or TOML file of facts")
        from readout.knowledge import use

        use(path)
    return path


OwnFacts = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="FILE",
        callback=_used,
        help="Your own facts on countries, bodies and who held which office when (CSV or TOML); "
        "they win over those that ship.",
    ),
]
