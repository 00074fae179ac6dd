"""Tags, trees and sentence ends against a treebank."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from readout.evaluate.conllu import Treebank, read
from readout.language.engine import Engine
from readout.model.document import Document

Scores = dict[str, float]


def parse(engine: Engine, files: Iterable[Path]) -> Scores:
    """UPOS, XPOS, UAS, LAS in percent: words and sentences as the corpus cuts them, punctuation counted."""
    right = {"UPOS": 0, "XPOS": 0, "UAS": 0, "LAS": 0}
    count = 0
    for document in (d for file in files for d in read(file)):
        found = engine.analyse_words(document.spelling(), document.sentences).words
        for place, word in enumerate(found):
            head = word.head == document.heads[place]
            right["UPOS"] += word.upos == document.upos[place]
            right["XPOS"] += word.xpos == document.xpos[place]
            right["UAS"] += head
            right["LAS"] += head and word.deprel == document.deprels[place]
        count += len(found)
    return {name: round(100 * hits / max(count, 1), 2) for name, hits in right.items()}


def sentence_ends(engine: Engine, files: Iterable[Path]) -> Scores:
    """F1 of whole sentences on running text, cut into words by our own tokenizer."""
    hit = wanted = said = 0
    for document in (d for file in files for d in read(file)):
        gold = _gold_sentences(document)
        text, _ = document.text()
        analysis = engine.analyse(Document("", text))
        words = analysis.words
        found = {(words[a].start, words[b - 1].end) for a, b in analysis.sentences}
        hit, wanted, said = hit + len(gold & found), wanted + len(gold), said + len(found)
    return {"sentence F1": round(200 * hit / max(wanted + said, 1), 2)}


def _gold_sentences(document: Treebank) -> set[tuple[int, int]]:
    _, ranges = document.text()
    return {(ranges[a][0], ranges[b - 1][1]) for a, b in document.sentences}
