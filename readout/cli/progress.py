"""A progress bar on standard error while many documents are read on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from readout.ingest.kinds import SUFFIXES

if TYPE_CHECKING:
    from rich.progress import Progress


class Seen:
    """Counts documents; says nothing where there is no terminal."""

    def __init__(self, bar: Progress | None = None, total: int = 0, shares_screen: bool = False) -> None:
        self.bar = bar
        self.shares_screen = shares_screen
        self.task = bar.add_task("reading", total=total) if bar else None

    def step(self, name: str) -> None:
        """One more document is done."""
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, advance=1, description=name[-40:])

    def aside(self) -> AbstractContextManager[None]:
        """Take the bar away while results are written to the same screen."""
        return self._hidden() if self.bar is not None else nullcontext()

    @contextmanager
    def _hidden(self) -> Iterator[None]:
        assert self.bar is not None
        if not self.shares_screen:
            yield
            return
        self.bar.stop()
        try:
            yield
            sys.stdout.flush()
        finally:
            self.bar.start()


@contextmanager
def progress(sources: Sequence[str], shares_screen: bool) -> Iterator[Seen]:
    """A bar for the documents of some sources; see ``bar``."""
    with bar(expected(sources) if sys.stderr.isatty() else 1, shares_screen) as seen:
        yield seen


@contextmanager
def bar(total: int, shares_screen: bool) -> Iterator[Seen]:
    """A bar that goes away when the run ends; none for a single document, or without a terminal."""
    if total <= 1 or not sys.stderr.isatty():
        yield Seen()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        BarColumn(24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as shown:
        yield Seen(shown, total, shares_screen)


def expected(sources: Sequence[str]) -> int:
    """How many documents the sources hold, about: a folder's readable files, one for all else."""
    return sum(_files(Path(source)) if Path(source).is_dir() else 1 for source in sources)


def _files(folder: Path) -> int:
    return sum(path.suffix.lower() in SUFFIXES for path in folder.rglob("[!.]*"))
