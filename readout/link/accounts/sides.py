"""For whom a voice speaks: a country, a body, several at once, or nobody in an encounter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from readout.knowledge import Body, Candidate, load
from readout.link.lexicon import official, opposite_number
from readout.model.actor import Actor
from readout.model.record import Record

JOINT = "*"
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD", "PRM", "PTY", "UAF"})
_JOINT = re.compile(
    r"\b(?:two|both|three|four|they|we)\b|\b(?:sides|parties|leaders|interlocutors|presidents|ministers|delegations|heads"
    r"|representatives|envoys|governments|teams)\b",
    re.IGNORECASE,
)
_NEAR = 120
UNIONS = ("IGOEUR", "IGOUNO")
"""Codes of bodies that speak with one voice; the code of all others tells nothing."""


def side_of(record: Record, actor: Actor | None) -> str | None:
    """The key of the side that an actor speaks for: a country's code, a body's code or name, ``JOINT``.

    >>> # "the Kremlin" and "Russia's foreign minister" -> "RUS"; "both leaders" -> JOINT; an analyst -> None
    """
    if actor is None or actor.kind == "publisher":
        return None
    if actor.kind == "group" and actor.country is None:
        return JOINT if _JOINT.search(actor.name) else None
    if actor.country:
        return actor.country if _official(actor) else None
    if actor.kind == "organization" or actor.kind == "government":
        return _body(actor.name) or (actor.code if actor.code in UNIONS else None)
    if actor.kind != "person":
        return None
    beside = next(_beside(record, actor), None)
    return beside or (_stated(record, actor) if actor.sector in OFFICIAL else None)


_BESIDE = re.compile(
    r"\b(?:President|Minister|Premier|Chancellor|King|Queen|Leader|Head|Secretary|Governor|Emir|Sultan|Ambassador)\b"
    r"[^,.;:\n]{0,40}? of (?:the )?([^,.;:\n]{2,40}), +(?:H\.\s?E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)? *$"
)


_IN_TITLE = frozenset({"of", "the", "and", "for", "acting", "former", "deputy", "prime", "foreign", "new"})


def harmonised(records: Sequence[Record], at_home: Mapping[str, str] | None = None) -> list[Record]:
    """The records with people set right whose country one of the texts states beside their name.

    ``at_home`` holds people whose own state's text names them by the bare office.

    >>> # "the President of the Togolese Republic, Yawa Agbodjan" -> TGO, in the other text as well
    >>> # "her Togolese counterpart, Yawa Agbodjan" -> TGO too
    """
    stated: dict[str, set[str]] = {}
    for record in records:
        for actor in record.actors:
            if actor.kind in ("person", "organization"):
                for side in _beside(record, actor):
                    stated.setdefault(actor.name, set()).add(side)
                    stated.setdefault(actor.name.split()[-1], set()).add(side)
    sure = {
        **(at_home or {}),
        **{name: next(iter(sides)) for name, sides in stated.items() if len(sides) == 1},
    }
    records = [replace(r, actors=tuple(_set_right(a, sure) for a in r.actors)) for r in records]
    return [_known_elsewhere(record, [r for r in records if r is not record]) for record in records]


def _known_elsewhere(record: Record, others: Sequence[Record]) -> Record:
    """A record whose people of no country have that of the one who bears their name in the other texts.

    >>> # "Dr Orr made no reference to it" of "Dr Ada Orr, Chairman of the Peruvian Space Institute"
    """
    there = [a for r in others for a in r.actors if a.kind == "person" and a.country]
    lands: dict[str, set[str]] = {}
    for actor in there:
        lands.setdefault(actor.name.split()[-1], set()).add(actor.country or "")
    lent = {name: next(iter(found)) for name, found in lands.items() if len(found) == 1}
    loose = (a for a in record.actors if a.kind == "person" and not a.country)
    known = {a.name: lent[a.name] for a in loose if a.name in lent}
    return replace(record, actors=tuple(_set_right(a, known) for a in record.actors)) if known else record


def _set_right(actor: Actor, sure: dict[str, str]) -> Actor:
    if actor.kind not in ("person", "organization"):
        return actor
    side = sure.get(actor.name) or (sure.get(actor.name.split()[0]) if actor.kind == "person" else None)
    if side is None or side == actor.country:
        return actor
    return replace(actor, country=country_of(side), sector=actor.sector or "GOV", code=None)


def _beside(record: Record, actor: Actor) -> Iterator[str]:
    """The countries of which an office stands right before a name: "the President of Togo, …"."""
    text = record.document.text
    for mention in actor.mentions:
        if mention.kind == "name":
            found = _BESIDE.search(text, max(0, mention.start - 90), mention.start)
            named = load_names(found.group(1)) if found else ()
            if len(set(named)) == 1:
                yield named[0]
            elif not found and actor.kind == "person":
                title = mention.exact.partition(actor.name.split()[0])[0]
                yield from _national(
                    f". {title}" if title else text[max(0, mention.start - 90) : mention.start]
                )


def _national(before: str) -> Iterator[str]:
    """The country that an office right before a name is of: "her Peruvian counterpart, "."""
    called = False
    words = re.split(r"[;:\n]", before)[-1].split()[1:]
    for at, word in reversed(list(enumerate(words, 1))):
        if word.endswith(",") and at < len(words):
            return
        word = word.strip(',.“"')
        country = load().country(word) if called and word[:1].isupper() else None
        if country:
            yield country.iso3
            return
        called = called or _office_word(word)
        if word[:1].islower() and word not in _IN_TITLE and not _office_word(word):
            return


def _office_word(word: str) -> bool:
    return bool(official().fullmatch(word) or opposite_number().fullmatch(word))


def joint(words: str) -> bool:
    """Whether words name several parties at once: "the two sides", "both leaders"."""
    return bool(_JOINT.search(words)) and not load_names(words)


def _official(actor: Actor) -> bool:
    if actor.kind in ("country", "government"):
        return actor.sector is None or actor.sector in OFFICIAL or actor.kind == "country"
    if actor.kind == "person":
        return actor.sector in OFFICIAL or (actor.sector is None and bool(actor.offices))
    return actor.sector in OFFICIAL


def _stated(record: Record, actor: Actor) -> str | None:
    """What the text says beside a person's name: "…, a judge of the Supreme Court of Peru,"."""
    text = record.document.text
    for mention in actor.mentions:
        if mention.kind in ("name", "title"):
            before = text[max(0, mention.start - 60) : mention.end]
            after = text[mention.end : mention.end + _NEAR]
            tail = _appositive(after)
            for words in (mention.exact, _titled(before), tail):
                for found in load_names(words):
                    return found
    return None


