"""``readout add``: documents into a dossier."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.facts import OwnFacts
from readout.cli.options import Jobs, Who, called, fitted, plain, who

if TYPE_CHECKING:
    from readout.batch.filling import Told


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|FEED|-...", help="Files, folders, archives (WARC, zip), addresses, feeds, or -."
        ),
    ],
    to: Annotated[str, typer.Option("--to", metavar="DOSSIER", help="The dossier, made by readout new.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of all of them (YYYY-MM-DD).")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None,
    by: Who = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False,
    jobs: Jobs = None,
    knowledge: OwnFacts = None,
) -> None:
    """Read documents and keep them with their bytes in a dossier.

    The same bytes are kept once; a changed page is kept as a new version beside the old one.
    """
    from readout.batch.filling import Filling, fill
    from readout.cli.desk import several
    from readout.cli.progress import progress
    from readout.dossier import opened
    from readout.ingest import Fetching, edtf, gather

    several(sources)
    filling = Filling(who(by), edtf(published), publisher, jobs)
    options = Fetching(allow_private=allow_private)
    counts: Counter[str] = Counter()
    with opened(to) as dossier, progress(sources, sys.stdout.isatty()) as seen:
        inputs = (raw for source in sources for raw in gather(source, options=options))
        for told in fill(dossier, inputs, filling):
            with seen.aside():
                counts[_told(told)] += 1
            seen.step(told.name)
    sys.stdout.write(", ".join(f"{count} {what}" for what, count in counts.items()) + "\n")
    if counts["not read"]:
        raise typer.Exit(1)


def _told(told: Told) -> str:
    """One line on one input; returns under what it is counted."""
    if told.added is None:
        name, why = plain(told.name), plain(told.error)
        sys.stderr.write(f"readout: {why}\n" if name in why else f"readout: {name}: {why}\n")
        return "not read"
    kept, outcome = told.added.document, told.added.outcome
    title = called(kept, 100)
    notes = {
        "added": "added",
        "new version": f"version {kept.version}",
        "same bytes": "known already",
        "same text": f"known already: the text of version {kept.version}, unchanged",
    }
    sys.stdout.write(fitted(f"{kept.number:>5}  {notes[outcome]}  {title}\n", 14))
    sys.stdout.flush()
    return "known already" if outcome.startswith("same") else outcome
