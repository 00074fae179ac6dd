"""The corpora as the trainer sees them; what needs no PyTorch."""

from pathlib import Path

from recipes.language.corpora import conllu, polnear
from recipes.language.corpora.brackets import spans, tagged
from recipes.language.passage import windows


def test_brackets_nest() -> None:
    assert spans(["(1(2", "2)", "_", "1)", "(3)"]) == [(0, 2, "2"), (0, 4, "1"), (4, 5, "3")]


def test_the_longer_of_two_spans_is_tagged() -> None:
    assert tagged(4, [(0, 1, "place"), (0, 3, "person")]) == ["B-person", "I-person", "I-person", "O"]


def test_an_article_becomes_tags_and_arcs() -> None:
    text = "Ada Lind said rain was near."
    notes = (
        "T1\tSource 0 8\tAda Lind\nT2\tCue 9 13\tsaid\nT3\tContent 14 27\train was near\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3"
    )
    passage = polnear.passage(text, notes, "one")
    assert passage.labels["attribution"] == [
        "B-source", "I-source", "B-cue", "B-content", "I-content", "I-content", "O",
    ]  # fmt: skip
    assert passage.labels["cues"][:6] == [2, 2, 2, 2, 2, 2]


def test_windows_cover_a_passage_in_order(tmp_path: Path) -> None:
    import random

    path = tmp_path / "a.conllu"
    row = "{0}\tword\tword\tNOUN\tNN\t_\t{1}\tdep\t_\t_"
    sentence = "\n".join([row.format(1, 0), *(row.format(i, 1) for i in range(2, 21))])
    path.write_text("# newdoc id = a\n" + f"{sentence}\n\n" * 30, "utf-8")
    ((passage, _),) = conllu.read(path)
    passage.pieces = [[1]] * len(passage.spelling.words)
    found = list(windows(passage, 40, 60, random.Random(1)))
    assert [i for w in found for i in range(w.first, w.last)] == list(range(600))
    assert all(w.size <= 60 for w in found)