def stated(record: Record, actor: Actor) -> bool:
    """Whether a person's country is a fact or stands beside a mention, and is not lent by the text around."""
    text = record.document.text
    return actor.known_as is not None or any(
        actor.country in load_names(near)
        for mention in actor.mentions
        if mention.kind == "name"
        for near in (
            text[max(0, mention.start - 70) : mention.end],
            _appositive(text[mention.end : mention.end + 70]),
        )
    )


def _titled(before: str) -> str:
    """A name with what it is the name of: "Peru's top judge, Orr", not "the fine that Peru faces, Orr"."""
    parts = re.split(r"[.;\n\"”]", before)[-1].split(",")
    if len(parts) > 1 and len(parts[-2].split()) <= TITLE and not re.search(r"\d", parts[-2]):
        return ",".join(parts[-2:])
    return parts[-1]


TITLE = 6
"""Words that a title before a comma and a name may have."""


def _appositive(after: str) -> str:
    """What hangs on a name: ", a judge of the Supreme Court of Peru," or " of Peru"."""
    first = re.split(r"[.;\n]", after)[0]
    if first.startswith(" of "):
        return first
    return first.split(",")[1] if first.startswith(",") and first.count(",") > 1 else ""


def load_names(words: str) -> tuple[str, ...]:
    """The sides named in a few words, in order."""
    keys = (_key(candidate) for name in load().names_in(words) for candidate in name.candidates)
    return tuple(key for key in keys if key)


def _key(candidate: Candidate) -> str | None:
    if candidate.sort == "person":
        return None
    if isinstance(candidate.entry, Body):
        return candidate.entry.country or _code(candidate.entry)
    return candidate.country


def _code(body: Body) -> str:
    return body.code if body.code in UNIONS else body.name


@cache
def _body(name: str) -> str | None:
    found = [c.entry for c in load().lookup(name) if isinstance(c.entry, Body)]
    if found:
        return found[0].country or _code(found[0])
    words = load_names(name)
    return words[0] if words else None


@cache
def holder(key: str) -> str:
    """The name under which a side's account goes: "United States", "European Union"."""
    country = load().country(key)
    if country:
        return country.name
    bodies = [body for body in load().bodies if body.code == key]
    whole = next((body for body in bodies if body.members), bodies[0] if bodies else None)
    return whole.name if whole else key


def country_of(key: str) -> str | None:
    """The ISO code of a side that is a country."""
    return key if load().country(key) else None
