"""Options that several commands of a dossier share."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from readout.dossier import Filters, Kept


class Kind(StrEnum):
    """What may be looked for."""

    document = "document"
    statement = "statement"
    event = "event"
    when = "when"
    amount = "amount"
    commitment = "commitment"
    actor = "actor"
    topic = "topic"
    unread = "unread"


class Stance(StrEnum):
    """Whether a statement was made."""

    yes = "yes"
    denied = "denied"
    not_said = "not said"
    declined = "declined"


class Judged(StrEnum):
    """What people said of an item."""

    accept = "accept"
    reject = "reject"
    unsure = "unsure"
    none = "none"


DossierName = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="A file, or the address of a PostgreSQL database.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS...", help="All must be there; '\"fish tax\"' is a phrase, tarif* a start."),
]
Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Items in which this actor has a part.")]
Topic = Annotated[str | None, typer.Option(metavar="LABEL", help="Items on this topic.")]
OfKind = Annotated[Kind | None, typer.Option(help="Only this kind of item.")]
OfStance = Annotated[Stance | None, typer.Option(help="Statements with this stance.")]
Type = Annotated[
    str | None,
    typer.Option(metavar="TYPE", help="Events of this PLOVER type or mode; statements of this act."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this publisher published.")]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Published on this day, month, year or later.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Published then or earlier.")]
After = Annotated[str | None, typer.Option(metavar="DATE", help="Items dated in the text to then or later.")]
Before = Annotated[
    str | None, typer.Option(metavar="DATE", help="Items dated in the text to then or earlier.")
]
Verdict = Annotated[Judged | None, typer.Option(help="Items that people judged so; none: not yet judged.")]
Versions = Annotated[bool, typer.Option("--versions", help="Older versions of changed pages as well.")]
Who = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who does it; your login name by default.")
]
Jobs = Annotated[int | None, typer.Option(min=1, metavar="N", help="Worker processes; all cores by default.")]


def filters_of(**given: object) -> Filters:
    """The filters that were given on the command line."""
    from readout.dossier import Filters

    told = {name: str(value) if isinstance(value, StrEnum) else value for name, value in given.items()}
    return Filters(**told)  # type: ignore[arg-type]


def typed(words: list[str] | None) -> str | None:
    """The words of a command line as one search."""
    return " ".join(words) if words else None


def called(kept: Kept, width: int) -> str:
    """A document's title, else the last part of the name it came by."""
    return plain(kept.title or kept.name.rstrip("/").rpartition("/")[2] or kept.name, width)


def who(name: str | None) -> str:
    """The name that is written beside what is done."""
    import getpass

    try:
        return name or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def plain(words: str | None, width: int | None = None) -> str:
    """Words on one line without characters that could drive the terminal, cut where they are too long."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in words or "").split())
    return line if width is None or len(line) <= width else line[: width - 1] + "…"
