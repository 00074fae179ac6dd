"""A text as HTML with its marks: written out directly, for a page of it has thousands of pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from readout.export.html import marks_of
from readout.export.spans import Mark, Piece, pieces
from readout.link.sentences import sentences
from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.web import citing


def paragraphs(record: Record, here: Anchor | None = None) -> Iterator[tuple[int, Markup]]:
    """Each paragraph with the offset it starts at, its characters within the marks that cover them.

    A permalink stands before each sentence; ``here`` is the stretch that the page's address means.
    """
    document = record.document
    marks = marks_of(record) + ([Mark.of("here", "here", here, lead=True)] if here else [])
    marks.sort(key=lambda mark: mark.start)
    links = _permalinks(record)
    places = list(links)
    at, open_marks = 0, list[Mark]()
    for start, end in document.paragraphs or ((0, len(document.text)),):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while at < len(marks) and marks[at].start < end:
            open_marks.append(marks[at])
            at += 1
        cuts = places[bisect_right(places, start) : bisect_left(places, end)]
        yield start, Markup(_written(start, list(pieces(document.text, start, end, open_marks, cuts)), links))


def _permalinks(record: Record) -> dict[int, str]:
    """The link before each sentence, by the offset it stands at."""
    found = {}
    for number, sentence in enumerate(sentences(record.document), 1):
        address = citing.permalink(record.document, sentence).replace("&", "&amp;")
        label = f"Permalink of sentence {number}"
        found[sentence.start] = f'<a class="lead pilcrow" href="{address}" aria-label="{label}">¶</a>'
    return found


def _written(at: int, several: Sequence[Piece], links: dict[int, str]) -> str:
    out = []
    for piece in several:
        out.append(links.get(at, ""))
        at += len(piece.text)
        out += [_lead(mark) for mark in piece.leads]
        words = str(escape(piece.text))
        if not piece.marks:
            out.append(words)
            continue
        out += [f'<span class="lead spot" id="at-{id}"></span>' for id in piece.starts if id != piece.link]
        about = f'class="{piece.kinds} {piece.ids}"'
        if piece.link is None:
            out.append(f"<span {about}>{words}</span>")
        else:
            spot = f' id="at-{piece.link}"' if piece.link in piece.starts else ""
            out.append(f'<a {about}{spot} href="#{piece.link}">{words}</a>')
    return "".join(out)


def _lead(mark: Mark) -> str:
    """The number of an item in front of its first words; a bare place where the address means them."""
    if mark.kind == "here":
        return '<span class="lead spot" id="here"></span>'
    return (
        f'<a class="lead {mark.kind}" id="at-{mark.id}" href="#{mark.id}"'
        f' aria-label="{mark.id} in the list">{mark.id}</a>'
    )
