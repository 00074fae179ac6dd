"""Files in a zip archive, one at a time; nothing is unpacked beyond a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from readout.ingest.kinds import SUFFIXES, suffix_of
from readout.ingest.limits import MAX_BYTES, MAX_FILES
from readout.ingest.raw import Failed, Raw
from readout.model.errors import RefusedError, UnreadableError

SUFFIX = ".zip"
BROKEN = (OSError, ValueError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)


def is_zip(raw: Raw) -> bool:
    """Whether an input is a zip archive, and no Office file, which is one inside."""
    named = suffix_of(raw.name) == SUFFIX or (raw.media_type or "").startswith("application/zip")
    return named and raw.data.startswith(b"PK\x03\x04")


def files(raw: Raw) -> Iterator[Raw | Failed]:
    """The text, HTML, PDF and mail files of an archive in its order; others are passed over.

    A locked or broken file is a ``Failed``, and so is an archive without a file that can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            known = [one for one in archive.infolist() if _wanted(one)]
            for one in known[:MAX_FILES]:
                yield _file(archive, one, f"{raw.name}/{one.filename}")
    except BROKEN:
        yield Failed(raw.name, UnreadableError(f"{raw.name} is a zip archive that is broken"))
        return
    if not known:
        yield Failed(raw.name, UnreadableError(f"{raw.name} holds no text, HTML, PDF or mail file"))
    if len(known) > MAX_FILES:
        told = f"{raw.name} holds {len(known):,} files: those after {MAX_FILES:,} were left out; split it"
        yield Failed(raw.name, RefusedError(told))


def _wanted(one: zipfile.ZipInfo) -> bool:
    parts = one.filename.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not one.is_dir() and not hidden and suffix_of(one.filename) in SUFFIXES


def _file(archive: zipfile.ZipFile, one: zipfile.ZipInfo, name: str) -> Raw | Failed:
    try:
        with archive.open(one) as stream:
            data = stream.read(MAX_BYTES + 1)
    except BROKEN as error:
        why = "is locked by a password" if "password" in str(error) else "is broken"
        return Failed(name, UnreadableError(f"{name} {why}"))
    if len(data) > MAX_BYTES:
        return Failed(name, RefusedError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB: split it"))
    return Raw(name, data)
