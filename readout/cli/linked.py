"""The run behind the commands that lay documents side by side: read all, link them, print one result."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.progress import progress
from readout.model.errors import ReadoutError, UnreadableError, UsageError

if TYPE_CHECKING:
    from readout.model.record import Record


class Shape(StrEnum):
    """How a comparison, a ledger or a timeline is shown."""

    text = "text"
    json = "json"
    html = "html"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL|-...", help="Files, folders, http(s) addresses, or - for standard input."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Publication date (YYYY-MM-DD), to which dates in the texts are reckoned."
    ),
]
Form = Annotated[
    Shape,
    typer.Option(
        help="text: for a terminal; json: the whole result; html: one printable page that needs nothing else."
    ),
]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of standard output.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
]


def records_of(
    sources: Sequence[str], published: str | None, allow_private: bool
) -> tuple[list[Record], int]:
    """The records of all inputs in order, and how many could not be read; each of those is named.

    Raises ``UnreadableError`` where none can be read.
    """
    from readout.cli.desk import several
    from readout.ingest import Fetching, edtf, gather

    several(sources)
    date, failed, records = edtf(published), 0, []
    options = Fetching(allow_private=allow_private)
    with progress(sources, shares_screen=False) as seen:
        for raw in (raw for source in sources for raw in gather(source, options=options)):
            record = _read(raw, date)
            failed += record is None
            records += [record] if record else []
            seen.step(raw.name)
    if not records:
        raise UnreadableError("none of the inputs could be read")
    return _distinct(records), failed


def _read(raw: object, published: str | None) -> Record | None:
    """The record of one input; None, and a line on standard error, where it cannot be read."""
    from readout.ingest import Failed, Raw, document_of
    from readout.read import reader

    assert isinstance(raw, (Raw, Failed))
    try:
        if isinstance(raw, Failed):
            raise raw.error
        return reader(0).read(document_of(raw, published=published))
    except UsageError:
        raise
    except ReadoutError as error:
        why = " ".join(str(error).split())
        sys.stderr.write(f"readout: {why}\n" if raw.name in why else f"readout: {raw.name}: {why}\n")
        return None


def _distinct(records: Sequence[Record]) -> list[Record]:
    """The records, a document that is given twice once."""
    return list({record.document.id: record for record in records}.values())


def printed(
    shape: Shape,
    out: Path | None,
    text: Callable[[int, bool], str],
    json: Callable[[], bytes],
    html: Callable[[], str],
) -> None:
    """Print one result in the form that was asked for."""
    if shape is Shape.text:
        from readout.cli.desk import colors

        screen = out is None and sys.stdout.isatty()
        made = text(shutil.get_terminal_size((80, 24)).columns, screen and colors()).encode()
    else:
        made = json() + b"\n" if shape is Shape.json else html().encode()
    written(out, iter([made]))


def written(out: Path | None, parts: Iterator[bytes]) -> None:
    """Write parts to a file or to standard output as they come."""
    try:
        opened = out.open("wb") if out is not None and str(out) != "-" else None
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror}") from error
    with opened or nullcontext(sys.stdout.buffer) as stream:
        for part in parts:
            stream.write(part)
        stream.flush()


def left(failed: int) -> None:
    """Exit with 1 where an input could not be read."""
    if failed:
        raise typer.Exit(1)
