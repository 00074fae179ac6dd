"""The verbs and nouns of events, read from the tables beside this file.

A pattern is a kind (``v`` verb, ``n`` noun, ``a`` adjective), lemmas, and what must stand with them:
``v impose obj:sanction,embargo`` is "impose" with such an object. The README of the tables tells all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PACKAGE = "readout.extract.events"
TYPES = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "NONE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a pattern asks for: ``slot`` (obj, subj, prt, @on, mod, x, +to …) and its lemmas."""

    slot: str
    lemmas: frozenset[str] = frozenset()
    kind: str | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """Where an event's parties stand: slots of actors, of recipients, and of those who act together."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one event type."""

    type: str
    kind: str
    lemmas: tuple[str, ...]
    needs: tuple[Need, ...]
    mode: str | None
    parties: Parties
    contexts: tuple[str, ...]
    example: str
    order: int = 0
    near: tuple[frozenset[str], ...] = ()
    """What must stand in its sentence for it to hold: one word of each of these."""

    @property
    def weight(self) -> int:
        """How much the pattern asks for: the more, the surer."""
        surer = 1 if self.type == "NONE" and self.needs else 0
        return surer + sum(2 if need.lemmas or need.kind else 1 for need in self.needs)


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table beside this file, without its heading."""
    lines = files(PACKAGE).joinpath(name).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines[1:] if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """A small class of words from ``words.toml``."""
    return frozenset(_classes()[name])


@cache
def _classes() -> dict[str, list[str]]:
    return tomllib.loads(files(PACKAGE).joinpath("words.toml").read_text("utf-8"))


@cache
def entries() -> tuple[Entry, ...]:
    """Every pattern of every type."""
    found: list[Entry] = []
    for type_ in TYPES:
        for row in table(f"plover/{type_.lower()}.tsv"):
            found.append(_entry(type_, row, len(found)))
    return tuple(found)


@cache
def by_lemma() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """The patterns of a kind and lemma, those that ask for most first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries():
        for lemma in entry.lemmas:
            found.setdefault((entry.kind, lemma), []).append(entry)
    return {key: tuple(sorted(group, key=lambda e: (-e.weight, e.order))) for key, group in found.items()}


@cache
def lemmas() -> frozenset[str]:
    """Every lemma that has a pattern."""
    return frozenset(lemma for _, lemma in by_lemma())


@dataclass(frozen=True, slots=True)
class Group:
    """The patterns of one word with what each cannot do without, as the bits of a number."""

    entries: tuple[tuple[Entry, int], ...]
    bits: dict[str, int]
    words: frozenset[str]

    def among(self, spoken: frozenset[str]) -> Iterator[Entry]:
        """The patterns that hold in a sentence if their words are not only in it but in their places."""
        met = 0
        for word in self.words & spoken:
            met |= self.bits[word]
        return (entry for entry, needed in self.entries if needed & met == needed)


@cache
def group(kind: str, lemma: str) -> Group:
    """The patterns of a kind and lemma, those that ask for most first."""
    bits: dict[str, int] = {}
    entries: list[tuple[Entry, int]] = []
    bit = 1
    for entry in by_lemma().get((kind, lemma), ()):
        needed = 0
        for near in entry.near:
            for word in near:
                bits[word] = bits.get(word, 0) | bit
            needed |= bit
            bit <<= 1
        entries.append((entry, needed))
    return Group(tuple(entries), bits, frozenset(bits))


@cache
def effects(kind: str) -> dict[str, str]:
    """What words do to what stands under them: ``v`` verbs, ``n`` nouns, ``a`` adjectives, ``light`` ones."""
    if kind == "light":
        return {row[0]: row[1] for row in table("light.tsv")}
    return {row[0].split(" ", 1)[1]: row[1] for row in table("embed.tsv") if row[0].startswith(kind + " ")}


def _entry(type_: str, row: tuple[str, ...], order: int) -> Entry:
    kind, lemmas, *asked = row[0].split()
    needs = tuple(_need(n) for n in asked)
    return Entry(
        type_,
        kind,
        tuple(lemmas.split("/")),
        needs,
        row[1] or None,
        _parties(row[2], kind),
        tuple(c for c in row[3].split(",") if c),
        row[4],
        order,
        tuple(words for need in needs for words in _near(need) if words),
    )


def _need(text: str) -> Need:
    absent = text.startswith("-")
    text = text.lstrip("-")
    if "=" in text:
        slot, kind = text.split("=", 1)
        return Need(slot, kind=kind, absent=absent)
    slot, _, lemmas = text.partition(":")
    return Need(slot, frozenset(lemmas.split(",")) if lemmas else frozenset(), absent=absent)


FORMS = frozenset({"num", "voice"})
SLOTS = frozenset({"obj", "subj", "iobj", "poss", "mod", "prt", "x", "+to", "+that", "+from"})
"""The slots that ask for a form of the word itself, and those that are no prepositions."""


def _near(need: Need) -> tuple[frozenset[str], ...]:
    """The words of which a need asks for one, and its preposition."""
    preposition = need.slot.lstrip("@")
    if need.absent or need.slot in FORMS:
        return ()
    if need.slot in ("+to", "+from"):
        return (need.lemmas, frozenset({need.slot[1:]}))
    return (need.lemmas,) if preposition in SLOTS else (need.lemmas, frozenset({preposition}))


def _parties(text: str, kind: str) -> Parties:
    """``actor:poss,of;to on`` or ``+with +between``; an empty field is ``obj``, ``-`` is nobody."""
    actors: tuple[str, ...] = ("subj",) if kind in "va" else ("poss", "by", "mod")
    if text.startswith("actor:"):
        given, _, text = text[6:].partition(";")
        actors = tuple(slot for slot in given.split(",") if slot != "-")
    slots = text.split()
    if not text and kind == "v":
        slots = ["obj"]
    return Parties(
        actors, tuple(s for s in slots if s[0] not in "+-"), tuple(s[1:] for s in slots if s.startswith("+"))
    )
