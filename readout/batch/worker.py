"""One document from bytes to printed bytes; runs in this process or in a worker."""

from __future__ import annotations

import signal
import traceback
from pathlib import Path

from readout.batch.job import AtHand, Manner, Outcome
from readout.export.phrase import title
from readout.ingest import Failed, Raw, document_of
from readout.knowledge import use
from readout.model.document import Document
from readout.model.errors import ReadoutError
from readout.model.record import Record
from readout.read import reader


def prepare(facts: Path | None = None) -> None:
    """Load the engine once for the life of a worker, and a user's own facts; leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use(facts)
    reader(1)


def work(raw: Raw | Failed | AtHand, manner: Manner) -> Outcome:
    """Read one input; what goes wrong with it is told by name and never ends the run.

    This is the outermost edge for one input of many, so it is the one place that catches all
    errors: those of ours say what is wrong with the input, any other is a fault of Readout's.
    """
    if isinstance(raw, Failed):
        return Outcome(raw.name, error=str(raw.error))
    try:
        document = _document(raw, manner)
        record = reader(manner.threads).read(document)
        return Outcome(raw.name, shown(record, manner), title(record))
    except ReadoutError as error:
        return Outcome(raw.name, error=str(error))
    except Exception as error:  # noqa: BLE001
        return Outcome(raw.name, error=fault(error))


def _document(raw: Raw | AtHand, manner: Manner) -> Document:
    if isinstance(raw, AtHand):
        return raw.document
    return document_of(raw, published=manner.published, publisher=manner.publisher)


def fault(error: BaseException) -> str:
    """One line on a fault of Readout's own: what, and where in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())[:200]
    return f"a fault in Readout, please report it: {type(error).__name__}: {words}{place}"


def shown(record: Record, manner: Manner) -> bytes:
    """The record in the form that was asked for."""
    if manner.format == "text":
        from readout.export.text import brief

        return brief(record, width=manner.width, color=manner.color).encode()
    if manner.format == "html":
        from readout.export.html import page

        return page(record).encode()
    from readout.export import json

    return json.page(record) if manner.format == "json" else json.line(record)
