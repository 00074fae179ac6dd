"""The topics of several records lined up: one matter, and every telling that speaks of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from readout.knowledge import load
from readout.knowledge.kin import WORD, kin, stems
from readout.link.accounts.sides import country_of, load_names
from readout.link.accounts.telling import Telling
from readout.link.lexicon import common, dull, numbers, small_words
from readout.link.matters.alignment import Likeness, Pair, aligned
from readout.link.matters.hushed import hushed
from readout.link.matters.matter import LIST, Matter, absorbed, joined, widest
from readout.link.matters.neighbours import (
    carried_on,
    facing,
    grounded,
    initiative,
    minded,
    promised,
    taken_up,
)
from readout.link.matters.passages import searched
from readout.link.matters.runs import shared as shared_runs
from readout.link.matters.subjects import subjects
from readout.link.matters.twins import twins
from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.model.topic import Topic

LONGEST = 45
"""Characters that two labels side by side may have."""
SURE = 0.8
"""From what closeness a telling is held together with more than one of the other account."""
LIKELY = 0.52
"""From what closeness a matter of one side is given the other's telling, though that has another matter."""
BODIES = ("government", "organization")
ACTING = ("group", "government", "country", "person")


def matters(tellings: Sequence[Telling], likeness: Likeness | None) -> list[Matter]:
    """All matters that the tellings speak of, merged across the records.

    >>> # "ceasefire" of one text and "truce" of the other are one matter
    """
    sides = {telling.side for telling in tellings}
    found: list[Matter] = []
    records = list({id(t.record): t.record for t in tellings}.values())
    named = [actor for record in records for actor in record.actors]
    people = _speakers(records) - {a.name for a in named if a.kind == "organization"}
    bodies = {
        word
        for r in records
        for a in r.actors
        if a.kind in BODIES
        for word in a.name.split()[1:]
        if word[0].isupper()
    }
    heads = [words for record in records for words in _headed(record, sides)]
    for record in records:
        own = [t for t in tellings if t.record is record]
        fresh: list[Matter] = []
        for topic in record.topics:
            spoken = _spoken(topic, own)
            barred = topic.label in people | bodies or topic.label.casefold() in dull()
            if spoken and not barred and not _is_side(topic.label, sides) and not _seated(topic.label, heads):
                fresh.append(_matter(topic, spoken, own, sides))
        for matter in fresh:
            joined(found, matter)
    _apposed(found, tellings)
    topical = {number for matter in found for number in matter.main}
    for matter in found:
        searched(matter, tellings, topical)
    pairs = [*facing(tellings, topical), *aligned(tellings, likeness)]
    _aligned(found, tellings, pairs)
    promised(found, tellings)
    carried_on(found, tellings, taken_up(found, tellings))
    minded(found, tellings)
    found += subjects(found, tellings)
    hushed(found, tellings)
    by_number = {telling.number: telling for telling in tellings}
    return [*found, *initiative(tellings), *grounded(found, pairs, by_number), *twins(found, tellings)]


def _apposed(found: list[Matter], tellings: Sequence[Telling]) -> None:
    """Hold a thing and its name together where a text says both: "the ferry Daphne", "the ferry"."""
    texts = {telling.record.document.text for telling in tellings}
    people = {
        part for t in tellings for a in t.record.actors if a.kind == "person" for part in a.name.split()
    }
    for thing in [m for m in found if m.label.islower() and " " not in m.label]:
        both = re.compile(rf"\b[Tt]he {re.escape(thing.label)} ([A-Z][\w’'-]+)\b(?! [A-Z])")
        names = {name for text in texts for name in both.findall(text)} - people
        for name in names if len(names) == 1 else ():
            thing.label = f"{thing.label} {name}"
            for named in [m for m in found if m.label == name]:
                thing.keys |= {named.key}
                absorbed(thing, named)
                found.remove(named)
            _placed(thing, name, tellings)


def _placed(thing: Matter, name: str, tellings: Sequence[Telling]) -> None:
    """Let a thing be spoken of where its name stands."""
    for telling in tellings:
        for anchor in telling.anchors if telling.number not in thing.places else ():
            at = re.search(rf"\b{re.escape(name)}\b", anchor.exact)
            if at:
                first, last = anchor.start + at.start(), anchor.start + at.end()
                thing.places[telling.number] = [Anchor.of(telling.record.document.text, first, last)]
                thing.main.add(telling.number)
                break


