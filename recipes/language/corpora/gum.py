"""GUM (annotations CC BY 4.0): parse, names, and OntoGUM's coreference."""

from __future__ import annotations

import re
from pathlib import Path

from readout.evaluate.conllu import Treebank
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
        for passage, document in conllu.read(path):
            passage.labels.pop("sentence ids")
            passage.labels["entities"] = _names(document)
            coref = corpora / "gum" / part / "coref" / "ontogum" / "conll" / f"{path.stem}.conll"
            passage.labels["antecedents"] = _antecedents(coref, passage)
            out.append(passage)
    return out


def _names(document: Treebank) -> list[str]:
    """Names among GUM's entities: spans of proper nouns and the small words between them."""
    cells = [(re.search(r"(?:^|\|)Entity=([^|]*)", misc) or [None, "_"])[1] for misc in document.misc]
    words, tags = document.words, document.xpos
    found = []
    for first, last, label in spans(str(c) for c in cells):
        kind = label.split("-")[1] if "-" in label else "other"
        while first < last - 1 and (
            words[first].lower() in ("the", "a", "an") or _title(document, first, kind)
        ):
            first += 1
        named = first < last and tags[first].startswith("NNP") and tags[last - 1].startswith("NNP")
        whole = all(tags[i].startswith(("NNP", "CD")) or words[i] in JOINING for i in range(first, last))
        if named and whole and kind != "time":
            found.append((first, last, NAMED.get(kind, "other")))
    return tagged(len(words), found)


def _title(document: Treebank, place: int, kind: str) -> bool:
    """Whether a title stands before a person's name: "President", "Count"."""
    described = document.deprels[place] == "nmod:desc"
    return kind == "person" and (described or bool(TITLED.fullmatch(document.words[place])))


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
