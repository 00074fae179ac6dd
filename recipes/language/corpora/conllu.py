"""CoNLL-U documents as the trainer sees them: sentence ends, tags, features, dependencies; EWT and GUM."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from readout.evaluate.conllu import Treebank
from readout.evaluate.conllu import read as documents
from recipes.language.passage import Passage

FEATURES = ("Tense", "Number", "Person", "Polarity", "VerbForm", "Mood", "Voice", "PronType")


def read(path: Path) -> Iterator[tuple[Passage, Treebank]]:
    """Each document of a file as a passage, with the document itself."""
    return ((_passage(document), document) for document in documents(path))


def _passage(document: Treebank) -> Passage:
    """A root's head is the root itself; windows begin where sentences do."""
    ends = [0] * len(document.words)
    for _, last in document.sentences:
        ends[last - 1] = 1
    labels = {
        "ends": ends,
        "upos": document.upos,
        "xpos": document.xpos,
        "feats": [{f: feats.get(f, "_") for f in FEATURES} for feats in document.feats],
        "heads": [place if head < 0 else head for place, head in enumerate(document.heads)],
        "deprels": document.deprels,
        "sentence ids": document.ids,
    }
    cuts = [first for first, _ in document.sentences]
    return Passage(document.spelling(), cuts, labels, document.sentences, name=document.name)