def _speakers(records: Sequence[Record]) -> set[str]:
    """The names of people who say something; of others a row may be."""
    speaking = {(id(r), s.source.actor) for r in records for s in r.statements if s.source}
    return {
        a.name
        for r in records
        for a in r.actors
        if a.kind == "person" and not a.name.islower() and ((id(r), a.id) in speaking or a.sector == "GOV")
    }


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
            _split(both, [*left, *right], pair, by_number)
            continue
        one = max(left, key=lambda m: _weight(m, by_number), default=None)
        other = max(right, key=lambda m: _weight(m, by_number), default=None)
        if one is None and other is None:
            found += _phrased(by_number[pair.left], by_number[pair.right])
            continue
        shared = [m for m in (one, other) if m and _shared(m, by_number)]
        if one and other and not shared:
            one.label = _both(one.label, other.label)
            absorbed(one, other)
            found.remove(other)
        elif one and other and len(shared) == 1 and pair.closeness >= LIKELY:
            single, number = (one, pair.right) if shared[0] is other else (other, pair.left)
            single.places.setdefault(number, [widest(by_number[number])])
            single.main.add(number)
        elif not (one and other):
            for alone, number in ((one, pair.right), (other, pair.left)):
                if alone and (not shared or pair.closeness >= SURE):
                    alone.places.setdefault(number, [widest(by_number[number])])
                    alone.main.add(number)


def _split(both: Sequence[Matter], found: Sequence[Matter], pair: Pair, told: Mapping[int, Telling]) -> None:
    """Let a narrow matter of one of a pair leave the broad one that both are in: the dam's cost, of the dam.

    >>> # "approved the dam", "will bear two thirds of its cost" against "no decision on it", "its burden"
    """
    numbers = {pair.left, pair.right}
    narrow = [m for m in found if len(set(m.places) & numbers) == 1 and set(m.places) <= numbers]
    sides = [
        {n for n in broad.places if told[n].side == told[number].side} - numbers
        for broad in both
        for number in numbers
    ]
    if len(both) != 1 or not narrow or not all(sides):
        return
    for number in numbers - set(narrow[0].places):
        narrow[0].places[number] = [widest(told[number])]
    narrow[0].main |= numbers
    for number in numbers:
        both[0].places.pop(number)
        both[0].main.discard(number)


def _phrased(left: Telling, right: Telling) -> list[Matter]:
    """A matter of the words that two tellings share where neither has a topic: "technical questions"."""
    people = {actor.name for t in (left, right) for actor in t.record.actors if actor.kind == "person"}
    runs = (words for words in shared_runs(left, right) if " " in words and words not in people)
    phrase = next(runs, None) or _noun(left, right)
    if phrase is None:
        return []
    places = {telling.number: [widest(telling)] for telling in (left, right)}
    return [Matter(phrase, stems(phrase), 0.5, "", places, set(places))]


def _noun(left: Telling, right: Telling) -> str | None:
    """The longest noun that two tellings share, where neither has a topic: "border"."""
    there = {kin(word).removesuffix("ed"): word for word in WORD.findall(right.text)}
    plain = common() | small_words("measure") | dull() | numbers().keys()
    alike = (
        min(word, there[stem], key=len)
        for word in WORD.findall(left.text)
        if (stem := kin(word).removesuffix("ed")) in there and stem not in plain and word.islower()
    )
    return max(
        (word for word in alike if len(word) > LEAST and kin(word) not in plain), key=len, default=None
    )


LEAST = 4
"""Letters that a noun has more of."""


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


def _headed(record: Record, sides: set[str]) -> Iterator[frozenset[str]]:
    """The words of the line with which a side's own text begins: its name, and where it has its seat."""
    line = record.document.text.partition("\n")[0]
    if any(not country_of(side) and line.startswith(side) for side in sides):
        yield frozenset(WORD.findall(line.casefold()))


def _seated(label: str, heads: Sequence[frozenset[str]]) -> bool:
    """Whether a label is but a side by its seat: "Hamburg museum" of "Museum of Weaving, Hamburg"."""
    words = set(WORD.findall(label.casefold()))
    return label[:1].isupper() and any(words <= line for line in heads)


def _is_side(label: str, sides: set[str]) -> bool:
    """Whether a label is but the name of a side whose account is compared."""
    country = load().country(label)
    if country is not None and country.iso3 in sides:
        return True
    if label in sides or any(side.startswith(f"{label} ") for side in sides):
        return True
    words = label.casefold().split()
    named = (side.casefold().split() for side in sides if not country_of(side) and label.islower())
    if any(set(words) <= set(side) and words[-1] == side[-1] for side in named):
        return True
    return len(words) == 1 and bool(set(load_names(label)) & sides)


def _spoken(topic: Topic, tellings: Iterable[Telling]) -> dict[int, list[Anchor]]:
    """The mentions of a topic by the telling that holds them."""
    found: dict[int, list[Anchor]] = {}
    for telling in tellings:
        asked = telling.asked is not None and any(map(telling.asks, topic.mentions))
        if telling.statement and topic.id not in telling.statement.topics and not asked:
            continue
        inside = [m for m in topic.mentions if telling.holds(m) and not _of_another(topic, m)]
        inside = [m for m in inside if not _beside_the_point(telling, m)]
        if inside:
            found[telling.number] = inside
    return found


