"""Phrases of one matter gathered: same head and fitting modifiers, same name, or the same meaning."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readout.extract.topics.meetings import NEXT
from readout.extract.topics.phrase import Phrase
from readout.extract.topics.tree import Tree, light
from readout.extract.topics.units import Unit
from readout.knowledge.kin import APART, kin
from readout.model.analysis import Analysis, Word

ALIKE = 0.9
LONGEST = 40


@dataclass(slots=True)
class Matter:
    """The phrases that speak of one matter; ``picked`` are those that a unit is about."""

    picked: list[Phrase] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """From the weight of the best pick."""
        best = max((p.weight for p in self.picked), default=0.0)
        return max(0.3, min(0.95, 0.5 + best / 10))

    def fits(self, phrase: Phrase) -> bool:
        """Whether a phrase speaks of this matter."""
        if phrase.whose and any(p.whose and not p.whose & phrase.whose for p in self.picked):
            return False
        last, name = phrase.key[-1], phrase.name
        for other in self.picked:
            if (other.key[-1] == last or (name and other.name)) and alike(phrase, other):
                return True
        return False

    def label(self, text: str, words: Sequence[Word]) -> str:
        """The phrase that is used most, the fuller one among equals: "ferry fares", "Malta"."""
        shown = [p.label or _shown(text, words, p) for p in self.picked]
        short = [label for label in shown if len(label) <= LONGEST] or shown
        if len(short) == 1:
            return short[0]
        counts = Counter((p.label or _shown(text, words, p)).casefold() for p in self.phrases)
        return max(
            short, key=lambda label: (counts[label.casefold()], len(label.split()), -shown.index(label))
        )


def alike(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases name one matter: "the bridges" and "railway bridges" do."""
    if one.key == NEXT or other.key == NEXT:
        return one.key == other.key
    if one.whose and other.whose and not one.whose & other.whose:
        return False
    same_head = one.key[-1] == other.key[-1]
    if not same_head and not (one.name and other.name):
        return False
    a, b = set(one.key), set(other.key)
    if (a ^ b) & APART:
        return False
    if same_head:
        return a <= b or b <= a
    return len(a & b) >= 2 and len(a & b) * 2 >= min(len(a), len(b))


def gathered(
    analysis: Analysis, picks: Sequence[tuple[Unit, list[Phrase]]], others: Sequence[Phrase]
) -> list[Matter]:
    """The matters of a text, in the order in which they first come up, with every phrase of each."""
    matters: list[Matter] = []
    meaning = _Meanings(analysis, [p for _, found in picks for p in found])
    back = {id(p) for unit, found in picks if unit.silent for p in found}
    stems: dict[str, list[Matter]] = defaultdict(list)
    places: dict[int, int] = {}
    named: list[Matter] = []
    for phrase in sorted(
        (p for _, found in picks for p in found), key=lambda p: (id(p) in back, -len(p.key), p.first)
    ):
        same = stems.get(phrase.key[-1], ())
        beside = {id(m): m for m in (*same, *named)}.values() if phrase.name else same
        fitting = [matter for matter in beside if matter.fits(phrase)]
        if not fitting and id(phrase) in back:
            fitting = list(same)
        near = min(
            fitting,
            key=lambda m: (min(abs(p.first - phrase.first) for p in m.picked), places[id(m)]),
            default=None,
        )
        near = near or meaning.matter(matters, phrase)
        if near is None:
            matters.append(near := Matter())
            places[id(near)] = len(matters)
        near.picked.append(phrase)
        if all(near is not matter for matter in same):
            stems[phrase.key[-1]].append(near)
        if phrase.name:
            named.append(near)
    telling = [p for p in others if len(p.key) > 1 or not light(p.key[-1])]
    names = [p for p in telling if p.name]
    heads: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in telling:
        heads[phrase.key[-1]].append(phrase)
    for matter in matters:
        matter.phrases = [*matter.picked, *(p for p in _near(matter, heads, names) if matter.fits(p))]
    return sorted(matters, key=lambda matter: min(p.first for p in matter.picked))


