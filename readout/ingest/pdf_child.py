"""Reads a PDF on standard input and prints its lines as JSON: ``python -m readout.ingest.pdf_child``.

It is run by ``readout.ingest.pdf`` and can be killed without harm.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from readout.ingest.limits import PDF_MEMORY

ENCRYPTED, BROKEN = 4, "is a broken PDF: save it again or give its text"
PASSWORD = "is an encrypted PDF: remove its password first"
SCANNED = "is a PDF without text, probably scanned: run text recognition over it first"

BREAK = "\ufffe"
"""What pdfium puts where a line ends in a hyphen, instead of the hyphen and the line end."""
GAP = re.compile(r"(?<=\S)\s+(?=\S)")
WIDE = 0.9
"""How many times as wide as a line is high a gap between columns is; in justified lines gaps are narrower."""
LINE = re.compile(rf"[^\r\n{BREAK}]*(?:\r\n|[\r\n{BREAK}]|$)")


def main() -> None:
    """Print ``{"pages": …}`` or ``{"why": …}``."""
    _bound_memory()
    json.dump(said(sys.stdin.buffer.read()), sys.stdout)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (PDF_MEMORY, PDF_MEMORY))


def said(data: bytes) -> dict[str, Any]:
    """The lines of every page, or why there are none."""
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(data)
        pages = [list(lines(paper[number])) for number in range(len(paper))]
    except pypdfium2.PdfiumError as error:
        return {"why": PASSWORD if getattr(error, "err_code", None) == ENCRYPTED else BROKEN}
    if not any(pages):
        return {"why": SCANNED if pages else BROKEN}
    meta = paper.get_metadata_dict()
    return {"pages": pages, "title": meta.get("Title") or None, "author": meta.get("Author") or None}


def lines(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Text, left, right, bottom and top of every line that is not blank, in reading order."""
    sheet = page.get_textpage()
    start = 0
    characters = sheet.get_text_range(errors="replace") if sheet.count_chars() else ""
    offsets = len(characters) == sheet.count_chars()
    for line in LINE.findall(characters):
        text = line.rstrip("\r\n").replace(BREAK, "-").strip()
        if text:
            first = start + len(line) - len(line.lstrip())
            for begin, end in _parts(sheet, text, first) if offsets else [(0, len(text))]:
                box = _box(sheet, first + begin, first + end) if offsets else (0.0, 0.0, 0.0, 0.0)
                yield (text[begin:end], *box)
        start += len(line)


def _parts(sheet: Any, text: str, first: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that a gap as wide as between columns keeps apart."""
    begin = 0
    for gap in GAP.finditer(text):
        before = sheet.get_charbox(first + gap.start() - 1, loose=True)
        after = sheet.get_charbox(first + gap.end(), loose=True)
        if after[0] - before[2] > WIDE * max(before[3] - before[1], 6.0):
            yield begin, gap.start()
            begin = gap.end()
    yield begin, len(text)


def _box(sheet: Any, first: int, end: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of the line that these characters make."""
    boxes = [sheet.get_charbox(index, loose=True) for index in {first, (first + end) // 2, end - 1}]
    boxes = [box for box in boxes if box[2] > box[0]] or boxes
    return (
        min(b[0] for b in boxes),
        max(b[2] for b in boxes),
        min(b[1] for b in boxes),
        max(b[3] for b in boxes),
    )


if __name__ == "__main__":
    main()
