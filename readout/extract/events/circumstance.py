"""When, where and how much: the dates, places and figures that the parse ties to an event.

In "Soldiers left the fort on Sunday, freeing two hostages" Sunday holds for both acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from readout.extract.events.cast import Cast
from readout.extract.events.errands import errand
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.places import places, sites, struck
from readout.extract.events.tree import Tree
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.event import Place
from readout.model.statement import Statement
from readout.model.when import When

Thing = TypeVar("Thing")
REPORTS = words("reports")
HEADING = frozenset(":–—-")
SEVERAL = 3
BINDING = ("AGREE", "REQUEST", "THREATEN")
CARRIES = words("carries")
OCCUR = words("occur")


@dataclass(frozen=True, slots=True)
class Setting:
    """The dates, places and figures of a text, by the word that each is tied to."""

    tree: Tree
    cast: Cast
    whens: dict[int, list[tuple[int, When]]]
    amounts: dict[int, list[tuple[int, Amount]]]
    places: dict[int, list[tuple[int, Place]]]
    sites: dict[int, Place]
    """The places by the last word of their name."""
    headed: tuple[tuple[int, int, When], ...] = ()
    """The stretches of text that a date heads: "2 May: Peru recalls its envoy. Chile protests." """

    @classmethod
    def of(
        cls,
        document: Document,
        analysis: Analysis,
        tree: Tree,
        cast: Cast,
        whens: tuple[When, ...],
        amounts: tuple[Amount, ...],
        triggers: list[Trigger],
    ) -> Setting:
        """Tie every circumstance to the nearest trigger or verb above it."""
        stops = {t.at for t in triggers}
        dated: dict[int, list[tuple[int, When]]] = {}
        for when in whens:
            _tie(dated, tree, stops, when.anchor, when)
        counted: dict[int, list[tuple[int, Amount]]] = {}
        for amount in amounts:
            _tie(counted, tree, stops, amount.anchor, amount)
        placed: dict[int, list[tuple[int, Place]]] = {}
        for head, place in places(document, analysis, tree, cast):
            placed.setdefault(_bearer(tree, head, stops), []).append((head, place))
        for trigger in triggers:
            if (hit := struck(document, analysis, tree, cast, trigger)) is not None:
                placed.setdefault(trigger.at, []).append(hit)
        behind = sites(document, analysis, tree, cast)
        return cls(tree, cast, dated, counted, placed, behind, _headed(document, whens))

    def when(self, trigger: Trigger) -> When | None:
        """The date nearest to the trigger in its clause, else that of the clause it shares."""
        for place in self._clauses(trigger):
            near = [
                (abs(at - trigger.at), n, when)
                for n, (at, when) in enumerate(self.whens.get(place, ()))
                if when.edtf
            ]
            if near:
                return min(near)[2]
        return self._when_it(trigger.at) or self._entry(trigger.at)

    def _entry(self, i: int) -> When | None:
        """The date of the entry of a chronology that a word stands in; none for what was before it."""
        tree = self.tree
        if not self.headed or any(tree.lows[k] == "had" for k in tree.kids(i, "aux")):
            return None
        at = tree.words[i].start
        return next((when for start, end, when in self.headed if start <= at < end), None)

    def _when_it(self, i: int) -> When | None:
        """The date that a "when" clause hangs on: "came in early May, when the two sides agreed …"."""
        tree = self.tree
        if not any(tree.words[k].text.lower() == "when" for k in tree.kids(i, "advmod", "mark")):
            return None
        first = min(tree.under(i, "punct"))
        j = first - 2 if first > 1 and tree.words[first - 1].text == "," else first - 1
        held = (w for told in self.whens.values() for _, w in told if w.edtf)
        return next((w for w in held if w.anchor.start <= tree.words[j].start < w.anchor.end), None)

    def where(self, trigger: Trigger) -> Place | None:
        """The place nearest to the trigger."""
        for place in self._clauses(trigger):
            near = [(abs(at - place), n, spot) for n, (at, spot) in enumerate(self.places.get(place, ()))]
            if near:
                return min(near)[2]
        return self._where_it(trigger.at)

    def _where_it(self, i: int) -> Place | None:
        """The place that a "where" clause hangs on: "clashed in Kisumu, where men tore up the rails"."""
        tree = self.tree
        if not any(tree.lows[k] == "where" for k in tree.kids(i, "advmod", "mark")):
            return None
        first = min(tree.under(i, "punct"))
        j = first - 2 if first > 1 and tree.words[first - 1].text == "," else first - 1
        return self.sites.get(j)

    def how_much(self, trigger: Trigger) -> tuple[str, ...]:
        """The ids of the figures in the event's clause."""
        tree, spots = self.tree, [trigger.at, *([trigger.light] if trigger.light is not None else [])]
        if trigger.entry.type in BINDING:
            spots += tree.kids(trigger.at, "xcomp", "ccomp") or tree.kids(trigger.at, "advcl")
        found = [a.id for spot in spots for _, a in self.amounts.get(spot, ())]
        return tuple(dict.fromkeys(found or self._left_out(trigger.at)))

    def money(self, trigger: Trigger) -> bool:
        """Whether one of its figures is a sum of money."""
        ids = self.how_much(trigger)
        return bool(ids) and any(
            a.currency and a.id in ids for told in self.amounts.values() for _, a in told
        )

    def _left_out(self, i: int) -> list[str]:
        """The figure right before a clause that leaves it out: "the 80 tonnes that Peru asked for"."""
        tree = self.tree
        if tree.words[i].upos != "VERB" or tree.kids(i, "obj")[1:]:
            return []
        subject = tree.child(i, "nsubj")
        if tree.rel(i) not in ("acl", "conj", "parataxis") or subject is None or subject > i:
            return []
        j = min(tree.under(subject)) - 1
        j -= 1 if j >= 0 and tree.words[j].text.lower() in ("that", "which") else 0
        held = [
            a.id for told in self.amounts.values() for _, a in told
            if j >= 0 and a.anchor.start <= tree.words[j].start < a.anchor.end
        ]  # fmt: skip
        return held[:1]

    def _clauses(self, trigger: Trigger) -> list[int]:
        tree, spots = self.tree, [trigger.at]
        if trigger.light is not None:
            spots.append(trigger.light)
        i = spots[-1]
        over = tree.words[i].head
        if trigger.entry.kind == "n" and tree.rel(i) == "nsubj" and tree.lemma(over) in OCCUR:
            return [*spots, over]  # "There is a rally tomorrow"
        if trigger.entry.type == "CONSULT" and (there := errand(tree, i)) is not None:
            return [*spots, there]  # "is due in Oslo on Friday for talks with the king"
        for over in tree.up(i):
            rel = tree.rel(i)
            dependent = rel == "advcl" and not tree.kids(i, "nsubj")
            carried = rel == "xcomp" and tree.lemma(over) in CARRIES
            beside = rel == "conj" and tree.words[over].upos == "VERB" and not tree.kids(i, "nsubj", "aux")
            if not (dependent or carried or beside) or tree.lemma(over) in REPORTS:
                break
            spots.append(over)
            i = over
        return spots


