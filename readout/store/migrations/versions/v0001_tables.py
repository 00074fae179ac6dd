"""The first tables, and full-text search over the entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

GONE = "INSERT INTO entry_words (entry_words, rowid, tokens) VALUES ('delete', old.id, old.tokens)"
COME = "INSERT INTO entry_words (rowid, tokens) VALUES (new.id, new.tokens)"
WORDS = "tokens, content='entries', content_rowid='id', tokenize='ascii', detail='full'"
LEXEMES = "array_to_tsvector(string_to_array(tokens, ' '))"
SEARCH = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE entry_words USING fts5 ({WORDS})",
        f"CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN {COME}; END",
        f"CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN {GONE}; END",
        f"CREATE TRIGGER entries_changed AFTER UPDATE OF id, tokens ON entries BEGIN {GONE}; {COME}; END",
        "PRAGMA application_id = 0x52444F54",
    ),
    "postgresql": (
        f"ALTER TABLE entries ADD COLUMN lexemes tsvector GENERATED ALWAYS AS ({LEXEMES}) STORED",
        "CREATE INDEX ix_entries_lexemes ON entries USING gin (lexemes)",
    ),
}


def upgrade() -> None:
    """Make everything."""
    _texts()
    _readings()
    _entries()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def _texts() -> None:
    op.create_table(
        "blobs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text()),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blobs")),
    )
    op.create_table(
        "pages",
        sa.Column("id", WIDE, nullable=False),
        sa.Column("url", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("url", name=op.f("uq_pages_url")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "documents",
        sa.Column("number", WIDE, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", WIDE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("url", "publisher", "author")),
        *(sa.Column(name, sa.Text()) for name in ("title", "language", "published")),
        *(sa.Column(name, sa.Text()) for name in ("found_at", "given_published", "given_publisher")),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_documents")),
        sa.ForeignKeyConstraint(["page"], ["pages.id"], name=op.f("fk_documents_page")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        sa.UniqueConstraint("page", "version", name=op.f("uq_documents_page_version")),
        sqlite_autoincrement=True,
    )


def _owned(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    """The column that says whose row it is; the row goes when its document goes."""
    key = sa.ForeignKeyConstraint(
        ["document"], ["documents.number"], name=op.f(f"fk_{table}_document"), ondelete="CASCADE"
    )
    return sa.Column("document", WIDE, nullable=False), key


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", WIDE, nullable=False),
        *_owned("readings"),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("model", "made_by", "made")),
        sa.Column("current", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_readings_document", "readings", ["document"])
    op.create_index(
        "uq_readings_current",
        "readings",
        ["document"],
        unique=True,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
    told = ("kind", "item", "places", "action", "who", "made", "value", "machine", "model")
    op.create_table(
        "judgements",
        sa.Column("number", WIDE, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *_owned("judgements"),
        *(sa.Column(name, sa.Text(), nullable=False) for name in told),
        *(sa.Column(name, sa.Text()) for name in ("field", "note", "undoes")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgements_document", "judgements", ["document"])


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", WIDE, nullable=False, autoincrement=False),
        *_owned("entries"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("key", "day_from", "day_to")),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("verdict", sa.Text()),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
    )
    op.create_index("ix_entries_document", "entries", ["document"])
    op.create_index("ix_entries_kind_key", "entries", ["kind", "key"])
    op.create_index("ix_entries_kind_day_from", "entries", ["kind", "day_from"])
    op.create_index("ix_entries_kind_verdict_confidence", "entries", ["kind", "verdict", "confidence"])


def downgrade() -> None:
    """There is nothing before the first step."""
    raise NotImplementedError("the first step cannot be taken back: remove the dossier instead")
