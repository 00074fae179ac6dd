"""A dossier's database, held open: transactions, and the step up to today's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from readout.model.errors import DossierError, UsageError
from readout.store.address import shown, url_of
from readout.store.schema import HEAD, MARK, VERSIONS

PATIENCE = 120_000
"""Milliseconds that a process waits for another one's transaction to end."""
BUILDING = 727_564
"""The PostgreSQL advisory lock under which tables are made."""


class Store:
    """An open dossier. ``reading()`` and ``writing()`` give a connection within one transaction.

    >>> with create("talks.dossier") as store:              # doctest: +SKIP
    ...     with store.writing() as connection: ...
    """

    def __init__(self, address: str | Path) -> None:
        self.name = shown(address)
        self.engine = _engine(address)

    @property
    def searches_by_fts(self) -> bool:
        """Whether full text is searched by SQLite's FTS5 (else by PostgreSQL's tsvector)."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the dossier from its start to its end."""
        level: dict[str, str] = {} if self.searches_by_fts else {"isolation_level": "REPEATABLE READ"}
        with self._told(), self._connected(**level) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole when the block ends, and not at all when it raises."""
        with self._told(), self._connected(writes=True) as connection, connection.begin():
            yield connection

    def _connected(self, **options: Any) -> Connection:
        return self.engine.connect().execution_options(**options)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What a database complains of, in one sentence."""
        try:
            yield
        except OperationalError as error:
            raise DossierError(f"{self.name}: {_sentence(error)}") from error
        except DatabaseError as error:
            if isinstance(error.orig, sqlite3.DatabaseError) and "malformed" in str(error.orig):
                raise DossierError(f"{self.name} is damaged: take it from a copy") from error
            raise

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(address: str | Path) -> Store:
    """Make a new dossier and open it; raises ``UsageError`` where there is one already."""
    store = Store(address)
    try:
        file = store.engine.url.database if store.searches_by_fts else None
        if file is not None:
            _creatable(Path(file))
        if _version(store) is not None:
            raise UsageError(f"{store.name} is a dossier already")
        _migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def open_store(address: str | Path) -> Store:
    """Open a dossier, and bring the tables of an older Readout up to date.

    Raises ``DossierError`` where there is none, or one that a newer Readout made.
    """
    store = Store(address)
    try:
        file = store.engine.url.database if store.searches_by_fts else None
        if file is not None and not (Path(file).is_file() and Path(file).stat().st_size):
            raise DossierError(f"{store.name} does not exist: make it with readout new {store.name}")
        version = _version(store)
        if version is None:
            raise DossierError(f"{store.name} is no dossier: make one with readout new")
        if version > HEAD:
            raise DossierError(f"{store.name} was made by a newer Readout: install that one")
        if version < HEAD:
            _migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def _creatable(file: Path) -> None:
    """Refuse a place without a folder, or where something is; a database without tables is nothing."""
    if file.is_dir() or not file.absolute().parent.is_dir():
        raise UsageError(f"{file} cannot be made: its folder does not exist, or it is a folder itself")
    if file.exists() and file.stat().st_size and _tables(file) != 0:
        raise UsageError(f"{file} exists already: choose another name")


def _tables(file: Path) -> int | None:
    """How many tables the database in a file has; None where the file is no database."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlite3.DatabaseError:
            return None


def _version(store: Store) -> str | None:
    """The migration that the database has seen; None where there are no tables of ours."""
    try:
        with store.engine.connect() as connection:
            if store.searches_by_fts and connection.scalar(text("PRAGMA application_id")) != MARK:
                return None
            if not inspect(connection).has_table(VERSIONS):
                return None
            found = connection.scalar(text(f"SELECT version_num FROM {VERSIONS}"))
            return None if found is None else str(found)
    except SQLAlchemyError as error:
        if "file is not a database" in (why := _sentence(error)):
            raise DossierError(f"{store.name} is no dossier: make one with readout new") from error
        raise DossierError(f"{store.name} cannot be opened: {why}") from error


def _migrate(store: Store) -> None:
    """Run Alembic's steps in one transaction; a second process waits and then finds them done."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with store.writing() as connection:
        if not store.searches_by_fts:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({BUILDING})"))
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)


def _engine(address: str | Path) -> Engine:
    url = url_of(address)
    if url.get_backend_name() != "sqlite":
        told = {"connect_timeout": 10, "prepare_threshold": None}  # a plan made for any words suits none
        return create_engine(url, pool_pre_ping=True, connect_args=told)
    engine = create_engine(url, connect_args={"timeout": PATIENCE / 1000})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    """Each SQLite connection: we begin transactions ourselves; a crash loses no commit."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    with suppress(sqlite3.OperationalError):  # a dossier on a read-only disk keeps the mode it has
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that only asks for it later could find it taken in between."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _sentence(error: SQLAlchemyError) -> str:
    """The database's own words on one line."""
    words = str(getattr(error, "orig", None) or error)
    return " ".join(words.split())[:300] or type(error).__name__
