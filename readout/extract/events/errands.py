"""What somebody comes or goes for, which shares the time, the place and the fate of the coming.

"will fly to Oslo on Friday for two days of talks" → the talks are planned for Friday, in Oslo.
"""

from __future__ import annotations

from readout.extract.events.lexicon import words
from readout.extract.events.tree import Tree

MOVING = words("moving")
COUNTING = words("times") | words("days") | words("counts")


def counted(tree: Tree, i: int) -> int:
    """What counts a noun, where something does: "two days of talks", "a round of talks"."""
    over = tree.words[i].head
    measured = over >= 0 and tree.rel(i) == "nmod" and tree.preposition(i) == "of"
    return over if measured and tree.lemma(over) in COUNTING else i


def errand(tree: Tree, i: int) -> int | None:
    """The coming or going that a noun is the aim of: "will fly to Oslo for two days of talks"."""
    i = counted(tree, i)
    over = tree.words[i].head
    aimed = over >= 0 and tree.rel(i) == "obl" and tree.preposition(i) == "for"
    moved = aimed and (tree.lemma(over) in MOVING or bool(tree.kids(over, "cop")))
    return over if moved else None
