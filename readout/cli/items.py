"""Items as people name them on a command line: ``3/s1`` is the item s1 of document 3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readout.model.errors import UsageError
from readout.model.items import KINDS, Item, Kind, items_of

if TYPE_CHECKING:
    from readout.dossier import Dossier
    from readout.dossier.text import Text
    from readout.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Named:
    """An item of a document of the dossier."""

    text: Text
    kind: Kind
    id: str
    item: Item

    @property
    def name(self) -> str:
        """How it is named: ``3/s1``."""
        return f"{self.text.kept.number}/{self.id}"


def item(dossier: Dossier, name: str, text: Text | None = None) -> Named:
    """The item of a name; ``text`` is that of the last one, which is not fetched again.

    Raises ``UsageError`` for a name that is none or an item that the text does not have.
    """
    from readout.dossier.text import text as text_of

    document, _, id = name.rpartition("/")
    if not document or not id:
        raise UsageError(f"{name!r} names no item: write DOCUMENT/ITEM as in 3/s1; readout show lists them")
    kept = dossier.find(document)
    found = text if text and text.kept == kept else text_of(dossier, kept)
    kinds = [kind for kind in KINDS for known, _ in items_of(found.machine, kind) if known == id]
    if len(kinds) != 1:
        raise UsageError(_unknown(found, id, kinds))
    shown = found.item(kinds[0], id)
    assert shown is not None
    return Named(found, kinds[0], id, shown)


def _unknown(text: Text, id: str, kinds: list[Kind]) -> str:
    number = text.kept.number
    if kinds:
        return f"{number}/{id} is both {' and '.join(kinds)}: judge it on its page (readout serve)"
    if any(known == id for kind in KINDS for known, _ in items_of(text.record, kind)):
        return f"{number}/{id} was made by a correction: correct or undo that (readout judge --log)"
    return f"document {number} has no item {id}: readout show lists what it has"


def mentions(named: Named) -> tuple[Anchor, ...]:
    """The places of an actor or topic, in the order in which ``readout show`` numbers them."""
    from readout.model.anchor import Anchor

    if named.kind not in ("actor", "topic"):
        raise UsageError(f"{named.name} is a {named.kind}: only actors and topics are merged or split")
    found: Any = named.item
    return tuple(Anchor(one.start, one.end, one.exact) for one in found.mentions)


def merging(named: Named, other: str) -> dict[str, Any]:
    """The value of a merge: a place of the other actor or topic, named by its id or its name."""
    mentions(named)
    number, _, id = other.rpartition("/")
    if number and number != str(named.text.kept.number):
        raise UsageError(f"{other} stands in another document: {named.name} is merged within its own")
    for known, one in items_of(named.text.record, named.kind):
        called = str(getattr(one, "name", None) or getattr(one, "label", ""))
        if known != named.id and (known == id or called.casefold() == other.casefold()):
            into: Any = one
            return {"into": _first(into)}
    raise UsageError(f"document {named.text.kept.number} has no other {named.kind} {other!r}")


def _first(other: Any) -> Anchor:
    from readout.model.anchor import Anchor

    if not other.mentions:
        raise UsageError("what stands at no place of the text cannot be merged into")
    first = other.mentions[0]
    return Anchor(first.start, first.end, first.exact)


def splitting(named: Named, name: str, numbers: str | None) -> dict[str, Any]:
    """The value of a split: the places that belong to another, by the numbers that show gives them."""
    known = mentions(named)
    if not numbers:
        raise UsageError(f"say which places are {name!r}: --places 2,3 (readout show numbers them)")
    chosen = [part.strip() for part in numbers.split(",") if part.strip()]
    if not all(part.isdecimal() and 0 < int(part) <= len(known) for part in chosen):
        raise UsageError(f"{numbers!r} are no places of {named.name}: it has 1 to {len(known)}")
    if len(set(chosen)) == len(known):
        raise UsageError(f"all places of {named.name} would go: correct its name instead")
    return {"name": name, "mentions": tuple(known[int(part) - 1] for part in dict.fromkeys(chosen))}
