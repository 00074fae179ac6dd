"""Every test of a store runs on both databases."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from readout.dossier import Dossier, new, opened
from readout.model.record import Record
from readout.store import Source
from readout.store.schema import metadata

from .server import server

Make = Callable[[], str]
COUNTER = itertools.count(1)


class Shelf:
    """Empty dossiers in a PostgreSQL server; used ones are emptied and lent again."""

    def __init__(self, address: str) -> None:
        self.address, self.free = address, list[str]()

    def lend(self) -> str:
        """The address of an empty dossier."""
        return self.free.pop() if self.free else self._made()

    def _made(self) -> str:
        name = f"dossier_{next(COUNTER)}"
        self.run("postgres", f"CREATE DATABASE {name}")
        new(f"{self.address}/{name}").close()
        return f"{self.address}/{name}"

    def take_back(self, address: str) -> None:
        """Empty a dossier."""
        tables = ", ".join(table.name for table in metadata.sorted_tables)
        self.run(address.rpartition("/")[2], f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
        self.free.append(address)

    def run(self, database: str, statement: str) -> None:
        driven = self.address.replace("postgresql", "postgresql+psycopg", 1)
        engine = create_engine(f"{driven}/{database}", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Shelf]:
    """A running PostgreSQL server."""
    with server() as address:
        yield Shelf(address)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes empty dossiers in one of the databases, and says where they are."""
    shelf: Shelf | None = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    lent: list[str] = []

    def made() -> str:
        if shelf is not None:
            lent.append(shelf.lend())
            return lent[-1]
        path = tmp_path / f"{next(COUNTER)}.dossier"
        new(path).close()
        return str(path)

    yield made
    for address in lent:
        assert shelf is not None
        shelf.take_back(address)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a dossier may be made: nothing, or a database without tables."""
    if request.param == "sqlite":
        return str(tmp_path / "old.dossier")
    shelf: Shelf = request.getfixturevalue("postgres")
    name = f"bare_{next(COUNTER)}"
    shelf.run("postgres", f"CREATE DATABASE {name}")
    return f"{shelf.address}/{name}"


@pytest.fixture
def address(bare: Make) -> str:
    """Where an empty dossier is."""
    return bare()


@pytest.fixture
def dossier(address: str) -> Iterator[Dossier]:
    """An empty dossier, open."""
    with opened(address) as found:
        yield found


@pytest.fixture
def kept(dossier: Dossier, record: Record) -> object:
    """The hand-made record, added."""
    return dossier.add(record, Source(name="ships.html", by="ana")).document
