"""A record as it reads with people's judgements in it. The machine's own stays beside, untouched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from readout.model.anchor import Anchor
from readout.model.items import FIELD, KINDS, Kind, items_of, places
from readout.model.judgement import Judgement, in_force
from readout.model.record import Record
from readout.store.corrections import corrected, renamed
from readout.store.judgements import found, standing, verdicts


def judged(record: Record, ledger: Sequence[Judgement], *, rejected: bool = False) -> Record:
    """The record with every correction in force, and without what was rejected unless asked for.

    Of several corrections of one field the latest counts; merges and splits come after the others.

    >>> # "Ruiz said no", corrected to the source Emil Sato: Sato says no, at the same characters
    """
    read = record
    for judgement, id in _corrections(record, ledger):
        read = corrected(read, judgement.kind, id, judgement.field or "", judgement.value)
    if rejected:
        return read
    gone = {key for key, verdict in verdicts(record, ledger).items() if verdict == "reject"}
    withheld = _withheld(read, {id for kind, id in gone if kind == "statement"})
    return replace(without(read, gone), withheld=(*read.withheld, *withheld)) if gone else read


def _withheld(record: Record, ids: Collection[str]) -> tuple[Anchor, ...]:
    """The words of statements: without them, their sentences would read as the text's own voice."""
    told = (one for one in record.statements if one.id in ids)
    return tuple(anchor for one in told for anchor in places(one))


def _corrections(record: Record, ledger: Sequence[Judgement]) -> list[tuple[Judgement, str]]:
    latest: dict[Any, tuple[Judgement, str]] = {}
    for judgement in in_force(ledger):
        if judgement.action != "correct" or standing(record, judgement) not in ("held", "changed"):
            continue
        id = found(record, judgement) or ""
        once = judgement.field if judgement.field != "split" else judgement.id
        latest[judgement.kind, id, once] = (judgement, id)
    return sorted(latest.values(), key=lambda one: one[0].field in ("merge", "split"))


def without(record: Record, gone: Collection[tuple[Kind, str]]) -> Record:
    """The record without some items; what referred to them no longer does."""
    kept: dict[str, Any] = {}
    for kind in KINDS:
        kept[FIELD[kind]] = tuple(item for id, item in items_of(record, kind) if (kind, id) not in gone)
    for kind in ("actor", "topic"):
        ids = {id for one, id in gone if one == kind}
        if ids:
            record = renamed(record, kind, lambda id, _, ids=ids: None if id in ids else id)  # type: ignore[misc]
            kept |= {name: _same(kept[name], getattr(record, name)) for name in kept if name in TOLD}
    return _loosened(replace(record, **kept), gone)


TOLD = ("statements", "events", "commitments")


def _same(kept: Sequence[Any], changed: Sequence[Any]) -> tuple[Any, ...]:
    """The changed items, those only that are kept."""
    ids = {item.id for item in kept}
    return tuple(item for item in changed if item.id in ids)


def _loosened(record: Record, gone: Collection[tuple[Kind, str]]) -> Record:
    """References to whens, amounts and statements that are gone become null."""

    def there(kind: Kind, id: str | None) -> str | None:
        return None if (kind, id) in gone else id

    def those(kind: Kind, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in ids if (kind, id) not in gone)

    return replace(
        record,
        statements=tuple(
            replace(one, when=there("when", one.when), within=there("statement", one.within))
            for one in record.statements
        ),
        events=tuple(
            replace(
                one,
                when=there("when", one.when),
                within=there("statement", one.within),
                amounts=those("amount", one.amounts),
            )
            for one in record.events
        ),
        commitments=tuple(
            replace(
                one,
                amount=there("amount", one.amount),
                deadline=there("when", one.deadline),
                said_in=those("statement", one.said_in),
                progress=tuple(replace(step, amount=there("amount", step.amount)) for step in one.progress),
            )
            for one in record.commitments
        ),
    )


REFERRED: dict[str, Kind] = {"when": "when", "deadline": "when", "amount": "amount", "within": "statement"}


def part(record: Record, ids: Collection[tuple[Kind, str]]) -> Record:
    """The record with these items and all that they refer to, and no others."""
    wanted = set(ids)
    queue = list(wanted)
    while queue:
        kind, id = queue.pop()
        item = next((one for known, one in items_of(record, kind) if known == id), None)
        new = {key for key in _references(item) if key not in wanted}
        wanted |= new
        queue += new
    gone = {(kind, id) for kind in KINDS for id, _ in items_of(record, kind) if (kind, id) not in wanted}
    return without(record, gone) if gone else record


def _references(item: Any) -> set[tuple[Kind, str]]:
    found: set[tuple[Kind, str | None]] = {
        (kind, getattr(item, name)) for name, kind in REFERRED.items() if hasattr(item, name)
    }
    for name, kind in (("amounts", "amount"), ("topics", "topic"), ("said_in", "statement")):
        found |= {(kind, id) for id in getattr(item, name, ())}  # type: ignore[misc]
    for name in ("actors", "recipients", "by_account"):
        found |= {("actor", id) for id in getattr(item, name, ())}
    found |= {("actor", getattr(item, name, None)) for name in ("by", "to")}
    parties = (getattr(item, "source", None), getattr(item, "addressee", None), *getattr(item, "via", ()))
    found |= {("actor", party.actor) for party in parties if party}
    for step in getattr(item, "progress", ()):
        found |= {("amount", step.amount), ("actor", step.reporter)}
    return {(kind, id) for kind, id in found if isinstance(id, str)}
