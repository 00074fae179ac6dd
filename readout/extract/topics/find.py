"""From a parsed text with its statements to what they are about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.extract.topics.choose import FAINT, chosen
from readout.extract.topics.merge import Matter, gathered, left_over, recalled
from readout.extract.topics.phrase import Cast, Phrase
from readout.extract.topics.phrases import opening, phrases
from readout.extract.topics.scene import cast_of
from readout.extract.topics.tree import Tree
from readout.extract.topics.units import Unit, anaphoric, spoken_of, units
from readout.extract.tree import Tree as Parse
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.statement import Statement
from readout.model.swift import replace
from readout.model.topic import Topic
from readout.model.when import When


def find_topics(
    document: Document,
    analysis: Analysis,
    statements: Sequence[Statement],
    actors: Sequence[Actor] = (),
    whens: Sequence[When] = (),
    amounts: Sequence[Amount] = (),
    parse: Parse | None = None,
) -> tuple[Topic, ...]:
    """What the statements and the text's own sentences are about, in the order of the text.

    The parse is made where it is not at hand.

    >>> # "The talks covered fisheries and visas, Orr said." -> "fisheries", "visas"
    """
    if not analysis.words:
        return ()
    tree = Tree.over(parse or Parse.of(analysis, document.text))
    cast = cast_of(document, analysis, tree.starts, statements, actors, whens, amounts)
    return _found(document, analysis, tree, cast, statements)


def with_topics(
    document: Document, statements: Sequence[Statement], topics: Sequence[Topic]
) -> tuple[Statement, ...]:
    """The statements with the ids of the topics that their content mentions, in order of the text."""
    told = sorted((mention.start, topic.id, mention.end) for topic in topics for mention in topic.mentions)
    starts = [start for start, _, _ in told]
    return tuple(replace(one, topics=_ids(document, one, told, starts)) for one in statements)


def _ids(
    document: Document, statement: Statement, told: list[tuple[int, str, int]], starts: list[int]
) -> tuple[str, ...]:
    """The topics told in the content of a statement; ``told`` are their mentions in order."""
    places: list[tuple[int, str]] = []
    for anchor in spoken_of(document.text, statement):
        inside = told[bisect_left(starts, anchor.start) : bisect_right(starts, anchor.end)]
        places += [(start, id) for start, id, end in inside if end <= anchor.end]
    return tuple(dict.fromkeys(id for _, id in sorted(places)))


def _found(
    document: Document, analysis: Analysis, tree: Tree, cast: Cast, statements: Sequence[Statement]
) -> tuple[Topic, ...]:
    pairs: list[tuple[Unit, list[Phrase]]] = []
    wide = replace(cast, people=cast.people - cast.bodies, wide=True)
    for unit in units(document.text, analysis, tree.starts, statements):
        found = [p for span in unit.spans for p in phrases(tree, cast, span)]
        if unit.opening:
            found = opening(tree, cast, unit.opening, found)
        if unit.silent and not found:
            found = [p for span in unit.spans for p in phrases(tree, replace(cast, sides=frozenset()), span)]
        if unit.silent and not found:
            bare = replace(cast, sides=frozenset(), people=frozenset(), bodies=frozenset())
            found = [p for span in unit.spans for p in phrases(tree, bare, span)]
        if not unit.silent and all(p.weight < FAINT for p in found):
            found = [p for span in unit.spans for p in phrases(tree, wide, span)]
        pairs.append((unit, found))
    counts: dict[str, int] = {}
    for _, stem in {(p.head, p.key[-1]) for _, found in pairs for p in found}:
        counts[stem] = counts.get(stem, 0) + 1
    picks = [(unit, chosen(unit, found, counts)) for unit, found in pairs]
    matters = gathered(analysis, picks, [p for _, found in pairs for p in found])
    recalled(
        tree, matters, [found for (_, found), (_, picked) in zip(pairs, picks, strict=True) if not picked]
    )
    left_over(matters, pairs)
    topics = [_topic(document, analysis, matter) for matter in matters]
    topics = _pointed(document, analysis, picks, matters, topics)
    order = sorted(topics, key=lambda topic: topic.mentions[0].start)
    return tuple(
        Topic(f"t{number}", topic.label, topic.mentions, topic.confidence)
        for number, topic in enumerate(order, 1)
    )


def _topic(document: Document, analysis: Analysis, matter: Matter) -> Topic:
    spans = sorted({(p.first, p.last) for p in matter.phrases})
    mentions = tuple(_anchor(document, analysis, first, last) for first, last in spans)
    return Topic("", matter.label(document.text, analysis.words), mentions, round(matter.confidence, 3))


def _anchor(document: Document, analysis: Analysis, first: int, last: int) -> Anchor:
    return Anchor.of(document.text, analysis.words[first].start, analysis.words[last - 1].end)


def _pointed(
    document: Document,
    analysis: Analysis,
    picks: list[tuple[Unit, list[Phrase]]],
    matters: list[Matter],
    topics: list[Topic],
) -> list[Topic]:
    """The topics with the places that point back at them: "a matter that she passed over"."""
    for at, (unit, _) in enumerate(picks):
        if not anaphoric(analysis, unit):
            continue
        best = _before(picks[:at], unit.start)
        place = next((n for n, m in enumerate(matters) if best in m.phrases), None) if best else None
        if place is not None:
            anchors = [_anchor(document, analysis, *span) for span in unit.spans]
            topics[place] = replace(
                topics[place], mentions=tuple(sorted({*topics[place].mentions, *anchors}))
            )
    return topics


def _before(picks: list[tuple[Unit, list[Phrase]]], start: int) -> Phrase | None:
    """The first of the weighty phrases of the nearest unit that speaks of something before a word."""
    for _, found in reversed(picks):
        earlier = [phrase for phrase in found if phrase.last <= start]
        if earlier:
            enough = max(phrase.weight for phrase in earlier) - 0.7
            return min((p for p in earlier if p.weight >= enough), key=lambda phrase: phrase.first)
    return None
