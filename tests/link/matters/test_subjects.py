"""The nouns with which clauses begin."""

import pytest

from readout.knowledge.kin import stem
from readout.link.accounts.telling import Telling
from readout.link.matters.subjects import _nouns
from readout.model.anchor import Anchor


class Told(Telling):
    """A telling of bare words."""

    @property
    def text(self) -> str:
        return self.anchors[0].exact


@pytest.mark.parametrize(
    ("words", "nouns"),
    [
        ("The pier stays closed to anglers", ["pier"]),
        ("that the Danish consul in Lima had not been asked", ["consul"]),
        ("there were no lamps", []),
        ("The ministry has said so", []),
    ],
)
def test_a_clause_begins_with_a_noun(words: str, nouns: list[str]) -> None:
    told = Told(0, None, "DNK", (Anchor(0, len(words), words),))  # type: ignore[arg-type]
    assert list(_nouns(told)) == nouns


@pytest.mark.parametrize(("word", "one"), [("Fishermen", "fisherman"), ("women", "woman"), ("specimen", "specimen")])
def test_men_are_a_man(word: str, one: str) -> None:
    assert stem(word) == one
