"""Names of people, organisations, places and the rest."""

from __future__ import annotations

from recipes.language.heads.kinds import Head, Tags

KINDS = ("person", "organization", "place", "other")


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """BIO tags."""
    return [Tags("entities", "entities", ["O", *(f"{e}-{k}" for k in KINDS for e in "BI")], 1.0)]
