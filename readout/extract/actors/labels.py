"""Labels of a transcript: whom "Spokeswoman:" at the head of a line means."""

from __future__ import annotations

import re
from collections import Counter

from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.model.analysis import Analysis
from readout.model.document import Document

LABEL = re.compile(r"^[ \t]*(?P<label>[A-Z][\w .,’'()-]{0,60}?)\s?:(?=\s)", re.MULTILINE)


def labels_in(text: str) -> list[re.Match[str]]:
    """The labels of a text's turns; "Let me repeat what the minister said:" is none."""
    return [found for found in LABEL.finditer(text) if _names(found["label"])] if ":" in text else []


def _names(label: str) -> bool:
    said = label.replace("(", " ").replace(")", " ").split()
    return all(word[0].isupper() or not word[0].isalpha() or word in words("joining") for word in said)


def mark_labels(document: Document, analysis: Analysis, phrases: list[Phrase]) -> None:
    """Marks the phrases that are labels; those of whoever asks stand for nobody but a moderator.

    "Spokesperson: Good morning. … Question: Is it safe?": the first is a label, the second nobody.
    """
    found = labels_in(document.text)
    said = Counter(match["label"].lower() for match in found)
    asked = any(asks(label) for label in said)
    if not asked and max(said.values(), default=0) < 2:
        return
    spans = {match.span("label") for match in found}
    for phrase in phrases:
        span = analysis.words[phrase.first].start, analysis.words[phrase.last - 1].end
        if span in spans and not phrase.named:
            label = document.text[slice(*span)].lower()
            phrase.label, phrase.determiner = label, "the"
            nobody = asks(label) and label not in words("chairing")
            phrase.kind = "place" if nobody else phrase.kind


def asks(label: str) -> bool:
    """Whether a label, in small letters, is of somebody who only asks: "q", "reporter 2"."""
    return label.rstrip(" 0123456789.#") in words("askers")
