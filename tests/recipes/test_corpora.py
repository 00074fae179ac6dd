"""The corpora as the trainer sees them; what needs no PyTorch."""

from pathlib import Path

from readout.language.spelling import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE
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


ROWS = """# newdoc id = notes
# newpar
# sent_id = notes-1
1\tRain\train\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\tEntity=(1-place
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t2\tadvmod\t_\tEntity=1)
3.1\tcome\tcome\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = notes-2
1\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tEntity=(2-place)

"""


def test_a_treebank_becomes_passages(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf-8")
    ((passage, document),) = conllu.read(path)
    assert passage.name == "notes"
    assert passage.spelling.words == ("Rain", "did", "n't", ".", "Oslo")
    assert passage.spelling.gaps == (GAP_PARAGRAPH, GAP_SPACE, GAP_NONE, GAP_NONE, GAP_PARAGRAPH)
    assert (passage.cuts, passage.sentences) == ([0, 4], [(0, 4), (4, 5)])
    assert passage.labels["ends"] == [0, 0, 0, 1, 1]
    assert passage.labels["heads"] == [2, 1, 1, 1, 4]
    assert passage.labels["upos"] == ["NOUN", "AUX", "PART", "PUNCT", "PROPN"]
    assert passage.labels["deprels"] == ["nsubj", "root", "advmod", "punct", "root"]
    assert passage.labels["sentence ids"] == ["notes-1", "notes-2"]
    assert [(f["Tense"], f["Number"], f["Polarity"]) for f in passage.labels["feats"]] == [
        ("_", "Sing", "_"), ("Past", "_", "_"), ("_", "_", "Neg"), ("_", "_", "_"), ("_", "Sing", "_"),
    ]  # fmt: skip
    assert document.misc[0] == "Entity=(1-place"
