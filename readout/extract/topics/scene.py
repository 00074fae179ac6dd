"""What is no topic in a text: people, those who speak, dates, figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from readout.extract.topics.phrase import Cast
from readout.knowledge import Found, load
from readout.model.actor import Actor, Mention
from readout.model.amount import Amount
from readout.model.analysis import Analysis, Range
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.statement import Statement
from readout.model.when import When

NAMED = ("name", "title")
WHO = ("group", "government", "organization", "country")


def cast_of(
    document: Document,
    analysis: Analysis,
    starts: Sequence[int],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    whens: Sequence[When],
    amounts: Sequence[Amount],
) -> Cast:
    """The words of people, of the countries that speak, of dates and bare figures; and the names.

    ``starts`` are where the words begin.
    """
    acting = _acting(statements, actors)
    passive = _words(
        starts,
        (
            m
            for a in actors
            if a.kind == "person" and a.id not in acting
            for m in a.mentions
            if m.kind in NAMED
        ),
    )
    people = {
        k
        for e in analysis.entities
        if e.label == "person" and analysis.words[e.first].text[:1].isupper()
        for k in range(e.first, e.last)
    }
    people |= _words(starts, (m for a in actors if a.id in acting for m in a.mentions if m.kind in NAMED))
    people -= passive - _words(starts, (m for a in actors if a.id in acting for m in a.mentions))
    people |= _words(starts, (when.anchor for when in whens))
    people |= _words(starts, (a.anchor for a in amounts if a.currency or a.unit not in (None, "person")))
    known = load().names_in(document.text)
    sides = _sides(known, starts, statements, actors) | _houses(starts, statements, actors)
    bodies = _bodies(known, starts, analysis, sides) - people
    people |= bodies
    names = {
        k: (e.first, e.last)
        for e in analysis.entities
        if e.label != "person" or e.first in passive
        for k in range(e.first, e.last)
        if k not in people
    }
    who = _words(starts, (m for a in actors if a.kind in WHO for m in a.mentions))
    return Cast(
        frozenset(people),
        frozenset(sides),
        names,
        frozenset(who),
        frozenset(bodies),
        whose=_whose(known, starts, sides),
    )


def _acting(statements: Sequence[Statement], actors: Sequence[Actor]) -> set[str]:
    """The people who speak or hold an office: of the others a text may speak, as of "the jailed Ada Orr"."""
    speaking = {one.source.actor for one in statements if one.source and one.source.actor}
    return {
        a.id for a in actors if a.kind == "person" and (a.id in speaking or a.sector in HOLDING or a.known_as)
    }


HOLDING = ("GOV", "MIL", "LEG", "COP", "PTY", "SPY")


def _words(starts: Sequence[int], anchors: Iterable[Anchor | Mention]) -> set[int]:
    found: set[int] = set()
    for anchor in anchors:
        found.update(range(bisect_left(starts, anchor.start), bisect_left(starts, anchor.end)))
    return found


def _sides(
    known: Sequence[Found], starts: Sequence[int], statements: Sequence[Statement], actors: Sequence[Actor]
) -> set[int]:
    """The words that name a country or body which speaks in the text, or its people."""
    speaking = _speaking(statements, {actor.id: actor for actor in actors})
    found: set[int] = set()
    for name in known:
        keys = {c.country or c.name for c in name.candidates}
        if keys & speaking:
            found.update(range(bisect_left(starts, name.start), bisect_left(starts, name.end)))
    return found


def _whose(known: Sequence[Found], starts: Sequence[int], sides: set[int]) -> dict[int, str]:
    """The country of every word that names a side: "Kenyan" -> KEN."""
    return {
        k: country
        for name in known
        if (country := next((c.country for c in name.candidates if c.country), None))
        for k in range(bisect_left(starts, name.start), bisect_left(starts, name.end))
        if k in sides
    }


def _houses(starts: Sequence[int], statements: Sequence[Statement], actors: Sequence[Actor]) -> set[int]:
    """The names of bodies that speak in the text: a company in its own release."""
    speaking = {one.source.actor for one in statements if one.source}
    return _words(
        starts,
        (
            m
            for a in actors
            if a.kind == "organization" and a.id in speaking
            for m in a.mentions
            if m.kind == "name"
        ),
    )


def _bodies(known: Sequence[Found], starts: Sequence[int], analysis: Analysis, sides: set[int]) -> set[int]:
    """The words of bodies: they act and speak, they are seldom what is spoken of."""
    found: set[int] = set()
    for name in known:
        if all(candidate.sort == "body" for candidate in name.candidates):
            found.update(range(bisect_left(starts, name.start), bisect_left(starts, name.end)))
    for entity in analysis.entities:
        span = range(entity.first, entity.last)
        beside = range(entity.first, entity.last + 1)
        if entity.label in ("organization", "other") and len(span) > 1 and sides.intersection(beside):
            found.update(span)
    return found


def _speaking(statements: Sequence[Statement], actors: dict[str, Actor]) -> set[str]:
    keys = {
        a.country
        for a in actors.values()
        if a.country and (a.kind == "government" or (a.kind == "person" and a.sector == "GOV"))
    }
    for one in statements:
        if one.source is None:
            continue
        actor = actors.get(one.source.actor or "")
        if actor:
            keys.add(actor.country or actor.name)
        elif one.source.anchor:
            keys |= _named(one.source.anchor)
    return keys


def _named(anchor: Anchor) -> set[str]:
    return {c.country or c.name for found in load().names_in(anchor.exact) for c in found.candidates}


Span = Range
