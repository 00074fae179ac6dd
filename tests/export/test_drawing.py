"""Where the bars and labels of a timeline stand."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2026-03-02", "2026-03-20", ["2026-03-02", "2026-03-09", "2026-03-16"]),
        ("2026-01-15", "2026-05-20", ["2026-02", "2026-03", "2026-04", "2026-05"]),
        ("2024-10-01", "2026-06-30", ["2024-10", "2025-01", "2025-04", "2025-07", "2025-10", "2026-01", "2026-04"]),
        ("2022-10-01", "2026-06-30", ["2023", "2024", "2025", "2026"]),
        ("0001-01-05", "0004-01-01", ["2", "3"]),
        ("9994-05-01", "9999-11-30", ["9995", "9996", "9997", "9998", "9999"]),
        ("2003-05-01", "2021-06-30", ["2005", "2010", "2015", "2020"]),
    ],
)
def test_ticks_stand_where_a_week_a_month_or_a_year_begins(first: str, last: str, labels: list[str]) -> None:
    moments = [
        Moment("CONSULT", "happened", (), (), (), edtf=day, start=day, end=day) for day in (first, last)
    ]
    assert [tick.label for tick in drawing(moments).ticks] == labels
