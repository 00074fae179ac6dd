"""The parse as a tree: made once, walked by all."""

from __future__ import annotations

from readout.extract.events.tree import Tree as EventTree
from readout.extract.statements.tree import Tree as StatementTree
from readout.extract.topics.tree import Tree as TopicTree
from readout.extract.tree import Tree
from readout.model.analysis import Analysis, Word


def _analysis(*rows: tuple[str, str, int, str]) -> Analysis:
    """Words as (text, upos, head, deprel) of one sentence, their lemmas left empty."""
    words = tuple(
        Word(i, 8 * i, 8 * i + len(text), text, "", upos, "", {}, head, deprel, 0)
        for i, (text, upos, head, deprel) in enumerate(rows)
    )
    return Analysis(words=words, sentences=((0, len(words)),))


TOLD = _analysis(
    ("Lena", "PROPN", 2, "nsubj:pass"), ("was", "AUX", 2, "aux:pass"), ("told", "VERB", -1, "root"),
    ("by", "ADP", 4, "case"), ("Officers", "NOUN", 2, "obl:agent"),
)  # fmt: skip
DATED = _analysis(
    ("OSLO", "PROPN", 3, "nsubj"), ("—", "PUNCT", 0, "punct"), ("Peru", "PROPN", 0, "appos"),
    ("agreed", "VERB", -1, "root"),
)  # fmt: skip


def test_children_are_found_by_label_and_by_label_without_its_subtype() -> None:
    tree = Tree.of(TOLD)
    assert tree.kids(2, "nsubj", "obl") == [0, 4]
    assert tree.kids(2, "obl:agent") == [4] and tree.kids(2, "obl:tmod") == []
    assert tree.child(4, "case") == 3 and tree.child(4, "nsubj") is None


def test_a_tree_is_walked_up_and_down() -> None:
    tree = Tree.of(TOLD)
    assert list(tree.up(3)) == [4, 2]
    assert tree.subtree(2) == [0, 1, 2, 3, 4] and tree.subtree(2, without=[4]) == [0, 1, 2]
    assert tree.sentence(4) == (0, 5)


def test_an_empty_lemma_is_the_word_itself() -> None:
    assert Tree.of(TOLD).lemma(4) == "officers"


def test_all_kinds_of_items_look_at_one_tree() -> None:
    tree = Tree.of(TOLD)
    for kind in (StatementTree.over(tree), TopicTree.over(tree), EventTree.without_datelines(TOLD, tree)):
        assert kind.children is tree.children and kind.lemmas is tree.lemmas


def test_events_look_past_a_dateline() -> None:
    tree = EventTree.without_datelines(DATED, Tree.of(DATED))
    assert tree.subject(3) == 2


def test_heads_that_go_nowhere_or_round_are_no_children() -> None:
    tree = Tree.of(_analysis(("Oslo", "PROPN", 0, "dep"), ("agreed", "VERB", 9, "dep")))
    assert tree.children == ((), ()) and list(tree.up(1)) == []
