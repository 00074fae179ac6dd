"""Who is looking at the pages."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from readout.web.site import site_of


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the pages: a reader sees everything, an editor may also change things.

    >>> Person("Ana Ruiz", "ana@paper.example").signature
    'Ana Ruiz <ana@paper.example>'
    """

    name: str
    address: str | None = None
    editor: bool = False

    @property
    def signature(self) -> str:
        """What is written beside a judgement: a name may be chosen freely, so the address stands with it."""
        return f"{self.name} <{self.address}>" if self.address and self.address != self.name else self.name


def person_of(request: Request) -> Person | None:
    """Who sent a request: whoever signed in, or the one that a server without sign-in runs for."""
    known: Person | None = getattr(request.state, "person", None)
    who = site_of(request).who
    return known or (Person(who, editor=True) if who is not None else None)


def author(request: Request) -> str:
    """Under what name a change is written down; refuses whoever may not change anything."""
    person = person_of(request)
    if person is None or not person.editor:
        raise HTTPException(403, "Only editors of this dossier may do that.")
    return person.signature
