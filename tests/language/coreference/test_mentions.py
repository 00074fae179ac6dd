"""Which phrases of a parsed sentence may refer, and how far they reach."""

from __future__ import annotations

from readout.language.branches import Branches
from readout.language.coreference.mentions import candidates
from readout.model.analysis import Word

Row = tuple[str, str, str, int, str]


def sentence(rows: list[Row]) -> list[Word]:
    return [
        Word(i, 0, 0, text, text.lower(), upos, xpos, {}, head, deprel, 0)
        for i, (text, upos, xpos, head, deprel) in enumerate(rows)
    ]


def spans(rows: list[Row]) -> list[str]:
    words = sentence(rows)
    return [" ".join(w.text for w in words[c.first : c.last]) for c in candidates(Branches(words))]


def test_phrases_names_and_owners() -> None:
    rows = [
        ("Norway", "PROPN", "NNP", 2, "nmod:poss"), ("'s", "PART", "POS", 0, "case"),
        ("envoy", "NOUN", "NN", 3, "nsubj"), ("met", "VERB", "VBD", -1, "root"),
        ("her", "PRON", "PRP", 3, "obj"), ("in", "ADP", "IN", 6, "case"),
        ("Oslo", "PROPN", "NNP", 3, "obl"), (".", "PUNCT", ".", 3, "punct"),
    ]  # fmt: skip
    assert spans(rows) == ["Norway 's", "Norway 's envoy", "her", "Oslo"]


def test_joined_phrases_are_one_more() -> None:
    rows = [
        ("Ama", "PROPN", "NNP", 3, "nsubj"), ("and", "CCONJ", "CC", 2, "cc"),
        ("Tor", "PROPN", "NNP", 0, "conj"), ("met", "VERB", "VBD", -1, "root"),
    ]  # fmt: skip
    assert spans(rows) == ["Ama", "Ama and Tor", "Tor"]


def test_titles_and_empty_subjects_do_not_refer() -> None:
    rows = [
        ("It", "PRON", "PRP", 1, "expl"), ("rained", "VERB", "VBD", -1, "root"), ("on", "ADP", "IN", 4, "case"),
        ("Doctor", "PROPN", "NNP", 4, "nmod:desc"), ("Ruiz", "PROPN", "NNP", 1, "obl"),
        (",", "PUNCT", ",", 6, "punct"), ("who", "PRON", "WP", 7, "nsubj"), ("ran", "VERB", "VBD", 4, "acl:relcl"),
    ]  # fmt: skip
    assert spans(rows) == ["Doctor Ruiz , who ran"]
