"""Words of a text that no model has read: enough to find the names that the facts know."""

from __future__ import annotations

import itertools
import re

from readout.model.analysis import Analysis, Word
from readout.model.document import Document

TOKEN = re.compile(
    r"\d[\d.,]*\d|(?:[A-Za-z]\.){2,}|[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*?(?=[’']s\b|[^\w’'-]|[’'-]\W|$)|[’']s\b|\w+|\S"
)
END = re.compile(r"[.!?][”\"')]*\s|\n\s*\n")


def plain_words(document: Document) -> Analysis:
    """Words, sentences and nothing else; capitalised words count as names."""
    ends = [m.end() for m in END.finditer(document.text)]
    words: list[Word] = []
    sentence, bounds = 0, [0]
    for found in TOKEN.finditer(document.text):
        while sentence < len(ends) and found.start() >= ends[sentence]:
            sentence += 1
            bounds.append(len(words))
        text = found.group()
        upos = "PART" if text in ("'s", "’s") else "X" if text[:1].isalpha() else "PUNCT"
        words.append(
            Word(
                len(words), found.start(), found.end(), text, text.lower(), upos, "", {}, -1, "root", sentence
            )
        )
    edges = [*bounds, len(words)]
    return Analysis(tuple(words), tuple(itertools.pairwise(edges)))
