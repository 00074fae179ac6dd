"""``readout import``: records from JSON Lines into a dossier."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.options import DossierName, Who, plain, who

MADE = "give what readout export --as jsonl, or readout read --format jsonl, wrote"


def import_lines(
    dossier: DossierName,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE|-...", help="What readout export --as jsonl or readout read wrote."),
    ],
    by: Who = None,
) -> None:
    """Take documents over from JSON Lines: of an export with everything, of readout read as they are.

    A document that is there already takes over the judgements that it does not have.
    """
    from readout.dossier import Source, opened
    from readout.export.archive import read
    from readout.model.errors import ReadoutError

    counts: Counter[str] = Counter()
    with opened(dossier) as found:
        for where, line in _lines(files):
            if where is None:
                sys.stderr.write(f"readout: {plain(line.decode(), 300)}\n")
                counts["not read"] += 1
                continue
            try:
                record, beside = read(line, where)
                name = record.document.url or record.document.title or where
                added = found.take(record, beside, Source(name=name, by=who(by)))
            except ReadoutError as error:
                sys.stderr.write(f"readout: {plain(str(error), 300)}\n")
                counts["not read"] += 1
                continue
            known = added.outcome == "same bytes"
            counts["known already" if known else "imported"] += 1
            counts["judgements taken over"] += added.judgements if known else 0
    told = [f"{count} {what}" for what, count in counts.items() if count]
    sys.stdout.write((", ".join(told) or "nothing to import") + "\n")
    if counts["not read"]:
        raise typer.Exit(1)


def _lines(files: list[str]) -> Iterator[tuple[str | None, bytes]]:
    """The lines of all files with their places; a sentence without one for a file that is no JSON Lines."""
    from readout.model.errors import UnreadableError

    for name in files:
        try:
            with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
                lines = ((number, line) for number, line in enumerate(stream, 1) if line.strip())
                for first, (number, line) in enumerate(lines):
                    if not first and not line.lstrip().startswith(b"{"):
                        yield None, f"{name} is no JSON Lines: {MADE}".encode()
                        break
                    yield f"{name}, line {number},", line
        except OSError as error:
            raise UnreadableError(f"{name} cannot be opened: {error.strerror}") from error
