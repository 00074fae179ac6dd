"""Which texts tell of one encounter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from readout.compare import occasions
from readout.ingest import document_of_text
from readout.read import Reader

QUISPE = "LIMA - Peru's transport minister, Rosa Quispe, met her Bolivian counterpart, Mario Choque, in Puno on Sunday. Quispe said that Peru would pay for the harbour."
CHOQUE = "LA PAZ - Bolivia's transport minister, Mario Choque, said that he had met Peru's Rosa Quispe in Puno on Sunday. Choque said that Bolivia would send boats."
BERTRAND = "PARIS - French President Odile Bertrand spoke by telephone with the Italian prime minister, Aldo Serra, on Sunday. Bertrand said that the tunnel would open."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, *stories: tuple[str, str]) -> list[list[int]]:
    """The places of the stories under the encounters that they tell of."""
    records = [reader.read(document_of_text(text, published=day)) for text, day in stories]
    ids = [record.document.id for record in records]
    return [[ids.index(id) for id in one.documents] for one in occasions(records)]


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ([(QUISPE, "2026-05-04"), (CHOQUE, "2026-05-05")], [[0, 1]]),
        ([(QUISPE, "2026-05-04"), (BERTRAND, "2026-05-04")], [[0], [1]]),
        ([(QUISPE, "2026-05-04"), (BERTRAND, "2026-05-04"), (CHOQUE, "2026-05-04")], [[0, 2], [1]]),
        ([(QUISPE, "2026-05-04"), (CHOQUE, "2026-06-09")], [[0]]),
        ([("Ada Ruiz said that the bridge was safe.", "2026-05-04")], []),
    ],
)
def test_texts_are_put_together_by_parties_and_date(
    reader: Reader, stories: Sequence[tuple[str, str]], expected: list[list[int]]
) -> None:
    assert sorted(told(reader, *stories)) == expected
