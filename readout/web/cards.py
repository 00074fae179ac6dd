"""Items as cards: what the machine makes of each, where it stands, what people said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from readout.export.html import depths
from readout.export.phrase import Phrases
from readout.export.words import VERDICTS, Words, now, worded, words
from readout.model.actor import Actor
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.items import Item, Kind, items_of, places
from readout.model.topic import Topic
from readout.store.fields import TIES
from readout.web import citing
from readout.web.shelf import Field, Text, Told, correctable


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
        made = [one for one in made if one.judgement.field not in TIES]
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
            (field, worded(now(self.text.record, self.item, field.name))) for field in correctable(self.kind)
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
