"""The verb of the library, and the names it offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import readout
from readout.ingest import document_of_text
from readout.model.document import Document
from readout.model.record import Record
from readout.read import Reader

STORY = "Ada Ruiz, the mayor, said on Monday that the old bridge over the river was safe."


def test_all_names_what_the_package_offers() -> None:
    assert sorted(readout.__all__) == ["Reader", "ReadoutError", "Record", "__version__", "read"]
    assert all(hasattr(readout, name) for name in readout.__all__)
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = readout.write  # type: ignore[attr-defined]


def test_the_verb_stays_a_function_whatever_is_imported() -> None:
    code = "import readout, readout.read, readout.cli.main; assert callable(readout.read); readout.Record"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@pytest.mark.parametrize("kind", ["path", "name", "bytes", "text"])
def test_read_takes_a_path_a_name_bytes_or_a_text(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    source = {"path": path, "name": str(path), "bytes": STORY.encode(), "text": STORY}[kind]
    record = readout.read(source, published="2026-03-02", publisher="The Paper")
    assert record.document.text == STORY
    assert (record.document.published, record.document.publisher) == ("2026-03-02", "The Paper")


def test_what_cannot_be_read_raises_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(readout.ReadoutError, match="does not exist"):
        readout.read(tmp_path / "none.txt")


def test_a_reader_reads_many_in_order_and_as_one_by_one() -> None:
    documents = [document_of_text(f"{STORY} It has {count} arches.") for count in (7, 8, 9)]
    reader = Reader()
    many = list(reader.read_many(iter(documents)))
    assert [record.document for record in many] == documents
    assert many == [reader.read(document) for document in documents]


def test_any_engine_can_stand_behind_a_reader(blind: object) -> None:
    document = Document("sha256:0", STORY)
    record = Reader(blind).read(document)  # type: ignore[arg-type]
    assert isinstance(record, Record) and record.model == "blind" and record.document is document
