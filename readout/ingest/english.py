"""Whether a text is in English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from readout.model.errors import UnreadableError

SAMPLE = 6_000
SURE = 0.9
LETTERS = 60
"""Shorter texts are let through: the classifier guesses on them."""

COMMON = frozenset(
    re.findall(
        r"\w+",
        "the of and to in a that is was he for it with as his on be at by had not but from have they which"
        " she her has were been will said an are this would who their or its we you i after",
    )
)
ENOUGH = 0.2
"""The share of common words from which a text is English, whatever names it is full of."""


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, name: str) -> str | None:
    """``en``, or None when the text is too short to tell; another language raises ``UnreadableError``.

    Only the first few thousand characters are looked at.
    """
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    share = sum(word in COMMON for word in words) / len(words) if words else 0.0
    if share >= ENOUGH and len(words) >= 8:
        return "en"
    if sum(map(len, words)) < LETTERS and sample.isascii():
        return None
    label, confidence = _classifier().classify(sample)
    if label == "en":
        return "en" if confidence >= SURE else None
    if confidence < SURE or sum(map(len, words)) < LETTERS // 3:
        return None
    raise UnreadableError(f"{name} is in another language ({label}): Readout reads English only")
