"""The ledger of judgements: rows are added, nothing is changed or taken out."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from readout.model.anchor import Anchor
from readout.model.errors import UsageError
from readout.model.items import Item, Kind, items_of, places
from readout.model.judgement import Action, Judgement, Standing, in_force
from readout.model.record import Record
from readout.store.entries import clean
from readout.store.fields import TIES
from readout.store.people import unsettle
from readout.store.schema import documents, judgements

VERDICTS = ("accept", "reject", "unsure")


def new_id() -> str:
    """An id that no other judgement has, in whatever dossier."""
    return uuid.uuid4().hex


def append(connection: Connection, document: int, judgement: Judgement) -> bool:
    """Add a judgement; one that is there already (an import done twice) is left as it is."""
    known = select(judgements.c.number).where(judgements.c.id == judgement.id)
    if connection.scalar(known) is not None:
        return False
    row = {name: getattr(judgement, name) for name in ("id", "kind", "item", "action", "who", "made")}
    row |= {name: getattr(judgement, name) for name in ("field", "note", "model", "undoes")}
    row |= {name: _json(getattr(judgement, name)) for name in ("places", "value", "machine")}
    if any("\0" in value for value in row.values() if isinstance(value, str)):
        raise UsageError("a judgement cannot hold the NUL character: take it out")
    connection.execute(insert(judgements).values(document=document, **row))
    if judgement.kind == "actor":  # it may say who is who, or take that back
        for one in spoken_of(connection, ledger(connection, document)) | {document}:
            unsettle(connection, one)
    return True


def spoken_of(connection: Connection, said: Sequence[Judgement]) -> set[int]:
    """The other documents of which judgements say who is who, also such as were taken back."""
    told = [one.value for one in said if one.kind == "actor" and one.field in TIES and one.value]
    ids = {
        each["document"] for value in told for side in ("others", "along") for each in value.get(side) or ()
    }
    return set(connection.scalars(select(documents.c.number).where(documents.c.id.in_(ids))))


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def ledger(connection: Connection, document: int) -> list[Judgement]:
    """Every judgement on a document, undone ones too, in the order in which they were made."""
    d, j = documents.c, judgements.c
    query = select(judgements, d.id.label("source")).join(documents, d.number == j.document)
    rows = connection.execute(query.where(j.document == document).order_by(j.number))
    return [judgement_of(dict(row)) for row in rows.mappings()]


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """A row of the ledger; ``source`` is the id of its document."""
    same = ("id", "kind", "item", "action", "who", "made", "field", "note", "model", "undoes")
    return Judgement(
        document=row["source"],
        places=msgspec.json.decode(row["places"], type=tuple[Anchor, ...]),
        value=msgspec.json.decode(row["value"]),
        machine=msgspec.json.decode(row["machine"]),
        **{name: row[name] for name in same},
    )


def found(record: Record, judgement: Judgement) -> str | None:
    """The id that the judged item has in a record: that of the one item with the very same places."""
    known = [id for id, item in items_of(record, judgement.kind) if _is(item, judgement)]
    if len(known) > 1:
        return judgement.item if judgement.item in known else None
    return known[0] if known else None


def _is(item: Item, judgement: Judgement) -> bool:
    if judgement.kind in ("actor", "topic"):  # known by one place, which may not be the first any more
        return any((one.start, one.end) == _ends(judgement) for one in item.mentions)  # type: ignore[union-attr]
    return places(item) == judgement.places


def _ends(judgement: Judgement) -> tuple[int, int] | None:
    return (judgement.places[0].start, judgement.places[0].end) if judgement.places else None


def standing(record: Record, judgement: Judgement) -> Standing:
    """How a judgement stands to a reading; see ``Standing``. Nothing is looked for elsewhere."""
    if not all(anchor.holds(record.document.text) for anchor in judgement.places):
        return "lost"
    id = found(record, judgement)
    if id is None:
        return "unmatched"
    return "held" if snapshot(record, judgement.kind, id) == judgement.machine else "changed"


def verdicts(record: Record, all_of: Sequence[Judgement]) -> dict[tuple[Kind, str], str]:
    """The latest verdict in force on each item of a record."""
    latest: dict[tuple[Kind, str], str] = {}
    for judgement in in_force(all_of):
        if judgement.action in VERDICTS and standing(record, judgement) in ("held", "changed"):
            latest[judgement.kind, found(record, judgement) or ""] = judgement.action
    return latest


def item_of(record: Record, kind: Kind, id: str) -> Item | None:
    """The item of a kind with an id."""
    return next((item for known, item in items_of(record, kind) if known == id), None)


def snapshot(record: Record, kind: Kind, id: str) -> Any:
    """What the machine says of an item, in words instead of ids, to be set beside another reading.

    >>> # {"source": "Ada Ruiz", "said": "yes", "when": "2026-03-02", …}
    """
    item = item_of(record, kind, id)
    names: dict[str, Any] = {one.id: one.name for one in record.actors}
    names |= {one.id: one.edtf or one.text for one in record.whens}
    names |= {one.id: one.text for one in record.amounts}
    names |= {one.id: one.label for one in record.topics}
    return _resolved(msgspec.to_builtins(item), names) if item is not None else None


UNTOLD = frozenset({"id", "confidence", "within", "said_in", "mentions"})


def _resolved(node: Any, names: Mapping[str, Any]) -> Any:
    """A tree with the references in it followed; what depends on numbering alone is left out."""
    if isinstance(node, dict):
        if "exact" in node:
            return node["exact"]
        return {key: _followed(key, value, names) for key, value in node.items() if key not in UNTOLD}
    return [_resolved(one, names) for one in node] if isinstance(node, list | tuple) else node


REFERENCES = frozenset(
    {"actor", "actors", "recipients", "when", "amounts", "topics", "by", "to", "amount", "deadline"}
    | {"by_account", "reporter"}
)


def _followed(key: str, value: Any, names: Mapping[str, Any]) -> Any:
    if key not in REFERENCES:
        return _resolved(value, names)
    if isinstance(value, list | tuple):
        return [names.get(one, one) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def made(record: Record, kind: Kind, id: str, action: Action, who: str, at: str) -> Judgement:
    """A judgement on an item of a record, with what the machine makes of the item."""
    item = item_of(record, kind, id)
    assert item is not None
    return Judgement(
        id=new_id(),
        document=record.document.id,
        kind=kind,
        item=id,
        places=places(item),
        action=action,
        who=clean(who),
        made=at,
        machine=snapshot(record, kind, id),
        model=record.model,
    )


def undoing(old: Judgement, who: str, at: str, note: str | None) -> Judgement:
    """The judgement that takes another one back."""
    return replace(
        old,
        id=new_id(),
        action="undo",
        who=clean(who),
        made=at,
        note=note,
        undoes=old.id,
        field=None,
        value=None,
    )


def judged_documents(connection: Connection) -> list[int]:
    """The numbers of the documents that somebody judged something in."""
    query = select(judgements.c.document).distinct().order_by(judgements.c.document)
    return [int(number) for number in connection.scalars(query)]
