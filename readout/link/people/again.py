"""Who is who after a change: only those are put together again whom the change can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from readout.link.people.handles import asked, handles, may_join
from readout.link.people.identity import joined
from readout.link.people.outline import outlined
from readout.link.people.pairs import Pair, asks, place, proposals, proposing
from readout.link.people.someone import Someone
from readout.model.identity import Appearance, Tie


class Kept(Protocol):
    """What is remembered of who was who."""

    def appearances(self, ids: Collection[str]) -> Iterable[Appearance]:
        """The appearances that belong to these, as they are today."""

    def owners(self, keys: Collection[str]) -> set[str]:
        """To whom appearances of these keys belong."""

    def outlines(self, ids: Collection[str]) -> Mapping[str, Someone]:
        """These as they were, by id."""

    def under(self, words: Collection[str]) -> Mapping[str, Sequence[Someone]]:
        """Those who stood under these handles."""


@dataclass(frozen=True, slots=True)
class Change:
    """Who is no longer (``gone``), who is instead, and what each now proposes, by the id of who does."""

    gone: frozenset[str]
    people: tuple[Someone, ...]
    proposed: Mapping[str, Sequence[Pair]]


def again(kept: Kept, touched: Collection[str], fresh: Sequence[Appearance], ties: Sequence[Tie]) -> Change:
    """The same as putting everybody together anew, for all of whom it could make a difference.

    ``touched`` are those of whom an appearance came, went or was judged; ``fresh`` appearances belong to
    nobody yet. Documents are numbers here (``Member.document``), so that the first added comes first.
    """
    ids = set(touched)
    while True:
        found = sorted([*fresh, *kept.appearances(ids)], key=_added)
        more = kept.owners(_spoken_of(found, ties)) - ids
        if not more:
            people, before = joined(found, ties), kept.outlines(ids)
            more = _reached(kept, [*people, *before.values()], ids)
        if not more:
            return Change(frozenset(ids), tuple(people), _proposed(kept, before, people))
        ids |= more


def _added(one: Appearance) -> tuple[int, int, str]:
    return (int(one.member.document), len(one.member.actor), one.member.actor)


def _spoken_of(found: Sequence[Appearance], ties: Sequence[Tie]) -> set[str]:
    """The keys of which somebody spoke together with these."""
    keys = {one.key for one in found}
    met = [{*tie.left, *tie.right} for tie in ties]
    return {key for those in met if keys & those for key in those} - keys


def _reached(kept: Kept, people: Sequence[Someone], ids: set[str]) -> set[str]:
    """Those beside them whom a rule could join to one of them."""
    words = {id(one): asked(one) for one in people}
    near = kept.under(set().union(*words.values()))
    return {
        other.id
        for one in people
        for word in words[id(one)]
        for other in near.get(word, ())
        if other.id not in ids and may_join(one, other)
    }


def _proposed(
    kept: Kept, before: Mapping[str, Someone], people: Sequence[Someone]
) -> dict[str, Sequence[Pair]]:
    """What everybody proposes whose proposals the change can reach."""
    lines = {one.id: outlined(one) for one in before.values()}
    came = [one for one in people if lines.get(one.id) != outlined(one)]
    there = {one.id for one in people} - {one.id for one in came}
    went = [one for one in before.values() if one.id not in there]
    under = _Now(kept, set(before), people)
    under.fetch(set().union(*(_both(one) for one in (*came, *went))))
    near = {one.id: one for one in came}
    for one in (*came, *went):
        near |= {other.id: other for other in proposing(one, under, len(came) + len(went))}
    under.fetch(set().union(*(asks(one) for one in near.values())))
    return {one.id: proposals(one, under) for one in near.values()} | {
        one.id: () for one in went if one.id not in near
    }


def _both(one: Someone) -> set[str]:
    own = handles(one)
    return own | {f"1 {word[2:]}" for word in own if word.startswith("n ")}


class _Now:
    """Those under each handle after the change."""

    def __init__(self, kept: Kept, gone: set[str], people: Sequence[Someone]) -> None:
        self.kept, self.gone = kept, gone
        self.come: defaultdict[str, list[Someone]] = defaultdict(list)
        for one in people:
            for word in handles(one):
                self.come[word].append(one)
        self.held: dict[str, list[Someone]] = {}

    def fetch(self, words: set[str]) -> None:
        """Have these at hand."""
        asked_for = words - self.held.keys()
        kept = self.kept.under(asked_for)
        for word in asked_for:
            stay = [one for one in kept.get(word, ()) if one.id not in self.gone]
            self.held[word] = sorted([*stay, *self.come.get(word, ())], key=place)

    def __call__(self, word: str) -> Sequence[Someone]:
        return self.held[word]
