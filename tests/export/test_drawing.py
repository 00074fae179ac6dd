"""Where the bars and labels of a timeline stand."""

from __future__ import annotations

from readout.export.drawing import LETTER, WIDTH, Bar, drawing
from readout.model.timeline import Moment


def _bars(*spans: tuple[str, str]) -> list[Bar]:
    moments = [
        Moment("CONSULT", "planned", ("Norway", "Chile"), (), (), edtf=start, start=start, end=end)
        for start, end in spans
    ]
    return list(drawing(moments).bars)


def test_every_label_stands_inside_the_drawing() -> None:
    spans = [("2026-01-01", "2026-12-31"), ("2026-03-02", "2026-03-02"), ("2026-11-30", "2026-11-30")]
    for bar in _bars(*spans, ("2026-01-01", "2026-09-30")):
        length = len(bar.label) * LETTER
        left, right = (bar.label_x - length, bar.label_x) if bar.before else (bar.label_x, bar.label_x + length)
        assert left >= 0 and right <= WIDTH, bar.label


def test_a_label_stands_within_its_bar_where_neither_side_has_room() -> None:
    year, early, late = _bars(
        ("2026-01-01", "2026-12-31"), ("2026-03-02", "2026-03-02"), ("2026-11-30", "2026-11-30")
    )
    assert (year.within, year.before) == (True, False)
    assert (early.within, early.before) == (False, False)
    assert (late.within, late.before) == (False, True)
