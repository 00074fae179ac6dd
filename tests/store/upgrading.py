"""Dossiers as an older Readout left them."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

import readout.store
from readout.store.database import Store


def made_at(address: str, revision: str) -> None:
    """An empty dossier with the tables of an older step."""
    config = Config()
    config.set_main_option("script_location", str(Path(readout.store.__file__).parent / "migrations"))
    with Store(address) as store, store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
