"""``readout people``: who is in a dossier, over all its texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.options import DossierName, Who


class Shape(StrEnum):
    """How people are shown."""

    text = "text"
    jsonl = "jsonl"


class Sort(StrEnum):
    """What somebody is."""

    person = "person"
    government = "government"
    organization = "organization"
    country = "country"
    group = "group"
    publisher = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tying:
    """What is said of who is who."""

    same: Annotated[
        str | None, typer.Option(metavar="OTHER", help="NAME is the same as this one: a name or an id.")
    ] = None
    apart: Annotated[
        str | None, typer.Option(metavar="OTHER", help="NAME is not this one, though the names fit.")
    ] = None
    split: Annotated[
        str | None,
        typer.Option(metavar="N,N...", help="In these documents it is another one of that name."),
    ] = None


def people(
    dossier: DossierName,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="Whom to show: a name, a part of one that only one bears, or an id."
        ),
    ] = None,
    *,
    kind: Annotated[Sort | None, typer.Option(help="List only these.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="List only those who act for it: Chile or CHL.")
    ] = None,
    words: Annotated[
        str | None, typer.Option(metavar="WORDS", help="List only those called so; Vi* is a beginning.")
    ] = None,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="List the pairs that may be the same, with the reasons.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many are listed.")] = 50,
    format: Annotated[Shape, typer.Option(help="text: for people; jsonl: one a line.")] = Shape.text,
    tying: Tying,
    by: Who = None,
) -> None:
    """List the people and bodies of a dossier over all its texts; given a name, show that one.

    The same actor of many texts is one, by name, office, country and time, never by a surname alone; pairs
    that may be one wait for you (--unsure). What you say with --same, --apart or --split is kept with who and
    when, and readout judge DOSSIER ID --undo takes it back. Search, exports and pages follow.
    """
    from readout.cli.casting import listed, paired, shown, tied
    from readout.dossier import Among
    from readout.model.errors import UsageError

    given = [f"--{option}" for option in ("same", "apart", "split") if getattr(tying, option) is not None]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} exclude each other: choose one")
    if given and name is None:
        raise UsageError(f"{given[0]} needs a name: say who it is about")
    jsonl = format is Shape.jsonl
    if name is not None and given:
        tied(dossier, name, tying, by)
    elif unsure:
        paired(dossier, name, limit, jsonl=jsonl)
    elif name is not None:
        shown(dossier, name, jsonl=jsonl)
    else:
        listed(dossier, Among(kind=kind and kind.value, country=country, words=words), limit, jsonl=jsonl)
