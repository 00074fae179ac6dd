"""What Alembic runs: the steps on the connection that it is given, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from readout.store.schema import VERSIONS, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSIONS,
    transaction_per_migration=False,
)
context.run_migrations()
