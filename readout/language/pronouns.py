"""Pronouns that the tagger takes for names: "He" is a surname only beside another part of a name."""

from __future__ import annotations

from collections.abc import Sequence

from readout.model.analysis import Word
from readout.model.swift import replace

HE = {"Case": "Nom", "Gender": "Masc", "Number": "Sing", "Person": "3", "PronType": "Prs"}
SHE = HE | {"Gender": "Fem"}
PRONOUNS = {
    "he": HE,
    "him": HE | {"Case": "Acc"},
    "she": SHE,
    "her": SHE | {"Case": "Acc"},
    "they": {"Case": "Nom", "Number": "Plur", "Person": "3", "PronType": "Prs"},
    "them": {"Case": "Acc", "Number": "Plur", "Person": "3", "PronType": "Prs"},
}


def plain(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with their pronouns as such: "He" in "He is close", not in "He Lifeng" or "Premier He"."""
    found = list(words)
    for word in [word for word in words if word.upos == "PROPN" and len(word.text) < 5]:
        if word.text.lower() in PRONOUNS:
            beside = words[max(0, word.index - 1) : word.index + 2]
            if not any(k.upos == "PROPN" and k is not word and k.sentence == word.sentence for k in beside):
                found[word.index] = replace(
                    word, upos="PRON", xpos="PRP", feats=PRONOUNS[word.text.lower()], lemma=word.text.lower()
                )
    return tuple(found)
