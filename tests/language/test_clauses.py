"""Clauses hung up where their first words say that they belong."""

from __future__ import annotations

import pytest

from readout.language.clauses import hung
from readout.model.analysis import Word

Row = tuple[str, str, str, int, str]
EARMARKED: list[Row] = [
    ("Chad", "PROPN", "NNP", 1, "nsubj"),
    ("has", "VERB", "VBZ", -1, "root"),
    ("earmarked", "VERB", "VBN", 1, "xcomp"),
    ("funds", "NOUN", "NNS", 2, "obj"),
    (".", "PUNCT", ".", 1, "punct"),
]
PLEDGED: list[Row] = [
    ("Chad", "PROPN", "NNP", 6, "nsubj"),
    (",", "PUNCT", ",", 3, "punct"),
    ("which", "PRON", "WDT", 3, "nsubj"),
    ("pledged", "VERB", "VBD", 6, "advcl"),
    ("rice", "NOUN", "NN", 3, "obj"),
    (",", "PUNCT", ",", 3, "punct"),
    ("paid", "VERB", "VBD", -1, "root"),
]

PREPARED: list[Row] = [
    ("It", "PRON", "PRP", 2, "nsubj:pass"),
    ("was", "AUX", "VBD", 2, "aux:pass"),
    ("prepared", "VERB", "VBN", -1, "root"),
    ("to", "PART", "TO", 4, "mark"),
    ("pay", "VERB", "VB", 2, "xcomp"),
]

ASKED: list[Row] = [
    ("Peru", "PROPN", "NNP", 1, "nsubj"),
    ("asked", "VERB", "VBD", -1, "root"),
    ("Chad", "PROPN", "NNP", 4, "obj"),
    ("to", "PART", "TO", 4, "mark"),
    ("pay", "VERB", "VB", 1, "xcomp"),
]

CHARGED: list[Row] = [
    ("Oil", "PROPN", "NNP", 6, "nsubj"),
    ("and", "CCONJ", "CC", 2, "cc"),
    ("Energy", "NOUN", "NNP", 3, "compound"),
    ("Minister", "PROPN", "NNP", 4, "nmod:desc"),
    ("Tor", "PROPN", "NNP", 0, "flat"),
    ("Vik", "PROPN", "NNP", 0, "flat"),
    ("left", "VERB", "VBD", -1, "root"),
]

DONE: list[Row] = [
    ("Peru", "PROPN", "NNP", 1, "nsubj"),
    ("hinted", "VERB", "VBD", -1, "root"),
    ("it", "PRON", "PRP", 4, "nsubj:pass"),
    ("was", "AUX", "VBD", 4, "aux:pass"),
    ("done", "VERB", "VBN", 1, "xcomp"),
]


def words(rows: list[Row]) -> list[Word]:
    return [
        Word(i, i * 9, i * 9 + len(text), text, {"has": "have"}.get(text, text), upos, xpos, {}, head, rel, 0)
        for i, (text, upos, xpos, head, rel) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "ties"),
    [
        (EARMARKED, [(2, "nsubj"), (2, "aux"), (-1, "root"), (2, "obj"), (2, "punct")]),
        (PLEDGED, [(6, "nsubj"), (3, "punct"), (3, "nsubj"), (0, "acl:relcl"), (3, "obj"), (3, "punct"), (-1, "root")]),
    ],
)  # fmt: skip
def test_hung(rows: list[Row], ties: list[tuple[int, str]]) -> None:
    assert [(w.head, w.deprel) for w in hung(words(rows))] == ties


def test_who_is_asked_is_the_object_of_asking() -> None:
    assert [(w.head, w.deprel) for w in hung(words(ASKED))][2] == (1, "obj")


def test_a_minister_of_two_things_is_one() -> None:
    found = hung(words(CHARGED))
    assert [(w.head, w.deprel) for w in found][:6] == [
        (3, "compound"), (2, "cc"), (3, "compound"), (4, "nmod:desc"), (6, "nsubj"), (4, "flat")
    ]  # fmt: skip


def test_two_people_are_two() -> None:
    rows = [("Petrov", *CHARGED[0][1:]), *CHARGED[1:]]
    assert [(w.head, w.deprel) for w in hung(words(rows))] == [row[3:] for row in rows]


def test_what_is_to_be_done_keeps_its_object() -> None:
    rows = [*ASKED, ("rent", "NOUN", "NN", 1, "obj")]
    assert [(w.head, w.deprel) for w in hung(words(rows))][5] == (4, "obj")


def test_a_clause_with_a_subject_is_whole() -> None:
    assert [w.deprel for w in hung(words(DONE))][4] == "ccomp"


def test_a_will_is_no_passive() -> None:
    found = hung(words(PREPARED))
    assert [w.deprel for w in found][:2] == ["nsubj", "cop"]
    assert found[2].upos == "ADJ"


def test_a_noun_under_the_verb_keeps_it() -> None:
    rows = [*PLEDGED]
    rows[0] = ("Chad", "PROPN", "NNP", 3, "obl")
    assert [(w.head, w.deprel) for w in hung(words(rows))][3] == (6, "advcl")
