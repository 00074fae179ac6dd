"""Whose office answers to whose."""

from __future__ import annotations

import pytest

from readout.knowledge import counterpart, load

QUESTIONS = [
    ("chancellor", "DEU", "GBR", "2019-05-05", "Theresa May"),
    ("president", "FRA", "DEU", "2025-06-10", None),
    ("president", "DEU", "ITA", "2025-06-10", "Sergio Mattarella"),
    ("prime minister", "IND", "FRA", "2025-06-10", None),
    ("prime minister", "GBR", "USA", "2025-06-10", "Donald Trump"),
    ("president", "USA", "JPN", "2025-06-10", "Shigeru Ishiba"),
    ("foreign secretary", "GBR", "RUS", "2010-01-01", "Sergey Lavrov"),
    ("minister of fisheries", "NOR", "ISL", "2025-06-10", None),
]


@pytest.mark.parametrize(("office", "country", "other", "date", "name"), QUESTIONS)
def test_the_counterpart_on_a_day(office: str, country: str, other: str, date: str, name: str | None) -> None:
    term = counterpart(load(), office, country, other, date)
    assert (term.person if term else None) == name
