"""Names of people, organisations and places against wikigold and re3d."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from readout.language.engine import Engine
from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, Spelling
from readout.model.document import Document

WIKIGOLD = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
RE3D = {"Person": "person", "Organisation": "organization", "Location": "place"}
MEASURED = frozenset(["person", "organization", "place"])
GLUED = re.compile(r"^(?:[.,;:!?)\]%]|['’](?:s|re|ve|ll|d|m)?|n't)$")

Span = tuple[int, int, str]
Names = tuple[Spelling, list[int], set[Span]]
"""Words, where sentences begin, and the spans of names."""


def wikigold(folder: Path, part: str) -> Iterator[Names]:
    """The documents of a part; every tenth one is dev (this split is ours)."""
    path = next(f for f in sorted(folder.iterdir()) if "wikigold" in f.name)
    documents = re.split(r"(?m)^-DOCSTART-.*\n", path.read_text("utf-8"))
    for number, document in enumerate(d for d in documents if d.strip()):
        if (number % 10 == 9) == (part == "dev"):
            yield columns([line.split() for line in document.splitlines()], WIKIGOLD)


def columns(rows: Iterable[list[str]], labels: dict[str, str]) -> Names:
    """Words with their last column as tag (BIO, or I- alone); an empty row ends a sentence.

    The gaps between words are guessed from punctuation.
    """
    words: list[str] = []
    gaps: list[int] = []
    cuts: list[int] = []
    names: list[Span] = []
    fresh, before = True, "O"
    for row in rows:
        if len(row) < 2:
            fresh, before = True, "O"
            continue
        if fresh:
            cuts.append(len(words))
        gaps.append(GAP_PARAGRAPH if not words else GAP_NONE if GLUED.match(row[0]) else GAP_SPACE)
        edge, _, kind = row[-1].partition("-")
        if edge == "I" and before.endswith(f"-{kind}"):
            names[-1] = (names[-1][0], len(words) + 1, names[-1][2])
        elif edge != "O":
            names.append((len(words), len(words) + 1, labels.get(kind, "other")))
        words.append(row[0])
        fresh, before = False, row[-1]
    return Spelling(tuple(words), tuple(gaps)), cuts, set(names)


def score_wikigold(engine: Engine, folder: Path) -> dict[str, float]:
    """Exact spans and labels of person, organization and place on our dev part."""
    hit = wanted = said = 0
    for spelling, _, gold in wikigold(folder, "dev"):
        found = {(e.first, e.last, e.label) for e in engine.analyse_words(spelling).entities}
        gold, found = ({s for s in spans if s[2] in MEASURED} for spans in (gold, found))
        hit, wanted, said = hit + len(gold & found), wanted + len(gold), said + len(found)
    return _figures(hit, wanted, said)


def score_re3d(engine: Engine, folder: Path) -> dict[str, float]:
    """Overlap with a name of the same label, both ways.

    re3d marks descriptions and titles as well ("Minister for the Middle East"), so exact spans say little.
    """
    recalled = precise = wanted = said = 0
    for text, gold in _re3d(folder):
        analysis = engine.analyse(Document("", text))
        words = analysis.words
        found = [
            (words[e.first].start, words[e.last - 1].end, e.label)
            for e in analysis.entities
            if e.label in MEASURED
        ]
        recalled += sum(any(_meet(g, f) for f in found) for g in gold)
        precise += sum(any(_meet(g, f) for g in gold) for f in found)
        wanted, said = wanted + len(gold), said + len(found)
    p, r = precise / max(said, 1), recalled / max(wanted, 1)
    return {"P": round(100 * p, 2), "R": round(100 * r, 2), "F1": round(200 * p * r / max(p + r, 1e-9), 2)}


def _meet(a: Span, b: Span) -> bool:
    return a[2] == b[2] and a[0] < b[1] and b[0] < a[1]


def _re3d(folder: Path) -> Iterator[tuple[str, set[Span]]]:
    for source in sorted(p for p in folder.iterdir() if (p / "documents.json").exists()):
        spans: dict[str, set[Span]] = {}
        for entity in _lines(source / "entities.json"):
            if label := RE3D.get(str(entity["type"])):
                span = (int(str(entity["begin"])), int(str(entity["end"])), label)
                spans.setdefault(str(entity["documentId"]), set()).add(span)
        for document in _lines(source / "documents.json"):
            yield str(document["text"]), spans.get(str(document["_id"]), set())


def _lines(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _figures(hit: int, wanted: int, said: int) -> dict[str, float]:
    return {
        "P": round(100 * hit / max(said, 1), 2),
        "R": round(100 * hit / max(wanted, 1), 2),
        "F1": round(200 * hit / max(wanted + said, 1), 2),
    }
