"""How a record reads with a person's correction in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

import msgspec

from readout.model.actor import Actor, Mention
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.event import Event
from readout.model.items import FIELD, Kind, places
from readout.model.record import Record
from readout.model.statement import Party, Statement
from readout.model.topic import Topic
from readout.model.when import When
from readout.store.days import days_of
from readout.store.fields import FIELDS, TIES, Date, Merge, Name, Split

Apply: TypeAlias = Callable[[Record, Any, str, Any], Record]


def corrected(record: Record, kind: Kind, id: str, field: str, value: Any) -> Record:
    """The record with one field of one item as a person says it is."""
    item = next((one for one in getattr(record, FIELD[kind]) if one.id == id), None)
    if item is None or field in TIES:
        return record
    read = msgspec.convert(value, FIELDS[kind][field])
    if field in ("merge", "split"):
        return (_merged if field == "merge" else _split)(record, kind, item, read)
    apply = APPLY.get((kind, field), _plain)
    return apply(record, item, field, read)


def _with(noun: Any, field: str, value: Any) -> Any:
    """A record or an item with another value in one field."""
    return replace(noun, **{field: value})


def _put(record: Record, kind: Kind, *items: Any) -> Record:
    """The record with items in the place of those with their ids, new ones at the end."""
    field = FIELD[kind]
    changed = {item.id: item for item in items}
    kept = [changed.pop(one.id, one) for one in getattr(record, field)]
    put: Record = _with(record, field, (*kept, *changed.values()))
    return put


def _kind(item: Any) -> Kind:
    kinds: dict[type, Kind] = {Statement: "statement", Event: "event", When: "when", Amount: "amount"}
    return (kinds | {Commitment: "commitment", Actor: "actor", Topic: "topic"})[type(item)]


def _plain(record: Record, item: Any, field: str, value: Any) -> Record:
    return _put(record, _kind(item), _with(item, field, value))


def _new(record: Record, kind: Kind) -> str:
    """An id for an item that a person adds: h1, h2 … within its kind."""
    taken = {one.id for one in getattr(record, FIELD[kind])}
    return next(f"h{number}" for number in range(1, len(taken) + 2) if f"h{number}" not in taken)


def _actor(record: Record, name: str, anchor: Anchor | None) -> tuple[Record, str]:
    """The actor of this name, made where the record has none."""
    for actor in record.actors:
        if actor.name.casefold() == name.casefold():
            return record, actor.id
    mentions = (Mention(anchor.start, anchor.end, anchor.exact, "description"),) if anchor else ()
    made = Actor(_new(record, "actor"), name, "person", mentions)
    return _put(record, "actor", made), made.id


def _actors(record: Record, item: Any, field: str, names: tuple[str, ...]) -> Record:
    ids = []
    for name in names:
        record, id = _actor(record, name, item.anchor)
        ids.append(id)
    return _put(record, _kind(item), _with(item, field, tuple(ids)))


def _one_actor(record: Record, item: Any, field: str, name: Name) -> Record:
    if name is None:
        return _put(record, _kind(item), _with(item, field, None))
    record, id = _actor(record, name, item.anchor)
    return _put(record, _kind(item), _with(item, field, id))


def _party(record: Record, item: Statement, field: str, name: Name) -> Record:
    """A statement's source or addressee; the words of the text stay as they are."""
    old: Party | None = getattr(item, field)
    if name is None:
        return _put(record, "statement", _with(item, field, None))
    anchor = old.anchor if old else next(iter(item.content), item.cue)
    record, id = _actor(record, name, anchor)
    return _put(record, "statement", _with(item, field, Party(id, old.anchor if old else None)))


def _date(record: Record, item: Any, field: str, edtf: Date) -> Record:
    """The day of an item, as a when of its own that stands where the item does."""
    if edtf is None:
        return _put(record, _kind(item), _with(item, field, None))
    anchor = next(iter(places(item)))
    days = days_of(edtf) or (None, None)
    made = When(_new(record, "when"), anchor, anchor.exact, edtf, days[0], days[1])
    record = _put(record, "when", made)
    return _put(record, _kind(item), _with(item, field, made.id))


def _reading(record: Record, item: When, field: str, edtf: Date) -> Record:
    start, end = days_of(edtf) or (None, None)
    return _put(record, "when", replace(item, edtf=edtf, start=start, end=end, grain=None))


