"""Treebank files: words, gaps, trees, sentences."""

from pathlib import Path

from readout.evaluate.conllu import read

ROWS = """# newdoc id = a
# newpar
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trains\train\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

"""


def test_a_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf-8")
    (document,) = read(path)
    assert document.words == ["It", "rains", ".", "Do", "n't", "go"]
    assert document.heads == [1, -1, 1, 5, 5, -1]
    assert document.sentences == [(0, 3), (3, 6)]
    assert document.text()[0] == "It rains. Don't go"
