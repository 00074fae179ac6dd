"""Sentence ends, parts of speech, features and dependencies (Universal Dependencies)."""

from __future__ import annotations

from recipes.language.heads.kinds import Arcs, Feature, Head, Relations, Tags

FEATURES = {
    "Tense": ("_", "Past", "Pres"),
    "Number": ("_", "Sing", "Plur", "Ptan"),
    "Person": ("_", "1", "2", "3"),
    "Polarity": ("_", "Neg", "Pos"),
    "VerbForm": ("_", "Fin", "Inf", "Part", "Ger"),
    "Mood": ("_", "Ind", "Imp", "Sub"),
    "Voice": ("_", "Pass"),
    "PronType": ("_", "Prs", "Dem", "Art", "Rel", "Int", "Neg", "Ind", "Tot", "Rcp", "Emp"),
}


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """``tags`` holds the sets seen in training: upos, xpos, deprels."""
    return [
        Tags("ends", "ends", ["0", "1"], 0.5),
        Tags("upos", "upos", tags["upos"], 0.5),
        Tags("xpos", "xpos", tags["xpos"], 0.5),
        *(Feature(name, "feats", values, 0.1) for name, values in FEATURES.items()),
        Arcs("arcs", "heads", 192, 1.0, within=True),
        Relations("deprels", "deprels", "heads", tags["deprels"], 64, 0.7),
    ]
