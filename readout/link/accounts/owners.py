"""Whose account a whole document is: by who put it out, and by whom it quotes most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from readout.link.accounts.foreign import strangers
from readout.link.accounts.houses import apart, houses
from readout.link.accounts.issuers import (
    LANGUAGE,
    body_above,
    dated_end,
    heading,
    issuer,
    joint_paper,
    seat,
    written_in,
)
from readout.link.accounts.loudest import loudest, nation_of, served
from readout.link.accounts.sides import JOINT, load_names, side_of, stated
from readout.link.accounts.signed import signed
from readout.link.accounts.voices import voices
from readout.link.lexicon import official
from readout.model.actor import Actor
from readout.model.record import Record
from readout.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose account a whole document is; ``release`` where a body of that side put it out.

    ``house`` is set where that body is itself the side: a company's release on a deal.
    """

    side: str | None
    release: bool = False
    house: bool = False


def owned(records: Sequence[Record]) -> list[Owner]:
    """Whose account each of several documents is; a single text has no side of its own."""
    if len(records) < 2:
        return [Owner(None) for _ in records]
    papers = [joint_paper(heading(record)) for record in records]
    scores = [_leanings(record) for record in records]
    _written(records, scores)
    heads = [_heading_sides(record) for record in records]
    best = _assigned(scores)
    owners = [
        Owner(
            side,
            side is not None and (head.get(side, 0) > 0 or _own_words(record, side)),
            side in _houses(record),
        )
        for record, side, head in zip(records, best, heads, strict=True)
    ]
    owners = [Owner(p, release=True) if p else o for p, o in zip(papers, owners, strict=True)]
    several = len({owner.side for owner in owners} - {None}) == len(owners)
    return owners if several and not any(o.house for o in owners) else _sheltered(records, owners)


def _written(records: Sequence[Record], scores: Sequence[Counter[str]]) -> None:
    """Let a text lean to the country that it is written in, where no other is and a text leans to it."""
    lands = [written_in(record) for record in records]
    for land, score in zip(lands, scores, strict=True):
        if land and lands.count(land) == 1 and any(other[land] > 0 for other in scores):
            score[land] += WRITTEN


WRITTEN = 5
"""How much it counts in which country a text is written."""


def _sheltered(records: Sequence[Record], owners: Sequence[Owner]) -> list[Owner]:
    """The owners where two texts have one side or none: the bodies of no country whose own they are."""
    shared = Counter(owner.side for owner in owners)
    signers = [signed(r, national=shared[o.side] > 1) for r, o in zip(records, owners, strict=True)]
    beside = [bool(o.side and shared[o.side] > 1 and n) for o, n in zip(owners, signers, strict=True)]
    loose = [
        not (owner.side and (joint_paper(heading(record)) or _surely(record, owner.side)))
        or (shared[owner.side] > 1 and any(apart(record, actor) for actor in record.actors))
        or _another_signs(record, owner.side)
        or (own and not all(beside))
        or (shared[owner.side] > 1 and any(beside))
        for record, owner, own in zip(records, owners, beside, strict=True)
    ]
    if not any(loose):
        return list(owners)
    named = houses(records, loose)
    if not all(beside):
        named = [n or (s if own else None) for n, s, own in zip(named, signers, beside, strict=True)]
    found = _told_apart(records, owners, loose, named)
    return [
        Owner(house, _heads(record, house), house=True) if house else owner
        for record, owner, house in zip(records, owners, found, strict=True)
    ]


def _heads(record: Record, house: str) -> bool:
    """Whether a body stands above a text, by the first word of its name or by its initials."""
    return house.split()[0].casefold() in heading(record).casefold() or signed(record) == house


def _another_signs(record: Record, side: str | None) -> bool:
    """Whether the body that heads a release is not of the side that speaks most in it."""
    name = signed(record)
    own = [side_of(record, actor) for actor in record.actors if name is not None and actor.name == name]
    return bool(own) and side not in own


def _told_apart(
    records: Sequence[Record], owners: Sequence[Owner], loose: Sequence[bool], found: Sequence[str | None]
) -> list[str | None]:
    """The bodies, with who says most in a text that would have no side, or that of another text.

    Where the one text is a company's, the other may be a union's rather than the country's of its leader.
    """
    names, sides = list(found), Counter(owner.side for owner in owners)
    for n, record in enumerate(records):
        alone = owners[n].side is None or sides[owners[n].side] > 1
        if names[n] is None and loose[n] and (alone or any(names)):
            others = [other for other in records if other is not record]
            name = loudest(record, others) if alone else served(record, others)
            names[n] = name if name not in names else None
    return names


def _surely(record: Record, side: str) -> bool:
    """Whether a text is a side's by more than a country that is lent to who speaks in it."""
    sides = voices(record)
    spoken = (s for s in record.statements if sides[s.id] == side and s.said in ("yes", "denied"))
    return _heading_sides(record)[side] > (0 if issuer(heading(record)) else SEATED) or any(
        not _lent(record, s) for s in spoken
    )


