"""The tables that the migrations make are those that the code works with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, text

import readout.store
from readout.dossier import Dossier, Filters, opened
from readout.model.errors import DossierError
from readout.store.database import Store
from readout.store.schema import HEAD, VERSIONS, documents, entries, metadata

from .upgrading import made_at


def test_the_newest_step_is_the_one_the_code_works_with() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(readout.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def ours(thing: Any, name: str | None, kind: str, reflected: bool, _: Any) -> bool:
    return not (reflected and (kind, name) in FULL_TEXT) and not (
        kind == "table" and (name or "").startswith("entry_words")
    )


FULL_TEXT = {("column", "lexemes"), ("index", "ix_entries_lexemes")}


def test_the_tables_are_those_of_the_schema(dossier: Dossier) -> None:
    with dossier.store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSIONS, "include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_a_dossier_of_a_newer_readout_is_left_alone(dossier: Dossier, address: str) -> None:
    with dossier.store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '9999'"))
    dossier.close()
    with pytest.raises(DossierError, match="newer Readout"):
        opened(address)
    with dossier.store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '{HEAD}'"))


def test_sqlite_is_set_up_to_lose_nothing(tmp_path: Path) -> None:
    from readout.dossier import new

    with new(tmp_path / "x.dossier") as dossier, dossier.store.reading() as connection:
        pragmas = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": 0x52444F54,
    }


def test_a_dossier_of_the_first_step_is_brought_up_to_date(bare_database: str) -> None:
    """The entries that it holds are found by their words and phrases afterwards."""
    made_at(bare_database, "0001")
    with Store(bare_database) as store, store.writing() as connection:
        connection.execute(text("INSERT INTO pages (id) VALUES (1)"))
        connection.execute(insert(documents).values(OLD_DOCUMENT))
        connection.execute(insert(entries).values(OLD_ENTRY))
    with opened(bare_database) as dossier:
        for words in ("china", '"one china"', '"china policy hol*"', "one -rice"):
            assert [hit.number for hit in dossier.search(Filters(words=words)).hits] == [1], words
        assert dossier.count(Filters(words='"one policy"')) == 0


OLD_DOCUMENT = {"number": 1, "id": "sha256:00", "page": 1, "version": 1, "name": "a.txt", "words": 4} | {
    "added": "2026-01-01",
    "added_by": "ana",
}
OLD_ENTRY = {"id": 1 << 20, "document": 1, "kind": "document", "start": 0, "stop": 22, "label": ""} | {
    "confidence": 1.0,
    "tokens": "one china policy hold · p·paper · k·document",
}
