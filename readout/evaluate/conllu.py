"""CoNLL-U files as words, sentences and trees, to measure against and, in the recipes, to learn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, Spelling


@dataclass(slots=True)
class Treebank:
    """One document: parallel lists a word; ``heads`` are indices into the document, -1 for roots.

    ``sentences`` and ``ids`` are parallel; ``misc`` is the last column as it stands in the file.
    """

    name: str = ""
    words: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    feats: list[dict[str, str]] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def spelling(self) -> Spelling:
        """The words as the engine takes them."""
        return Spelling(tuple(self.words), tuple(self.gaps))

    def text(self) -> tuple[str, list[tuple[int, int]]]:
        """Running text with a blank line between paragraphs, and the range of each word in it."""
        parts, ranges, place = [], [], 0
        for number, (word, gap) in enumerate(zip(self.words, self.gaps, strict=True)):
            between = "" if number == 0 or gap == GAP_NONE else "\n\n" if gap == GAP_PARAGRAPH else " "
            parts.append(between + word)
            place += len(between)
            ranges.append((place, place + len(word)))
            place += len(word)
        return "".join(parts), ranges


def read(path: Path) -> Iterator[Treebank]:
    """The documents of a file, in order."""
    document, gap, fused, glued, base = Treebank(), GAP_PARAGRAPH, 0, False, 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc"):
            if document.words:
                yield document
            document = Treebank(name=line.rpartition("= ")[2])
        if line.startswith(("# newdoc", "# newpar")):
            gap = GAP_PARAGRAPH
        if line.startswith("# sent_id"):
            document.ids.append(line.rpartition("= ")[2])
        row = line.split("\t")
        if row[0].isdigit():
            if row[0] == "1":
                base = len(document.words)
            number = int(row[0])
            _add(document, row, base, gap)
            tight = glued if number == fused else number < fused or "SpaceAfter=No" in row[9]
            gap = GAP_NONE if tight else GAP_SPACE
        elif len(row) > 1 and "-" in row[0]:
            fused, glued = int(row[0].split("-")[1]), "SpaceAfter=No" in row[9]
        elif not line and len(document.words) > base:
            document.sentences.append((base, len(document.words)))
            gap, fused, base = GAP_SPACE, 0, len(document.words)
    if document.words:
        yield document


def _add(document: Treebank, row: list[str], base: int, gap: int) -> None:
    document.words.append(row[1])
    document.gaps.append(gap)
    document.upos.append(row[3])
    document.xpos.append(row[4])
    document.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
    document.deprels.append(row[7])
    document.feats.append(dict(f.split("=", 1) for f in row[5].split("|")) if row[5] != "_" else {})
    document.misc.append(row[9])
