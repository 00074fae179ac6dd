"""Kill a process in the middle of adding, and look whether the dossier is whole."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from sqlalchemy import text

from readout.dossier import Dossier, Filters, opened

PROGRAM = Path(__file__).with_name("adding.py")


def killed(address: str, first: int, within: float, chance: random.Random) -> int:
    """Start a process that adds documents from ``first`` on; kill it at a random moment; the last it told of."""
    command = [sys.executable, str(PROGRAM), address, str(first), str(first + 1_000_000)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout and running.stderr
    assert running.stdout.readline() == "ready\n", running.stderr.read()
    timer = threading.Timer(chance.uniform(0, within), running.kill)
    timer.start()
    told = running.stdout.readlines()
    running.wait()
    timer.join()
    running.stdout.close()
    running.stderr.close()
    whole = [int(line.split()[1]) for line in told if line.endswith("\n")]
    return max(whole, default=first - 1)


def faults(address: str, expected: range) -> list[str]:
    """What is wrong with a dossier in which these documents were told of, and perhaps one more."""
    with opened(address) as dossier:
        names = {kept.name for kept in dossier.documents(Filters(versions=True))}
        lost = [f"{number} is lost" for number in expected if f"{number}.txt" not in names]
        extra = sorted(names - {f"{number}.txt" for number in range(expected.start, expected.stop + 1)})
        return lost + [f"{name} is too much" for name in extra] + _halves(dossier)


HALVES = {
    "without bytes": "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.id = d.id)",
    "bytes without a document": "SELECT count(*) FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = b.id)",
    "without a reading": "SELECT count(*) FROM documents d WHERE (SELECT count(*) FROM readings r WHERE r.document = d.number) <> 1",
    "not wholly found": "SELECT count(*) FROM documents d WHERE (SELECT count(*) FROM entries e WHERE e.document = d.number) <> 201",
    "pages without a document": "SELECT count(*) FROM pages p WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.page = p.id)",
}


def _halves(dossier: Dossier) -> list[str]:
    found = []
    with dossier.store.reading() as connection:
        for what, query in HALVES.items():
            if count := connection.scalar(text(query)):
                found.append(f"{count} {what}")
        check = "PRAGMA integrity_check" if dossier.store.searches_by_fts else "SELECT 'ok'"
        said = connection.scalar(text(check))
        found += [] if said == "ok" else [str(said)]
    if dossier.store.searches_by_fts:
        with (
            dossier.store.writing() as connection
        ):  # raises where the full-text index is not that of the rows
            connection.execute(
                text("INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")
            )
    return found
