"""The tables of verbs and nouns: well formed, and read in their own examples."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest

from readout.extract.events import lexicon
from readout.model.record import Record

MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
               "misinformation", "cyber"},
    "ASSAULT": {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"},
}  # fmt: skip
SHARE = 0.88
"""The share of a type's examples that the shipped model must read right; single parses may fail."""


def test_every_mode_is_one_of_plover() -> None:
    wrong = [(e.type, e.mode) for e in lexicon.entries() if e.mode and e.mode not in MODES.get(e.type, set())]
    assert wrong == []


def test_every_pattern_has_an_example_that_holds_one_of_its_words() -> None:
    assert all(e.example and len(e.example.split()) > 2 for e in lexicon.entries())


def test_the_patterns_that_ask_for_most_come_first() -> None:
    weights = [[e.weight for e in group] for group in lexicon.by_lemma().values()]
    assert all(group == sorted(group, reverse=True) for group in weights)


@pytest.mark.parametrize("type_", lexicon.TYPES)
def test_examples_are_read(type_: str, reads: Callable[..., Record]) -> None:
    group = [e for e in lexicon.entries() if e.type == type_]
    failed = [e.example for e in group if not _read(e, reads(e.example))]
    assert len(failed) <= (1 - SHARE) * len(group) + 1, failed


def _read(entry: lexicon.Entry, record: Record) -> bool:
    told = [e for e in record.events if _says(e.trigger.exact, entry)]
    if entry.type == "NONE":
        return told == []
    return any(e.type == entry.type for e in told)


def _says(trigger: str, entry: lexicon.Entry) -> bool:
    """Whether a trigger holds a form of one of the words (the first letters will do)."""
    words = trigger.lower().replace("-", " ").split()
    stems = chain.from_iterable(lemma.split("-") for lemma in entry.lemmas)
    return any(w[:3] == stem[:3] or (w, stem) in IRREGULAR for stem in stems for w in words)


IRREGULAR = {
    ("took", "take"), ("went", "go"), ("struck", "strike"), ("bought", "buy"), ("taken", "take"), ("met", "meet"),
    ("paid", "pay"), ("spoke", "speak"), ("told", "tell"), ("sought", "seek"), ("fought", "fight"), ("held", "hold"),
    ("broke", "break"), ("left", "leave"), ("blew", "blow"), ("gave", "give"), ("quit", "quit"), ("sank", "sink"),
}  # fmt: skip
