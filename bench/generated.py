"""A dossier of generated documents, filled in bulk: what searches are timed on.

Documents of some 250 words over a vocabulary in which a few words are everywhere and most are rare
(Zipf), each with a dozen items; four thousand different ones, repeated under other numbers and dates.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from readout.dossier import Dossier
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
from readout.store.people import rows_of as appearing
from readout.store.people import unsettle
from readout.store.readings import encoded

CHANCE = random.Random(11)
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]
WORDS = ["".join(CHANCE.choices(SYLLABLES, k=CHANCE.randint(2, 4))) for _ in range(40_000)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
PEOPLE = [f"{CHANCE.choice(WORDS).title()} {CHANCE.choice(WORDS).title()}" for _ in range(3_000)]
TOPICS = [f"{CHANCE.choice(WORDS)} {CHANCE.choice(WORDS)}" for _ in range(500)]
PAPERS = [f"The {CHANCE.choice(WORDS).title()} Times" for _ in range(40)]
DIFFERENT, TOGETHER = 4_000, 5_000
DAY_ONE = date(2010, 1, 1)
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entries'"
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'entries' AND indexname LIKE 'ix%'"


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
    """Many documents in one transaction, indexed at its end: what is timed is searching, not adding."""
    made = [record() for _ in range(min(DIFFERENT, count))]
    rows = [list(rows_of(one, Facts(0, None, True, {}))) for one in made]
    kept = [encoded(one) for one in made]
    there = [list(appearing(0, one, newest=True)) for one in made]
    numbers = range(1, count + 1)
    with dossier.store.writing() as connection:
        put = _inserted if dossier.store.searches_by_fts else _copied
        later = _index_later(connection, fts=dossier.store.searches_by_fts)
        put(connection, schema.pages, ({"id": number} for number in numbers))
        put(connection, schema.documents, (_document(made, number) for number in numbers))
        put(connection, schema.readings, (_reading(kept, number) for number in numbers))
        put(connection, schema.entries, (row for number in numbers for row in _rows(rows, number)))
        put(connection, schema.actors, (row for number in numbers for row in _actors(there, number)))
        unsettle(connection, count)
        for statement in later:
            connection.execute(text(statement))
        counted = () if dossier.store.searches_by_fts else (("pages", "id"), ("documents", "number"))
        for table, column in counted:
            following = f"pg_get_serial_sequence('{table}', '{column}')"
            connection.execute(text(f"SELECT setval({following}, {count})"))
    if not dossier.store.searches_by_fts:
        with dossier.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _index_later(connection: Connection, *, fts: bool) -> list[str]:
    """Take the indexes of the entries away; what makes them again."""
    if fts:
        triggers = connection.execute(text(TRIGGERS)).all()
        for name, _ in triggers:
            connection.execute(text(f"DROP TRIGGER {name}"))
        return ["INSERT INTO entry_words (entry_words) VALUES ('rebuild')", *(sql for _, sql in triggers)]
    indexes = connection.execute(text(INDEXES)).all()
    for name, _ in indexes:
        connection.execute(text(f"DROP INDEX {name}"))
    return ["SET LOCAL maintenance_work_mem = '1GB'", *(made for _, made in indexes)]


def _inserted(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    stream = iter(rows)
    while some := list(islice(stream, TOGETHER)):
        connection.execute(insert(table), some)


def _copied(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """PostgreSQL's way for many rows."""
    stream = iter(rows)
    first = next(stream)
    names = ", ".join(f'"{name}"' for name in first)
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy,  # type: ignore[attr-defined]
    ):
        copy.write_row(tuple(first.values()))
        for row in stream:
            copy.write_row(tuple(row[name] for name in first))


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


def _actors(there: list[list[dict[str, Any]]], number: int) -> Iterator[dict[str, Any]]:
    """Who appears in a document; the keys are those of its number."""
    for row in there[number % len(there)]:
        key = f"i{number:06x}{int(row['item'][1:]):06x}"
        yield row | {"document": number, "key": key, "day": _day(number)}
