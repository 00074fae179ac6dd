"""One actor across documents, and pairs that may be one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of one record: the document's id and the actor's."""

    document: str
    actor: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The same actor in many records, and what says that it is one: name, office, country, time."""

    id: str
    name: str
    kind: str
    members: tuple[Member, ...]
    country: str | None = None
    offices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two identities that may be one, for a person to decide; ``against`` says what speaks against it."""

    left: str
    right: str
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in many records."""

    identities: tuple[Identity, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    def of(self, document: str, actor: str) -> Identity | None:
        """The identity of an actor of a document."""
        wanted = Member(document, actor)
        return next((one for one in self.identities if wanted in one.members), None)
