"""What names are names of: people, organisations, places or something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.language.names.page import NAMED, Page, classes, listed
from readout.model.analysis import Entity
from readout.model.swift import replace

SURE = 0.9
"""The tagger's confidence from which a word in or beside a name does not overrule it."""
UNSURE = 0.85
"""The same for a name's company in a list."""
LIST = 3
"""Names that make a list."""

Name = tuple[str, ...]


def labels(entities: Sequence[Entity], page: Page) -> list[Entity]:
    """Each name with the label that its own words, its place and its company give it."""
    own = [_by_article(_by_tag(_by_last_word(e, page), page), page) for e in entities]
    return _by_company(_by_class(_by_preposition(own, page), page), page)


def _by_last_word(entity: Entity, page: Page) -> Entity:
    """Adwoa Teaching Hospital (place) → organization; Lake Street (person) → place."""
    if entity.last - entity.first < 2 or entity.label not in NAMED or entity.confidence >= SURE:
        return entity
    last = page.words[entity.last - 1].text
    if last in listed("organizations"):
        return _called("organization", entity)
    return _called("place", entity) if entity.label == "person" and last in listed("places") else entity


def _by_tag(entity: Entity, page: Page) -> Entity:
    """Danish (place), an adjective → other."""
    word = page.words[entity.first]
    adjective = entity.last - entity.first == 1 and (word.upos == "ADJ" or word.xpos == "JJ")
    return _called("other", entity) if adjective and entity.label in NAMED else entity


def _by_article(entity: Entity, page: Page) -> Entity:
    """An Ilocano (person) → other: people's names have no "a"."""
    single = entity.label == "person" and entity.last - entity.first == 1 and entity.first > 0
    article = single and page.words[entity.first - 1].text.lower() in ("a", "an")
    return _called("other", entity) if article else entity


def _by_preposition(entities: Sequence[Entity], page: Page) -> list[Entity]:
    """The column marched towards Vardal: Vardal (person) → place, and so wherever it stands."""
    full = _full_names(entities, page)
    lone = [e for e in entities if e.label == "person" and e.last - e.first == 1]
    found = {page.text(e) for e in lone if page.words[e.first].text not in full and _stands_in(e, page)}
    return [_called("place", e) if e.label == "person" and page.text(e) in found else e for e in entities]


def _full_names(entities: Sequence[Entity], page: Page) -> set[str]:
    """The words of people's names of several words: a lone "Aringay" among them is that person."""
    people = (e for e in entities if e.label == "person" and e.last - e.first > 1)
    return {word.text for person in people for word in page.of(person)}


def _stands_in(entity: Entity, page: Page) -> bool:
    word = page.words[entity.first]
    cases = (w.text.lower() for w in page.under(word.index) if w.deprel == "case")
    return word.deprel.startswith(("obl", "nmod")) and any(c in listed("whereabouts") for c in cases)


def _by_class(entities: Sequence[Entity], page: Page) -> list[Entity]:
    """Kestrel, a haulage company: Kestrel (person) → organization, and so wherever it stands.

    Two classes that differ settle nothing.
    """
    found: dict[Name, set[str]] = {}
    for entity in entities:
        for label in _classes(entity, page):
            found.setdefault(page.text(entity), set()).add(label)
    return [_classed(entity, found.get(page.text(entity), set())) for entity in entities]


def _classed(entity: Entity, found: set[str]) -> Entity:
    if len(found) != 1 or entity.label not in NAMED or entity.confidence >= SURE:
        return entity
    (label,) = found
    return entity if (label, entity.label) == ("person", "place") else _called(label, entity)


def _classes(entity: Entity, page: Page) -> list[str]:
    """The labels of the nouns that say what a name is: apposed, before it, or behind "is"."""
    head = page.head(entity)
    nouns = [w for w in page.under(head.index) if w.deprel == "appos"]
    above = page.words[head.head] if head.head >= 0 else head
    before = head.deprel in ("appos", "flat") and above.index < entity.first
    if before and (page.owned(above.index) or any(w.deprel == "det" for w in page.under(above.index))):
        nouns.append(above)
    if head.deprel == "nsubj" and any(w.deprel == "cop" for w in page.under(above.index)):
        nouns.append(above)
    plain = (w for w in nouns if w.upos == "NOUN" and not _narrowed(w.index, page))
    return [label for w in plain if (label := classes().get(w.lemma))]


def _narrowed(place: int, page: Page) -> bool:
    """The school district: two class nouns in one, the first says nothing."""
    return any(w.deprel == "compound" and w.lemma in classes() for w in page.under(place))


def _by_company(entities: Sequence[Entity], page: Page) -> list[Entity]:
    """Kestrel, Aqvit and Nordfrakt: what most of a list are the unsure one is as well."""
    heads = {page.head(e).index: number for number, e in enumerate(entities)}
    lists: dict[int, list[int]] = {}
    for head, number in heads.items():
        word = page.words[head]
        lists.setdefault(word.head if word.deprel == "conj" else head, []).append(number)
    full = _full_names(entities, page)
    out = list(entities)
    for numbers in lists.values():
        several = {n: out[n] for n in numbers}
        told = _most(several) if len(numbers) >= LIST else _pair(several, page, full)
        for number, label in told.items():
            out[number] = _called(label, out[number])
    return out


def _most(several: Mapping[int, Entity]) -> Mapping[int, str]:
    told = [e.label for e in several.values()]
    top = max(sorted(set(told)), key=told.count)
    if top not in ("organization", "place") or 2 * told.count(top) <= len(told):
        return {}
    return {n: top for n, e in several.items() if e.label != top and e.confidence < UNSURE}


def _pair(several: Mapping[int, Entity], page: Page, full: set[str]) -> Mapping[int, str]:
    """In Caba or Aringay: a lone name beside a place is one, unless it is part of a person's."""
    places = [e.confidence for e in several.values() if e.label == "place"]
    if len(several) != 2 or len(places) != 1:
        return {}
    return {
        n: "place"
        for n, e in several.items()
        if e.label == "person" and e.last - e.first == 1 and e.confidence < places[0]
        if page.words[e.first].text not in full
    }


def _called(label: str, entity: Entity) -> Entity:
    return entity if entity.label == label else replace(entity, label=label)
