"""The rows by which a document and its items are found.

An entry's id runs with the date of publication: 17 bits of day, 26 of document, 20 of position.
A search that reads ids from the last to the first has the newest first without sorting, and a
range of dates is a range of ids.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert

from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.commitment import Commitment
from readout.model.event import Event
from readout.model.items import KINDS, Item, Kind, anchors_of, items_of, places
from readout.model.record import Record, Unread
from readout.model.statement import Statement
from readout.model.topic import Topic
from readout.model.when import When
from readout.store import schema
from readout.store.days import calendar, days_of
from readout.store.words import BARRIER, marked, tokens

DAY_ONE = datetime.date(1750, 1, 1).toordinal() - 1
LAST_DAY = 2**17 - 1
DAY_BITS, DOCUMENT_BITS, POSITION_BITS = 17, 26, 20
FULLEST = 400_000
"""Characters of tokens in one row; longer texts are spread over several (PostgreSQL's limit is 1 MB)."""


def first_id(day: str | None, document: int = 0, position: int = 0) -> int:
    """The entry id of a place in a document published on a day; days before 1750 count as its start."""
    number = datetime.date.fromisoformat(day).toordinal() - DAY_ONE if day else 0
    number = min(max(number, 1 if day else 0), LAST_DAY)
    return (number << DOCUMENT_BITS + POSITION_BITS) | (document << POSITION_BITS) | position


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rows of one document have in common."""

    document: int
    day: str | None
    newest: bool
    verdicts: Mapping[tuple[Kind, str], str]


def rewrite(connection: Connection, record: Record, facts: Facts) -> None:
    """Put the rows of a document's judged record in the place of those it had."""
    connection.execute(delete(schema.entries).where(schema.entries.c.document == facts.document))
    rows = list(rows_of(record, facts))
    connection.execute(insert(schema.entries), rows)


def rows_of(record: Record, facts: Facts) -> Iterator[dict[str, Any]]:
    """The rows of one document: its text, then its items."""
    common = _common(record, facts)
    made = (*_texts(record, common), *_items(record, facts, common))
    for position, row in enumerate(made[: 2**POSITION_BITS]):
        yield row | {
            "id": first_id(facts.day, facts.document, position),
            "document": facts.document,
            "tokens": " ".join(row["tokens"]),
        }


def _common(record: Record, facts: Facts) -> list[str]:
    publisher = marked("p", [record.document.publisher or ""])
    return publisher if facts.newest else [*publisher, "v·older"]


def _texts(record: Record, common: list[str]) -> Iterator[dict[str, Any]]:
    """The text with its title, every actor and every topic; in several rows where it is very long."""
    document = record.document
    names = marked("a", (name for actor in record.actors for name in _names(actor)))
    labels = marked("t", (topic.label for topic in record.topics))
    facets = [*names, *labels, *common, "k·document"]
    row = _row("document", None, 0, len(document.text), document.title or "")
    for stream in _pieces([*tokens(document.title or ""), BARRIER, *tokens(document.text)]):
        yield row | {"tokens": [*stream, *facets]}


def _pieces(stream: list[str]) -> Iterator[list[str]]:
    piece: list[str] = []
    size = 0
    for token in stream:
        size += len(token.encode()) + 4
        if size > FULLEST:
            yield piece
            piece, size = [], len(token)
        piece.append(token)
    yield piece


def _items(record: Record, facts: Facts, common: list[str]) -> Iterator[dict[str, Any]]:
    look = Look.of(record)
    for kind in KINDS:
        for id, item in items_of(record, kind):
            verdict = facts.verdicts.get((kind, id))
            yield _item(look, kind, id, item, verdict, common)


def _item(
    look: Look, kind: Kind, id: str, item: Item, verdict: str | None, common: list[str]
) -> dict[str, Any]:
    anchor = next(iter(places(item)), None) or next(anchors_of(item), None)
    start, stop = (anchor.start, anchor.end) if anchor else (0, 0)
    label, days = look.label(item), look.days(item)
    facets = [f"k·{kind}", *([] if kind in ("actor", "topic") else ["k·item"]), *look.facets(item)]
    facets += [f"j·{verdict or 'none'}", *calendar(days), *common]
    names, labels = marked("a", look.names(item)), marked("t", look.labels(item))
    parties = marked("i", look.parties(item))
    row = _row(kind, id, start, stop, label)
    return row | {
        "key": look.key(item),
        "day_from": days[0] if days else None,
        "day_to": days[1] if days else None,
        "confidence": getattr(item, "confidence", 1.0),
        "verdict": verdict,
        "tokens": [*tokens(label), BARRIER, *names, *parties, *labels, *facets],
    }


def _row(kind: str, item: str | None, start: int, stop: int, label: str) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "key": None,
        "day_from": None,
        "day_to": None,
        "confidence": 1.0,
        "verdict": None,
    }
    return {"kind": kind, "item": item, "start": start, "stop": stop, "label": clean(label), **empty}


