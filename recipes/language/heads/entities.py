"""Names of people, organisations, places and the rest.

A plain tag a word. Two convolutions over the words beside (taught alone on frozen vectors, see ``--only``)
came out within the noise of 192 names: wikigold 72.0 (71.7), re3d 67.5 (68.1).
"""

from __future__ import annotations

from recipes.language.heads.kinds import Head, Tags

KINDS = ("person", "organization", "place", "other")


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """BIO tags."""
    return [Tags("entities", "entities", ["O", *(f"{e}-{k}" for k in KINDS for e in "BI")], 1.0)]
