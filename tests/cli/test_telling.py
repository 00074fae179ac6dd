"""Which texts of a dossier tell of one text's encounter: the same as by reading them all, with few read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readout.batch.filling import Filling, fill
from readout.cli.telling import telling
from readout.compare import occasions
from readout.dossier import Dossier, Filters, Source, new
from readout.ingest import gather
from readout.model.errors import DossierError

EXAMPLES = Path(__file__).parents[2] / "examples"
PAIRS = ("readout-ghana", "readout-togo", "talks-iceland", "talks-mauritania", "call")


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    """Two pairs of texts, and one alone."""
    with new(tmp_path_factory.mktemp("talks") / "talks.dossier") as dossier:
        inputs = (raw for name in PAIRS for raw in gather(str(EXAMPLES / f"{name}.txt")))
        assert not [told for told in fill(dossier, inputs, Filling("ana")) if told.error]
        yield dossier


@pytest.mark.parametrize(("number", "together"), [(1, [1, 2]), (2, [1, 2]), (3, [3, 4]), (4, [3, 4]), (5, [5])])
def test_it_finds_what_reading_all_would_find(talks: Dossier, number: int, together: list[int]) -> None:
    whole = {sheet.record.document.id: sheet.number for sheet in talks.sheets()}
    every = [[whole[id] for id in one.documents] for one in occasions(talks.records())]
    assert telling(talks, number) == next(one for one in every if number in one) == together


def test_texts_of_other_days_are_not_read(talks: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    sheets = Dossier.sheets

    def counted(dossier: Dossier, filters: Filters = Filters()) -> Iterator[object]:  # noqa: B008
        for sheet in sheets(dossier, filters):
            read.append(sheet.number)
            yield sheet

    monkeypatch.setattr(Dossier, "sheets", counted)
    assert telling(talks, 1) == [1, 2] and sorted(read) == [1, 2]


def test_an_older_version_tells_of_none(tmp_path: Path, talks: Dossier) -> None:
    first = next(talks.records())
    with new(tmp_path / "pages.dossier") as dossier:
        for number, more in enumerate(("", " It was sunny.")):
            text = first.document.text + more
            document = replace(first.document, id=f"sha256:{number:064x}", url="https://x.example/a", text=text)
            dossier.add(replace(first, document=document), Source(name="a", by="ana"))
        with pytest.raises(DossierError, match="text 1 tells of no encounter"):
            telling(dossier, 1)
        assert telling(dossier, 2) == [2]
