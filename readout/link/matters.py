"""The topics of several records lined up: one matter, and every telling that speaks of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from readout.knowledge import load
from readout.knowledge.kin import WORD, kin, stems
from readout.link.ledger import retold
from readout.link.origins import asked_for
from readout.link.sides import load_names
from readout.link.tellings import Telling
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.topic import Topic

Likeness = Callable[[str, str], float]
"""How alike two phrases are in meaning, from -1 to 1; the caller brings it, for linking has no model."""

ALIKE = 0.72
INITIATIVE = "initiative for the encounter"
BODIES = ("government", "organization")
EMPTY = frozenset({"the", "of", "and", "on", "a", "for", "in", "to"})
_LIST = re.compile(
    r"^(?!.*\bnot\b)\s*(?:,\s*(?:and|or|as well as)?|and|or|as well as)\s*(?:[a-z’'-]+\s+){0,3}(?:the\s+)?$"
)


@dataclass(slots=True)
class Matter:
    """One topic over all records: its labels, and what speaks of it where."""

    label: str
    key: tuple[str, ...]
    confidence: float
    document: str = ""
    places: dict[int, list[Anchor]] = field(default_factory=dict)
    main: set[int] = field(default_factory=set)

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
    people = {actor.name for record in records for actor in record.actors if actor.kind == "person"}
    bodies = {word for r in records for a in r.actors if a.kind in BODIES for word in a.name.split()[1:]}
    for record in records:
        own = [t for t in tellings if t.record is record]
        fresh: list[Matter] = []
        for topic in record.topics:
            spoken = _spoken(topic, own)
            if spoken and topic.label not in people | bodies and not _is_side(topic.label, sides):
                fresh.append(_matter(topic, spoken, own, sides))
        for matter in fresh:
            _joined(found, matter, likeness, among=len(records) > 1)
    for matter in found:
        _searched(matter, tellings)
    _promised(found, tellings)
    return [*found, *_initiative(tellings)]


def _initiative(tellings: Sequence[Telling]) -> list[Matter]:
    """Who asked for the encounter is a matter by itself where two sides say it: "at the initiative of"."""
    places: dict[int, list[Anchor]] = {}
    for telling in tellings:
        anchor = asked_for(telling)
        if anchor:
            places[telling.number] = [anchor]
    sides = {telling.side for telling in tellings if telling.number in places}
    return [Matter(INITIATIVE, ("initiative",), 0.9, "", places, set(places))] if len(sides) > 1 else []


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
    main = {n for n, mentions in spoken.items() if _is_main(own, n, mentions)}
    document = own[0].record.document.id
    return Matter(topic.label, key or stems(topic.label), topic.confidence, document, spoken, main)


def _of_side(stem: str, label: str, sides: set[str]) -> bool:
    """Whether a word of a label only names one of the sides: "Danish" in "Danish turbines"."""
    word = next((w for w in WORD.findall(label) if kin(w) == stem), stem)
    country = load().country(word) or load().country(word.capitalize())
    return country is not None and country.iso3 in sides


def _is_main(own: Sequence[Telling], number: int, mentions: Sequence[Anchor]) -> bool:
    """Whether a telling is about the mention first: it stands first, or in a list with the first."""
    telling = next(t for t in own if t.number == number)
    if telling.statement is None:
        return True
    all_mentions = sorted(
        m
        for t in telling.record.topics
        if t.id in telling.statement.topics
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


def _joined(found: list[Matter], matter: Matter, likeness: Likeness | None, *, among: bool) -> None:
    same = next((other for other in found if same_matter(other, matter)), None)
    if same is None and likeness and among:
        others = [other for other in found if _may_merge(other, matter)]
        near = [(likeness(other.label, matter.label), other) for other in others]
        score, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        same = best if score >= ALIKE else None
    if same is None:
        found.append(matter)
        return
    if same.document != matter.document:
        same.document = ""
    for number, mentions in matter.places.items():
        same.places.setdefault(number, []).extend(mentions)
    same.main |= matter.main
    same.confidence = max(same.confidence, matter.confidence)


def _may_merge(one: Matter, other: Matter) -> bool:
    """Whether meaning may join two matters: of two texts, not names, not yet joined to anything."""
    return one.document != other.document and one.document != "" and not one.name and not other.name


def same_matter(one: Matter, other: Matter) -> bool:
    """Whether two labels name one matter: same head and fitting modifiers, or names that share two words."""
    a, b = set(one.key), set(other.key)
    if one.key[-1] == other.key[-1]:
        return a <= b or b <= a
    if one.key[0] == "next" and other.key[0] == "next":
        return True
    if one.name and other.name:
        return len(a & b) >= 2 and 2 * len(a & b) >= min(len(a), len(b))
    return False


def _searched(matter: Matter, tellings: Sequence[Telling]) -> None:
    """Search the tellings where the topic was not seen for its words."""
    for telling in tellings:
        if telling.number in matter.places:
            continue
        place = _place(matter, telling)
        if place:
            matter.places[telling.number] = [place]
            if telling.statement is None or not telling.statement.topics:
                matter.main.add(telling.number)


def _place(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling names the matter: its head with a modifier, or its head after "the"."""
    for anchor in telling.anchors:
        words = [(kin(w.group()), w) for w in WORD.finditer(anchor.exact)]
        present = {stem for stem, _ in words}
        for at, (stem, word) in enumerate(words):
            if stem != matter.key[-1]:
                continue
            before = words[at - 1][1].group().casefold() if at else ""
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
