"""Tellings that belong to the matter of their neighbours, or of a promise told elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set

from readout.knowledge.kin import kin, stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.origins import asked_for
from readout.link.clashes.parties import ground
from readout.link.ledger import retold
from readout.link.lexicon import common, courtesy, unnamed
from readout.link.matters.alignment import Pair
from readout.link.matters.matter import Matter, widest
from readout.link.sentences import around
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment

INITIATIVE = "initiative for the encounter"


def carried_on(found: Sequence[Matter], tellings: Sequence[Telling], taken: Set[int] = frozenset()) -> None:
    """Let a telling without a topic speak of what its account spoke of right before it.

    >>> # "the theft of wheat …" and then "She put the loss at 7,000 tonnes"
    """
    topical = {number for matter in found for number in matter.places}
    for before, after in itertools.pairwise(sorted(tellings, key=_where)):
        if after.number in topical | taken or after.silent or before.silent or before.side != after.side:
            continue
        if courtesy().search(after.text):
            continue
        text, start = after.record.document.text, after.anchors[0].start
        if before.record is after.record and "\n" not in text[before.anchors[0].start : start]:
            for matter in found:
                if before.number in matter.main:
                    matter.places[after.number] = [widest(after)]
                    matter.carried.add(after.number)
                    if after.said == "denied":
                        matter.main.add(after.number)


def taken_up(found: Sequence[Matter], tellings: Sequence[Telling]) -> set[int]:
    """Let a telling speak of what its account named right before, which it takes up by the bare noun.

    >>> # "will finance a power line to Gao" and then "The cost of the line is put at 4 million dollars"
    """
    taken: set[int] = set()
    for before, after in itertools.pairwise(sorted(tellings, key=_where)):
        if after.silent or before.silent or not _goes_on(before, after):
            continue
        heads = _heads(after)
        for matter in found if heads else ():
            known = before.number in matter.main and after.number not in matter.places
            if known and heads & {matter.key[-1], *_followed(matter, before)}:
                matter.places[after.number] = [widest(after)]
                matter.main.add(after.number)
                taken.add(after.number)
    return taken


def _goes_on(before: Telling, after: Telling) -> bool:
    """Whether two tellings of one account stand in one paragraph."""
    if before.record is not after.record or before.side != after.side:
        return False
    return "\n" not in after.record.document.text[before.anchors[0].start : after.anchors[0].start]


def _followed(matter: Matter, telling: Telling) -> Iterator[str]:
    """The noun that a mention of a matter narrows: "line" of "the transmission line"."""
    text = telling.record.document.text
    found = (_NEXT.match(text, mention.end) for mention in matter.places[telling.number])
    yield from (kin(match.group(1)) for match in found if match)


_NEXT = re.compile(r" ([a-z]{3,})\b")


def _heads(telling: Telling) -> set[str]:
    """The bare nouns that a telling takes up: "the line", "this offer"."""
    return {kin(word) for word in _TAKEN_UP.findall(telling.text)}


_TAKEN_UP = re.compile(r"\b[Tt](?:he|his|hese|hose) ([a-z]{3,})\b(?! (?:of|[a-z]+s?hip)\b)")


def facing(tellings: Sequence[Telling], topical: set[int]) -> Iterator[Pair]:
    """Two accounts that one sentence sets against each other, or that the next takes up without a topic.

    >>> # "Orr said the cod was sold, while Ruiz said it had been thrown away" -> a pair
    """
    ordered = sorted((t for t in tellings if t.statement and not t.statement.within), key=_where)
    for before, after in itertools.pairwise(ordered):
        if before.record is not after.record or before.side == after.side or before.silent or after.silent:
            continue
        text = after.record.document.text[before.anchors[-1].end : after.anchors[0].start]
        one = around(after.record.document, after.anchors[0]).covers(before.anchors[-1])
        against = one and len(text) <= BETWEEN and _AGAINST.match(text)
        if "\n" not in text and _TAKES_UP.match(after.text) and (against or after.number not in topical):
            yield Pair(before.number, after.number, FACING)


BETWEEN = 60
"""Characters between two accounts of one sentence: ", while the mayor of Split said"."""
_AGAINST = re.compile(r"\W*(?:while|whereas|but|although)\b")
_TAKES_UP = re.compile(r"\W*(?:that )?(?:it|they|this|these|those|the [a-z]+|no [a-z]+|none|there)\b", re.I)
FACING = 1.0
"""How close two tellings are that a text sets against each other."""


def minded(found: Sequence[Matter], tellings: Sequence[Telling]) -> None:
    """Let a silence of which nothing else is told be about what its account said right before.

    >>> # "he asked for ten more buses" and then "the other side did not mention the request"
    """
    ordered = sorted(tellings, key=_where)
    for before, after in itertools.pairwise(ordered):
        mine = [m for m in found if after.number in m.main]
        if (
            not after.silent
            or before.silent
            or before.record is not after.record
            or before.side == after.side
        ):
            continue
        text = after.record.document.text[before.anchors[-1].end : after.anchors[0].start]
        spoken = {t.number for t in tellings if not t.silent and t.side != after.side}
        said = _said_before(before, ordered)
        if "\n" not in text and unnamed().fullmatch(after.text) and any(said & m.main for m in found):
            _put(found, said, after)
            continue
        if any(spoken & set(m.places) for m in mine):
            continue
        if _put_to_words(found, after, [t for t in tellings if t.number in spoken]) or "\n" in text:
            continue
        for matter in (m for m in found if not mine and before.number in m.main):
            matter.places[after.number] = [widest(after)]
            matter.main.add(after.number)
        for matter in mine:
            matter.places[before.number] = [widest(before)]
            matter.main.add(before.number)


def _put_to_words(found: Sequence[Matter], silence: Telling, spoken: Sequence[Telling]) -> bool:
    """Let a silence be about what another account says in its words: "the men on Manus Island"."""
    words = _content(silence)
    near = max(spoken, key=lambda t: len(words & _content(t)), default=None)
    if near is None or len(words & _content(near)) < ALIKE:
        return False
    about = [m for m in found if near.number in m.main]
    for matter in [m for m in about if set(m.key) & words] or about:
        matter.places[silence.number] = [widest(silence)]
        matter.main.add(silence.number)
    return bool(about)


def _content(telling: Telling) -> set[str]:
    return {word for word in stems(telling.text) if len(word) > 3 and word not in common()}


ALIKE = 2
"""Words that a silence shares with what it is about, where no topic tells."""


def _put(found: Sequence[Matter], said: set[int], silence: Telling) -> None:
    """Let a silence that names nothing be about what was said before it, and about nothing else."""
    for matter in found:
        if said & matter.main:
            matter.places[silence.number] = [widest(silence)]
            matter.main.add(silence.number)
        elif silence.number in matter.places:
            matter.places.pop(silence.number)
            matter.main.discard(silence.number)


def _said_before(before: Telling, tellings: Sequence[Telling]) -> set[int]:
    """What the sentence of a telling says: its statements, where it has any, not what hangs on them."""
    inside = [t for t in tellings if _same_sentence(t, before)]
    return {t.number for t in inside if t.statement} or {t.number for t in inside}


def _same_sentence(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one account stand in one sentence: "the cannon" and ", a trophy of the war"."""
    if one.record is not other.record or one.side != other.side or one.silent:
        return False
    return around(other.record.document, other.anchors[0]).overlaps(one.anchors[0])


