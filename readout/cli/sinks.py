"""Where results go: a file, a folder of pages, or standard output; written as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from readout.batch.job import Outcome
from readout.model.errors import UsageError


class Sink(Protocol):
    """Takes outcomes in order."""

    on_screen: bool

    def add(self, outcome: Outcome) -> None:
        """Write one result."""
        ...


class Stream:
    """Results one after another in one stream, with what goes between them."""

    def __init__(self, stream: BinaryIO, on_screen: bool, between: bytes, after: bytes) -> None:
        self.stream, self.on_screen, self.between, self.after = stream, on_screen, between, after
        self.count = 0

    def add(self, outcome: Outcome) -> None:
        """Write one result and, where it is not the first, what separates it from the last."""
        self.stream.write((self.between if self.count else b"") + (outcome.output or b"") + self.after)
        self.stream.flush()
        self.count += 1


class Folder:
    """One page a document, and an index of them."""

    on_screen = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: list[tuple[str, str]] = []

    def add(self, outcome: Outcome) -> None:
        """Write one page under a name of its own."""
        stem = "".join(mark if mark.isalnum() or mark in "-_" else "-" for mark in Path(outcome.name).stem)[
            :80
        ]
        name = stem = stem.strip("-") or "page"
        taken, number = {"index", *(page.removesuffix(".html") for page, _ in self.pages)}, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        (self.folder / f"{name}.html").write_bytes(outcome.output or b"")
        self.pages.append((f"{name}.html", outcome.title or outcome.name))

    def index(self) -> None:
        """Write the page that links to all others."""
        from readout.export.html import index

        (self.folder / "index.html").write_text(index(self.pages), "utf-8")


@contextmanager
def sink(format: str, out: Path | None, *, many: bool) -> Iterator[Sink]:
    """The place for results of this format; JSON of several documents becomes one list.

    Raises ``UsageError`` where the place cannot be written to.
    """
    if format == "html" and (many or (out is not None and out.is_dir())):
        with _folder(out) as folder:
            yield folder
        return
    listed = format == "json" and many
    between = b",\n" if listed else b"\n" if format == "text" else b""
    with _opened(out) as (stream, on_screen):
        stream.write(b"[\n" if listed else b"")
        yield Stream(stream, on_screen, between, b"\n" if format in ("json", "jsonl") and not listed else b"")
        stream.write(b"\n]\n" if listed else b"")
        stream.flush()


@contextmanager
def _opened(out: Path | None) -> Iterator[tuple[BinaryIO, bool]]:
    if out is None or str(out) == "-":
        yield sys.stdout.buffer, sys.stdout.isatty()
        return
    try:
        stream = out.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror}") from error
    with stream:
        yield stream, False


@contextmanager
def _folder(out: Path | None) -> Iterator[Folder]:
    if out is None:
        raise UsageError("several html pages need a folder: add --out FOLDER")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {out}: {error.strerror}") from error
    folder = Folder(out)
    yield folder
    folder.index()
