"""What the user names to raw inputs: a file, a folder, standard input, a web address."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from readout.ingest import warc, zipped
from readout.ingest.feed import is_feed, stories
from readout.ingest.fetch import Fetcher, Fetching, Web
from readout.ingest.kinds import SUFFIXES
from readout.ingest.limits import MAX_BYTES
from readout.ingest.raw import Failed, Raw
from readout.model.errors import ReadoutError, RefusedError, UnreadableError

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
STDIN = "-"
ARCHIVES = (*warc.SUFFIXES, zipped.SUFFIX)


def gather(
    source: str,
    *,
    options: Fetching = Fetching(),  # noqa: B008 frozen
    fetcher: Fetcher | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Raw | Failed]:
    """The inputs behind a name, one at a time and read when asked for; a bad one is a ``Failed``.

    A feed gives the stories that it links to, a web archive (WARC) its pages, a zip archive its files. A
    folder gives its text, HTML, PDF and mail files, its archives, and those of its folders, sorted, without
    hidden ones.

    >>> [failed.error.args[0] for failed in gather("no/such.txt") if isinstance(failed, Failed)]
    ['no/such.txt does not exist']
    """
    if source == STDIN:
        web = fetcher or Web(options)
        yield from _opened(_tried("standard input", lambda: _from_stdin(stdin or sys.stdin.buffer)), web)
    elif ADDRESS.match(source):
        web = fetcher or Web(options)
        yield from _opened(_tried(source, lambda: web.fetch(source)), web)
    elif _is_folder(source):
        yield from _from_folder(Path(source), source)
    else:
        yield from _from_path(Path(source), source, fetcher or Web(options))


def within(raw: Raw, *, options: Fetching = Fetching()) -> Iterator[Raw | Failed]:  # noqa: B008 frozen
    """The inputs in one that is at hand, as ``gather`` would give them: an archive's, a feed's, or itself."""
    yield from _opened(raw, Web(options))


def _opened(raw: Raw | Failed, web: Fetcher) -> Iterator[Raw | Failed]:
    """What was found at a name; in the place of an archive or a feed what is in it."""
    if isinstance(raw, Raw) and zipped.is_zip(raw):
        yield from zipped.files(raw)
        return
    if isinstance(raw, Raw) and warc.is_warc(raw.data):
        yield from warc.pages(io.BytesIO(raw.data), raw.name)
        return
    if isinstance(raw, Failed) or not is_feed(raw):
        yield raw
        return
    links = stories(raw)
    if not links:
        yield Failed(raw.name, UnreadableError(f"{raw.name} is a feed without stories"))
    for link in links:
        yield _tried(link, partial(web.fetch, link))


def only(source: str | os.PathLike[str] | bytes) -> Raw:
    """The one input that a Python caller gives: a path, an http(s) address, bytes, or a text.

    A string is a path or address when it looks like one (a single line that names a file); any
    other string is the text. Raises what went wrong.

    >>> only("The mayor said no.\\nThe union said yes.").name
    'the text'
    """
    if isinstance(source, bytes):
        return Raw("the document", source)
    if isinstance(source, str) and not _names_an_input(source):
        return Raw("the text", source.encode("utf-8", "replace"), "text/plain; charset=utf-8")
    name = os.fspath(source)
    if _is_folder(name):
        raise UnreadableError(f"{name} is a folder: read its files one by one")
    if is_archive(Path(name)):
        raise UnreadableError(f"{name} is a web archive: read its pages one by one, as gather gives them")
    found = next(gather("./-" if name == STDIN else name))
    if isinstance(found, Failed):
        raise found.error
    return found


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _names_an_input(source: str) -> bool:
    if "\n" in source or len(source) > 1_000 or "\0" in source:
        return False
    if re.match(r"https?://\S+$", source, re.IGNORECASE) or Path(source).suffix.lower() in SUFFIXES - {""}:
        return " " not in source or not ADDRESS.match(source)
    try:
        return Path(source).exists()
    except OSError:
        return False


def _tried(name: str, read: Callable[[], Raw]) -> Raw | Failed:
    try:
        return read()
    except ReadoutError as error:
        return Failed(name, error)


def _from_path(path: Path, name: str, web: Fetcher) -> Iterator[Raw | Failed]:
    """What is in a file; a web archive is read page by page, for it may be large."""
    if not is_archive(path):
        yield from _opened(_tried(name, lambda: _from_file(path, name)), web)
        return
    with path.open("rb") as stream:
        yield from warc.pages(stream, name)


def is_archive(path: Path) -> bool:
    """Whether a file is a web archive."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return warc.is_warc(stream.read(warc.HEAD))
    except (OSError, ValueError):
        return False


def _from_file(path: Path, name: str) -> Raw:
    try:
        if not path.exists():
            raise UnreadableError(f"{name} does not exist")
        if not path.is_file():
            raise UnreadableError(f"{name} is not a file")
        if path.stat().st_size > MAX_BYTES:
            raise RefusedError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB: split it")
        return Raw(name, path.read_bytes())
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"{name} cannot be opened: {why}") from error


def _from_folder(folder: Path, name: str) -> Iterator[Raw | Failed]:
    found = False
    for path in _files(folder):
        found = True
        if path.name.lower().endswith(warc.SUFFIXES) and is_archive(path):
            with path.open("rb") as stream:
                yield from warc.pages(stream, str(path))
        elif path.suffix.lower() == zipped.SUFFIX:
            raw = _tried(str(path), partial(_from_file, path, str(path)))
            yield from zipped.files(raw) if isinstance(raw, Raw) and zipped.is_zip(raw) else (raw,)
        else:
            yield _tried(str(path), partial(_from_file, path, str(path)))
    if not found:
        yield Failed(name, UnreadableError(f"{name} holds no text, HTML, PDF or mail file"))


def _files(folder: Path) -> Iterator[Path]:
    """The readable files of a folder and its folders in order; links to folders are not followed."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        for name in sorted(names):
            known = Path(name).suffix.lower() in SUFFIXES or name.lower().endswith(ARCHIVES)
            if known and not name.startswith("."):
                yield Path(root) / name


def _from_stdin(stream: BinaryIO) -> Raw:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RefusedError(f"standard input is larger than {MAX_BYTES // 1_000_000} MB: split it")
    return Raw("standard input", data)
