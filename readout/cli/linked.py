"""The run behind the commands that lay documents side by side: records, one result of them, its print."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from readout.cli.texts import left
from readout.model.errors import UsageError

if TYPE_CHECKING:
    from readout.cli.texts import Texts


class Shape(StrEnum):
    """How a comparison, a ledger or a timeline is shown."""

    text = "text"
    json = "json"
    html = "html"


Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of standard output.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """In what form a result is printed, and where."""

    format: Annotated[
        Shape,
        typer.Option(
            help="text: for a terminal; json: the whole result; "
            "html: one printable page that needs nothing else."
        ),
    ] = Shape.text
    out: Out = None


def laid(verb: str, texts: Texts, printing: Printing) -> None:
    """Print what a verb makes of the texts; exit with 1 where one of them could not be read."""
    from readout.compare import compare, ledger, timeline
    from readout.export import sides, sides_html, sides_text

    verbs: Mapping[str, tuple[Any, Any, Any]] = {
        "compare": (compare, sides_text.compared, sides_html.compared),
        "ledger": (ledger, sides_text.kept, sides_html.kept),
        "timeline": (timeline, sides_text.times, sides_html.times),
    }
    make, text, html = verbs[verb]
    result = make(texts.records)
    if printing.format is Shape.text:
        page = text(result, texts.records, numbers=texts.numbers, **screen(printing.out))
    elif printing.format is Shape.html:
        page = html(result, texts.records, numbers=texts.numbers)
    else:
        page = sides.page(result).decode() + "\n"
    written(printing.out, iter([page.encode()]))
    left(texts)


def screen(out: Path | None) -> dict[str, Any]:
    """How wide a text may be, and whether it is coloured: on a terminal only."""
    from readout.cli.desk import colors

    shown = out is None and sys.stdout.isatty()
    return {"width": shutil.get_terminal_size((80, 24)).columns, "color": shown and colors()}


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
