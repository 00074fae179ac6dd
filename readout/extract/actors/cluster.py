"""An actor in the making, and the attributes that its phrases give it."""

from __future__ import annotations

from dataclasses import dataclass, field

from readout.knowledge import Body, Person
from readout.model.actor import MentionKind


@dataclass(slots=True, eq=False)
class Cluster:
    """Everything known so far of one actor; ``at`` are the word ranges that mention it.

    ``lent``: the name is that of the knowledge, which gives way to the text's own full form. ``led`` are the
    phrases, by their id, of the bodies that somebody runs or belongs to. ``abroad``: somebody was received as
    a foreign envoy, who is not of the text's own country.
    """

    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    plural: bool = False
    named: bool = False
    keep: bool = True
    entry: Body | Person | None = None
    nouns: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    at: list[tuple[int, int, int, MentionKind]] = field(default_factory=list)
    members: list[Cluster] = field(default_factory=list)
    described: bool = False
    sure: bool = False
    stands: Cluster | None = None
    body: Body | None = None
    offices: list[str] = field(default_factory=list)
    lent: bool = False
    led: list[int] = field(default_factory=list)
    abroad: bool = False
    sent: str | None = None

    def add(self, first: int, last: int, head: int, kind: MentionKind) -> None:
        """One more mention: its words, its head, its kind."""
        self.at.append((first, last, head, kind))

    @property
    def human(self) -> bool:
        """Whether it is a single person."""
        return self.kind == "person" and not self.plural
