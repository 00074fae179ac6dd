"""Search in a dossier of generated documents: how long a hit list takes, and the count above it.

    python bench/search.py [DOCUMENTS] [sqlite|postgresql|ADDRESS] [--processor]

A thousand searches of every sort, twenty hits each, every third one going on behind the hits of another
(paging); as ``Dossier.search`` answers them. An ADDRESS is a dossier that ``generated.fill`` has filled.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generated import CHANCE, PAPERS, PEOPLE, TOPICS, WEIGHTS, WORDS, fill
from sqlalchemy import Engine, create_engine, text

from readout.dossier import Dossier, Filters, new, opened
from readout.model.statement import Said
from tests.store.server import server

PAGE = 20
Clock = Callable[[], float]


def _word(common: bool) -> str:
    return CHANCE.choices(WORDS, cum_weights=WEIGHTS)[0] if common else CHANCE.choice(WORDS)


def _year() -> str:
    return str(CHANCE.randint(2010, 2025))


def _said() -> Said:
    several: tuple[Said, ...] = ("denied", "not said", "declined")
    return CHANCE.choice(several)


SORTS: dict[str, Callable[[], Filters]] = {
    "a word": lambda: Filters(words=_word(False)),
    "a common word": lambda: Filters(words=_word(True)),
    "two common words": lambda: Filters(words=f"{_word(True)} {_word(True)}"),
    "three words": lambda: Filters(words=f"{_word(True)} {_word(True)} {_word(False)}"),
    "a phrase": lambda: Filters(words=f'"{_word(True)} {_word(True)}"'),
    "a phrase in items": lambda: Filters(words=f'"{_word(True)} {_word(True)}"', kind="statement"),
    "a beginning": lambda: Filters(words=f"{_word(True)[:4]}*"),
    "or, not": lambda: Filters(words=f"{_word(True)} OR {_word(False)} -{_word(True)}"),
    "a word in a year": lambda: Filters(words=_word(True), since=(year := _year()), until=year),
    "an actor": lambda: Filters(actor=CHANCE.choice(PEOPLE)),
    "an actor's denials": lambda: Filters(actor=CHANCE.choice(PEOPLE), stance="denied"),
    "an actor on a word": lambda: Filters(actor=CHANCE.choice(PEOPLE), kind="statement", words=_word(True)),
    "an actor on a topic": lambda: Filters(actor=CHANCE.choice(PEOPLE), topic=CHANCE.choice(TOPICS)),
    "a topic": lambda: Filters(topic=CHANCE.choice(TOPICS)),
    "a topic in a year": lambda: Filters(topic=CHANCE.choice(TOPICS), since=(year := _year()), until=year),
    "a topic denied": lambda: Filters(topic=CHANCE.choice(TOPICS), stance=_said()),
    "a stance": lambda: Filters(stance=_said()),
    "a stance on a word": lambda: Filters(stance=_said(), words=_word(True)),
    "a stance in a year": lambda: Filters(stance=_said(), since=(year := _year()), until=year),
    "events of a type": lambda: Filters(kind="event", type="sanction", since=_year()),
    "events of a month": lambda: Filters(kind="event", after=(month := f"{_year()}-05"), before=month),
    "events on a word": lambda: Filters(kind="event", words=_word(True), after=_year()),
    "a paper": lambda: Filters(publisher=CHANCE.choice(PAPERS), words=_word(True)),
    "what nobody judged": lambda: Filters(kind="statement", verdict="none"),
    "one kind": lambda: Filters(kind=CHANCE.choice(("statement", "event", "actor", "topic"))),
    "everything": lambda: Filters(),
}


@contextmanager
def opened_at(database: str) -> Iterator[Dossier]:
    """A fresh dossier in a database of this kind, or the filled one at an address."""
    if database == "sqlite":
        with tempfile.TemporaryDirectory() as folder, new(f"{folder}/search.dossier") as dossier:
            yield dossier
    elif database == "postgresql":
        with server() as running:
            _database(running)
            with new(f"{running}/search") as dossier:
                yield dossier
    else:
        with opened(database) as dossier:
            yield dossier


def _database(running: str) -> None:
    """A database to make the dossier in."""
    engine: Engine = create_engine(
        running.replace("postgresql", "postgresql+psycopg", 1) + "/postgres", isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE search"))
    engine.dispose()


def percentile(times: list[float], share: float) -> float:
    """Milliseconds within which this share of the searches was answered."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def searched(dossier: Dossier, filters: Filters, *, goes_on: bool, clock: Clock) -> tuple[float, float]:
    """Seconds that a page of hits took, and the count; the second page where the search goes on."""
    below = None
    if goes_on:
        hits = dossier.search(filters, limit=PAGE).hits
        below = hits[-1].cursor if hits else None
    began = clock()
    dossier.search(filters, limit=PAGE, below=below)
    found = clock()
    dossier.count(filters, most=1_000)
    return found - began, clock() - found


def processor(dossier: Dossier) -> Clock:
    """Tells the processor's time of this process and, on this machine, of the server's that answers it."""
    server = None
    if not dossier.store.searches_by_fts:
        with dossier.store.reading() as connection:
            server = Path(f"/proc/{connection.scalar(text('SELECT pg_backend_pid()'))}/schedstat")
    return lambda: time.process_time() + (int(server.read_text().split()[0]) / 1e9 if server else 0)


def main() -> None:
    """Fill, search, tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=100_000)
    parser.add_argument("database", nargs="?", default="sqlite")
    parser.add_argument("--processor", action="store_true", help="count the processor's time, not the wall's")
    told = parser.parse_args()
    with opened_at(told.database) as dossier:
        if told.database in ("sqlite", "postgresql"):
            began = time.monotonic()
            fill(dossier, told.documents)
            spent = time.monotonic() - began
            print(f"{told.database}: {told.documents:,} documents in {spent:.0f} s", flush=True)
        clock = processor(dossier) if told.processor else time.monotonic
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in SORTS}
        for turn in range(1_000):
            name = list(SORTS)[turn % len(SORTS)]
            times[name].append(searched(dossier, SORTS[name](), goes_on=turn % 3 == 2, clock=clock))
        for name, some in times.items():
            _tell(name, some)
        _tell("all", [one for some in times.values() for one in some])


def _tell(name: str, several: list[tuple[float, float]]) -> None:
    told = [
        f"median {statistics.median(some) * 1000:7.1f}, 95% {percentile(some, 0.95):7.1f},"
        f" slowest {max(some) * 1000:7.1f} ms"
        for some in ([hits for hits, _ in several], [count for _, count in several])
    ]
    print(f"{name:<22} hits: {told[0]}   count: {told[1]}")


if __name__ == "__main__":
    main()
