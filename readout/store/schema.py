"""The tables, the same in SQLite and PostgreSQL. Migrations make them; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

HEAD = "0004"
"""The newest migration: what this version of Readout works with."""
VERSIONS = "readout_schema"
"""The table in which Alembic writes which migration a dossier has seen."""
MARK = 0x52444F54
"""SQLite's application id of a dossier: RDOT."""

Wide = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _owner() -> Column[int]:
    return Column("document", Wide, ForeignKey("documents.number", ondelete="CASCADE"), nullable=False)


blobs = Table(
    "blobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("media_type", Text),
    Column("data", LargeBinary, nullable=False),
)
"""Raw bytes under their hash (``sha256:…``)."""

pages = Table(
    "pages",
    metadata,
    Column("id", Wide, primary_key=True),
    Column("url", Text, unique=True),
    sqlite_autoincrement=True,
)
"""What has versions: an address, or one text without an address."""

documents = Table(
    "documents",
    metadata,
    Column("number", Wide, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("page", Wide, ForeignKey("pages.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("title", Text),
    Column("language", Text),
    Column("published", Text),
    Column("found_at", Text),
    Column("given_published", Text),
    Column("given_publisher", Text),
    Column("words", Integer, nullable=False),
    Column("added", Text, nullable=False),
    Column("added_by", Text, nullable=False),
    UniqueConstraint("page", "version"),
    sqlite_autoincrement=True,
)
"""One row for each distinct content; its id is the hash of the raw bytes.

``found_at`` is the address that the bytes came from (``url`` is what the page calls its own);
``given_…`` is what the user said and the page did not: it counts again when the bytes are reread.
"""

readings = Table(
    "readings",
    metadata,
    Column("id", Wide, primary_key=True),
    _owner(),
    Column("model", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("current", Boolean(create_constraint=False), nullable=False),
    Column("record", Text, nullable=False),
    Index("ix_readings_document", "document"),
    Index(
        "uq_readings_current",
        "document",
        unique=True,
        sqlite_where=text("current = 1"),
        postgresql_where=text("current"),
    ),
    sqlite_autoincrement=True,
)
"""Every record ever made of a document, with the model that made it; one of them is current."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Wide, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _owner(),
    Column("kind", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("field", Text),
    Column("value", Text, nullable=False),
    Column("note", Text),
    Column("machine", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("undoes", Text),
    Index("ix_judgements_document", "document"),
    sqlite_autoincrement=True,
)
"""What people said of items; rows are added, never changed."""

entries = Table(
    "entries",
    metadata,
    Column("id", Wide, primary_key=True, autoincrement=False),
    _owner(),
    Column("kind", Text, nullable=False),
    Column("item", Text),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("key", Text),
    Column("day_from", Text),
    Column("day_to", Text),
    Column("confidence", Float, nullable=False),
    Column("verdict", Text),
    Column("tokens", Text, nullable=False),
    Index("ix_entries_document", "document"),
    Index("ix_entries_kind_key", "kind", "key"),
    Index("ix_entries_kind_id", "kind", "id"),
)
"""The index that is searched: a row for each text and for each item, made from the judged record.

``id`` runs with the date of publication, so that the newest stands last (see ``entries.py``).
SQLite searches ``tokens`` by an FTS5 table over it, PostgreSQL by a generated ``tsvector`` that holds
the pairs of neighbouring tokens too (see ``lexemes.py``).
"""

actors = Table(
    "actors",
    metadata,
    Column("document", Wide, ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("item", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("known_as", Text),
    Column("offices", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("day", Text),
    Column("said", Integer, nullable=False),
    Column("newest", Boolean(create_constraint=False), nullable=False),
    Column("listed", Boolean(create_constraint=False), nullable=False),
    Column("identity", Text),
    Index("ix_actors_identity", "identity"),
    Index("ix_actors_key", "key"),
)
"""Who appears in each document, made from the judged record, and which identity each belongs to."""

identities = Table(
    "identities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("known_as", Text),
    Column("offices", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("tokens", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("said", Integer, nullable=False),
)
"""One row for each person or body over all documents.

``names`` are the fullest ones of its texts, ``tokens`` those of all its names with barriers between.
``documents`` and ``said`` (its statements) count newest versions only.
"""

suggestions = Table(
    "suggestions",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("reasons", Text, nullable=False),
    Column("against", Text, nullable=False),
    Index("ix_suggestions_right", "right"),
)
"""Pairs of identities that may be one."""

unsettled = Table(
    "unsettled",
    metadata,
    Column("id", Wide, primary_key=True),
    Column("document", Wide, nullable=False),
    Column("noted", Boolean(create_constraint=False), nullable=False),
    Column("identity", Text),
    sqlite_autoincrement=True,
)
"""Documents that came, went or were judged since identities were made; rows are added and taken away.

``noted`` says that the document's rows in ``actors`` are made already; ``identity`` is one to which an
actor of the document belonged.
"""

outlines = Table(
    "outlines",
    metadata,
    Column("identity", Text, primary_key=True),
    Column("line", Text, nullable=False),
)
"""What tells an identity from others, as ``link/outline.py`` writes it."""

handles = Table(
    "handles",
    metadata,
    Column("word", Text, primary_key=True),
    Column("identity", Text, primary_key=True),
    Index("ix_handles_identity", "identity"),
)
"""The words under which those are found who may be the same as somebody (``link/handles.py``)."""

settlements = Table("settlements", metadata, Column("rules", Text, primary_key=True))
"""By which rules the identities were made: one row. Those of an older Readout are made anew."""
