"""All that Readout says of one document: the contract of RECORD.md."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.document import Document
from readout.model.event import Event
from readout.model.statement import Statement
from readout.model.topic import Topic
from readout.model.when import When

CONTRACT = "1"


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that could not be read, and why."""

    anchor: Anchor
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """One document and every item found in it; ids are local and stable for the same model.

    ``withheld`` are the words of statements that people rejected: no account is made from them.
    """

    document: Document
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    whens: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    topics: tuple[Topic, ...] = ()
    unread: tuple[Unread, ...] = ()
    model: str = "none"
    readout: str = CONTRACT
    withheld: tuple[Anchor, ...] = ()

    def actor(self, id: str | None) -> Actor | None:
        """The actor with this id, or None."""
        return next((actor for actor in self.actors if actor.id == id), None)