def _topics(record: Record, item: Statement, field: str, labels: tuple[str, ...]) -> Record:
    ids = []
    for label in labels:
        known = next((one for one in record.topics if one.label.casefold() == label.casefold()), None)
        topic = known or Topic(_new(record, "topic"), label, item.content[:1])
        record = record if known else _put(record, "topic", topic)
        ids.append(topic.id)
    return _put(record, "statement", replace(item, topics=tuple(ids)))


APPLY: dict[tuple[Kind, str], Apply] = {
    ("statement", "source"): _party,
    ("statement", "addressee"): _party,
    ("statement", "when"): _date,
    ("statement", "topics"): _topics,
    ("event", "actors"): _actors,
    ("event", "recipients"): _actors,
    ("event", "when"): _date,
    ("when", "edtf"): _reading,
    ("commitment", "by"): _one_actor,
    ("commitment", "to"): _one_actor,
    ("commitment", "deadline"): _date,
}


def _merged(record: Record, kind: Kind, item: Any, merge: Merge) -> Record:
    """One item of two: the other takes over its mentions and everything that refers to it."""
    others = [one for one in getattr(record, FIELD[kind]) if one.id != item.id]
    ends = (merge.into.start, merge.into.end)
    other = next((one for one in others if any((m.start, m.end) == ends for m in one.mentions)), None)
    if other is None:
        return record
    mentions = tuple(sorted({*other.mentions, *item.mentions}))
    record = _put(record, kind, replace(other, mentions=mentions))
    kept = tuple(one for one in getattr(record, FIELD[kind]) if one.id != item.id)
    record = _with(record, FIELD[kind], kept)
    return renamed(record, kind, lambda id, anchor: other.id if id == item.id else id)


def _split(record: Record, kind: Kind, item: Any, split: Split) -> Record:
    """Two items of one: the mentions named go to the other, and what is said at them refers to it."""
    ends = {(anchor.start, anchor.end) for anchor in split.mentions}
    gone = tuple(one for one in item.mentions if (one.start, one.end) in ends)
    left = tuple(one for one in item.mentions if one not in gone)
    if not gone or not left:
        return record
    new = _new(record, kind)
    made = (
        Actor(new, split.name, item.kind, gone) if isinstance(item, Actor) else Topic(new, split.name, gone)
    )
    record = _put(record, kind, replace(item, mentions=left), made)

    def moved(id: str, anchor: Anchor | None) -> str:
        here = anchor is not None and any(one.start < anchor.end and anchor.start < one.end for one in gone)
        return new if id == item.id and here else id

    return renamed(record, kind, moved)


def renamed(record: Record, kind: Kind, new: Callable[[str, Anchor | None], str | None]) -> Record:
    """The record with every reference to an actor or topic passed through ``new``; None drops it."""
    if kind == "topic":
        statements = (
            replace(one, topics=_ids(one.topics, new, next(iter(one.content), None)))
            for one in record.statements
        )
        return replace(record, statements=tuple(statements))
    return replace(
        record,
        statements=tuple(_spoken(one, new) for one in record.statements),
        events=tuple(
            replace(
                one,
                actors=_ids(one.actors, new, one.anchor),
                recipients=_ids(one.recipients, new, one.anchor),
            )
            for one in record.events
        ),
        commitments=tuple(_bound(one, new) for one in record.commitments),
    )


def _ids(
    ids: tuple[str, ...], new: Callable[[str, Anchor | None], str | None], anchor: Anchor | None
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for id in ids if (found := new(id, anchor)) is not None))


def _spoken(one: Statement, new: Callable[[str, Anchor | None], str | None]) -> Statement:
    def party(old: Party | None) -> Party | None:
        return Party(new(old.actor, old.anchor), old.anchor) if old and old.actor else old

    via: Iterator[Party] = (found for old in one.via if (found := party(old)))
    return replace(one, source=party(one.source), addressee=party(one.addressee), via=tuple(via))


def _bound(one: Commitment, new: Callable[[str, Anchor | None], str | None]) -> Commitment:
    def id(old: str | None) -> str | None:
        return new(old, one.anchor) if old else None

    return replace(
        one,
        by=id(one.by),
        to=id(one.to),
        by_account=_ids(one.by_account, new, one.anchor),
        progress=tuple(
            replace(step, reporter=new(step.reporter, step.anchor) if step.reporter else None)
            for step in one.progress
        ),
    )
