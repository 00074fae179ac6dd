"""Who says most in a text that no side put out: the body that its speakers serve, or a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from readout.link.accounts.sides import load_names, stated
from readout.link.lexicon import house, official
from readout.model.actor import Actor
from readout.model.record import Record
from readout.model.statement import Statement

LEAST = 2
"""Statements from which somebody gives an account."""
NEAR = 40
"""Characters before a speaker's name in which it may stand whom he serves."""


def loudest(record: Record, others: Sequence[Record] = ()) -> str | None:
    """The body, or else the person, whose words most of a text reports.

    >>> # "Ada Orr said … Orr said …" -> "Ada Orr"
    """
    people = Counter(
        actor.name for _, actor in _speaking(record) if actor.kind == "person" and actor.name[:1].isupper()
    )
    name, count = next(iter(people.most_common(1)), (None, 0))
    return served(record, others) or (name if count >= LEAST else None)


def served(record: Record, others: Sequence[Record] = ()) -> str | None:
    """The body that the speakers of a text serve; another text may name it in full.

    >>> # "union leader Rosa Orr said …" and "the dockers' union" elsewhere -> "Dockers' union"
    """
    bodies = Counter(
        body for statement, actor in _speaking(record) if (body := _body_of(record, statement, actor))
    )
    name, count = next(iter(bodies.most_common(1)), ("", 0))
    return _in_full(name, [record, *others]) if count >= LEAST else None


def nation_of(record: Record, statement: Statement) -> str | None:
    """The country in the name of the body that speaks, or whose officer does.

    >>> # "The British Library said …", "the library's chief executive, Ada Orr, said …" -> GBR, twice
    """
    actor = record.actor(statement.source.actor) if statement.source else None
    if actor is None or statement.said not in ("yes", "denied"):
        return None
    if actor.kind != "person":
        return _nation(actor) if actor.kind == "organization" else None
    serves = (_body_of(record, statement, actor) or "").casefold()
    bodies = (a for a in record.actors if serves and a.kind == "organization")
    return next((land for a in bodies if a.name.casefold().endswith(serves) and (land := _nation(a))), None)


def bodies_of(record: Record, actor: Actor) -> Iterator[Actor]:
    """The bodies that somebody's office names by a pronoun: "the charity … Its chairwoman, Rosa Orr"."""
    posts = {m.start for m in actor.mentions if _ITS.match(m.exact)} if actor.kind == "person" else ()
    for body in record.actors if posts else ():
        if body.kind == "organization" and any(m.start in posts for m in body.mentions):
            yield body


_ITS = re.compile(r"(?:its|their) ", re.IGNORECASE)


def _nation(actor: Actor) -> str | None:
    """The one country that the name of a plain body tells: "British Library"."""
    told = load_names(actor.name) if house().search(actor.name) else ()
    return actor.country if actor.country in told else None


def _speaking(record: Record) -> Iterator[tuple[Statement, Actor]]:
    for statement in record.statements:
        actor = record.actor(statement.source.actor) if statement.source else None
        if actor and statement.said in ("yes", "denied") and not statement.within:
            yield statement, actor


def _body_of(record: Record, statement: Statement, actor: Actor) -> str | None:
    """The body for which somebody speaks: itself, or what stands before his name."""
    if actor.kind in ("organization", "government", "group"):
        return _plain(actor.name) if _body(record, actor) else None
    if actor.kind != "person":
        return None
    text = record.document.text
    for mention in actor.mentions:
        near = f"{text[max(0, mention.start - NEAR) : mention.start]}{mention.exact}".rpartition("\n")[2]
        found = _officer().search(near)
        body = found.group("house") if found else ""
        if found and not _STATE.fullmatch(body) and official().search(found.group("post")):
            return _plain(f"{found.group('which') or ''}{body}")
    return None


@cache
def _officer() -> re.Pattern[str]:
    """An office in a body, right before a name: "the union's safety delegate, ", "union leader "."""
    return re.compile(
        rf"(?P<which>\b(?:[A-Za-z-]+[’']?s?[’']? )??)(?P<house>{house().pattern})(?:[’']s?)?"
        r" (?P<post>(?:[a-z-]+,? ){0,3}[a-z-]+),? (?=[A-Z][\w .’'-]*$|$)",
        re.IGNORECASE,
    )


def _body(record: Record, actor: Actor) -> bool:
    lent = actor.country and not load_names(actor.name) and not stated(record, actor)
    of_state = _STATE.search(actor.name) and not actor.name.islower()
    return (actor.country is None or bool(lent)) and bool(house().search(actor.name)) and not of_state


_STATE = re.compile(
    r"\b(?:ministry|department|government|office|embassy|presidency|cabinet)\b", re.IGNORECASE
)


def _plain(name: str) -> str:
    return re.sub(
        r"^(?:(?:the|a|an|its|their|our|his|her) )?(?:(?!people|(?:wo)?men|children)[a-z]+[’']s )?",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )


def _in_full(name: str, records: Sequence[Record]) -> str:
    """A body by the words that stand before it elsewhere: "union" -> "Dockers' union"."""
    if " " not in name:
        pattern = re.compile(
            rf"\b(?:the|an?|their|its|of|by|with) (?=(?P<full>(?:[\w’'-]+ ){{1,2}}{re.escape(name)})\b)",
            re.IGNORECASE,
        )
        found = Counter(full for record in records for full in _named(pattern, record.document.text))
        name = _plain(next((full for full, _ in found.most_common(1)), name))
    return name[:1].upper() + name[1:]


def _named(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        full = match.group("full")
        if not set(full.casefold().split()) & _EMPTY:
            yield full


_EMPTY = frozenset(
    {"the", "of", "for", "and", "by", "with", "to", "in", "on", "that", "this", "its", "their"}
)