def clean(text: str) -> str:
    """Text as both databases can hold it in a column: without the NUL character."""
    return text.replace("\0", " ")


def _names(actor: Actor) -> list[str]:
    return [actor.name, *(one.exact for one in actor.mentions if one.kind == "name")]


@dataclass(frozen=True, slots=True)
class Look:
    """What the items of one record say, with their references followed."""

    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    whens: Mapping[str, When]

    @classmethod
    def of(cls, record: Record) -> Look:
        """The items of a record by their ids."""
        actors, topics = ({one.id: one for one in several} for several in (record.actors, record.topics))
        return cls(actors, topics, {when.id: when for when in record.whens})  # type: ignore[arg-type]

    def label(self, item: Item) -> str:
        """The words that stand for an item in a list of hits."""
        match item:
            case Statement():
                parts = item.content or tuple(anchor for anchor in (item.cue,) if anchor)
                return " … ".join(" ".join(anchor.exact.split()) for anchor in parts)
            case Actor():
                return item.name
            case Topic():
                return item.label
            case Unread():
                return f"{item.reason}: {item.anchor.exact}"
            case Amount():
                return f"{item.text} {item.of}" if item.of and item.of not in item.text else item.text
            case _:
                return " ".join(item.anchor.exact.split())

    def key(self, item: Item) -> str | None:
        """By what items of several documents are counted together: an actor, a topic."""
        match item:
            case Actor():
                return clean(item.known_as or item.name.casefold())
            case Topic():
                return clean(item.label.casefold())
        return None

    def parties(self, item: Item) -> list[str]:
        """The ids of everyone who has a part in an item."""
        match item:
            case Statement():
                parties = (item.source, item.addressee, *item.via)
                ids: Iterable[str | None] = [party.actor for party in parties if party]
            case Event():
                ids = (*item.actors, *item.recipients)
            case Commitment():
                ids = (item.by, item.to, *item.by_account, *(one.reporter for one in item.progress))
            case Actor():
                ids = (item.id,)
            case _:
                ids = ()
        return [id for id in ids if id]

    def names(self, item: Item) -> list[str]:
        """The names of everyone who has a part in an item."""
        if isinstance(item, Actor):
            return _names(item)
        return [name for id in self.parties(item) if (actor := self.actors.get(id)) for name in _names(actor)]

    def labels(self, item: Item) -> list[str]:
        """The topics that an item is about."""
        if isinstance(item, Topic):
            return [item.label]
        if isinstance(item, Statement):
            return [self.topics[id].label for id in item.topics if id in self.topics]
        first = next(anchors_of(item), None)
        if first is None or not isinstance(item, Event | Commitment):
            return []
        topics = self.topics.values()
        return [one.label for one in topics if any(item.anchor.overlaps(place) for place in one.mentions)]

    def days(self, item: Item) -> tuple[str, str] | None:
        """The first and last day that an item is dated to."""
        match item:
            case When():
                when: When | None = item
            case Statement() | Event():
                when = self.whens.get(item.when or "")
            case Commitment():
                when = self.whens.get(item.deadline or "")
            case _:
                when = None
        if when is None:
            return None
        if when.start and when.end:
            return days_of(f"{when.start}/{when.end}")
        return days_of(when.edtf)

    def facets(self, item: Item) -> list[str]:
        """The closed values by which items of a kind are told apart."""
        match item:
            case Statement():
                return [f"s·{item.said.replace(' ', '')}", f"y·{item.act}"]
            case Event():
                modes = [f"y·{item.mode}"] if item.mode else []
                return [f"u·{item.status}", f"y·{item.type.casefold()}", *modes]
            case Commitment():
                return [f"y·{item.firmness}"]
        return []
