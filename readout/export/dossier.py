"""Every form in which a dossier is handed on, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from readout.export.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Heading:
    """What a brief is called, and the filters by which its documents were chosen, in words."""

    title: str
    restricted: str | None = None


Stream: TypeAlias = Callable[[Iterable[Sheet], Heading], Iterator[bytes]]


def web_annotations(sheets: Iterable[Sheet], heading: Heading) -> Iterator[bytes]:
    """One W3C annotation collection."""
    from readout.export.annotations import CONTEXT, notes

    whole = {"type": "AnnotationCollection", "label": heading.title}
    head = {"@context": CONTEXT, "type": "AnnotationPage", "partOf": whole}
    yield msgspec.json.encode(head)[:-1] + b',"items":[\n'
    yield from _listed(one for sheet in sheets for one in notes(sheet))
    yield b"\n]}\n"


def plover(sheets: Iterable[Sheet], heading: Heading) -> Iterator[bytes]:
    """PLOVER events, one a line."""
    from readout.export.plover import events

    return (msgspec.json.encode(event) + b"\n" for sheet in sheets for event in events(sheet))


def csl(sheets: Iterable[Sheet], heading: Heading) -> Iterator[bytes]:
    """One list of citations."""
    from readout.export.csl import citation

    yield b"[\n"
    yield from _listed(citation(sheet) for sheet in sheets)
    yield b"\n]\n"


def html(sheets: Iterable[Sheet], heading: Heading) -> Iterator[bytes]:
    """The brief as one page."""
    from readout.export.brief_html import page

    yield page(sheets, heading.title, heading.restricted).encode()


def docx(sheets: Iterable[Sheet], heading: Heading) -> Iterator[bytes]:
    """The brief as a Word document."""
    from readout.export.docx import brief

    yield brief(sheets, heading.title, heading.restricted)


def _listed(things: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for number, thing in enumerate(things):
        yield (b",\n" if number else b"") + msgspec.json.encode(thing)


STREAMS: dict[str, Stream] = {
    "annotations": web_annotations,
    "plover": plover,
    "csl": csl,
    "html": html,
    "docx": docx,
}
"""The forms that are one file."""
FOLDERS = ("csv", "parquet")
"""The forms that are a folder of tables."""
