"""A second look at pronouns: he who speaks is seldom he whom the speech has just named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from readout.extract.statements.spans import Marks
from readout.model.actor import Actor
from readout.model.statement import Party, Statement

SPEAKING = {"he", "she"}


def corrected(
    statements: Sequence[Statement], actors: Sequence[Actor], marks: Marks
) -> tuple[Statement, ...]:
    """The statements with "he" and "she" given to the one who spoke before, not to one named in a quotation.

    >>> # "Orr came late. “Ask Hale,” he said." -> he is Orr, for Hale stands in the quotation
    """
    people = {actor.id: _named(actor) for actor in actors if actor.kind == "person"}
    renamed: dict[str, tuple[str | None, str]] = {}
    previous: str | None = None
    found: list[Statement] = []
    for statement in statements:
        actor = statement.source.actor if statement.source else None
        if statement.within in renamed and actor == renamed[statement.within][0]:
            actor = renamed[statement.within][1]
        elif statement.within is None and previous and _only_quoted(statement, people, marks):
            renamed[statement.id] = (actor, previous)
            actor = previous
        if statement.source and actor != statement.source.actor:
            statement = replace(statement, source=Party(actor, statement.source.anchor))
        found.append(statement)
        if statement.within is None and actor in people:
            previous = actor
    return tuple(found)


def _named(actor: Actor) -> list[int]:
    """Where the text names an actor, pronouns apart, in order."""
    return sorted(mention.start for mention in actor.mentions if mention.kind != "pronoun")


def _only_quoted(statement: Statement, people: dict[str, list[int]], marks: Marks) -> bool:
    """Whether the source is a pronoun whose actor was so far named only within quotation marks."""
    source = statement.source
    if source is None or source.anchor is None or source.anchor.exact.casefold() not in SPEAKING:
        return False
    places = people.get(source.actor or "", [])
    before = places[: bisect_left(places, source.anchor.start)]
    return bool(before) and all(marks.touching(place, place + 1) for place in before)
