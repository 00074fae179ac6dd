"""PDF to paragraphs: parsed in a process of its own, for PDFs can crash, hang or swell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from readout.ingest.columns import Line, groups, gutter, rows
from readout.ingest.limits import MAX_CHARACTERS, PDF_SECONDS
from readout.ingest.residue import SENTENCE_END
from readout.ingest.wrapping import BULLET
from readout.model.document import Removed
from readout.model.errors import RefusedError, UnreadableError

CHILD = "readout.ingest.pdf_child"
REPEATS = 3
EDGE_LINES = 2
SHORT = 0.85
GAP = 1.45
INDENT = 0.8
NUMBER = re.compile(r"(?:page |p\. ?)?[–—-]? ?\d{1,4} ?(?:(?:of|/) ?\d{1,4})? ?[–—-]?", re.IGNORECASE)
HEADS = re.compile(
    r"(?:well|self|long|short|high|low|non|anti|co|so|year|month|week|day|multi|vice|far|ex|pro|half|mid|all|cross"
    r"|semi|post|pre|counter|inter|state|old|new|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|left|right|full|part|large|small|hard|soft|world|war"
    r"|peace|oil|gas|land|sea|air|north|south|east|west|government|market|tax|duty)",
    re.IGNORECASE,
)
"""Words whose hyphen at the end of a line is more often their own than the typesetter's."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF holds: lines by page, and what it says of itself."""

    pages: tuple[tuple[Line, ...], ...]
    title: str | None = None
    author: str | None = None


def paper_of(data: bytes, name: str, *, seconds: float = PDF_SECONDS) -> Paper:
    """The lines of a PDF by page.

    Raises ``UnreadableError`` for a broken or encrypted PDF and one without text, and
    ``RefusedError`` for one that takes longer than ``seconds``.
    """
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-m", CHILD],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError(
            f"{name} is a PDF that takes longer than {seconds:g} seconds to read: give its text"
        ) from error
    try:
        said = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadableError(
            f"{name} is a PDF that breaks the reader: save it again or give its text"
        ) from error
    if why := said.get("why"):
        raise UnreadableError(f"{name} {why}")
    pages = tuple(tuple(Line(*line) for line in page) for page in said["pages"])
    if sum(len(line.text) for page in pages for line in page) > MAX_CHARACTERS:
        raise RefusedError(f"{name} holds more than {MAX_CHARACTERS:,} characters: split it")
    return Paper(pages, said.get("title"), said.get("author"))


def paragraphs_of(paper: Paper) -> tuple[list[str], list[Removed]]:
    """The running text by paragraph, and the page heads, feet and numbers that are not part of it.

    >>> lines = (Line("The talks were con-", 72, 300, 700, 712), Line("structive.", 72, 120, 686, 698))
    >>> paragraphs_of(Paper((lines,)))[0]
    ['The talks were constructive.']
    """
    removed: list[Removed] = []
    whole = [page if gutter(page) else rows(page) for page in paper.pages]
    pages = list(_without_edges(whole, removed))
    vocabulary = Counter(
        word.lower() for page in pages for line in page for word in re.findall(r"[\w-]+", line.text)
    )
    paragraphs: list[str] = []
    for page in pages:
        for block in (block for group in groups(page) for block in _blocks(group)):
            text = _joined(block, vocabulary, removed)
            if paragraphs and _goes_on(paragraphs[-1], text):
                paragraphs[-1] = _glued(paragraphs[-1], text, vocabulary, removed)
            else:
                paragraphs.append(text)
    return paragraphs, removed


def _without_edges(pages: Sequence[Sequence[Line]], removed: list[Removed]) -> Iterator[list[Line]]:
    """The pages without lines that recur at their heads and feet, whatever number is in them."""
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in _edge(page)})
    often = {
        shape
        for shape, count in edges.items()
        if count >= min(REPEATS, max(2, len(pages))) and len(pages) > 1
    }
    for page in pages:
        edge = set(map(id, _edge(page)))
        kept = []
        for line in page:
            number = NUMBER.fullmatch(line.text.strip()) is not None
            if id(line) in edge and (_shape(line) in often or (number and len(pages) > 1)):
                reason = "page number" if number else "page header or footer"
                removed.append(Removed(line.text.strip(), reason))
            else:
                kept.append(line)
        yield kept


def _edge(page: Sequence[Line]) -> list[Line]:
    return [*page[:EDGE_LINES], *page[max(EDGE_LINES, len(page) - EDGE_LINES) :]]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.strip().lower())


def _blocks(page: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a page in paragraphs: a wide gap, an indent or a short last line ends one."""
    steps = [a.bottom - b.bottom for a, b in pairwise(page) if 0 < a.bottom - b.bottom < 60]
    step = median(steps) if steps else 14.0
    step = min([step, *(sorted(steps)[: max(1, len(steps) // 2)][-1:])])
    right = max((line.right for line in page), default=0.0)
    left = min((line.left for line in page), default=0.0)
    block: list[Line] = []
    for line in page:
        if block and _starts(block, line, step, left, right):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _starts(block: Sequence[Line], line: Line, step: float, left: float, right: float) -> bool:
    """Whether a line starts a new paragraph after these."""
    last = block[-1]
    down = last.bottom - line.bottom
    height, taller = last.top - last.bottom, line.top - line.bottom
    if down > GAP * step or down < -step or BULLET.match(line.text.lstrip()):
        return True
    if (
        min(height, taller) > 0
        and max(height, taller) > 1.6 * min(height, taller)
        and abs(height - taller) > 8
    ):
        return True
    if line.left - last.left > INDENT * step and len(block) > 1:
        return True
    short = last.right - left < SHORT * (right - left)
    return short and SENTENCE_END.search(last.text.strip()) is not None


def _joined(block: Sequence[Line], vocabulary: Counter[str], removed: list[Removed]) -> str:
    text = ""
    for line in block:
        text = _glued(text, line.text.strip(), vocabulary, removed) if text else line.text.strip()
    return text


def _glued(text: str, following: str, vocabulary: Counter[str], removed: list[Removed]) -> str:
    """Two lines as one, without the hyphen that broke a word at the end of the first."""
    if not following:
        return text
    if not re.search(r"[^\W\d_]-$", text) or not following[0].isalpha():
        return f"{text} {following}"
    head, rest = re.search(r"[\w-]+$", text), re.match(r"[\w-]+", following)
    broken = (head.group() if head else "") + (rest.group() if rest else "")
    kept = vocabulary[broken.lower()] and not vocabulary[broken.replace("-", "").lower()]
    own = head is not None and HEADS.fullmatch(head.group()[:-1]) is not None
    if kept or not following[0].islower() or (own and not vocabulary[broken.replace("-", "").lower()]):
        return text + following
    removed.append(Removed("-", "hyphen at a line's end"))
    return text[:-1] + following


def _goes_on(text: str, following: str) -> bool:
    """Whether a paragraph goes on over the end of a page."""
    return not SENTENCE_END.search(text) and following[:1].islower() and len(text) > 60