def _assigned(scores: Sequence[Counter[str]]) -> list[str | None]:
    """The likeliest side of each document; of two or three documents no two the same if that is likely."""
    sides = [side for side, _ in sum(scores, Counter[str]()).most_common(5)]
    single: list[str | None] = [max(s, key=lambda side: s[side], default=None) if s else None for s in scores]
    if len(scores) > 3 or len(sides) < len(scores) or len(set(single)) == len(scores):
        return single
    best = max(
        permutations(sides, len(scores)),
        key=lambda chosen: sum(s[c] for s, c in zip(scores, chosen, strict=True)),
    )
    likely = all(
        s[c] * 3 >= max(s.values(), default=0) and s[c] > LEAST for s, c in zip(scores, best, strict=True)
    )
    return list(best) if likely else single


LEAST = -6
"""Above what a text must lean to a side to be its own where the other side's text is sure."""
ISSUED = 60
"""How much it counts who put a text out, against whom it quotes and names."""


SEATED = 8
"""The same for the agency of a dateline, and for the capital under an office that names no country."""


def _leanings(record: Record) -> Counter[str]:
    counts: Counter[str] = Counter()
    sides = voices(record)
    for statement in record.statements:
        side = sides[statement.id]
        if side and side != JOINT and statement.said in ("yes", "denied"):
            counts[side] += 1 if _lent(record, statement) else 2
        elif side is None and (nation := nation_of(record, statement)):
            counts[nation] += 2
    for side, weight in _heading_sides(record).items():
        counts[side] += weight
    for place, side in enumerate(_titled(record)):
        counts[side] += 3 if place == 0 else 1
    counts.subtract(strangers(record, heading(record)))
    return counts


def _lent(record: Record, statement: Statement) -> bool:
    """Whether nothing near a speaker names a country, so that it is a guess: "the Minister"."""
    actor = record.actor(statement.source.actor) if statement.source else None
    return actor is not None and actor.kind == "person" and not stated(record, actor)


def _heading_sides(record: Record) -> Counter[str]:
    """The sides whose bodies put the text out, by its publisher and the lines above the text."""
    counts: Counter[str] = Counter()
    head_end = len(heading(record))
    for actor in record.actors:
        if actor.kind in ("government", "organization") and any(m.end <= head_end for m in actor.mentions):
            side = side_of(record, actor)
            tongue = LANGUAGE.search(heading(record))
            if side and side != JOINT and not (tongue and side in load_names(tongue.group())):
                counts[side] += 8
    for side in load_names(record.document.publisher or "")[:1]:
        counts[side] += 8
    side = issuer(heading(record))
    if side:
        counts[side] += ISSUED
    for side in seat(record):
        counts[side] += SEATED
    for name in _houses(record):
        counts[name] += 12
    league = None if counts else body_above(heading(record))
    if league:
        counts[league] += ISSUED
    return counts


def _houses(record: Record) -> list[str]:
    """Bodies of no country that head the text and speak in it: a company on its own deal."""
    speaking = {s.source.actor for s in record.statements if s.source and s.said in ("yes", "denied")}
    head = heading(record).casefold()
    found = [
        (at, actor.name)
        for actor in record.actors
        if (actor.kind == "organization" or _is_company(record, actor)) and actor.id in speaking
        if side_of(record, actor) is None
        if (at := head.find(actor.name.casefold())) >= 0
    ]
    above = (signed(record) or "") if found else ""
    return [above if name in above else name for _, name in sorted(found)][:1]


def _is_company(record: Record, actor: Actor) -> bool:
    """Whether what reads like a person's name heads a text that goes on with "the company"."""
    heads = record.document.text.startswith(actor.name) and actor.country is None and not actor.offices
    return actor.kind == "person" and heads and bool(_COMPANY.search(record.document.text))


_COMPANY = re.compile(r"\b[Tt]he (?:company|firm|group|corporation|concern|bank|airline|operator)\b")


def _own_words(record: Record, side: str) -> bool:
    """Whether a text without a head reads as its side's own.

    Its first line has the bare office of the one, and the country of the other.

    >>> # "Foreign Minister Ada Orr Holds Talks with Peruvian Minister of Trade Luis Ruiz"
    """
    text = record.document.text
    line = text[: max(text.find("\n"), 0)]
    people = [actor for actor in record.actors if actor.kind == "person"]
    named = [(m.start, actor.id) for actor in people for m in actor.mentions if m.end <= len(line)]
    first = min(named, default=None)
    actor = record.actor(first[1]) if first else None
    if actor is None or first is None or side_of(record, actor) != side:
        return False
    before = line[dated_end(line) : first[0]]
    bare = not load_names(before) and (
        official().search(before) or official().search(line[first[0] : first[0] + 30])
    )
    others = {name for name in load_names(line) if name != side}
    return bool(bare and others)


def _titled(record: Record) -> list[str]:
    """The sides that the title names, in order."""
    title = record.document.title or ""
    found: list[tuple[int, str]] = []
    for actor in record.actors:
        at = min(
            (title.find(name) for name in (actor.name, actor.name.split()[-1]) if name in title), default=-1
        )
        side = side_of(record, actor)
        if at >= 0 and side and side != JOINT:
            found.append((at, side))
    return list(dict.fromkeys(side for _, side in sorted(found)))
