"""The dossier: documents kept with their readings, searched, judged, read again.

Everything that is to be had of a dossier is a method of ``Dossier``; pages and commands use no other.
"""

from __future__ import annotations

from pathlib import Path

from readout.dossier.dossier import Dossier, Found
from readout.dossier.judging import Saying, Standings
from readout.dossier.people import Tied
from readout.dossier.rereading import Reread
from readout.store.changes import Change
from readout.store.database import create, open_store
from readout.store.documents import Added, Kept, Source
from readout.store.query import Filters
from readout.store.search import Hit
from readout.store.somebody import Among, Appears, Perhaps, Somebody

__all__ = [
    "Added",
    "Among",
    "Appears",
    "Change",
    "Dossier",
    "Filters",
    "Found",
    "Hit",
    "Kept",
    "Perhaps",
    "Reread",
    "Saying",
    "Somebody",
    "Source",
    "Standings",
    "Tied",
    "new",
    "opened",
]


def new(address: str | Path) -> Dossier:
    """Make a dossier: a file, or tables in an empty PostgreSQL database."""
    return Dossier(create(address))


def opened(address: str | Path) -> Dossier:
    """Open a dossier that is there.

    >>> with opened("talks.dossier") as dossier:                        # doctest: +SKIP
    ...     dossier.search(Filters(words='"one China"', actor="Xi")).hits
    """
    return Dossier(open_store(address))
