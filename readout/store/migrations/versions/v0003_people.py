"""Who is who over all documents is kept: appearances, identities, and what has changed since.

The appearances in documents that are there already are made when somebody first asks for people.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; every document waits to be looked at."""
    _actors()
    _identities()
    op.create_table(
        "unsettled",
        sa.Column("id", WIDE, nullable=False),
        sa.Column("document", WIDE, nullable=False),
        sa.Column("noted", sa.Boolean(create_constraint=False), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsettled")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settlements",
        sa.Column("rules", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rules", name=op.f("pk_settlements")),
    )
    op.execute("INSERT INTO unsettled (document, noted) SELECT number, false FROM documents")


def _actors() -> None:
    texts = ("key", "name", "kind", "offices", "names", "places")
    op.create_table(
        "actors",
        sa.Column("document", WIDE, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, sa.Text()) for name in ("country", "known_as", "day", "identity")),
        sa.Column("said", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Boolean(create_constraint=False), nullable=False)
            for name in ("newest", "listed")
        ),
        sa.PrimaryKeyConstraint("document", "item", name=op.f("pk_actors")),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.number"], name=op.f("fk_actors_document"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_actors_identity", "actors", ["identity"])
    op.create_index("ix_actors_key", "actors", ["key"])


def _identities() -> None:
    op.create_table(
        "identities",
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("id", "name", "kind", "offices", "reasons")
        ),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("names", "tokens")),
        *(sa.Column(name, sa.Text()) for name in ("country", "known_as")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("documents", "said")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
    )
    op.create_table(
        "suggestions",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("left", "right", "reasons", "against")),
        sa.PrimaryKeyConstraint("left", "right", name=op.f("pk_suggestions")),
    )
    op.create_index("ix_suggestions_right", "suggestions", ["right"])


def downgrade() -> None:
    """A dossier is never taken back to an older Readout."""
    raise NotImplementedError("this step cannot be taken back: open the dossier with today's Readout")