def _headed(document: Document, whens: tuple[When, ...]) -> tuple[tuple[int, int, When], ...]:
    """The lines of a chronology with their dates: "2 May: …" or "May 1974 – …", where there are several."""
    dated = {when.anchor.start: when for when in whens if when.edtf}
    found, start = [], 0
    for line in document.text.splitlines(keepends=True):
        end = start + len(line)
        first = start + len(line) - len(line.lstrip(" \t*•-–—·"))
        when = dated.get(first)
        if when is not None and document.text[when.anchor.end : end].lstrip()[:1] in HEADING:
            found.append((start, end, when))
        start = end
    return tuple(found) if len(found) >= SEVERAL else ()


def _tie(
    ties: dict[int, list[tuple[int, Thing]]], tree: Tree, stops: set[int], anchor: Anchor, thing: Thing
) -> None:
    inside = tree.beginning(anchor.start, anchor.end)
    if inside.start and tree.words[inside.start - 1].end > anchor.start:
        inside = range(inside.start - 1, inside.stop)
    head = next(
        (i for i in inside if tree.words[i].head not in inside and tree.words[i].upos != "PUNCT"), None
    )
    if head is not None:
        beside = _beside(tree, min(inside)) if isinstance(thing, When) else None
        ties.setdefault(_bearer(tree, head, stops) if beside is None else beside, []).append((head, thing))


def _beside(tree: Tree, first: int) -> int | None:
    """The verb right before a date, but for its preposition: "signed in 2014"."""
    j = first - 1
    while j >= 0 and tree.words[j].upos in ("ADP", "DET", "ADV"):
        j -= 1
    near = j >= 0 and first - j < 4 and tree.words[j].upos == "VERB"
    return j if near and tree.words[j].sentence == tree.words[first].sentence else None


def _bearer(tree: Tree, i: int, stops: set[int]) -> int:
    """The first verb or trigger above a word."""
    last = i
    for over in tree.up(i):
        clause = tree.rel(over) in ("advcl", "ccomp", "acl") and bool(tree.kids(over, "nsubj"))
        if tree.words[over].upos in ("VERB", "AUX") or over in stops or clause:
            return over
        last = over
    return last


def within(statements: tuple[Statement, ...], start: int, end: int) -> Statement | None:
    """The innermost statement whose content holds the characters."""
    holding = []
    for statement in statements:
        for part in statement.content:
            if part.start <= start and end <= part.end:
                holding.append(statement)
                break
    return min(holding, key=lambda s: sum(a.end - a.start for a in s.content), default=None)
