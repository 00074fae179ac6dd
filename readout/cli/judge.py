"""``readout judge``: what a person says of what was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.options import DossierName


class Shape(StrEnum):
    """How the log is shown."""

    text = "text"
    jsonl = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said of the items."""

    accept: Annotated[bool, typer.Option("--accept", help="It is right.")] = False
    reject: Annotated[bool, typer.Option("--reject", help="It is wrong: results leave it out.")] = False
    unsure: Annotated[bool, typer.Option("--unsure", help="It cannot be told.")] = False
    correct: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE",
            help="A field reads otherwise: said=denied, when=2026-03-02; lists with commas, nothing empties "
            "it. May be given more than once.",
        ),
    ] = None
    merge: Annotated[
        str | None,
        typer.Option(metavar="OTHER", help="An actor or topic is the same as this one: its id or name."),
    ] = None
    split: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Some places of an actor or topic are another, of this name."),
    ] = None
    places: Annotated[
        str | None,
        typer.Option(metavar="N,N...", help="Which places --split is about, as readout show numbers them."),
    ] = None
    comment: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A note, alone or beside what else is said.")
    ] = None
    undo: Annotated[
        bool, typer.Option("--undo", help="Take the last judgement on the item back, or the one named.")
    ] = False

    @property
    def given(self) -> list[str]:
        """What is said beside a comment, as options."""
        names = ("accept", "reject", "unsure", "correct", "merge", "split", "places", "undo")
        return [f"--{name}" for name in names if getattr(self, name)]


def judge(
    dossier: DossierName,
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM...",
            help="As readout show prints them: 3/s1 is statement s1 of document 3. With --undo also a "
            "judgement by its id, with --log also a document.",
        ),
    ] = None,
    *,
    verdict: Verdict,
    log: Annotated[
        bool, typer.Option("--log", help="List the judgements instead: of the items named, or all.")
    ] = False,
    format: Annotated[Shape, typer.Option(help="With --log: text, or jsonl: one a line.")] = Shape.text,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Who judges; your login name by default. With --log: only theirs."
        ),
    ] = None,
) -> None:
    """Accept, reject, correct or comment on items; comparison, ledger, exports and pages follow.

    Nothing is overwritten: the machine's value stays beside, each judgement is kept with who and when, and
    --undo is one more. readout show DOSSIER 3/s1 shows an item with what may be corrected.
    """
    from readout.cli.judging import judged, listed

    if log:
        listed(dossier, items or [], verdict, by, jsonl=format is Shape.jsonl)
    else:
        judged(dossier, items or [], verdict, by)
