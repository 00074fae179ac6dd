"""The items of a record, whatever their kind: how to walk them, and where each stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.event import Event
from readout.model.record import Record, Unread
from readout.model.statement import Statement
from readout.model.topic import Topic
from readout.model.when import When

Kind = Literal["actor", "statement", "event", "when", "amount", "commitment", "topic", "unread"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Item: TypeAlias = Actor | Statement | Event | When | Amount | Commitment | Topic | Unread

FIELD: dict[Kind, str] = {kind: kind if kind == "unread" else f"{kind}s" for kind in KINDS}
"""The field of a record in which the items of a kind stand."""


def items_of(record: Record, kind: Kind) -> Iterator[tuple[str, Item]]:
    """The items of one kind with their ids; places that could not be read are u1, u2 …"""
    for number, item in enumerate(getattr(record, FIELD[kind]), 1):
        yield f"u{number}" if isinstance(item, Unread) else item.id, item


def places(item: Item) -> tuple[Anchor, ...]:
    """The anchors by which an item is known again: the characters that make it this item.

    >>> # a statement: its contents, cue and source; an actor: its first mention
    """
    match item:
        case Statement():
            source = item.source.anchor if item.source else None
            return tuple(anchor for anchor in (*item.content, item.cue, source) if anchor)
        case Event():
            return (item.trigger, item.anchor)
        case Actor():
            return tuple(Anchor(one.start, one.end, one.exact) for one in item.mentions[:1])
        case Topic():
            return item.mentions[:1]
        case _:
            return (item.anchor,)


def anchors_of(item: Item) -> Iterator[Anchor]:
    """Every anchor within an item."""
    match item:
        case Statement():
            yield from item.content
            parties = (item.source, item.addressee, *item.via)
            yield from (party.anchor for party in parties if party and party.anchor)
            yield from (anchor for anchor in (item.cue, item.hedge) if anchor)
        case Event():
            yield from (item.trigger, item.anchor, *item.also)
            yield from [item.where.anchor] if item.where else []
        case Actor():
            yield from (Anchor(one.start, one.end, one.exact) for one in item.mentions)
        case Topic():
            yield from item.mentions
        case Commitment():
            yield from (item.anchor, *(one.anchor for one in item.progress))
            yield from [item.condition] if item.condition else []
        case _:
            yield item.anchor


def misplaced(record: Record) -> Iterator[tuple[str, Anchor]]:
    """The anchors that do not say what the text says there, with the ids of their items."""
    text = record.document.text
    for kind in KINDS:
        for id, item in items_of(record, kind):
            yield from ((id, anchor) for anchor in anchors_of(item) if not anchor.holds(text))
