"""Who is who is put together again only for those whom a change can reach: outlines and handles are kept.

Identities that were made before are made anew when somebody first asks for people.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; a change says whose it was."""
    op.add_column("unsettled", sa.Column("identity", sa.Text()))
    op.create_table(
        "outlines",
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("identity", name=op.f("pk_outlines")),
    )
    op.create_table(
        "handles",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", "identity", name=op.f("pk_handles")),
    )
    op.create_index("ix_handles_identity", "handles", ["identity"])
    op.execute("DELETE FROM settlements")


def downgrade() -> None:
    """A dossier is never taken back to an older Readout."""
    raise NotImplementedError("this step cannot be taken back: open the dossier with today's Readout")
