"""Where a dossier is: a file, or the address of a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from readout.model.errors import MissingExtraError, UsageError

SERVER = re.compile(r"(postgres|postgresql)(\+psycopg)?://")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def url_of(address: str | Path) -> URL:
    """The address as SQLAlchemy has it; raises ``UsageError`` for one that is neither.

    >>> url_of("talks.dossier").drivername
    'sqlite+pysqlite'
    >>> url_of("postgresql://desk@db.example/talks").drivername
    'postgresql+psycopg'
    """
    name = str(address)
    if SERVER.match(name):
        return _server(name)
    if SCHEME.match(name):
        raise UsageError(f"{shown(name)} is no dossier: give a file, or postgresql://…")
    if not name.strip() or "\0" in name:
        raise UsageError("a dossier needs a name: give a file, or postgresql://…")
    return URL.create("sqlite+pysqlite", database=str(Path(name)))


def _server(name: str) -> URL:
    from importlib.util import find_spec

    if find_spec("psycopg") is None:
        raise MissingExtraError("dossiers in PostgreSQL need psycopg: run pip install 'readout[postgres]'")
    try:
        return make_url(name).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"{shown(name)} is no address: write postgresql://user@host/database") from error


def shown(address: str | Path) -> str:
    """The address without its password, for messages.

    >>> shown("postgresql://desk:secret@db.example/talks")
    'postgresql://desk@db.example/talks'
    """
    return re.sub(r"(://[^/@:]*):.*@", r"\1@", str(address))
