"""Verbs of headlines, which leave "was" out: to whom a thing is done, not who does it."""

from __future__ import annotations

import pytest

from readout.language import load
from readout.language.engine import Engine
from readout.model.document import Document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(1)


TOLD = [
    ("Peru accused of hiding flood deaths", "Peru", "nsubj:pass"),
    ("Ana Soto urged to resign over ferry contract", "Ana", "nsubj:pass"),
    ("Opposition leader detained at airport", "leader", "nsubj:pass"),
    ("Bank fined for late payment", "Bank", "nsubj:pass"),
    ("Critics accused the army of theft.", "Critics", "nsubj"),
    ("Aid groups warned of cholera on Monday.", "groups", "nsubj"),
    ("Ana Soto refused to resign.", "Ana", "nsubj"),
    ("The court had fined two banks.", "court", "nsubj"),
]


@pytest.mark.parametrize(("text", "name", "label"), TOLD)
def test_what_stands_before_the_verb(engine: Engine, text: str, name: str, label: str) -> None:
    words = engine.analyse(Document("sha256:", text)).words
    assert {w.deprel for w in words if w.text == name} == {label}