def _beside_the_point(telling: Telling, mention: Anchor) -> bool:
    """Whether a mention only says when something was, and another topic is spoken of: "before the breach"."""
    if _title(telling, mention):
        return True
    others = (m for t in telling.record.topics for m in t.mentions if telling.holds(m))
    lead = telling.record.document.text[max(0, mention.start - 30) : mention.start]
    return (
        telling.said == "yes"
        and bool(_WHEN.search(lead))
        and any(other.end <= mention.start for other in others)
    )


def _title(telling: Telling, mention: Anchor) -> bool:
    """Whether a mention is part of the title of somebody who speaks: "harbour master Ada Orr"."""
    speaking = {s.source.actor for s in telling.record.statements if s.source}
    people = (a for a in telling.record.actors if a.kind == "person" and a.id in speaking)
    return mention.exact.islower() and any(
        m.start <= mention.end + 1
        and mention.end < m.end
        and m.exact.endswith(actor.name.split()[-1])
        and telling.record.document.text[mention.end : mention.end + 2].strip()[:1].isupper()
        for actor in people
        for m in actor.mentions
    )


_WHEN = re.compile(r"\b(?:before|after|since|following|prior to|ahead of) (?:the|a|an|its|their|last|this) $")


def _of_another(topic: Topic, mention: Anchor) -> bool:
    """Whether a mention names another country than its topic: "Greek cooks" within "Maltese cooks"."""
    here, there = (set(load_names(words)) for words in (topic.label, mention.exact))
    return bool(here and there) and not here & there


def _matter(topic: Topic, spoken: dict[int, list[Anchor]], own: Sequence[Telling], sides: set[str]) -> Matter:
    told = (s for s in stems(topic.label) if s not in small_words("label"))
    key = tuple(s for s in told if not _of_side(s, topic.label, sides))
    main = {n for n, mentions in spoken.items() if _is_main(own, n, mentions, sides)}
    document = own[0].record.document.id
    whose = frozenset(load_names(topic.label)) & sides
    first = topic.mentions[0]
    acting = (a for a in own[0].record.actors if a.kind in ACTING)
    acts = any(m.start < first.end and first.start < m.end for actor in acting for m in actor.mentions)
    behind = _behind(topic, own)
    label, key = (f"{topic.label} {behind}", (*key, kin(behind))) if behind else (topic.label, key)
    return Matter(label, key or stems(topic.label), topic.confidence, document, spoken, main, whose, acts)


def _behind(topic: Topic, own: Sequence[Telling]) -> str:
    """The noun that stands behind a topic wherever it is told: "line" of "the power line"."""
    text = own[0].record.document.text
    told = [m for m in topic.mentions if any(telling.holds(m) for telling in own)]
    words = {found.group(1) if (found := _NEXT.match(text, m.end)) else "" for m in told}
    word = words.pop() if len(words) == 1 else ""
    return word if word in small_words("compound") and not topic.label.endswith(word) else ""


_NEXT = re.compile(r" ([a-z]+)\b")


def _of_side(stem: str, label: str, sides: set[str]) -> bool:
    """Whether a word of a label only names one of the sides: "Danish" in "Danish turbines"."""
    word = next((w for w in WORD.findall(label) if kin(w) == stem), stem)
    country = load().country(word) or load().country(word.capitalize())
    return country is not None and country.iso3 in sides


def _is_main(own: Sequence[Telling], number: int, mentions: Sequence[Anchor], sides: set[str]) -> bool:
    """Whether a telling is about the mention first: it stands first, or in a list with the first."""
    telling = next(t for t in own if t.number == number)
    if telling.silent or (telling.statement is None and len(telling.text.split()) > FEW):
        return True
    if telling.statement is None and all(m.exact[:1].isupper() for m in mentions):
        return True
    spoken = telling.statement.topics if telling.statement else None
    all_mentions = sorted(
        m
        for t in telling.record.topics
        if (spoken is None or t.id in spoken) and not _is_side(t.label, sides)
        for m in t.mentions
        if telling.holds(m)
    )
    if telling.said == "denied" and (lead := _REPORTS.match(telling.text)):
        behind = [m for m in all_mentions if m.start >= telling.anchors[0].start + lead.end()]
        all_mentions = behind or all_mentions
    first = all_mentions[0] if all_mentions else mentions[0]
    reach = {first}
    for before, after in itertools.pairwise(all_mentions):
        gap = telling.record.document.text[before.end : after.start]
        if before in reach and LIST.match(gap):
            reach.add(after)
    return any(mention in reach for mention in mentions)


_REPORTS = re.compile(
    r"(?:that )?(?:\w+ )?(?:reports?|claims?|rumou?rs?|suggestions?|allegations?)\b[^.;]{0,40}? that "
)
"""What stands before that which is denied: "reports in the Spanish press that "."""
FEW = 16
"""Words up to which a sentence of a text's own voice is about what it names first."""
