"""The run behind ``readout read``: inputs to outcomes, outcomes to where they are printed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readout.batch.job import Format, Manner, Outcome
from readout.cli.progress import progress
from readout.cli.sinks import Sink, sink
from readout.ingest import Failed, Fetching, Raw, edtf, gather, is_archive
from readout.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a user asked of one run."""

    format: Format
    published: str | None
    publisher: str | None
    out: Path | None
    allow_private: bool
    jobs: int | None

    def read(self, sources: Sequence[str]) -> int:
        """Read every source in order; return how many inputs could not be read."""
        from readout.batch.pool import run

        manner, failed = self.manner(), 0
        with (
            sink(self.format, self.out, many=several(sources)) as results,
            progress(sources, results.on_screen) as seen,
        ):
            for outcome in run(self.inputs(sources), manner, self.jobs):
                with seen.aside():
                    failed += _told(outcome, results)
                seen.step(outcome.name)
        return failed

    def manner(self) -> Manner:
        """How each document is read and shown; a date that is none is refused before any work."""
        screen = self.out is None and sys.stdout.isatty()
        return Manner(
            self.format,
            edtf(self.published),
            self.publisher,
            width=shutil.get_terminal_size((80, 24)).columns,
            color=screen and colors(),
        )

    def inputs(self, sources: Sequence[str]) -> Iterator[Raw | Failed]:
        """The inputs of all sources, one at a time."""
        options = Fetching(allow_private=self.allow_private)
        for source in sources:
            yield from gather(source, options=options)


def several(sources: Sequence[str]) -> bool:
    """Whether there may be more than one document: several sources, a folder, a web archive."""
    if "" in sources:
        raise UsageError("an empty name stands for no file: give a file, a folder or an address")
    if sources.count("-") > 1:
        raise UsageError("standard input (-) can be read only once")
    return len(sources) > 1 or Path(sources[0]).is_dir() or is_archive(Path(sources[0]))


def colors() -> bool:
    """Whether the user's terminal is to be coloured."""
    import os

    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _told(outcome: Outcome, results: Sink) -> int:
    if outcome.output is None:
        name, why = _line(outcome.name), _line(outcome.error or "it could not be read")
        sys.stderr.write(f"readout: {why}\n" if name in why else f"readout: {name}: {why}\n")
        return 1
    results.add(outcome)
    return 0


def _line(words: str) -> str:
    """Words on one line without characters that could drive the terminal."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in words).split())
