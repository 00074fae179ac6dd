"""Names: wikigold (CC BY 4.0), WNUT-17 (CC BY 4.0), re3d (one licence a source, see its folder)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, Spelling, spelling_of
from readout.language.tokens import tokenize
from recipes.language.corpora.brackets import tagged
from recipes.language.passage import Passage

WIKIGOLD = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
WNUT = {
    "person": "person",
    "location": "place",
    "corporation": "organization",
    "group": "organization",
    "product": "other",
    "creative-work": "other",
}
RE3D = {"Person": "person", "Organisation": "organization", "Location": "place"}
TITLED = re.compile(
    r"(?i)\b(minister|president|secretary|leader|ambassador|envoy|commander|king|general|spokes\w+|chief|mr|ms|mrs)\b"
)


def passages(corpora: Path, part: str) -> list[Passage]:
    """The texts of a part; wikigold's every tenth document is dev (this split is ours)."""
    ner = corpora / "ner"
    out = list(_wikigold(ner / "train" / "wikigold", part))
    out += _columns(ner / part / "emerging_entities_17", WNUT)
    for folder in sorted((ner / part / "re3d").iterdir()):
        if (folder / "documents.json").exists():
            out += _re3d(folder)
    return out


def _wikigold(folder: Path, part: str) -> Iterator[Passage]:
    text = next(f for f in sorted(folder.iterdir()) if "wikigold" in f.name).read_text("utf-8")
    documents = re.split(r"(?m)^-DOCSTART-.*\n", text)
    for number, document in enumerate(d for d in documents if d.strip()):
        if (number % 10 == 9) == (part == "dev"):
            rows = [line.split() for line in document.splitlines()]
            yield _passage(rows, WIKIGOLD, f"wikigold-{number}")


def _columns(folder: Path, labels: dict[str, str]) -> list[Passage]:
    out = []
    for path in sorted(folder.iterdir()):
        if path.suffix in (".conll", ".txt", ".tsv", "") or "conll" in path.name:
            blocks = re.split(r"\n\s*\n", path.read_text("utf-8"))
            rows = [[line.split("\t") for line in block.splitlines()] for block in blocks if "\t" in block]
            out += [_passage(block, labels, path.name) for block in rows]
    return out


def _passage(rows: list[list[str]], labels: dict[str, str], name: str) -> Passage:
    """A passage of word-and-tag rows; an empty row ends a sentence. The gaps are guessed."""
    words: list[str] = []
    gaps: list[int] = []
    tags: list[str] = []
    cuts: list[int] = []
    fresh = True
    for row in rows:
        if len(row) < 2:
            fresh = True
            continue
        if fresh:
            cuts.append(len(words))
        glued = bool(re.match(r"^(?:[.,;:!?)\]%]|['’](?:s|re|ve|ll|d|m)?|n't)$", row[0]))
        gaps.append(GAP_PARAGRAPH if not words else GAP_NONE if glued else GAP_SPACE)
        words.append(row[0])
        tags.append(_tag(row[-1], labels, tags[-1] if tags and not fresh else "O"))
        fresh = False
    return Passage(Spelling(tuple(words), tuple(gaps)), cuts, {"entities": tags}, name=name)


def _tag(tag: str, labels: dict[str, str], before: str) -> str:
    """BIO from BIO or from I- tags alone."""
    if tag == "O":
        return "O"
    edge, kind = tag.split("-", 1)
    label = labels.get(kind, "other")
    return f"I-{label}" if edge == "I" and before.endswith(f"-{label}") else f"B-{label}"


def _re3d(folder: Path) -> list[Passage]:
    """Documents with the names among their entities; descriptions and titled people are left out."""
    entities: dict[str, list[dict[str, object]]] = {}
    for line in (folder / "entities.json").read_text("utf-8").splitlines():
        if line.strip():
            entity = json.loads(line)
            entities.setdefault(entity["documentId"], []).append(entity)
    out = []
    for line in (folder / "documents.json").read_text("utf-8").splitlines():
        if line.strip():
            document = json.loads(line)
            out.append(_annotated(document["text"], entities.get(document["_id"], [])))
    return out


def _annotated(text: str, entities: list[dict[str, object]]) -> Passage:
    ranges = tokenize(text)
    spans = []
    for entity in entities:
        value, label = str(entity["value"]), RE3D.get(str(entity["type"]))
        begin = int(str(entity["begin"])) + (4 if value.lower().startswith("the ") else 0)
        name = text[begin : int(str(entity["end"]))]
        capital = all(w[0].isupper() or w in ("of", "the", "and", "for", "al", "in") for w in name.split())
        if label and capital and name and not (label == "person" and TITLED.search(name)):
            inside = [i for i, (a, b) in enumerate(ranges) if a < begin + len(name) and b > begin]
            if inside:
                spans.append((inside[0], inside[-1] + 1, label))
    spelling = spelling_of(text, ranges)
    cuts = [0] + [i for i in range(1, len(ranges)) if spelling.words[i - 1] in ".!?"]
    return Passage(spelling, cuts, {"entities": tagged(len(ranges), spans)}, name="re3d")
