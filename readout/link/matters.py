"""The topics of several records lined up: one matter, and every telling that speaks of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from readout.knowledge import load
from readout.knowledge.kin import APART, WORD, kin, stems
from readout.link.alignment import Likeness, Pair, aligned, side_named
from readout.link.ledger import retold
from readout.link.origins import asked_for
from readout.link.runs import shared as shared_runs
from readout.link.sides import load_names
from readout.link.tellings import Telling
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.topic import Topic

LONGEST = 45
"""Characters that two labels side by side may have."""
SURE = 0.8
"""From what closeness a telling is held together with more than one of the other account."""
LIKELY = 0.52
"""From what closeness a matter of one side is given the other's telling, though that has another matter."""
INITIATIVE = "initiative for the encounter"
BODIES = ("government", "organization")
ACTING = ("group", "government", "country", "person")
EMPTY = frozenset({"the", "of", "and", "on", "a", "for", "in", "to"})
_LIST = re.compile(
    r"^(?!.*\bnot\b)\s*(?:,\s*(?:and|or|as well as)?|and|or|as well as)\s*(?:[a-z’'-]+\s+){0,3}(?:the\s+)?$"
)


@dataclass(slots=True)
class Matter:
    """One topic over all records: its labels, and what speaks of it where.

    ``main`` are the tellings that are about it first, ``carried`` those that go on from one of them;
    ``whose`` are the sides that the label names, ``acts`` is set where it is somebody who acts.
    """

    label: str
    key: tuple[str, ...]
    confidence: float
    document: str = ""
    places: dict[int, list[Anchor]] = field(default_factory=dict)
    main: set[int] = field(default_factory=set)
    whose: frozenset[str] = frozenset()
    acts: bool = False
    carried: set[int] = field(default_factory=set)

    @property
    def name(self) -> bool:
        """Whether the label is a name."""
        return all(word[0].isupper() for word in self.label.split())


def matters(tellings: Sequence[Telling], likeness: Likeness | None) -> list[Matter]:
    """All matters that the tellings speak of, merged across the records.

    >>> # "ceasefire" of one text and "truce" of the other are one matter
    """
    sides = {telling.side for telling in tellings}
    found: list[Matter] = []
    records = list({id(t.record): t.record for t in tellings}.values())
    named = [actor for record in records for actor in record.actors]
    people = {a.name for a in named if a.kind == "person" and not a.name.islower()} - {
        a.name for a in named if a.kind == "organization"
    }
    bodies = {word for r in records for a in r.actors if a.kind in BODIES for word in a.name.split()[1:]}
    for record in records:
        own = [t for t in tellings if t.record is record]
        fresh: list[Matter] = []
        for topic in record.topics:
            spoken = _spoken(topic, own)
            if spoken and topic.label not in people | bodies and not _is_side(topic.label, sides):
                fresh.append(_matter(topic, spoken, own, sides))
        for matter in fresh:
            _joined(found, matter)
    topical = {number for matter in found for number in matter.main}
    for matter in found:
        _searched(matter, tellings, topical)
    _aligned(found, tellings, aligned(tellings, likeness))
    _promised(found, tellings)
    _carried_on(found, tellings)
    _minded(found, tellings)
    return [*found, *_initiative(tellings)]


def _within_name(text: str, end: int, word: str) -> bool:
    """Whether a word is part of a longer name: "Cooperation" in "Cooperation Council"."""
    return word[0].isupper() and text[end : end + 2].strip()[:1].isupper()


def _initiative(tellings: Sequence[Telling]) -> list[Matter]:
    """Who asked for the encounter is a matter by itself where two sides say it: "at the initiative of"."""
    places: dict[int, list[Anchor]] = {}
    for telling in tellings:
        anchor = asked_for(telling)
        if anchor:
            places[telling.number] = [anchor]
    sides = {telling.side for telling in tellings if telling.number in places}
    return [Matter(INITIATIVE, ("initiative",), 0.9, "", places, set(places))] if len(sides) > 1 else []


