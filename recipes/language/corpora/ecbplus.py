"""ECB+ (annotation CC BY 3.0): names among the participants and places of its events."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

from readout.evaluate.names import GLUED
from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, Spelling
from recipes.language.corpora.brackets import tagged
from recipes.language.corpora.gum import JOINING
from recipes.language.corpora.names import TITLED
from recipes.language.passage import Passage

KINDS = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organization",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
    "LOC_FAC": "place",
}
UNKNOWN = "?"
"""The tag of a capitalised word that is marked as nothing: it may be a name, and teaches nothing."""


def passages(corpora: Path, part: str) -> list[Passage]:
    """The checked sentences of a part, a passage each."""
    folder = corpora / "events" / part / "ecbplus"
    checked: dict[str, set[str]] = defaultdict(set)
    with next(folder.glob("*.csv")).open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            checked[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    out = []
    for path in sorted(folder.glob("*/*.xml")):
        if path.stem in checked:
            out += _sentences(path, checked[path.stem])
    return out


def _sentences(path: Path, numbers: set[str]) -> list[Passage]:
    root = ET.parse(path).getroot()
    tokens = {t.get("t_id"): (t.get("sentence"), t.text or "") for t in root.iter("token")}
    marks = [
        (KINDS[mark.tag], [a.get("t_id") for a in mark.iter("token_anchor")])
        for mark in root.iter()
        if mark.tag in KINDS
    ]
    out = []
    for number in sorted(numbers):
        ids = [key for key, (sentence, _) in tokens.items() if sentence == number]
        if ids:
            place = {key: i for i, key in enumerate(ids)}
            spans = [
                (place[k[0]], place[k[-1]] + 1, kind) for kind, k in marks if all(i in place for i in k) and k
            ]
            out.append(_passage([tokens[key][1] for key in ids], spans))
    return out


def _passage(words: list[str], spans: list[tuple[int, int, str]]) -> Passage:
    named = [s for s in (_name(words, *span) for span in spans) if s]
    tags = tagged(len(words), named)
    for place, word in enumerate(words):
        if tags[place] == "O" and word[:1].isupper() and place:
            tags[place] = UNKNOWN
    gaps = [GAP_NONE if GLUED.match(word) else GAP_SPACE for word in words]
    gaps[0] = GAP_PARAGRAPH
    return Passage(Spelling(tuple(words), tuple(gaps)), [0], {"entities": tags}, name="ecbplus")


def _name(words: list[str], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The span without article and titles, if it is a name."""
    while first < last and (words[first].lower() in ("the", "a", "an") or TITLED.fullmatch(words[first])):
        first += 1
    inside = words[first:last]
    capital = all(re.match(r"[A-Z]", w) or w.lower() in JOINING for w in inside)
    return (first, last, kind) if inside and capital and inside[0][0].isupper() else None
