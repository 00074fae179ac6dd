"""Chains of sentences of our own, read with the real model."""

from __future__ import annotations

import pytest

from readout.language import load
from readout.language.engine import Engine
from readout.model.document import Document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(1, chains=True)


def chains(engine: Engine, text: str) -> list[list[str]]:
    analysis = engine.analyse(Document("sha256:", text))
    words = analysis.words
    spans = [text[words[m.first].start : words[m.last - 1].end] for m in analysis.mentions]
    return [[spans[number] for number in chain] for chain in analysis.chains]


TOGETHER = [
    ("Ama Boateng arrived on Monday. She met the bakers.", ["Ama Boateng", "She"]),
    ("Ama Boateng arrived on Monday. Boateng met the bakers.", ["Ama Boateng", "Boateng"]),
    ("The ferry sank. Divers found the ferry on Sunday.", ["The ferry", "the ferry"]),
    ("Tor Vik lost his boat.", ["Tor Vik", "his"]),
    ("The bakers lost their ovens.", ["The bakers", "their"]),
    ("Ama Boateng blamed herself.", ["Ama Boateng", "herself"]),
]


@pytest.mark.parametrize(("text", "chain"), TOGETHER)
def test_what_corefers(engine: Engine, text: str, chain: list[str]) -> None:
    assert chain in chains(engine, text)


APART = [
    ("Ama Boateng met Ruth Hall.", "Ama Boateng", "Ruth Hall"),
    ("Tor Vik thanked him.", "Tor Vik", "him"),
    ("His mother met Ama Boateng.", "His", "His mother"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_what_does_not(engine: Engine, text: str, one: str, other: str) -> None:
    assert not any(one in chain and other in chain for chain in chains(engine, text))


@pytest.mark.parametrize("text", ["", "Oslo.", "”", "and of the"])
def test_nothing_to_link(engine: Engine, text: str) -> None:
    assert engine.analyse(Document("sha256:", text)).chains == ()


def test_antecedents_are_likely_ones(engine: Engine) -> None:
    analysis = engine.analyse(Document("sha256:", "Ama Boateng arrived on Monday. She met the bakers."))
    for number, mention in enumerate(analysis.mentions):
        assert all(other < number and log <= 0 for other, log in mention.antecedents)
        assert mention.alone <= 0


@pytest.mark.xfail(strict=True, reason="a name some 100 mentions back is not taken up: taught by short texts")
def test_links_go_beyond_a_window_of_the_encoder(engine: Engine) -> None:
    between = "The town has many ovens and mills, and its roads are dry in summer. " * 18
    text = f"Ama Boateng bakes bread. {between}On Friday Ama Boateng sold the mill."
    assert any(chain.count("Ama Boateng") == 2 for chain in chains(engine, text))


def test_a_reader_finds_the_same_antecedents_where_it_asks() -> None:
    text = "Ama Boateng met the bakers of Aqvit. She thanked them, and the bakers showed Boateng the oven."
    document = Document("sha256:", text)
    read, whole = load(1).analyse(document), load(1, chains=True).analyse(document)
    assert read.chains == ()
    for asked, every in zip(read.mentions, whole.mentions, strict=True):
        assert asked == every or asked.antecedents == ()
    said = {read.words[m.head].text for m in read.mentions if m.antecedents}
    assert {"She", "them", "bakers"} <= said
