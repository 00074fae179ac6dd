"""For which side each statement of a record speaks."""

from __future__ import annotations

import re

from readout.link.accounts.sides import JOINT, joint, load_names, side_of
from readout.link.lexicon import official
from readout.model.actor import Actor
from readout.model.record import Record
from readout.model.statement import Statement

PRONOUNS = frozenset({"he", "she", "it"})


def voice(record: Record, statement: Statement) -> str | None:
    """The side that a statement's source speaks for."""
    source = statement.source
    if source is None:
        return None
    side = side_of(record, record.actor(source.actor))
    if side is None and source.anchor is not None:
        inside = (
            side_of(record, actor)
            for actor in record.actors
            if any(source.anchor.start <= m.start and m.end <= source.anchor.end for m in actor.mentions)
        )
        side = next((found for found in inside if found and found != JOINT), None)
    if side is None and source.anchor is not None and joint(source.anchor.exact):
        return JOINT
    if side is None and source.anchor is not None and source.actor is None:
        return JOINT if joint(source.anchor.exact) else next(iter(load_names(source.anchor.exact)), None)
    return side


def voices(record: Record) -> dict[str, str | None]:
    """The side of every statement by its id.

    A pronoun that is unresolved, or resolved to somebody whom only a quotation names, goes on with
    who spoke before: "Ruiz told reporters … He said …".
    """
    found: dict[str, str | None] = {}
    before: str | None = None
    known: dict[str | None, str] = {}
    office: Statement | None = None
    for statement in record.statements:
        side = voice(record, statement)
        if before and (_unsure(record, statement) or _back_to(record, statement, found, before)):
            side = before
        who = statement.source.actor if statement.source else None
        if before and side is None and office and who and _now_named(record, statement, office):
            known[who] = before
        side = side or known.get(who)
        if statement.within is None:
            office = statement if side and _by_office(statement) else None
        found[statement.id] = side
        if side and side != JOINT and statement.said in ("yes", "denied") and statement.within is None:
            before = side
    return found


def _by_office(statement: Statement) -> bool:
    """Whether who speaks goes by an office alone: "the deputy director of the museum"."""
    anchor = statement.source.anchor if statement.source else None
    return anchor is not None and bool(_OFFICE.match(anchor.exact)) and bool(official().search(anchor.exact))


_OFFICE = re.compile(
    r"[Tt]he (?:[a-z]+[ -]){1,4}(?:(?:of|for|at) |$)"
    r"|(?:[Tt]he )?[A-Z][\w.]+(?:(?:[’']s?)?(?: [a-z-]+){1,4}|[’']s?(?: [\w-]+){1,5})$"
)


def _now_named(record: Record, statement: Statement, office: Statement) -> bool:
    """Whether a speaker is who spoke before by an office alone: "Ada Orr, back from Hamburg, told …"."""
    actor = record.actor(statement.source.actor) if statement.source else None
    spoken = office.source.anchor if office.source else None
    if actor is None or spoken is None or actor.kind != "person" or not actor.name[:1].isupper():
        return False
    first = min((m for m in actor.mentions), default=None, key=lambda m: m.start)
    if first is None or first.start < spoken.end or not first.exact.endswith(actor.name):
        return False
    text = record.document.text
    ahead = re.split(r"[.\n]", text[: first.start])[-1]
    return not ahead.strip() and not _APPOSED.match(text, first.end)


_APPOSED = re.compile(r", (?!back |speaking |who |in |at |on |after |returning |asked |addressing |just )")


def _back_to(record: Record, statement: Statement, found: dict[str, str | None], before: str) -> bool:
    """Whether "the minister" is who spoke before, not one of whom only a silence was told in between."""
    source = statement.source
    words = source.anchor.exact.casefold().split() if source and source.anchor else []
    if source is None or len(words) != 2 or words[0] != "the":
        return False
    earlier = [s for s in record.statements if s.id in found and s.id != statement.id and s.source]
    own = [s for s in earlier if s.source and s.source.actor == source.actor]
    if not own or any(s.said in ("yes", "denied") for s in own):
        return False
    return any(
        s.source and s.source.anchor and words[1] in s.source.anchor.exact.casefold().split()
        for s in earlier
        if found[s.id] == before and s not in own
    )


def _unsure(record: Record, statement: Statement) -> bool:
    source = statement.source
    if source is None or source.anchor is None or source.anchor.exact.casefold() not in PRONOUNS:
        return False
    actor = record.actor(source.actor)
    return actor is None or _only_quoted(record, actor)


def _only_quoted(record: Record, actor: Actor) -> bool:
    """Whether every place that names an actor stands within what somebody says."""
    named = [mention for mention in actor.mentions if mention.kind != "pronoun"]
    contents = [anchor for statement in record.statements for anchor in statement.content]
    return all(any(c.start <= m.start and m.end <= c.end for c in contents) for m in named)
