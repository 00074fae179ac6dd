"""Datelines taken out of the parse: in "OSLO, May 2 — Peru agreed" the subject is Peru, not Oslo."""

from __future__ import annotations

from collections.abc import Sequence

from readout.model.analysis import Analysis, Word
from readout.model.swift import replace

LONGEST = 16
DASHES = frozenset({"—", "–", "--", "-", "―"})


def mended(analysis: Analysis) -> tuple[Word, ...]:
    """The words, with those behind a dateline hung on the clause that follows it."""
    datelines = [
        (first, dash, last)
        for first, last in analysis.sentences
        if (dash := _dash(analysis.words, first, last)) is not None
    ]
    if not datelines:
        return analysis.words
    words = list(analysis.words)
    for first, dash, last in datelines:
        _cut(words, first, dash, last)
    return tuple(words)


def _dash(words: Sequence[Word], first: int, last: int) -> int | None:
    """The dash that ends a dateline: before it only names, figures and marks."""
    for i in range(first, min(last - 1, first + LONGEST)):
        word = words[i]
        if word.text in DASHES and i > first:
            apart = word.start > words[i - 1].end or word.text in ("—", "--")
            return i if apart and words[first].text[:1].isupper() else None
        if word.upos in ("VERB", "AUX", "PRON", "DET") or (word.upos == "NOUN" and word.text[:1].islower()):
            return None
    return None


def _cut(words: list[Word], first: int, dash: int, last: int) -> None:
    """Give the subject that leans on the dateline to the first verb behind it."""
    verbs = [i for i in range(dash + 1, last) if words[i].upos in ("VERB", "AUX")]
    leaning = [i for i in range(dash + 1, last) if first <= words[i].head <= dash]
    main = next((i for i in verbs if words[i].upos == "VERB"), None)
    if main is None:
        return
    subject: int | None = None
    for i in leaning:
        if i < main and words[i].upos in ("NOUN", "PROPN", "PRON"):
            if subject is None:
                subject, words[i] = i, replace(words[i], head=main, deprel="nsubj")
            else:
                words[i] = replace(words[i], head=subject, deprel="conj")
        elif i == main:
            words[i] = replace(words[i], head=-1, deprel="root")
    for i in range(first, dash + 1):
        if words[i].head > dash:
            words[i] = replace(words[i], head=-1, deprel="dep")
