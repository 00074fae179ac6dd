"""One actor across documents, and pairs that may be one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

from readout.model.actor import Actor


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of one record: the document's id and the actor's."""

    document: str
    actor: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor of one record with what it is told by elsewhere; ``day`` is when the text was published.

    ``key`` is a name that no other appearance has: that of its first place. ``names`` are all names by
    which the text calls it, the fullest among them being ``name``.

    >>> Appearance("i1", Member("sha256:0", "a1"), "Tor Vik", "person", country="NOR").name
    'Tor Vik'
    """

    key: str
    member: Member
    name: str
    kind: str
    country: str | None = None
    offices: tuple[str, ...] = ()
    known_as: str | None = None
    names: tuple[str, ...] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What a person said of appearances, by their keys: the left and the right ones are the same, or not.

    Where they are not, those on one side are the same as each other.
    """

    same: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """The same actor in many records, and what says that it is one: name, office, country, time.

    ``id`` is the key of its first appearance: texts that come later do not change it.
    """

    id: str
    name: str
    kind: str
    members: tuple[Member, ...]
    country: str | None = None
    offices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    known_as: str | None = None
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


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


def keys_of(document: str, actors: Iterable[Actor]) -> dict[str, str]:
    """The key of each actor of a document, under its id: made of the characters at which it stands first.

    What a person added (h1, h2 …) may stand where another actor does; its id goes into the key as well.

    >>> keys_of("sha256:0", [Actor("a1", "Vik", "person", (Mention(0, 3, "Vik"),))])["a1"]
    'ie4b70b494bc8'
    """
    found: dict[str, str] = {}
    for actor in sorted(actors, key=lambda one: one.id.startswith("h")):
        if actor.mentions:
            first = actor.mentions[0]
            plain = f"{document} {first.start}-{first.end}"
            key = _key(plain)
            found[actor.id] = key if key not in found.values() else _key(f"{plain} {actor.id}")
    return found


def _key(words: str) -> str:
    return f"i{sha256(words.encode()).hexdigest()[:12]}"


def listed(kind: str, name: str, country: str | None, known_as: str | None, how: Collection[str]) -> bool:
    """Whether an actor can be told again elsewhere: by a name, not by "a diplomat", "crew" or ".".

    ``how`` are the kinds of its mentions ("name", "description" …).
    """
    if sum(mark.isalpha() for mark in name) < 2:
        return False
    if known_as:
        return True
    if kind == "group" or not name[:1].isupper():
        return False
    return bool({"name", "metonym"} & set(how)) or (kind == "government" and country is not None)