def _aligned(found: list[Matter], tellings: Sequence[Telling], pairs: Sequence[Pair]) -> None:
    """Hold matters together whose tellings speak of one point in other words.

    >>> # "the border post" of one text and "the crossing at Holili" of the other
    """
    by_number = {telling.number: telling for telling in tellings}
    used: set[int] = set()
    for pair in pairs:
        if pair.closeness < SURE and used & {pair.left, pair.right}:
            continue
        used |= {pair.left, pair.right}
        left = [m for m in found if pair.left in m.main]
        right = [m for m in found if pair.right in m.main]
        both = [
            m
            for m in {id(m): m for m in (*left, *right)}.values()
            if {pair.left, pair.right} <= set(m.places)
        ]
        if both:
            for matter in both:
                matter.main |= {pair.left, pair.right}
            continue
        one = max(left, key=lambda m: _weight(m, by_number), default=None)
        other = max(right, key=lambda m: _weight(m, by_number), default=None)
        if one is None and other is None:
            found += _phrased(by_number[pair.left], by_number[pair.right])
            continue
        shared = [m for m in (one, other) if m and _shared(m, by_number)]
        if one and other and not shared:
            one.label = _both(one.label, other.label)
            _absorbed(one, other)
            found.remove(other)
        elif one and other and len(shared) == 1 and pair.closeness >= LIKELY:
            single, number = (one, pair.right) if shared[0] is other else (other, pair.left)
            single.places.setdefault(number, [_widest(by_number[number])])
            single.main.add(number)
        elif not (one and other):
            for alone, number in ((one, pair.right), (other, pair.left)):
                if alone and (not shared or pair.closeness >= SURE):
                    alone.places.setdefault(number, [_widest(by_number[number])])
                    alone.main.add(number)


def _phrased(left: Telling, right: Telling) -> list[Matter]:
    """A matter of the words that two tellings share where neither has a topic: "technical questions"."""
    phrase = next((words for words in shared_runs(left, right) if " " in words), None)
    if phrase is None:
        return []
    places = {telling.number: [_widest(telling)] for telling in (left, right)}
    return [Matter(phrase, stems(phrase), 0.5, "", places, set(places))]


def _carried_on(found: Sequence[Matter], tellings: Sequence[Telling]) -> None:
    """Let a telling without a topic speak of what its account spoke of right before it.

    >>> # "the theft of wheat …" and then "She put the loss at 7,000 tonnes"
    """
    topical = {number for matter in found for number in matter.places}
    for before, after in itertools.pairwise(sorted(tellings, key=_where)):
        if after.number in topical or after.silent or before.silent or before.side != after.side:
            continue
        text, start = after.record.document.text, after.anchors[0].start
        if before.record is after.record and "\n" not in text[before.anchors[0].start : start]:
            for matter in found:
                if before.number in matter.main:
                    matter.places[after.number] = [_widest(after)]
                    matter.carried.add(after.number)


def _minded(found: Sequence[Matter], tellings: Sequence[Telling]) -> None:
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
        if "\n" in text or any(spoken & set(m.places) for m in mine):
            continue
        for matter in mine:
            matter.places[before.number] = [_widest(before)]
            matter.main.add(before.number)


def _where(telling: Telling) -> tuple[str, int]:
    return telling.record.document.id, telling.anchors[0].start


def _both(one: str, other: str) -> str:
    """The label of a matter that two texts name with other words: "jobs / posts"."""
    if set(stems(one)) & set(stems(other)):
        return one
    return f"{one} / {other}" if len(one) + len(other) <= LONGEST else min(one, other, key=len)


def _weight(matter: Matter, told: Mapping[int, Telling]) -> tuple[bool, float]:
    return not _shared(matter, told), matter.confidence


def _shared(matter: Matter, told: Mapping[int, Telling]) -> bool:
    """Whether more than one side speaks of a matter."""
    return len({told[n].side for n in matter.places}) > 1


def _widest(telling: Telling) -> Anchor:
    return max(telling.anchors, key=lambda anchor: anchor.end - anchor.start)


def _promised(found: Sequence[Matter], tellings: Sequence[Telling]) -> None:
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


def _is_side(label: str, sides: set[str]) -> bool:
    """Whether a label is but the name of a side whose account is compared."""
    country = load().country(label)
    if country is not None and country.iso3 in sides:
        return True
    if label in sides or any(side.startswith(f"{label} ") for side in sides):
        return True
    return len(label.split()) == 1 and bool(set(load_names(label)) & sides)


def _spoken(topic: Topic, tellings: Iterable[Telling]) -> dict[int, list[Anchor]]:
    """The mentions of a topic by the telling that holds them."""
    found: dict[int, list[Anchor]] = {}
    for telling in tellings:
        if telling.statement and topic.id not in telling.statement.topics:
            continue
        inside = [mention for mention in topic.mentions if telling.holds(mention)]
        if inside:
            found[telling.number] = inside
    return found


def _matter(topic: Topic, spoken: dict[int, list[Anchor]], own: Sequence[Telling], sides: set[str]) -> Matter:
    key = tuple(s for s in stems(topic.label) if s not in EMPTY and not _of_side(s, topic.label, sides))
    main = {n for n, mentions in spoken.items() if _is_main(own, n, mentions, sides)}
    document = own[0].record.document.id
    whose = frozenset(load_names(topic.label)) & sides
    first = topic.mentions[0]
    acting = (a for a in own[0].record.actors if a.kind in ACTING)
    acts = any(m.start < first.end and first.start < m.end for actor in acting for m in actor.mentions)
    return Matter(
        topic.label, key or stems(topic.label), topic.confidence, document, spoken, main, whose, acts
    )


