"""Search in a dossier of generated documents: how long a hit list takes.

    python bench/search.py [DOCUMENTS] [sqlite|postgresql]

Documents of some 250 words over a vocabulary in which a few words are everywhere and most are rare
(Zipf), each with a dozen items; four thousand different ones, repeated under other numbers and dates.
A thousand searches of every sort, as ``Dossier.search`` answers them, twenty hits each.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Engine, create_engine, insert, text

from readout.dossier import Dossier, Filters, new
from readout.model.actor import Actor, Mention
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.event import Event
from readout.model.record import Record
from readout.model.statement import Party, Statement
from readout.model.topic import Topic
from readout.model.when import When
from readout.store import schema
from readout.store.entries import Facts, first_id, rows_of
from readout.store.readings import encoded
from tests.store.server import server

CHANCE = random.Random(11)
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]
WORDS = ["".join(CHANCE.choices(SYLLABLES, k=CHANCE.randint(2, 4))) for _ in range(40_000)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
PEOPLE = [f"{CHANCE.choice(WORDS).title()} {CHANCE.choice(WORDS).title()}" for _ in range(3_000)]
TOPICS = [f"{CHANCE.choice(WORDS)} {CHANCE.choice(WORDS)}" for _ in range(500)]
PAPERS = [f"The {CHANCE.choice(WORDS).title()} Times" for _ in range(40)]
DIFFERENT, TOGETHER = 4_000, 1_000
DAY_ONE = date(2010, 1, 1)


def record() -> Record:
    """One document: twelve sentences, in each somebody says something."""
    people = CHANCE.sample(PEOPLE, 4)
    sentences = [(CHANCE.choice(people), CHANCE.choices(WORDS, cum_weights=WEIGHTS, k=18)) for _ in range(12)]
    text, statements, events = "", [], []
    mentions: dict[str, list[Mention]] = {person: [] for person in people}
    for number, (person, words) in enumerate(sentences, 1):
        start = len(text)
        mentions[person].append(Mention(start, start + len(person), person))
        begin = start + len(person) + 6
        content = Anchor(begin, begin + len(" ".join(words)), " ".join(words))
        text += f"{person} said {content.exact}. "
        source = Party(f"a{people.index(person) + 1}", Anchor(start, start + len(person), person))
        said = CHANCE.choices(("yes", "denied", "not said", "declined"), (90, 5, 3, 2))[0]
        if number <= 6:
            statements.append(Statement(f"s{number}", (content,), source, said=said, topics=("t1",)))  # type: ignore[arg-type]
        elif number <= 9:
            kind = CHANCE.choice(("CONSULT", "AGREE", "ACCUSE", "SANCTION", "ASSAULT"))
            events.append(
                Event(f"e{number}", kind, content, content, actors=(source.actor or "",), when="w1")
            )
    day = (DAY_ONE + timedelta(CHANCE.randrange(5_800))).isoformat()
    place = Anchor(0, len(people[0]), text[: len(people[0])])
    document = Document("", text, title=" ".join(sentences[0][1][:8]), publisher=CHANCE.choice(PAPERS))
    actors = tuple(
        Actor(f"a{number}", person, "person", tuple(mentions[person]))
        for number, person in enumerate(people, 1)
    )
    whens = (When("w1", place, place.exact, day, day, day),)
    topics = (Topic("t1", CHANCE.choice(TOPICS), (place,)),)
    return Record(document, actors, tuple(statements), tuple(events), whens, topics=topics, model="generated")


def fill(dossier: Dossier, count: int) -> None:
    """Many documents a transaction: what is measured here is searching, not adding."""
    made = [record() for _ in range(min(DIFFERENT, count))]
    rows = [list(rows_of(one, Facts(0, None, True, {}))) for one in made]
    kept = [encoded(one) for one in made]
    for start in range(1, count + 1, TOGETHER):
        numbers = range(start, min(start + TOGETHER, count + 1))
        with dossier.store.writing() as connection:
            connection.execute(insert(schema.pages), [{"id": number} for number in numbers])
            connection.execute(insert(schema.documents), [_document(made, number) for number in numbers])
            connection.execute(insert(schema.readings), [_reading(kept, number) for number in numbers])
            entries = [row for number in numbers for row in _rows(rows, number)]
            connection.execute(insert(schema.entries), entries)


def _day(number: int) -> str:
    return (DAY_ONE + timedelta(number * 7_919 % 5_800)).isoformat()


def _document(made: list[Record], number: int) -> dict[str, Any]:
    one = made[number % len(made)].document
    told = {"name": f"{number}.txt", "title": one.title, "publisher": one.publisher, "language": "en"}
    kept = {"number": number, "id": f"sha256:{number:064x}", "page": number, "version": 1, "words": 250}
    return kept | told | {"published": _day(number), "added": "2026-01-01", "added_by": "bench"}


def _reading(kept: list[str], number: int) -> dict[str, Any]:
    told = {"model": "generated", "made_by": "bench", "made": "2026-01-01", "current": True}
    return told | {"document": number, "record": kept[number % len(kept)]}


def _rows(rows: list[list[dict[str, Any]]], number: int) -> Iterator[dict[str, Any]]:
    day = _day(number)
    for position, row in enumerate(rows[number % len(rows)]):
        yield row | {"id": first_id(day, number, position), "document": number}


def _word(common: bool) -> str:
    return CHANCE.choices(WORDS, cum_weights=WEIGHTS)[0] if common else CHANCE.choice(WORDS)


def _year() -> str:
    return str(CHANCE.randint(2010, 2025))


SORTS: dict[str, Callable[[], Filters]] = {
    "a word": lambda: Filters(words=_word(False)),
    "a common word": lambda: Filters(words=_word(True)),
    "two common words": lambda: Filters(words=f"{_word(True)} {_word(True)}"),
    "three words": lambda: Filters(words=f"{_word(True)} {_word(True)} {_word(False)}"),
    "a phrase": lambda: Filters(words=f'"{_word(True)} {_word(True)}"'),
    "a beginning": lambda: Filters(words=f"{_word(True)[:4]}*"),
    "or, not": lambda: Filters(words=f"{_word(True)} OR {_word(False)} -{_word(True)}"),
    "a word in a year": lambda: Filters(words=_word(True), since=(year := _year()), until=year),
    "an actor": lambda: Filters(actor=CHANCE.choice(PEOPLE)),
    "an actor's denials": lambda: Filters(actor=CHANCE.choice(PEOPLE), stance="denied"),
    "an actor on a word": lambda: Filters(actor=CHANCE.choice(PEOPLE), kind="statement", words=_word(True)),
    "a topic": lambda: Filters(topic=CHANCE.choice(TOPICS)),
    "a stance": lambda: Filters(stance="not said"),
    "a stance in a year": lambda: Filters(stance="denied", since=(year := _year()), until=year),
    "events of a type": lambda: Filters(kind="event", type="sanction", since=_year()),
    "events of a month": lambda: Filters(kind="event", after=(month := f"{_year()}-05"), before=month),
    "a paper": lambda: Filters(publisher=CHANCE.choice(PAPERS), words=_word(True)),
    "what nobody judged": lambda: Filters(kind="statement", verdict="none"),
    "everything": lambda: Filters(),
}


@contextmanager
def opened(database: str) -> Iterator[Dossier]:
    """A fresh dossier."""
    if database == "sqlite":
        with tempfile.TemporaryDirectory() as folder, new(f"{folder}/search.dossier") as dossier:
            yield dossier
        return
    with server() as running:
        engine: Engine = create_engine(
            running.replace("postgresql", "postgresql+psycopg", 1) + "/postgres", isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE search"))
        engine.dispose()
        with new(f"{running}/search") as dossier:
            yield dossier


def percentile(times: list[float], share: float) -> float:
    """Milliseconds within which this share of the searches was answered."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def main() -> None:
    """Fill, search, tell."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    database = sys.argv[2] if len(sys.argv) > 2 else "sqlite"
    with opened(database) as dossier:
        began = time.monotonic()
        fill(dossier, count)
        if database == "postgresql":
            with dossier.store.writing() as connection:
                connection.execute(text("ANALYZE"))
        print(f"{database}: {count:,} documents in {time.monotonic() - began:.0f} s", flush=True)
        times: dict[str, list[float]] = {name: [] for name in SORTS}
        for turn in range(1_000):
            name = list(SORTS)[turn % len(SORTS)]
            filters = SORTS[name]()
            began = time.monotonic()
            dossier.search(filters)
            times[name].append(time.monotonic() - began)
        for name, some in times.items():
            middle, slowest = statistics.median(some) * 1000, max(some) * 1000
            print(f"{name:<22} median {middle:7.1f} ms, slowest {slowest:7.1f} ms")
        every = [one for some in times.values() for one in some]
        shares = ", ".join(
            f"{share:.0%} within {percentile(every, share):.1f} ms" for share in (0.5, 0.95, 0.99)
        )
        print(f"{len(every)} searches: {shares}")


if __name__ == "__main__":
    main()
