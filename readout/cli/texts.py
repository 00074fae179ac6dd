"""The records that a command is about: of texts that it reads now, or of a dossier's."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.facts import OwnFacts
from readout.cli.options import Worded, plain
from readout.cli.progress import progress
from readout.cli.telling import telling
from readout.model.errors import DossierError, ReadoutError, UnreadableError, UsageError

if TYPE_CHECKING:
    from readout.dossier import Filters
    from readout.export.sheet import Sheet
    from readout.model.record import Record

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|URL|-...",
        help="Files, folders, http(s) addresses, or - for standard input; with --dossier the numbers, "
        "hashes or addresses of its texts, all by default.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Where the records come from."""

    dossier: Annotated[
        str | None,
        typer.Option(
            metavar="DOSSIER", help="Take the texts of this dossier, as people's judgements left them."
        ),
    ] = None
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Publication date (YYYY-MM-DD), to which dates in the texts are reckoned."
        ),
    ] = None
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False
    knowledge: OwnFacts = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Records in order with the numbers by which they are shown, and how many inputs could not be read."""

    records: tuple[Record, ...]
    numbers: Mapping[str, int]
    failed: int = 0


def texts_of(
    sources: Sequence[str] | None, inputs: Inputs, only: Worded, encounter: str | None = None
) -> Texts:
    """The records that a command line asks for.

    Raises ``UnreadableError`` where none can be read, ``DossierError`` where none meets the filters.
    """
    if inputs.dossier is not None:
        if inputs.published or inputs.allow_private:
            raise UsageError(
                "--published and --allow-private are for texts that are read now, not a dossier's"
            )
        return _kept(inputs.dossier, sources or (), only.filters(), encounter)
    unfit = [*only.given, *(["--encounter"] if encounter else [])]
    if unfit:
        raise UsageError(f"{unfit[0]} is for the texts of a dossier: add --dossier DOSSIER")
    if not sources:
        raise UsageError("nothing was named: give files, folders or addresses, or --dossier DOSSIER")
    return _read(sources, inputs)


def left(texts: Texts) -> None:
    """Exit with 1 where an input could not be read."""
    if texts.failed:
        raise typer.Exit(1)


def _kept(address: str, names: Sequence[str], filters: Filters, encounter: str | None) -> Texts:
    """The judged records of a dossier: of the texts that are named, in that order, or of all."""
    from readout.dossier import opened

    if names and encounter:
        raise UsageError("name the texts, or one whose --encounter is meant, not both")
    with opened(address) as dossier:
        numbers = [dossier.find(name).number for name in names]
        if encounter:
            numbers = telling(dossier, dossier.find(encounter).number)
        if numbers:
            filters = replace(filters, documents=tuple(numbers), versions=True)
        sheets = sorted(dossier.sheets(filters), key=lambda sheet: _place(sheet, numbers))
    if not sheets:
        raise DossierError("no text of the dossier meets this: see readout list")
    return Texts(
        tuple(sheet.record for sheet in sheets), {sheet.record.document.id: sheet.number for sheet in sheets}
    )


def _place(sheet: Sheet, numbers: Sequence[int]) -> int:
    return numbers.index(sheet.number) if sheet.number in numbers else sheet.number


def _read(sources: Sequence[str], inputs: Inputs) -> Texts:
    """The records of all inputs in order; what cannot be read is named on standard error."""
    from readout.cli.desk import several
    from readout.ingest import Fetching, edtf, gather

    several(sources)
    date, failed, records = edtf(inputs.published), 0, list["Record"]()
    options = Fetching(allow_private=inputs.allow_private)
    with progress(sources, shares_screen=False) as seen:
        for raw in (raw for source in sources for raw in gather(source, options=options)):
            record = _record(raw, date)
            failed += record is None
            records += [record] if record else []
            seen.step(raw.name)
    if not records:
        raise UnreadableError("none of the inputs could be read")
    once = tuple({record.document.id: record for record in records}.values())
    return Texts(once, {record.document.id: number for number, record in enumerate(once, 1)}, failed)


def _record(raw: object, published: str | None) -> Record | None:
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
        name, why = plain(raw.name), plain(str(error))
        sys.stderr.write(f"readout: {why}\n" if name in why else f"readout: {name}: {why}\n")
        return None
