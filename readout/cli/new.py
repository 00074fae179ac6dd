"""``readout new``: a dossier to put documents into."""

from __future__ import annotations

import sys

from readout.cli.options import DossierName


def new(dossier: DossierName) -> None:
    """Make an empty dossier: a file, or tables in an empty PostgreSQL database (postgresql://…)."""
    from readout.dossier import new as make
    from readout.store.address import shown

    make(dossier).close()
    sys.stdout.write(f"{shown(dossier)} is ready: readout add FILE… --to {shown(dossier)}\n")
