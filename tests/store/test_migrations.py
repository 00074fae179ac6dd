"""The tables that the migrations make are those that the code works with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import readout.store
from readout.dossier import Dossier, opened
from readout.model.errors import DossierError
from readout.store.schema import HEAD, VERSIONS, metadata


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