def _of_side(stem: str, label: str, sides: set[str]) -> bool:
    """Whether a word of a label only names one of the sides: "Danish" in "Danish turbines"."""
    word = next((w for w in WORD.findall(label) if kin(w) == stem), stem)
    country = load().country(word) or load().country(word.capitalize())
    return country is not None and country.iso3 in sides


def _is_main(own: Sequence[Telling], number: int, mentions: Sequence[Anchor], sides: set[str]) -> bool:
    """Whether a telling is about the mention first: it stands first, or in a list with the first."""
    telling = next(t for t in own if t.number == number)
    if telling.statement is None:
        return True
    all_mentions = sorted(
        m
        for t in telling.record.topics
        if t.id in telling.statement.topics and not _is_side(t.label, sides)
        for m in t.mentions
        if telling.holds(m)
    )
    first = all_mentions[0] if all_mentions else mentions[0]
    reach = {first}
    for before, after in itertools.pairwise(all_mentions):
        gap = telling.record.document.text[before.end : after.start]
        if before in reach and _LIST.match(gap):
            reach.add(after)
    return any(mention in reach for mention in mentions)


def listed(telling: Telling, mentions: Sequence[Anchor]) -> bool:
    """Whether a topic only stands in a list there: "covered fisheries, visas and ports"."""
    if telling.statement is None:
        return False
    others = sorted({*mentions, *(m for t in telling.record.topics for m in t.mentions if telling.holds(m))})
    text = telling.record.document.text
    for mention in mentions:
        at = others.index(mention)
        after = at + 1 < len(others) and _LIST.match(text[mention.end : others[at + 1].start])
        before = at > 0 and _LIST.match(text[others[at - 1].end : mention.start])
        if after or before:
            return True
    return False


def _joined(found: list[Matter], matter: Matter) -> None:
    same = next((other for other in found if same_matter(other, matter)), None)
    if same is None:
        found.append(matter)
        return
    if same.key[0] == "next" and " on " in matter.label:
        same.label = matter.label
    _absorbed(same, matter)


def _absorbed(same: Matter, matter: Matter) -> None:
    if same.document != matter.document:
        same.document = ""
    for number, mentions in matter.places.items():
        same.places.setdefault(number, []).extend(mentions)
    same.main |= matter.main
    same.confidence = max(same.confidence, matter.confidence)


def same_matter(one: Matter, other: Matter) -> bool:
    """Whether two labels name one matter: same head and fitting modifiers, or names that share two words."""
    if one.whose and other.whose and not one.whose & other.whose:
        return False
    if "next" in (one.key[0], other.key[0]):
        return one.key[0] == other.key[0]
    a, b = set(one.key), set(other.key)
    if (a ^ b) & APART:
        return False
    if one.key[-1] == other.key[-1]:
        return a <= b or b <= a
    if one.name and other.name:
        return len(a & b) >= 2 and 2 * len(a & b) >= min(len(a), len(b))
    return False


def _searched(matter: Matter, tellings: Sequence[Telling], topical: set[int]) -> None:
    """Search the tellings where the topic was not seen for its words."""
    for telling in tellings:
        if telling.number in matter.places:
            continue
        place = _place(matter, telling)
        if place:
            matter.places[telling.number] = [place]
            if telling.number not in topical:
                matter.main.add(telling.number)


@lru_cache(1024)
def _stemmed(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The words of a stretch with their stems."""
    return tuple((kin(found.group()), found) for found in WORD.finditer(text))


def _place(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling names the matter: its head with a modifier, or its head after "the"."""
    for anchor in telling.anchors:
        words = _stemmed(anchor.exact)
        present = {stem for stem, _ in words}
        for at, (stem, word) in enumerate(words):
            if stem != matter.key[-1]:
                continue
            before = words[at - 1][1].group().casefold() if at else ""
            if before in APART and before not in matter.key:
                continue
            if not matter.name and _within_name(anchor.exact, word.end(), word.group()):
                continue
            if (
                matter.whose
                and at
                and not (side_named(words[at - 1][1].group()) or matter.whose) & matter.whose
            ):
                continue
            shared = len(set(matter.key) & present)
            if (
                shared == len(set(matter.key))
                or shared >= max(2, len(set(matter.key)) - 1)
                or (matter.name and shared >= 2 and 3 * shared >= 2 * len(matter.key))
                or (telling.said != "yes" and before in ("the", "these", "those", "such"))
            ):
                return Anchor.of(
                    telling.record.document.text, anchor.start + word.start(), anchor.start + word.end()
                )
    return None
