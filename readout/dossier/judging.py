"""People's judgements on what was read: made, taken back, and how they stand to today's reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from readout.model.errors import UsageError
from readout.model.judgement import Action, Judgement, Standing
from readout.store import documents as texts
from readout.store import judgements as ledgers
from readout.store.documents import Kept
from readout.store.fields import checked
from readout.store.readings import current, now

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from readout.model.items import Kind
    from readout.store.database import Store

Told = tuple[Judgement, Standing]
GONE = ("lost", "unmatched")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a person says of an item: a verdict, a comment, or a field with its right value."""

    document: Kept
    kind: Kind
    item: str
    action: Action
    who: str
    field: str | None = None
    value: Any = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Standings:
    """The judgements on a document with how each stands to today's reading, oldest first."""

    document: Kept
    judgements: tuple[Told, ...]


def sound(saying: Saying) -> Saying:
    """The saying with its value as it is kept; raises ``UsageError`` where it is none.

    >>> # a correction needs a field of its kind and a value of that field, a comment needs words
    """
    if not saying.who.strip():
        raise UsageError("a judgement needs a name: say who makes it")
    if saying.action == "undo":
        raise UsageError("take a judgement back by its own id")
    if saying.action == "correct":
        return replace(saying, value=checked(saying.kind, saying.field, saying.value))
    if saying.field is not None or saying.value is not None:
        raise UsageError(f"{saying.action} takes no field and no value: only a correction does")
    if saying.action == "comment" and not (saying.note or "").strip():
        raise UsageError("a comment needs words")
    return saying


def judge(store: Store, sayings: Sequence[Saying]) -> list[Judgement]:
    """Write judgements down, all or none; the record, the search and the exports follow them.

    Raises ``UsageError`` for an item that the reading does not have, or a value that is none.
    """
    said = [sound(saying) for saying in sayings]
    with store.writing() as connection:
        made = [_written(connection, saying) for saying in said]
        for number in sorted({saying.document.number for saying in said}):
            texts.index(connection, number)
        return made


def _written(connection: Connection, saying: Saying) -> Judgement:
    number, kind, item = saying.document.number, saying.kind, saying.item
    record = current(connection, number).record
    if ledgers.item_of(record, kind, item) is None:
        raise UsageError(f"{item!r} is no {kind} of document {number}")
    made = ledgers.made(record, kind, item, saying.action, saying.who, now())
    made = replace(made, field=saying.field, value=saying.value, note=saying.note)
    ledgers.append(connection, number, made)
    return made


def undo(store: Store, document: Kept, judgement: str, who: str, note: str | None) -> Judgement:
    """Take a judgement back, or take back its taking back; both stay in the ledger."""
    with store.writing() as connection:
        ledger = ledgers.ledger(connection, document.number)
        old = next((one for one in ledger if one.id == judgement), None)
        if old is None:
            raise UsageError(f"{judgement!r} is no judgement on document {document.number}")
        made = ledgers.undoing(old, who, now(), note)
        ledgers.append(connection, document.number, made)
        texts.index(connection, document.number)
        return made


def judgements(connection: Connection, number: int) -> list[Told]:
    """The ledger of a document, oldest first, with how each entry stands to today's reading."""
    ledger = ledgers.ledger(connection, number)
    record = current(connection, number).record if ledger else None
    return [(judgement, ledgers.standing(record, judgement)) for judgement in ledger] if record else []


def judged(connection: Connection) -> list[Standings]:
    """The judgements of all documents that somebody judged something in."""
    numbers = ledgers.judged_documents(connection)
    return [
        Standings(texts.by_number(connection, number), tuple(judgements(connection, number)))
        for number in numbers
    ]


def lost(connection: Connection) -> list[Standings]:
    """Those of them whose words are gone or which today's reading no longer bears."""
    left = [
        replace(one, judgements=tuple(told for told in one.judgements if told[1] in GONE))
        for one in judged(connection)
    ]
    return [one for one in left if one.judgements]
