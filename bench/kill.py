"""Kill a process in the middle of ``add`` a hundred times, at random moments, on both databases.

    python bench/kill.py [KILLS]

After every kill the dossier is opened and looked through: every document that the process told of
must be there with its bytes, its reading and all of its index, and none may be half there.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import create_engine, text

from readout.dossier import new
from tests.store.server import server
from tests.store.torn import faults, killed


@contextmanager
def addresses() -> Iterator[dict[str, str]]:
    """A fresh dossier in each database."""
    with tempfile.TemporaryDirectory() as folder, server() as running:
        engine = create_engine(
            running.replace("postgresql", "postgresql+psycopg", 1) + "/postgres", isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE kills"))
        engine.dispose()
        found = {"SQLite": f"{folder}/kills.dossier", "PostgreSQL": f"{running}/kills"}
        for address in found.values():
            new(address).close()
        yield found


def main() -> None:
    """Kill, look, count."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with addresses() as found:
        for name, address in found.items():
            chance, following, wrong, began = random.Random(5), 0, 0, time.monotonic()
            for _ in range(kills):
                last = killed(address, following, 0.4, chance)
                told = faults(address, range(last + 1))
                wrong += bool(told)
                for fault in told:
                    print(f"{name}: {fault}")
                following = last + 1 if not told else following + 1_000
            seconds = time.monotonic() - began
            told_of = f"{kills} kills, {following} documents told of"
            print(f"{name}: {told_of}, {wrong} dossiers with a fault, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
