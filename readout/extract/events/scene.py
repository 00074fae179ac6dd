"""All that is known of one text, in one place for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from readout.extract.events.cast import Cast
from readout.extract.events.circumstance import Setting
from readout.extract.events.match import Matcher, Trigger
from readout.extract.events.tree import Tree
from readout.extract.tree import Tree as Parse
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.statement import Statement
from readout.model.when import When


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of one text."""

    document: Document
    analysis: Analysis
    tree: Tree
    cast: Cast
    matcher: Matcher
    setting: Setting
    statements: tuple[Statement, ...]
    triggers: tuple[Trigger, ...]
    acts: Mapping[int, Trigger]
    """The triggers by their word."""
    kept: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    """What is found once a text: the state that its gifts go to."""


def scene_of(
    document: Document,
    analysis: Analysis,
    actors: tuple[Actor, ...],
    whens: tuple[When, ...],
    amounts: tuple[Amount, ...],
    statements: tuple[Statement, ...],
    parse: Parse | None = None,
) -> Scene:
    """Everything that the rules of events and promises look at; the parse is made where it is not at hand."""
    tree = Tree.without_datelines(analysis, parse or Parse.of(analysis, document.text))
    cast = Cast(tree, actors, statements)
    matcher = Matcher.of(analysis, tree, cast, amounts)
    triggers = matcher.triggers()
    setting = Setting.of(document, analysis, tree, cast, whens, amounts, _standing(matcher, triggers))
    acts = {trigger.at: trigger for trigger in triggers}
    return Scene(document, analysis, tree, cast, matcher, setting, statements, tuple(triggers), acts)


def _standing(matcher: Matcher, triggers: list[Trigger]) -> list[Trigger]:
    """The triggers that can bear a date: of the nouns, those with a party or a light verb."""
    slots = ("poss", "by", "between", "with", "of")
    return [
        t
        for t in triggers
        if t.entry.kind != "n" or t.light is not None or any(matcher.slot(t.at, slot) for slot in slots)
    ]
