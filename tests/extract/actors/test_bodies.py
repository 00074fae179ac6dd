"""Bodies of a state by what they are: central banks, parliaments, courts, whichever way the text calls them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

CALLED = [
    ("PRETORIA, South Africa — Prices rose. The central bank, due to meet today, may wait.", "South African Reserve Bank", ["The central bank"]),
    ("The Norwegian central bank waited. Norges Bank said so.", "Norges Bank", ["The Norwegian central bank", "Norges Bank"]),
    ("Sweden's central bank said no. The Riksbank gave no reason.", "Riksbank", ["Sweden's central bank", "The Riksbank"]),
    ("The central bank of Nigeria said no.", "Central Bank of Nigeria", ["The central bank"]),
    ("The European Central Bank said no. The central bank waited.", "European Central Bank", ["The European Central Bank", "The central bank"]),
    ("Brazil's central bank said no.", "Central Bank of Brazil", ["Brazil's central bank"]),
    ("Latvia's parliament voted. The Saeima passed the bill.", "Saeima", ["Latvia's parliament", "The Saeima"]),
    ("The European Union's second-highest court said no.", "General Court of the European Union",
     ["The European Union's second-highest court"]),
    ("The General Court of the European Union said no. The General Court waited.",
     "General Court of the European Union", ["The General Court of the European Union", "The General Court"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), CALLED)
def test_what_bodies_are_called(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name: [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name) == mentions, found
