"""UD English EWT (CC BY-SA 4.0), with UDS factuality of its predicates (CC BY-SA 4.0)."""

from __future__ import annotations

import json
from pathlib import Path

from recipes.language.corpora import conllu
from recipes.language.passage import Passage


def passages(corpora: Path, part: str) -> list[Passage]:
    """The documents of a part ("train" or "dev")."""
    found = [p for f in sorted((corpora / "ewt" / part).glob("*.conllu")) for p, _ in conllu.read(f)]
    facts = _factuality(corpora / "factuality" / part / "uds", part)
    for passage in found:
        values: list[tuple[float, float]] = [(0.0, 0.0)] * len(passage.spelling.words)
        for (first, last), sent in zip(passage.sentences, passage.labels.pop("sentence ids"), strict=True):
            for position, value, weight in facts.get(sent, ()):
                if first + position - 1 < last:
                    values[first + position - 1] = (value, weight)
        passage.labels["factuality"] = values
    return found


def _factuality(folder: Path, part: str) -> dict[str, list[tuple[int, float, float]]]:
    """Per EWT sentence id: word position (from 1), value, confidence."""
    ids = json.loads((folder / "ud_ids.json").read_text())
    data = json.loads((folder / "factuality.json").read_text())["data"]
    names = {k: (v if isinstance(v, str) else v["sentence_id"]) for k, v in ids.items()}
    out: dict[str, list[tuple[int, float, float]]] = {}
    for key, predicates in data.items():
        for predicate, layers in predicates.items():
            fact = layers["factuality"]["factual"]
            position = int(predicate.rpartition("-")[2])
            out.setdefault(names[key], []).append((position, fact["value"], fact["confidence"]))
    return out
