"""Names: wikigold (CC BY 4.0), WNUT-17 (CC BY 4.0), re3d (one licence a source, see its folder)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from readout.evaluate.names import RE3D, Names, columns, wikigold
from readout.language.spelling import spelling_of
from readout.language.tokens import tokenize
from recipes.language.corpora.brackets import tagged
from recipes.language.passage import Passage

WNUT = {
    "person": "person",
    "location": "place",
    "corporation": "organization",
    "group": "organization",
    "product": "other",
    "creative-work": "other",
}
TITLED = re.compile(
    r"(?i)\b(minister|president|secretary|leader|ambassador|envoy|commander|king|general|spokes\w+|chief|mr|ms|mrs)\b"
)


def wikigold_passages(corpora: Path, part: str) -> list[Passage]:
    """The documents of a part; every tenth one is dev (this split is ours)."""
    return [_passage(names, "wikigold") for names in wikigold(corpora / "ner" / "train" / "wikigold", part)]


def wnut_passages(corpora: Path, part: str) -> list[Passage]:
    """WNUT-17, a passage a post."""
    return [_passage(names, "wnut") for names in _wnut(corpora / "ner" / part / "emerging_entities_17")]


def re3d_passages(corpora: Path, part: str) -> list[Passage]:
    """The documents of all of re3d's sources."""
    folders = sorted((corpora / "ner" / part / "re3d").iterdir())
    return [p for folder in folders if (folder / "documents.json").exists() for p in _re3d(folder)]


def _passage(names: Names, name: str) -> Passage:
    spelling, cuts, spans = names
    return Passage(spelling, cuts, {"entities": tagged(len(spelling.words), spans)}, name=name)


def _wnut(folder: Path) -> Iterator[Names]:
    for path in sorted(folder.glob("*.conll")):
        for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
            if "\t" in block:
                yield columns([line.split("\t") for line in block.splitlines()], WNUT)


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
        if label and capital and name and "," not in name and not (label == "person" and TITLED.search(name)):
            inside = [i for i, (a, b) in enumerate(ranges) if a < begin + len(name) and b > begin]
            if inside:
                spans.append((inside[0], inside[-1] + 1, label))
    spelling = spelling_of(text, ranges)
    cuts = [0] + [i for i in range(1, len(ranges)) if spelling.words[i - 1] in ".!?"]
    return Passage(spelling, cuts, {"entities": tagged(len(ranges), spans)}, name="re3d")
