"""CoNLL-U documents: sentence ends, tags, features, dependencies; EWT and GUM."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.language.spelling import (
    GAP_NONE,
    GAP_PARAGRAPH,
    GAP_SPACE,
    Spelling,
)
from recipes.language.passage import Passage

FEATURES = ("Tense", "Number", "Person", "Polarity", "VerbForm", "Mood", "Voice", "PronType")


def read(path: Path) -> Iterator[tuple[Passage, list[list[list[str]]]]]:
    """Each document of a file as a passage, with its raw rows a sentence."""
    sentences: list[list[list[str]]] = []
    breaks: list[int] = []
    ids: list[str] = []
    rows: list[list[str]] = []
    gap, name = GAP_PARAGRAPH, ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc"):
            if sentences:
                yield _passage(sentences, breaks, ids, name), sentences
            sentences, breaks, ids, gap = [], [], [], GAP_PARAGRAPH
            name = line.rpartition("= ")[2]
        elif line.startswith("# newpar"):
            gap = GAP_PARAGRAPH
        elif line.startswith("# sent_id"):
            ids.append(line.rpartition("= ")[2])
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            sentences.append(rows)
            breaks.append(gap)
            rows, gap = [], GAP_SPACE
    if sentences:
        yield _passage(sentences, breaks, ids, name), sentences


def _passage(sentences: list[list[list[str]]], breaks: list[int], ids: list[str], name: str) -> Passage:
    words: list[str] = []
    gaps: list[int] = []
    cuts: list[int] = []
    ranges: list[tuple[int, int]] = []
    labels: dict[str, list[Any]] = {k: [] for k in ("ends", "upos", "xpos", "feats", "heads", "deprels")}
    for rows, broken in zip(sentences, breaks, strict=True):
        base = len(words)
        cuts.append(base)
        gap, fused, glued = broken, 0, False
        for row in rows:
            if "-" in row[0]:
                fused, glued = int(row[0].split("-")[1]), "SpaceAfter=No" in row[9]
                continue
            if "." in row[0]:
                continue
            number = int(row[0])
            words.append(row[1])
            gaps.append(gap)
            tight = "SpaceAfter=No" in row[9] if number > fused else (glued if number == fused else True)
            gap = GAP_NONE if tight else GAP_SPACE
            labels["upos"].append(row[3])
            labels["xpos"].append(row[4])
            feats = dict(f.split("=", 1) for f in row[5].split("|")) if row[5] != "_" else {}
            labels["feats"].append({f: feats.get(f, "_") for f in FEATURES})
            labels["heads"].append(base + int(row[6]) - 1 if row[6] != "0" else len(words) - 1)
            labels["deprels"].append(row[7])
        labels["ends"].extend([0] * (len(words) - base - 1) + [1])
        ranges.append((base, len(words)))
    passage = Passage(Spelling(tuple(words), tuple(gaps)), cuts, labels, ranges, name=name)
    passage.labels["sentence ids"] = ids
    return passage
