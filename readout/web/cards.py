"""Items as cards: what the machine makes of each, where it stands, what people said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from readout.export import phrase
from readout.export.html import KINDS, depths
from readout.export.phrase import Phrases
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.document import Document
from readout.model.event import Event
from readout.model.items import Item, Kind, items_of, places
from readout.model.record import Record, Unread
from readout.model.statement import Statement
from readout.model.topic import Topic
from readout.model.when import When
from readout.web import citing
from readout.web.shelf import Field, Text, Told, correctable

VERDICTS = {"accept": ("✓", "accepted"), "reject": ("✗", "rejected"), "unsure": ("?", "unsure")}


@dataclass(frozen=True, slots=True)
class Words:
    """The few words of a card: a head, a badge of icon and word, what is quoted, what else is known."""

    head: str
    badge: tuple[str, str] | None
    quote: str
    notes: tuple[str, ...]
    edge: str
    direct: bool = False
    nobody: bool = False


@dataclass(frozen=True)
class Card:
    """An item of a text, ready to be shown and judged."""

    text: Text
    kind: Kind
    id: str
    item: Item
    words: Words
    depth: int = 0

    @property
    def key(self) -> str:
        """A name that no other card of the dossier has."""
        return f"{self.text.kept.number}-{self.kind}-{self.id}"

    @property
    def document(self) -> Document:
        """The text that the item stands in."""
        return self.text.record.document

    @cached_property
    def anchor(self) -> Anchor | None:
        """Where the item stands first."""
        return next(iter(places(self.item)), None)

    @property
    def verdict(self) -> tuple[str, str] | None:
        """The verdict in force, as icon and word."""
        return VERDICTS.get(self.text.verdict(self.kind, self.id) or "")

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Everything people said of it."""
        return self.text.on(self.kind, self.id)

    @property
    def corrections(self) -> list[tuple[Told, str, str]]:
        """Corrections in force with the machine's value and the person's, in words."""
        made = [one for one in self.told if one.judgement.action == "correct" and not one.undone]
        return [(one, self.machine(one), worded(one.judgement.value)) for one in made]

    def machine(self, told: Told) -> str:
        """What the machine had made of the field that a judgement is about."""
        made, name = told.judgement.machine, told.judgement.field
        value = made.get(name) if isinstance(made, dict) and name else None
        return worded(value)

    @property
    def permalink(self) -> str | None:
        """The address of the words on this site."""
        return citing.permalink(self.document, self.anchor) if self.anchor else None

    @property
    def original(self) -> str | None:
        """The address of the words in the original."""
        return citing.original(self.document, self.anchor)

    @property
    def citation(self) -> str:
        """The line that cites the words."""
        speaker = None if self.words.nobody or self.kind != "statement" else self.words.head
        return citing.citation(self.document, self.words.quote, speaker, self.anchor)

    @property
    def fields(self) -> list[tuple[Field, str]]:
        """What may be corrected, each with the value that stands there now."""
        return [
            (field, worded(_now(self.text.record, self.item, field.name))) for field in correctable(self.kind)
        ]

    @property
    def mentions(self) -> list[tuple[str, str]]:
        """The places of an actor or topic that stands at several: (place, words)."""
        if not isinstance(self.item, Actor | Topic) or len(self.item.mentions) < 2:
            return []
        return [(f"{one.start}-{one.end}:{one.exact}", one.exact) for one in self.item.mentions]

    @property
    def others(self) -> list[tuple[str, str]]:
        """The other actors or topics that this one may be the same as: (their first place, name)."""
        if not isinstance(self.item, Actor | Topic):
            return []
        found = getattr(self.text.record, f"{self.kind}s")
        return [
            (f"{first.start}-{first.end}:{first.exact}", one.name if isinstance(one, Actor) else one.label)
            for one in found
            for first in one.mentions[:1]
            if one.id != self.id
        ]


def cards(text: Text, kinds: Iterable[Kind]) -> dict[Kind, list[Card]]:
    """The cards of a text by kind, in the order of the text."""
    made, deep = Phrases(text.record), depths(text.record)
    return {
        kind: [
            Card(text, kind, id, item, words(made, item), min(deep.get(id, 0), 3))
            for id, item in items_of(text.record, kind)
        ]
        for kind in kinds
    }


