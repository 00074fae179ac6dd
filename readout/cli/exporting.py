"""The run behind ``readout export``: a form, a place, and the count of what was written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from readout.dossier import Dossier, Filters
from readout.export.dossier import FOLDERS, STREAMS, Heading
from readout.export.phrase import counted
from readout.export.sheet import Sheet
from readout.model.errors import DossierError, UsageError
from readout.model.items import FIELD, KINDS


@dataclass
class Export:
    """One export; counts documents and items as they go by."""

    dossier: Dossier
    filters: Filters
    out: Path | None
    bare: bool = False
    documents: int = 0
    items: int = 0
    _past: list[str] = field(default_factory=list)

    def write(self, form: str) -> str:
        """Write the export; return a sentence on how much that was."""
        if self.bare and form != "jsonl":
            raise UsageError("--bare is for --as jsonl only")
        if form in FOLDERS:
            self._tables(form)
        elif form == "jsonl":
            self._stream(self._lines())
        else:
            self._stream(STREAMS[form](self._sheets(), self._heading()))
        only = f"; only {self._heading().restricted}" if self._heading().restricted else ""
        return f"exported {counted(self.documents, 'document')} with {counted(self.items, 'item')}{only}"

    def _sheets(self) -> Iterator[Sheet]:
        for sheet in self.dossier.sheets(self.filters):
            self._count(sheet.record)
            yield sheet

    def _count(self, record: Any) -> None:
        self.documents += 1
        self.items += sum(len(getattr(record, FIELD[kind])) for kind in KINDS)

    def _lines(self) -> Iterator[bytes]:
        from readout.export.archive import filtered, line

        if self.bare or self.filters.of_items:
            by = _given(self.filters) if self.filters.of_items else {}
            for sheet in self._sheets():
                there = {actor.id for actor in sheet.record.actors}
                whose = {id: one for id, one in sheet.identities.items() if id in there}
                yield filtered(sheet.record, by, whose) + b"\n"
            return
        for record, beside in self.dossier.archive(self.filters):
            self._count(record)
            yield line(record, beside) + b"\n"

    def _heading(self) -> Heading:
        name = Path(self.dossier.store.name).stem
        given = [f"{key} {value}" for key, value in _given(self.filters).items() if key != "versions"]
        return Heading(name, ", ".join(given) or None)

    def _stream(self, parts: Iterable[bytes]) -> None:
        """Write to the file, which is there only when it is whole, or to standard output."""
        if self.out is None or str(self.out) == "-":
            for part in parts:
                sys.stdout.buffer.write(part)
            sys.stdout.flush()
            return
        with _whole(self.out) as stream:
            for part in parts:
                stream.write(part)

    def _tables(self, form: str) -> None:
        from importlib import import_module

        if self.out is None:
            raise UsageError(f"{form} is a folder of tables: add --out FOLDER")
        if self.out.exists() and (not self.out.is_dir() or any(self.out.iterdir())):
            raise UsageError(f"{self.out} is there and not an empty folder: choose another name")
        beside = _made(self.out)
        try:
            import_module(f"readout.export.{form}").write(self._sheets(), beside)
            beside.chmod(0o755)
            if self.out.is_dir():
                self.out.rmdir()
            beside.replace(self.out)
        except OSError as error:
            raise DossierError(f"cannot write to {self.out}: {error.strerror}") from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _made(out: Path) -> Path:
    """A folder beside the one that is wanted, which takes its name when it is whole."""
    try:
        out.absolute().parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.absolute().parent))
    except OSError as error:
        raise UsageError(f"cannot make the folder {out}: {error.strerror}") from error


@contextmanager
def _whole(out: Path) -> Iterator[BinaryIO]:
    beside = out.with_name(f".{out.name}-{os.getpid()}")
    try:
        stream = beside.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror}") from error
    try:
        with stream:
            yield stream
        beside.replace(out)
    except OSError as error:
        raise DossierError(f"cannot write to {out}: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)


def _given(filters: Filters) -> dict[str, Any]:
    """The filters that restrict something."""
    return {key: value for key, value in asdict(filters).items() if value not in (None, False)}
