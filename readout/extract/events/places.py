"""Where an event takes place: the places in phrases of place, struck, visited, and parts of them.

"In the town of Gao", "on Harare's central square" and "shelled Sake" name a place as well as "in Gao".
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.events.cast import Cast
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.tree import Tree
from readout.knowledge import load
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.event import Place

PLACED = words("placed")
SPOTS = words("spots")
GOALS = ("to", "for", "into", "on")
WAYS = {"AID": ("to", "into"), "RETREAT": ("from",), "COERCE": ("from",)}
"""Where help comes to and where those withdrawn or taken off were."""
DEEP = 3
"""So many nouns at most stand between a place and its preposition: "in the centre of the city of Gao"."""


def places(document: Document, analysis: Analysis, tree: Tree, cast: Cast) -> list[tuple[int, Place]]:
    """The places in a phrase of place: "in Oslo", "near the border of Chad", "in the town of Gao"."""
    found: dict[int, Place] = {}
    for first, last in _named(analysis, tree, cast):
        heads = (i for i in range(first, last) if not first <= tree.words[i].head < last)
        wholes = (whole_of(tree, head) for head in heads)  # two where the parse has split a name
        whole = next((k for k in wholes if tree.preposition(k).split(" ")[-1] in PLACED), None)
        if whole is not None and whole not in found:
            found[whole] = _place(document, tree, cast, first, last)
    return sorted(found.items())


def _named(analysis: Analysis, tree: Tree, cast: Cast) -> list[tuple[int, int]]:
    """The word ranges of names of places, countries among them, longer ones first where they begin alike."""
    ranges = {(e.first, min(e.last, len(tree.words))) for e in analysis.entities if e.label == "place"}
    ranges |= {
        (held[0], held[-1] + 1)
        for actor in cast.actors
        if actor.kind == "country"
        for m in actor.mentions
        if m.kind == "name"
        and (held := [i for i in tree.beginning(m.start, m.end) if tree.words[i].end <= m.end])
    }
    return sorted(ranges, key=lambda r: r[0] - r[1])


def sites(document: Document, analysis: Analysis, tree: Tree, cast: Cast) -> dict[int, Place]:
    """The places that a "where" clause follows, by their last word: "sailed to Oran, where he was freed"."""
    said = [k for k in tree.of_low.get("where", ()) if k > 1]
    ends = {k - 2 if tree.lows[k - 1] == "," else k - 1 for k in said}
    named = [e for e in analysis.entities if e.label == "place" and e.last - 1 in ends] if ends else []
    return {e.last - 1: _place(document, tree, cast, e.first, e.last) for e in named}


def whole_of(tree: Tree, head: int) -> int:
    """The noun that a name only tells apart: "town" of "the town of Gao", "square" of "Harare's square"."""
    for _ in range(DEEP):
        above = tree.words[head].head
        if above < 0 or tree.lemma(above) not in SPOTS:
            return head
        owned = tree.words[head].deprel in ("nmod:poss", "compound") and not tree.preposition(head)
        if not owned and tree.preposition(head) != "of":
            return head
        head = above
    return head


def _head(tree: Tree, first: int, last: int) -> int:
    """The word of a name that the others hang from."""
    return next((i for i in range(first, last) if not first <= tree.words[i].head < last), first)


def _place(document: Document, tree: Tree, cast: Cast, first: int, last: int) -> Place:
    """A place with its country, where the name or its actor tells it."""
    anchor = document.anchor(tree.words[first].start, tree.words[last - 1].end)
    actor = cast.at(_head(tree, first, last))
    land = load().country(anchor.exact)
    country = land.iso3 if land else (cast.ids[actor].country if actor else None)
    return Place(anchor.exact, anchor, country)


def struck(
    document: Document, analysis: Analysis, tree: Tree, cast: Cast, trigger: Trigger
) -> tuple[int, Place] | None:
    """The place that force is used on: "shelled Sake", "captured the town of Gao"."""
    if trigger.entry.kind != "v" or trigger.entry.type != "ASSAULT":
        return None
    target = tree.patient(trigger.at)
    spots = [target, *trigger.parts] if target is not None else list(trigger.parts)
    return next(_held(document, analysis, tree, cast, spots), None)


def visited(document: Document, analysis: Analysis, tree: Tree, cast: Cast, trigger: Trigger) -> Place | None:
    """The place that a visit or those sent go to: "visited Moscow", "a trip to Cairo", "sent men to Goma"."""
    heads = [tree.patient(trigger.at)] if trigger.entry.kind == "v" else []
    heads += tree.phrases(trigger.at, *GOALS)
    heads += [k for part in trigger.parts for k in tree.phrases(part, *GOALS)]
    spots = [head for head in heads if head is not None]
    return next((place for _, place in _held(document, analysis, tree, cast, spots)), None)


def moved(
    document: Document, analysis: Analysis, tree: Tree, cast: Cast, trigger: Trigger, ways: tuple[str, ...]
) -> Place | None:
    """The town or spot, no state, that things come to or men leave: "flew tents to Labasa airport"."""
    spots = [k for i in (trigger.at, *tree.objects(trigger.at)) for k in tree.phrases(i, *ways)]
    held = (place for _, place in _held(document, analysis, tree, cast, spots))
    return next((place for place in held if not _state(place)), None)


def _state(place: Place) -> bool:
    """Whether a place is a whole country."""
    land = load().country(place.name)
    return land is not None and place.name in (land.name, *land.also)


def _held(
    document: Document, analysis: Analysis, tree: Tree, cast: Cast, spots: list[int]
) -> Iterator[tuple[int, Place]]:
    """The names of places that stand at some nouns, or tell them apart ("the town of Gao")."""
    named = [e for e in analysis.entities if e.label == "place"]
    for spot in spots:
        for entity in named:
            last = min(entity.last, len(tree.words))
            head, inside = _head(tree, entity.first, last), range(entity.first, last)
            if tree.words[head].upos != "ADJ" and (spot in inside or whole_of(tree, head) == spot):
                yield spot, _place(document, tree, cast, entity.first, last)