def _where(telling: Telling) -> tuple[str, int]:
    return telling.record.document.id, telling.anchors[0].start


def promised(found: Sequence[Matter], tellings: Sequence[Telling]) -> None:
    """Add the tellings of a promise that a matter holds elsewhere: "100 megawatts" of the same delivery."""
    records = list({id(t.record): t.record for t in tellings}.values())
    for group in retold(records) if len(records) > 1 else ():
        placed = [
            (t, c.anchor) for record, c in group for t in tellings if t.record is record and _tells(t, c)
        ]
        for matter in found:
            held = {
                t.number for t, a in placed if any(a.overlaps(m) for m in matter.places.get(t.number, ()))
            }
            for telling, anchor in placed if held else ():
                matter.places.setdefault(telling.number, [anchor])


def _tells(telling: Telling, commitment: Commitment) -> bool:
    return any(anchor.overlaps(commitment.anchor) for anchor in telling.anchors)


def grounded(found: Sequence[Matter], pairs: Sequence[Pair], told: Mapping[int, Telling]) -> Iterator[Matter]:
    """Whose waters it was in is a matter by itself where two tellings of one point say it otherwise."""
    seen: set[str] = set()
    for pair in pairs:
        one, other = ground(told[pair.left]), ground(told[pair.right])
        kinds = [_GROUND.search(place[0].exact) for place in (one, other) if place]
        if one and other and not one[1] & other[1] and len({m and m.group() for m in kinds}) == 1:
            places = {pair.left: [one[0]], pair.right: [other[0]]}
            held = any(set(places) <= set(m.places) and m.key[-1] in stems(one[0].exact) for m in found)
            kind = kinds[0].group() if kinds[0] else ""
            if kind not in seen and not held:
                yield Matter(kind, stems(kind), 0.8, "", places, set(places))
            seen.add(kind)


_GROUND = re.compile(r"\b(?:waters|territory|airspace|soil)\b")


def initiative(tellings: Sequence[Telling]) -> list[Matter]:
    """Who asked for the encounter is a matter by itself where two sides say it: "at the initiative of"."""
    places: dict[int, list[Anchor]] = {}
    for telling in tellings:
        anchor = asked_for(telling)
        if anchor:
            places[telling.number] = [anchor]
    sides = {telling.side for telling in tellings if telling.number in places}
    return [Matter(INITIATIVE, ("initiative",), 0.9, "", places, set(places))] if len(sides) > 1 else []
