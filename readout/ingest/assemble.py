"""Lines to a text: residue taken out, paragraphs marked, title, author and date seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.ingest import residue
from readout.ingest.headline import BYLINE, headline
from readout.model.document import Removed

BLANK_RUN = 2


@dataclass(frozen=True, slots=True)
class Assembled:
    """A clean text with its paragraphs and what was taken out, in the order of the input."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    removed: tuple[Removed, ...]
    title: str | None
    author: str | None


def assembled(lines: Sequence[str]) -> Assembled:
    """The text of lines that are paragraphs (blank ones keep paragraphs apart).

    >>> assembled(["The mine is shut.", "", "", "Continue with Google"]).text
    'The mine is shut.'
    """
    marks = residue.reasons(lines)
    kept, removed = _sorted_out(lines, marks)
    text, paragraphs = _joined(kept)
    top = [text[start:end] for start, end in paragraphs[:6]]
    return Assembled(text, paragraphs, tuple(removed), headline(kept), _author(top))


def _sorted_out(lines: Sequence[str], marks: Sequence[str | None]) -> tuple[list[str], list[Removed]]:
    """The lines that stay, with one blank line at most between two, and what goes."""
    kept: list[str] = []
    removed: list[Removed] = []
    blanks = 0
    for line, mark in zip([*lines, "."], [*marks, None], strict=True):
        if not line.strip():
            blanks += 1
            continue
        if blanks > BLANK_RUN:
            removed.append(Removed("\n" * blanks, "run of blank lines"))
        if blanks and kept and kept[-1]:
            kept.append("")
        blanks = 0
        if mark is not None:
            removed.append(Removed(line.strip(), mark))
            continue
        kept.extend(_without_tail(line.strip(), removed))
    return kept[:-1], removed


def _without_tail(line: str, removed: list[Removed]) -> list[str]:
    """The line, shortened by the residue glued to its last sentence."""
    cuts: list[Removed] = []
    while found := residue.tail(line):
        start, reason = found
        cuts.append(Removed(line[start:], reason))
        line = line[:start].rstrip()
    removed.extend(reversed(cuts))
    return [line]


def _joined(lines: Iterable[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The lines as one text, each line that is not blank a paragraph."""
    parts: list[str] = []
    paragraphs: list[tuple[int, int]] = []
    at = 0
    pending = 0
    for line in lines:
        if not line:
            pending += 1
            continue
        gap = "\n" * (pending + 1) if paragraphs else ""
        parts += [gap, line]
        start = at + len(gap)
        at = start + len(line)
        paragraphs.append((start, at))
        pending = 0
    return "".join(parts), tuple(paragraphs)


def _author(top: Sequence[str]) -> str | None:
    """The name on a line of its own that says ``By …``, near the top."""
    for line in top:
        found = BYLINE.fullmatch(line)
        if found and len(line) < 120 and all(_capital(word) for word in found.group(1).split()):
            return found.group(1).strip(" ,")
    return None


def _capital(word: str) -> bool:
    return word[0].isupper() or word.lower().strip(",") in {
        "and",
        "&",
        "de",
        "da",
        "di",
        "van",
        "von",
        "al",
        "bin",
        "la",
        "le",
        "der",
        "del",
    }
