"""Bodies of no country whose account a text is: a company on its own deal, a union on its strike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from readout.link.accounts.issuers import heading
from readout.link.accounts.sides import load_names, side_of
from readout.link.accounts.signed import opening, serves_opening, signed
from readout.link.lexicon import company
from readout.model.actor import Actor
from readout.model.record import Record

LINE = 6
"""How much it counts that the first line of a text has hardly more than a body's name."""
HEAD = 2
"""The same for a name in the lines above the text, and for who is the first to speak."""
SIGNED = 20
"""The same where the first line is a body's name and another says that it is its release."""
LEAST = 2
"""From what count a text is a body's own."""
MOST = 4
"""Bodies of one text that are looked at."""
MANY = 3
"""Documents up to which bodies are looked for."""


def houses(records: Sequence[Record], open_: Sequence[bool]) -> list[str | None]:
    """The body whose account each of the ``open_`` texts is, each another one; nothing where one has none.

    >>> # "The Dockers' Union said …" and "Brightport Terminals said …" on the end of one strike
    """
    nobody: list[str | None] = [None] * len(records)
    if len(records) > MANY:
        return nobody
    names = _names(records)
    heads = [signed(record) if open_[n] else None for n, record in enumerate(records)]
    wanted = [(n, _counted(record, names, heads[n])) for n, record in enumerate(records) if open_[n]]
    best = max(product(*(_likely(counts) for _, counts in wanted)), key=_sum, default=())
    if not best or _sum(best) <= 0:
        alone = len(set(heads) - {None}) == len(heads) - heads.count(None)
        return heads if alone else nobody
    for (n, _), (name, _) in zip(wanted, best, strict=True):
        nobody[n] = name
    return nobody


def _likely(counts: Counter[str]) -> list[tuple[str, int]]:
    return [(name, count) for name, count in counts.most_common(MOST) if count >= LEAST]


def _sum(chosen: Sequence[tuple[str, int]]) -> int:
    """How likely bodies are the texts' own; two texts of one body are no two accounts."""
    return sum(count for _, count in chosen) if len({name for name, _ in chosen}) == len(chosen) else -1


def _names(records: Sequence[Record]) -> dict[str, str]:
    """The bodies of no country by the fullest name that a text has for each."""
    found = [a.name for record in records for a in record.actors if _body(record, a)]
    full = {name: max((n for n in found if _part(name, n)), key=len) for name in found}
    known = list(full.values())
    people = (a.name for r in records for a in r.actors if a.kind == "person" and not a.offices)
    return full | {name: n for name in people for n in known if _part(name, n)}


def _body(record: Record, actor: Actor) -> bool:
    """Whether an actor is a body with a name: a company, a union; no crowd and no newspaper."""
    words = [word for word in re.findall(r"[\w’'&.-]+", actor.name) if word not in _SMALL]
    named = all(word[:1].isupper() or word[:1].isdigit() for word in words)
    plain = len(words) < 2 and actor.kind == "group"
    called = company().search(actor.name) or _thing(record, actor)
    thing = actor.kind == "person" and not actor.offices and bool(called)
    return (
        (thing or actor.kind in ("organization", "group", "government"))
        and named
        and not plain
        and (side_of(record, actor) is None or apart(record, actor))
    )


def apart(record: Record, actor: Actor) -> bool:
    """Whether a body whose name tells no country heads a text: "LOWER VALLEY AUTHORITY - Press release"."""
    line = heading(record).casefold().partition("\n")[0]
    return not load_names(actor.name) and actor.name.casefold() in line


def _thing(record: Record, actor: Actor) -> bool:
    """Whether what reads like a person's name is a body's: "Tula Copper said that its mine was open"."""
    own = rf"\b{re.escape(actor.name)} (?:says|said|denied|announced|has|had)\b[^.\n]{{0,60}}\bits?\b"
    return bool(re.search(own, record.document.text))


_SMALL = frozenset({"of", "the", "and", "for", "de", "du", "des", "der", "del", "in", "on", "&"})


def _part(name: str, other: str) -> bool:
    """Whether a name is another, or begins or ends it: "Sola" of "Sola Shipping"."""
    one, two = name.casefold().removeprefix("the ").split(), other.casefold().removeprefix("the ").split()
    return bool(one) and (two[: len(one)] == one or two[-len(one) :] == one)


def _counted(record: Record, names: dict[str, str], above: str | None) -> Counter[str]:
    """How much speaks for each body that a text is its own; the one that heads it by name has it."""
    if above:
        full = max(
            (n for n in names.values() if _part(above, n) and len(n) > len(above)), key=len, default=above
        )
        return Counter({full: SIGNED})
    counts: Counter[str] = Counter()
    head = heading(record).casefold()
    line = head.partition("\n")[0]
    for name in set(names.values()):
        short = min((n for n, full in names.items() if full == name), key=len).casefold()
        if short in line and len(line.split()) <= 2 * len(name.split()) + 1:
            counts[name] += LINE
        elif short in head:
            counts[name] += HEAD
    for place, name in enumerate(_speaking(record, names)):
        counts[name] += 1 if place else HEAD
    return counts


def _speaking(record: Record, names: dict[str, str]) -> Iterator[str]:
    """The bodies that say something, in order."""
    for statement in record.statements:
        if statement.source is None or statement.said not in ("yes", "denied"):
            continue
        actor = record.actor(statement.source.actor)
        anchor = statement.source.anchor
        words = anchor.exact.removeprefix("The ") if anchor else ""
        name = names.get(actor.name if actor else words)
        if name is None and anchor and serves_opening(record, anchor.exact, anchor.start):
            name = opening(record)
        if name:
            yield name
