"""What a person says of an item that the machine read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from readout.model.anchor import Anchor
from readout.model.items import Kind

Action = Literal["accept", "reject", "unsure", "correct", "comment", "undo"]
Standing = Literal["held", "changed", "unmatched", "lost"]
"""How a judgement stands to today's reading of its document.

held: the item is there and reads as it did. changed: it is there, its reading is another than the one
judged. unmatched: the words are there, the reader no longer makes this item of them. lost: the words are
no longer there.
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of a ledger that is only ever added to.

    ``places`` are the anchors by which the item is known, whatever its id in a later reading;
    ``machine`` is what the machine made of it when it was judged. ``undoes`` is the id of the
    judgement that an ``undo`` takes back; undoing an undo brings it in force again.
    """

    id: str
    document: str
    kind: Kind
    item: str
    places: tuple[Anchor, ...]
    action: Action
    who: str
    made: str
    field: str | None = None
    value: Any = None
    note: str | None = None
    machine: Any = None
    model: str = "none"
    undoes: str | None = None


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that nobody took back, in the order in which they were made, without the undoings.

    >>> in_force([])
    []
    """
    undone: set[str] = set()
    for judgement in reversed(judgements):
        if judgement.action == "undo" and judgement.id not in undone and judgement.undoes:
            undone.add(judgement.undoes)
    return [one for one in judgements if one.action != "undo" and one.id not in undone]
