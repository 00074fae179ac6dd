"""A document of a dossier as people left it: read by the machine, judged by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.model.items import KINDS, Item, Kind, items_of
from readout.model.judgement import Judgement, Standing, in_force
from readout.model.record import Record
from readout.store.documents import Kept
from readout.store.judgements import found

if TYPE_CHECKING:
    from readout.dossier.dossier import Dossier

VERDICTS = ("accept", "reject", "unsure")


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement, how it stands today, and whether somebody took it back.

    ``item`` is the id that the judged item has in today's reading; None where it is there no more.
    """

    judgement: Judgement
    standing: Standing
    undone: bool
    item: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A document as it is shown: read by the machine, judged by people."""

    kept: Kept
    record: Record
    machine: Record
    told: tuple[Told, ...]

    def on(self, kind: Kind, id: str) -> tuple[Told, ...]:
        """What people said of an item, oldest first."""
        if not self.told:
            return ()
        return tuple(one for one in self.told if (one.judgement.kind, one.item) == (kind, id))

    def verdict(self, kind: Kind, id: str) -> str | None:
        """The latest verdict in force on an item."""
        said = [one for one in self.on(kind, id) if not one.undone and one.judgement.action in VERDICTS]
        return said[-1].judgement.action if said else None

    def item(self, kind: Kind, id: str) -> Item | None:
        """An item as people left it, else as the machine made it."""
        for record in (self.record, self.machine):
            for known, item in items_of(record, kind):
                if known == id:
                    return item
        return None

    def rejected(self) -> list[tuple[Kind, str, Item]]:
        """The machine's items that people took out."""
        return [
            (kind, id, item)
            for kind in KINDS
            for id, item in items_of(self.machine, kind)
            if self.verdict(kind, id) == "reject"
        ]


def text(dossier: Dossier, name: str | Kept) -> Text:
    """A document by number or hash, with its readings and everything said of them."""
    kept = name if isinstance(name, Kept) else dossier.find(name)
    judgements, machine = dossier.judgements(kept), dossier.machine(kept)
    valid = {one.id for one in in_force([judgement for judgement, _ in judgements])}
    told = [
        Told(one, standing, one.action != "undo" and one.id not in valid, _now(machine, one, standing))
        for one, standing in judgements
    ]
    record = dossier.record(kept) if judgements else machine
    return Text(kept, record, machine, tuple(told))


def _now(machine: Record, judgement: Judgement, standing: Standing) -> str | None:
    return found(machine, judgement) if standing in ("held", "changed") else None
