"""Which actor some characters of the text name."""

from __future__ import annotations

from collections.abc import Sequence

from readout.model.actor import Actor, Mention

ORDER = {"name": 0, "title": 1, "metonym": 1, "description": 2, "pronoun": 3}


def actor_at(actors: Sequence[Actor], start: int, end: int) -> Actor | None:
    """The actor of a phrase: the mention that begins it, or holds it, before those deep inside it.

    "Ada Ruiz, head of the reef survey" is Ada Ruiz; "the newspaper El Eco" is El Eco.
    """
    best: tuple[tuple[float, ...], Actor] | None = None
    for actor in actors:
        for mention in actor.mentions:
            if mention.start >= end:
                break
            if mention.end > start:
                rank = _rank(mention, start, end)
                if best is None or rank < best[0]:
                    best = (rank, actor)
    return best[1] if best else None


def _rank(mention: Mention, start: int, end: int) -> tuple[float, ...]:
    if mention.start <= start and mention.end >= end:
        return (0, mention.end - mention.start, ORDER.get(mention.kind, 3))
    gap = max(0, mention.start - start)
    return (1, gap if gap > 4 else 0, -(mention.end - mention.start), ORDER.get(mention.kind, 3))
