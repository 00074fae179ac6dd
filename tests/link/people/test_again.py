"""After any change those whom it can reach are put together again: with the same result as all of them anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from random import Random

import pytest

from readout.link.people import pairs
from readout.link.people.again import Change, again
from readout.link.people.handles import handles, may_join
from readout.link.people.identity import identity, joined, suggestion
from readout.link.people.outline import outlined, remembered
from readout.link.people.pairs import Gathered, Pair, proposals
from readout.link.people.someone import Someone
from readout.model.identity import Appearance, Identity, Member, Tie

PEOPLE = (
    "Vik",
    "Tor Vik",
    "Ola Vik",
    "Tor",
    "Tor Ola Vik",
    "Vik Vik",
    "Vik Tor",
    "Ola Moe",
    "Moe",
    "Tor Moe",
)
BODIES = ("Reef Board", "The Reef Board", "Northern Reef Board", "NRB", "Ministry of Trade", "Trade Ministry")
OFFICES = ((), (), ("defence minister",), ("foreign minister",), ("defence minister", "foreign minister"))
KNOWN = (None, None, None, None, "tor vik", "ola vik")
DAYS = (None, "2024-03-01", "2025-02-01", "2026-01-05", "2026-03-02")
LANDS = (None, "NOR", "NOR", "SWE")


class Memory:
    """A dossier that is only remembered: appearances, what people said, and who is who by all changes so far."""

    def __init__(self) -> None:
        self.appears: list[Appearance] = []
        self.ties: list[Tie] = []
        self.whose: dict[str, str] = {}
        self.lines: dict[str, str] = {}
        self.told: dict[str, Identity] = {}
        self.proposed: dict[str, Sequence[Pair]] = {}

    def appearances(self, ids: Collection[str]) -> list[Appearance]:
        return [one for one in self.appears if self.whose.get(one.key) in ids]

    def owners(self, keys: Collection[str]) -> set[str]:
        return {self.whose[key] for key in keys if key in self.whose}

    def outlines(self, ids: Collection[str]) -> Mapping[str, Someone]:
        return {id: remembered(self.lines[id]) for id in ids if id in self.lines}

    def under(self, words: Collection[str]) -> Mapping[str, Sequence[Someone]]:
        people = [remembered(line) for line in self.lines.values()]
        return {word: [one for one in people if word in handles(one)] for word in words}

    def change(self, touched: set[str], numbers: set[str]) -> Change:
        """Settle what a change can reach, and remember it."""
        touched |= {
            self.whose[one.key]
            for one in self.appears
            if one.member.document in numbers and one.key in self.whose
        }
        fresh = [one for one in self.appears if one.member.document in numbers and one.key not in self.whose]
        made = again(self, touched, fresh, self.ties)
        for one in self.appearances(made.gone):
            del self.whose[one.key]
        for id in made.gone:
            self.lines.pop(id, None)
            self.told.pop(id, None)
        for someone in made.people:
            self.lines[someone.id], self.told[someone.id] = outlined(someone), identity(someone)
            self.whose |= {one.key: someone.id for one in someone.found}
        self.proposed |= made.proposed
        return made

    def suggestions(self) -> set[object]:
        return {suggestion(pair) for found in self.proposed.values() for pair in found}


def anew(memory: Memory) -> tuple[dict[str, Identity], dict[str, str], set[object]]:
    """Everybody put together at once."""
    people = joined(sorted(memory.appears, key=lambda one: (int(one.member.document), one.key)), memory.ties)
    under = Gathered(people)
    found = {suggestion(pair) for one in people for pair in proposals(one, under)}
    return {one.id: identity(one) for one in people}, {one.id: outlined(one) for one in people}, found


def document(chance: Random, number: int) -> list[Appearance]:
    """Who appears in a text: some people and bodies, each with a name, a country, an office."""
    found, day = [], chance.choice(DAYS)
    for place in range(chance.randint(1, 4)):
        person = chance.random() < 0.7
        name = chance.choice(PEOPLE if person else BODIES)
        called = (name, chance.choice(BODIES)) if not person and chance.random() < 0.3 else (name,)
        member, known = Member(str(number), f"a{place}"), chance.choice(KNOWN) if person else None
        offices = chance.choice(OFFICES) if person else ()
        kind = "person" if person else chance.choice(("organization", "government"))
        land = chance.choice(LANDS)
        found.append(
            Appearance(f"i{number:04}{place}", member, name, kind, land, offices, known, called, day)
        )
    return found


def stepped(memory: Memory, chance: Random, number: int) -> None:
    """A text comes, goes or is read again, or a person says who is who, or takes it back."""
    act = chance.choice(("add", "add", "add", "remove", "reread", "tie", "tie", "undo"))
    numbers = {one.member.document for one in memory.appears}
    if act == "add" or len(memory.appears) < 3:
        memory.appears += document(chance, number)
        memory.change(set(), {str(number)})
    elif act in ("remove", "reread"):
        gone = chance.choice(sorted(numbers))
        lost = [one for one in memory.appears if one.member.document == gone]
        touched = {memory.whose.pop(one.key) for one in lost if one.key in memory.whose}
        memory.appears = [one for one in memory.appears if one not in lost]
        if act == "reread":
            memory.appears += document(chance, int(gone))
        memory.change(touched, {gone})
    elif act == "tie":
        keys = [one.key for one in chance.sample(memory.appears, 3)]
        memory.ties.append(Tie(chance.random() < 0.6, tuple(keys[:1]), tuple(keys[1 : chance.randint(2, 3)])))
        memory.change(set(), spoken_of(memory, memory.ties[-1]))
    elif memory.ties:
        tie = memory.ties.pop(chance.randrange(len(memory.ties)))
        memory.change(set(), spoken_of(memory, tie))


def spoken_of(memory: Memory, tie: Tie) -> set[str]:
    return {one.member.document for one in memory.appears if one.key in (*tie.left, *tie.right)}


@pytest.mark.parametrize("seed", range(24))
def test_any_order_of_changes_ends_where_all_at_once_does(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)
    if seed % 2:
        monkeypatch.setattr(pairs, "NEAR", 2)
        monkeypatch.setattr(pairs, "MOST", 2)
    memory = Memory()
    for number in range(1, 30):
        stepped(memory, chance, number)
        told, lines, found = anew(memory)
        assert memory.told == told
        assert memory.lines == lines
        assert memory.suggestions() == found


def test_only_those_are_looked_at_whom_the_change_can_reach() -> None:
    chance, memory = Random(1), Memory()
    for number in range(1, 60):
        memory.appears += document(chance, number)
        memory.change(set(), {str(number)})
    memory.appears.append(Appearance("i99990", Member("9999", "a1"), "Ada Ruiz", "person", "CHL"))
    made = memory.change(set(), {"9999"})
    assert made.gone == frozenset() and [one.id for one in made.people] == ["i99990"]


def test_what_a_rule_joins_may_be_joined() -> None:
    chance = Random(7)
    for number in range(400):
        one, other = document(chance, 1)[0], document(chance, 2)[0]
        if len(joined([one, other])) == 1:
            assert may_join(Someone.of([one]), Someone.of([other])), (number, one, other)


def test_an_outline_is_all_that_is_asked_for() -> None:
    (one,) = joined(
        [Appearance("i1", Member("1", "a1"), "Tor Vik", "person", "NOR", ("minister",), day="2026-03-02")]
    )
    again_ = remembered(outlined(one))
    assert outlined(again_) == outlined(one) and handles(again_) == handles(one)
