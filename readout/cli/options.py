"""Options that several commands share, and the few words in which they name things."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

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


class Status(StrEnum):
    """Whether an event happened."""

    happened = "happened"
    ongoing = "ongoing"
    planned = "planned"
    possible = "possible"
    negated = "negated"


class Judged(StrEnum):
    """What people said of an item."""

    accept = "accept"
    reject = "reject"
    unsure = "unsure"
    none = "none"


FILTERS = "Filters"


def _filter(help: str, metavar: str | None = None) -> Any:
    return typer.Option(metavar=metavar, help=help, rich_help_panel=FILTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The filters of a command line; ``Filters`` says what each restricts."""

    actor: Annotated[str | None, _filter("Items in which this actor has a part.", "NAME")] = None
    topic: Annotated[str | None, _filter("Items on this topic.", "LABEL")] = None
    kind: Annotated[Kind | None, _filter("Only this kind of item.")] = None
    stance: Annotated[Stance | None, _filter("Statements with this stance.")] = None
    status: Annotated[Status | None, _filter("Events with this status.")] = None
    type: Annotated[
        str | None, _filter("Events of this PLOVER type or mode; statements of this act.", "TYPE")
    ] = None
    publisher: Annotated[str | None, _filter("Only what this publisher published.", "NAME")] = None
    since: Annotated[str | None, _filter("Published on this day, month, year or later.", "DATE")] = None
    until: Annotated[str | None, _filter("Published then or earlier.", "DATE")] = None
    after: Annotated[str | None, _filter("Items dated in the text to then or later.", "DATE")] = None
    before: Annotated[str | None, _filter("Items dated in the text to then or earlier.", "DATE")] = None
    verdict: Annotated[Judged | None, _filter("Items that people judged so; none: not yet judged.")] = None
    versions: Annotated[
        bool,
        typer.Option("--versions", help="Older versions of changed pages as well.", rich_help_panel=FILTERS),
    ] = False

    def filters(self, **more: Any) -> Filters:
        """The filters as a dossier takes them."""
        from readout.dossier import Filters

        given = {one.name: getattr(self, one.name) for one in fields(self)}
        told: dict[str, Any] = {
            name: value.value if isinstance(value, StrEnum) else value for name, value in given.items()
        }
        return Filters(**told, **more)

    @property
    def given(self) -> list[str]:
        """The options that were given, as they are typed."""
        return [f"--{one.name}" for one in fields(self) if getattr(self, one.name) not in (None, False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Only):
    """The filters of a command that looks for no words of its own."""

    words: Annotated[str | None, _filter("Only texts, or items, with these words.", "WORDS")] = None


DossierName = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="A file, or the address of a PostgreSQL database.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS...", help="All must be there; '\"fish tax\"' is a phrase, tarif* a start."),
]
Who = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who does it; your login name by default.")
]
Jobs = Annotated[int | None, typer.Option(min=1, metavar="N", help="Worker processes; all cores by default.")]


def typed(words: list[str] | None) -> str | None:
    """The words of a command line as one search."""
    return " ".join(words) if words else None


def called(kept: Kept, width: int) -> str:
    """A document's title, else the last part of the name it came by."""
    return plain(kept.title or kept.name.rstrip("/").rpartition("/")[2] or kept.name, width)


def fitted(line: str, indent: int) -> str:
    """A line as a terminal shows it whole: broken at spaces, what follows indented; elsewhere as it is."""
    if not sys.stdout.isatty():
        return line
    import shutil
    import textwrap

    width = max(40, shutil.get_terminal_size((80, 24)).columns)
    rows = line.rstrip("\n").split("\n")
    return "".join(
        textwrap.fill(row, width, subsequent_indent=" " * indent, break_on_hyphens=False) + "\n"
        for row in rows
    )


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