def card(text: Text, kind: Kind, id: str) -> Card | None:
    """The card of one item; of what people rejected as the machine made it."""
    for record in (text.record, text.machine):
        for known, item in items_of(record, kind):
            if known == id:
                return Card(text, kind, id, item, words(Phrases(record), item))
    return None


def words(phrases: Phrases, item: Item) -> Words:
    """An item in a few words."""
    match item:
        case Statement():
            return Words(
                phrases.party(item.source),
                phrase.STANCES[item.said],
                phrase.said(item) or "(nothing quoted)",
                (*phrases.notes(item), *_place(phrases, phrase.first(item))),
                KINDS[item.said],
                item.form == "direct",
                item.source is None,
            )
        case Event():
            return Words(
                phrases.deed(item),
                phrase.STATUSES[item.status],
                item.anchor.exact,
                (*_event(phrases, item),),
                "event",
            )
        case Commitment():
            return Words(
                phrases.promise(item),
                ("◎", item.firmness),
                item.anchor.exact,
                (*_promise(phrases, item),),
                "promise",
            )
        case When():
            return Words(
                phrase.span(item), None, item.text, (*_grain(item), *_place(phrases, item.anchor)), "when"
            )
        case Amount():
            of = (f"of {item.of}",) if item.of else ()
            return Words(
                phrase.reading(item), None, item.text, (*of, *_place(phrases, item.anchor)), "amount"
            )
        case Actor():
            return Words(item.name, None, "", (*_actor(item),), "source")
        case Topic():
            return Words(item.label, None, "", (phrase.counted(len(item.mentions), "place"),), "source")
        case Unread():
            return Words(
                item.reason,
                ("!", "unread"),
                item.anchor.exact[:300],
                (*_place(phrases, item.anchor),),
                "unread",
            )


def _place(phrases: Phrases, anchor: Anchor | None) -> Iterator[str]:
    if anchor is not None:
        yield phrases.place(anchor)


def _event(phrases: Phrases, event: Event) -> Iterator[str]:
    moment = phrases.moment(event.when)
    yield from [moment] if moment else []
    yield from [event.where.name] if event.where else []
    yield from _place(phrases, event.anchor)
    yield from [f"as told in {event.within}"] if event.within else []


def _promise(phrases: Phrases, promise: Commitment) -> Iterator[str]:
    for step in promise.progress:
        figure = phrases.figure(step.amount) or step.anchor.exact
        yield f"so far {figure}, {step.basis}" + (f", as of {step.as_of}" if step.as_of else "")
    yield from [f"if {phrase.flat(promise.condition.exact)}"] if promise.condition else []
    yield from _place(phrases, promise.anchor)


def _grain(when: When) -> Iterator[str]:
    yield from [f"a {when.grain}"] if when.grain else []
    yield from [f"reckoned from the {_BASES[when.basis]}"] if when.basis else []


_BASES = {"published": "publication date", "text": "text", "event": "event"}


def _actor(actor: Actor) -> Iterator[str]:
    yield actor.kind
    yield from actor.offices
    yield from [actor.code or actor.country or ""] if actor.code or actor.country else []
    yield phrase.counted(len(actor.mentions), "mention")


def _now(record: Record, item: Item, name: str) -> Any:
    """The value of a field with its ids followed, as a form shows it."""
    names: dict[str, str] = {one.id: one.name for one in record.actors}
    names |= {one.id: one.label for one in record.topics}
    names |= {one.id: one.edtf or "" for one in record.whens}
    return _followed(getattr(item, name, None), names)


def _followed(value: Any, names: dict[str, str]) -> Any:
    if hasattr(value, "actor"):
        return names.get(value.actor or "", value.anchor.exact if value.anchor else None)
    if isinstance(value, tuple):
        return [_followed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def worded(value: Any) -> str:
    """A value of a field in words; nothing where there is none.

    >>> worded(["Chile", "Peru"]), worded(None), worded(2.0)
    ('Chile, Peru', '', '2')
    """
    match value:
        case None:
            return ""
        case {"actor": actor, **rest}:
            return str(actor or rest.get("anchor") or "")
        case {"into": {"exact": exact}}:
            return f"the same as “{exact}”"
        case {"name": name, "mentions": _}:
            return f"apart as {name}"
        case list() | tuple():
            return ", ".join(worded(one) for one in value)
        case float():
            return phrase.number(value).replace(",", "")
    return str(value)