def _near(matter: Matter, heads: Mapping[str, list[Phrase]], names: list[Phrase]) -> list[Phrase]:
    """Phrases that share a head noun with the matter, and names where it has one, in order."""
    found = {id(p): p for head in {p.key[-1] for p in matter.picked} for p in heads.get(head, ())}
    if any(p.name for p in matter.picked):
        found |= {id(p): p for p in names}
    return sorted(found.values(), key=lambda p: p.first)


def recalled(tree: Tree, matters: list[Matter], units: Sequence[Sequence[Phrase]]) -> None:
    """Give matters the phrases that take them up by what is done with them.

    >>> # "agreed to repair the old bridges … the repair was paid for by" -> "old bridges"
    """
    _absorb(tree, matters)
    acts = [(kin(act), matter) for matter in matters for p in matter.picked for act in _acts(tree, p.head)]
    for phrase in (p for found in units for p in found if len(p.key) == 1 and light(tree.lemmas[p.head])):
        done = [phrase.key[-1], *_acts(tree, phrase.head)]
        taken = next((m for act, m in acts for name in done if _same_act(act, name)), None)
        if taken:
            taken.phrases.append(phrase)


def left_over(matters: list[Matter], units: Sequence[tuple[Unit, Sequence[Phrase]]]) -> None:
    """A matter of its own for each silence or denial whose words no matter has taken up."""
    for unit, found in units:
        if not unit.silent or not found:
            continue
        if not any(p in matter.phrases for p in found for matter in matters):
            best = max(found, key=lambda p: p.weight)
            matters.append(Matter([best], [best]))


def _absorb(tree: Tree, matters: list[Matter]) -> None:
    """Give a matter the act that was done with it: "reopen the railway … the reopening"."""
    acts = {id(p): [act for act in _acts(tree, p.head) if len(act) > 4] for m in matters for p in m.picked}
    for deed in [m for m in matters if all(len(p.key) == 1 and not p.name for p in m.picked)]:
        stem, first = deed.picked[0].key[-1], min(p.first for p in deed.picked)
        for matter in matters if len(stem) > 6 else ():
            if matter is deed:
                continue
            if any(stem.startswith(act) for p in matter.picked if p.first < first for act in acts[id(p)]):
                matter.picked += deed.picked
                matter.phrases += deed.phrases
                matters.remove(deed)
                break


def _acts(tree: Tree, head: int) -> list[str]:
    """What is done with a noun: "repair" its object, the "mending" of it."""
    above = tree.words[head].head
    if above < 0:
        return []
    if tree.rels[head] in ("obj", "nsubj") and tree.words[above].upos == "VERB":
        return [tree.lemmas[above]]
    return [tree.lemmas[above]] if tree.rels[head] == "nmod" and light(tree.lemmas[above]) else []


def _same_act(one: str, other: str) -> bool:
    return one == other or (len(one) > 5 and len(other) > 5 and one[:7] == other[:7])


class _Meanings:
    """How close the words of phrases are, by the vectors; names are never merged so."""

    def __init__(self, analysis: Analysis, phrases: Sequence[Phrase]) -> None:
        told = [p for p in phrases if not p.name and p.key != NEXT] if analysis.meaning is not None else []
        self.places = {id(p): place for place, p in enumerate(told)}
        ranges = [(p.first, p.last) for p in told]
        self.closeness = analysis.meaning.among(ranges) if analysis.meaning is not None else ()

    def matter(self, matters: Sequence[Matter], phrase: Phrase) -> Matter | None:
        """The matter whose words mean the same."""
        place = self.places.get(id(phrase))
        if place is None:
            return None
        row, best, nearest = self.closeness[place], ALIKE, None
        for matter in matters:
            for other in matter.picked:
                at = self.places.get(id(other))
                if at is not None and row[at] > best:
                    best, nearest = row[at], matter
        return nearest


def _shown(text: str, words: Sequence[Word], phrase: Phrase) -> str:
    """The words of a phrase on one line, without its article."""
    shown = " ".join(text[words[phrase.first].start : words[phrase.last - 1].end].split())
    return shown.removeprefix("the ").removeprefix("The ")
