"""Objects of options on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from readout.cli.spread import spread


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large."""

    width: Annotated[int, typer.Option(help="Columns.")] = 80
    tall: Annotated[bool, typer.Option("--tall")] = False


def draw(name: str, *, size: Size, times: int = 1) -> None:
    """Draw it."""
    typer.echo(f"{name} {size} {times}")


def test_every_field_is_an_option() -> None:
    app = typer.Typer()
    app.command()(spread(draw))
    ran = CliRunner().invoke(app, ["box", "--tall", "--times", "2"])
    assert ran.output == "box Size(width=80, tall=True) 2\n"
    told = CliRunner().invoke(app, ["--help"]).output
    assert "Draw it." in told and "--width" in told and "Columns." in told


def test_a_command_without_objects_is_as_it_was() -> None:
    app = typer.Typer()
    app.command()(spread(lambda: typer.echo("done")))
    assert CliRunner().invoke(app, []).output == "done\n"
