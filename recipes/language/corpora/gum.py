"""GUM (annotations CC BY 4.0): parse, names, and OntoGUM's coreference."""

from __future__ import annotations

import re
from pathlib import Path

from recipes.language.corpora import conllu
from recipes.language.corpora.brackets import spans, tagged
from recipes.language.passage import Passage

TITLED = re.compile(
    r"(?i)president|minister|secretary|king|queen|general|senator|governor|mr\.?|mrs\.?|ms\.?|dr\.?|sir|count|pope|saint"
)
NAMED = {"person": "person", "organization": "organization", "place": "place"}
JOINING = {"of", "the", "'s", "’s", "and", "for", "-", "&", "de", "von", "van", "in", "on"}


def passages(corpora: Path, part: str) -> list[Passage]:
    """The documents of a part ("train" or "dev")."""
    out = []
    for path in sorted((corpora / "gum" / part / "dep").glob("*.conllu")):
        for passage, sentences in conllu.read(path):
            passage.labels.pop("sentence ids")
            rows = [r for rows in sentences for r in rows if r[0].isdigit()]
            passage.labels["entities"] = _names(rows)
            coref = corpora / "gum" / part / "coref" / "ontogum" / "conll" / f"{path.stem}.conll"
            passage.labels["antecedents"] = _antecedents(coref, passage)
            out.append(passage)
    return out


def _names(rows: list[list[str]]) -> list[str]:
    """Names among GUM's entities: spans of proper nouns and the small words between them."""
    cells = [(re.search(r"(?:^|\|)Entity=([^|]*)", row[9]) or [None, "_"])[1] for row in rows]
    found = []
    for first, last, label in spans(str(c) for c in cells):
        kind = label.split("-")[1] if "-" in label else "other"
        while first < last - 1 and (
            rows[first][1].lower() in ("the", "a", "an") or _title(rows, first, kind)
        ):
            first += 1
        words = rows[first:last]
        named = words and words[0][4].startswith("NNP") and words[-1][4].startswith("NNP")
        whole = all(w[4].startswith(("NNP", "CD")) or w[1] in JOINING for w in words)
        if named and whole and kind != "time":
            found.append((first, last, NAMED.get(kind, "other")))
    return tagged(len(rows), found)


def _title(rows: list[list[str]], place: int, kind: str) -> bool:
    """Whether a title stands before a person's name: "President", "Count"."""
    return kind == "person" and (rows[place][7] == "nmod:desc" or bool(TITLED.fullmatch(rows[place][1])))


def _antecedents(path: Path, passage: Passage) -> list[list[int]]:
    """For each word the heads of all earlier mentions of what its mention speaks of."""
    count = len(passage.spelling.words)
    out: list[list[int]] = [[] for _ in range(count)]
    if not path.exists():
        return out
    column = [line.split("\t")[-1] for line in path.read_text("utf-8").splitlines() if "\t" in line]
    if len(column) != count:
        return out
    heads = passage.labels["heads"]
    chains: dict[str, list[int]] = {}
    for first, last, chain in sorted(spans(column)):
        head = next((w for w in range(first, last) if not first <= heads[w] < last or heads[w] == w), first)
        chains.setdefault(chain, []).append(head)
    for mentions in chains.values():
        ordered = sorted(set(mentions))
        for position, head in enumerate(ordered):
            out[head] = ordered[:position]
    return out
