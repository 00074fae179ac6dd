"""A progress bar on standard error while many documents are read on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


class Seen:
    """Counts documents; says nothing where there is no terminal."""

    def __init__(self, bar: Progress | None, shares_screen: bool) -> None:
        self.bar = bar
        self.shares_screen = shares_screen
        self.task = bar.add_task("reading", total=None) if bar else None

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
def progress(shares_screen: bool) -> Iterator[Seen]:
    """A bar that goes away when the run ends."""
    if not sys.stderr.isatty():
        yield Seen(None, shares_screen)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        BarColumn(24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield Seen(bar, shares_screen)
