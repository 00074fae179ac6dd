"""Where names begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readout.language.names.page import Page, apart, listed
from readout.model.analysis import Entity, Word
from readout.model.swift import replace

DASHES = frozenset("-–/")
JOINED = frozenset(["flat", "compound"])


def borders(entities: Sequence[Entity], page: Page) -> list[Entity]:
    """Places that stand side by side are parted, cut names made whole, offices left to their holders."""
    parted = [part for entity in entities for part in _parted(entity, page)]
    whole = list(_widened(list(_joined(parted, page)), page))
    return [_untitled(entity, page) for entity in whole]


def _parted(entity: Entity, page: Page) -> Iterator[Entity]:
    """Bergen, Norway → Bergen; Norway. "Washington, D.C." stays whole."""
    if entity.label == "person":
        yield from _person(entity, page)
        return
    first = entity.first
    for place in range(entity.first, entity.last) if entity.label == "place" else ():
        if _parts(place, entity, page.words):
            yield from _from_to(entity, first, place)
            first = place + 1
    yield from _from_to(entity, first, entity.last)


def _person(entity: Entity, page: Page) -> Iterator[Entity]:
    """Ohio Senator Mia Ross → Ohio (place); Mia Ross. Al Bo, D-Ohio → Al Bo. Norway's Tor Vik → both."""
    words, inside = page.words, range(entity.first + 1, entity.last - 1)
    owner = next((k for k in inside if words[k].xpos == "POS" and words[k + 1].text[:1].isupper()), None)
    if owner is not None:
        yield replace(entity, last=owner, label="place" if owner == entity.first + 1 else "person")
        yield from _person(replace(entity, first=owner + 1), page)
        return
    end = next((k for k in inside if words[k].text == "," and words[k + 1].text in listed("parties")), None)
    end = end or entity.last
    title = next((k for k in inside if k < end - 1 and words[k].text in listed("titles")), None)
    if title is None or not all(words[k].text[:1].isupper() for k in range(entity.first, end)):
        yield from _from_to(entity, entity.first, end)
        return
    place = next((k for k in range(entity.first, title) if not page.capital(k)), title)
    if place > entity.first:
        yield replace(entity, last=place, label="place")
    while title < end - 1 and words[title].text in listed("titles"):
        title += 1
    yield replace(entity, first=title, last=end)


def _from_to(entity: Entity, first: int, last: int) -> Iterator[Entity]:
    if (first, last) == (entity.first, entity.last):
        yield entity
    elif first < last:
        yield replace(entity, first=first, last=last)


def _parts(place: int, entity: Entity, words: Sequence[Word]) -> bool:
    """Whether the mark at a place parts two names: a comma, or a dash with a space before it."""
    mark = words[place]
    if mark.text == ",":
        return place + 1 == entity.last or words[place + 1].text.count(".") < 2
    return mark.text in DASHES and place > entity.first and mark.start > words[place - 1].end


def _joined(entities: Iterable[Entity], page: Page) -> Iterator[Entity]:
    """State Railway of + Siam → State Railway of Siam; City + of + Leeds → City of Leeds.

    An "of" that leads to no name is dropped.
    """
    waiting: Entity | None = None
    for entity in entities:
        if waiting and _one_name(waiting, entity, page):
            sure = min(waiting.confidence, entity.confidence)
            waiting = Entity(waiting.first, entity.last, waiting.label, sure)
            continue
        if waiting:
            yield _closed(waiting, page)
        waiting = entity
    if waiting:
        yield _closed(waiting, page)


def _one_name(before: Entity, entity: Entity, page: Page) -> bool:
    last = page.words[before.last - 1].text
    if last == "of":
        return entity.first == before.last
    areas = before.label == entity.label == "place" and last in listed("areas")
    return areas and entity.first == before.last + 1 and page.words[before.last].text == "of"


def _closed(entity: Entity, page: Page) -> Entity:
    dangling = page.words[entity.last - 1].text == "of" and entity.last - entity.first > 1
    return replace(entity, last=entity.last - 1) if dangling else entity


def _widened(entities: Sequence[Entity], page: Page) -> Iterator[Entity]:
    """Connecticut + Lottery → Connecticut Lottery: proper nouns that are one name by the tree.

    A deed or an office is no part of it: "the Geneva Communiqué", "the US Secretary of State".
    """
    edge = 0
    for number, entity in enumerate(entities):
        end = entities[number + 1].first if number + 1 < len(entities) else len(page.words)
        first, last = _left(entity, edge, page), _right(entity, end, page)
        edge = last
        yield (
            entity
            if (first, last) == (entity.first, entity.last)
            else replace(entity, first=first, last=last)
        )


def _right(entity: Entity, end: int, page: Page) -> int:
    last = entity.last
    for word in page.after(entity):
        if word.index >= end or not page.capital(word.index) or word.text in apart():
            break
        before = page.words[last - 1]
        led = before.head == word.index
        hung = entity.first <= word.head < last and word.deprel in JOINED
        beside = before.head == word.head and before.deprel == "compound"
        if not (led or hung or beside):
            break
        last += 1
    return last


def _left(entity: Entity, edge: int, page: Page) -> int:
    first = entity.first
    while first > edge and page.capital(first - 1):
        word = page.words[first - 1]
        hung = word.deprel in JOINED and first <= word.head < entity.last
        if not hung or word.text in apart():
            break
        first -= 1
    return first


def _untitled(entity: Entity, page: Page) -> Entity:
    """Askim County Sheriff (organization) Ola Moe → Askim County (place)."""
    last = entity.last - 1
    name = entity.label != "person" and last > entity.first and entity.last < len(page.words)
    if not name or page.words[last].text not in listed("titles") or not page.capital(entity.last):
        return entity
    place = page.words[last - 1].text in listed("places")
    return replace(entity, last=last, label="place" if place else entity.label)
