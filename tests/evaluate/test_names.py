"""Name columns: tags become spans."""

from readout.evaluate.names import WIKIGOLD, columns


def test_inside_tags_alone_make_spans() -> None:
    rows = [["Ada", "I-PER"], ["Lind", "I-PER"], ["saw", "O"], ["Oslo", "I-LOC"], [], ["Bergen", "I-LOC"]]
    spelling, cuts, names = columns(rows, WIKIGOLD)
    assert spelling.words == ("Ada", "Lind", "saw", "Oslo", "Bergen")
    assert cuts == [0, 4]
    assert names == {(0, 2, "person"), (3, 4, "place"), (4, 5, "place")}
