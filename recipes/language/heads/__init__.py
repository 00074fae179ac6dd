"""One file a group of heads; each has ``heads(tags)``. A new head is one more line here."""

from recipes.language.heads import attribution, coreference, entities, factuality, meaning, syntax
from recipes.language.heads.kinds import Head

GROUPS = (syntax, entities, attribution, coreference, factuality, meaning)


def all_heads(tags: dict[str, list[str]]) -> list[Head]:
    """Every head, in order."""
    return [head for group in GROUPS for head in group.heads(tags)]


__all__ = ["GROUPS", "Head", "all_heads"]
