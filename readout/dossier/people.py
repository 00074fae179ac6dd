"""People over all documents: who is who is put together when it is asked for, and as people say it is."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readout.dossier import judging
from readout.dossier.judging import Saying
from readout.dossier.settling import resettle, settle_all
from readout.link.people.identity import VERSION
from readout.model.errors import DossierError, UsageError
from readout.store import documents as texts
from readout.store import identities, somebody
from readout.store import judgements as ledgers
from readout.store.judged import judged
from readout.store.people import note
from readout.store.readings import current
from readout.store.somebody import Among, Appears, Somebody

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from readout.model.judgement import Judgement
    from readout.store.database import Store


@dataclass(frozen=True, slots=True)
class Tied:
    """What a person said of who is who, and of which document's actor."""

    document: int
    judgement: Judgement


def settle(store: Store) -> None:
    """Put the identities together anew where documents came, went or were judged; else do nothing.

    A dossier that cannot be written to keeps those that it has.
    """
    with store.reading() as connection:
        if identities.settled(connection, VERSION):
            return
    try:
        _settle(store)
    except DossierError as error:
        if "readonly" not in str(error) and "read-only" not in str(error):
            raise


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector, which takes half of the time among so many objects that all are kept."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _settle(store: Store) -> None:
    with _uncollected(), store.writing() as connection:
        changed = identities.changed(connection)
        for number in changed.waiting:
            _note(connection, number)
        if changed.waiting:
            changed = identities.changed(connection)
        ties = identities.ties(connection, identities.tied(connection))
        made_so = identities.made_by(connection) == VERSION
        if made_so and identities.few(connection, len(changed.documents)):
            resettle(connection, changed, ties)
        else:
            settle_all(connection, ties)
        identities.settle(connection, changed.rows, VERSION)


def _note(connection: Connection, number: int) -> None:
    """Keep who appears in a document that an older Readout added."""
    try:
        kept = texts.by_number(connection, number)
    except DossierError:  # it was removed since
        return
    record = judged(current(connection, number).record, ledgers.ledger(connection, number))
    note(connection, number, record, newest=kept.newest)


def find(connection: Connection, name: str) -> Somebody:
    """The one whom a person names: by id, by full name, or by a part of it that is only theirs.

    Raises ``DossierError`` where nobody or several are meant; it says who.
    """
    found = somebody.everybody(connection, Among(words=name), limit=50)
    if not found and (one := somebody.somebody(connection, name)):
        return one
    whole = [one for one in found if name.casefold() in (one.name.casefold(), one.known_as)]
    meant = whole or found
    if not meant:
        raise DossierError(f"nobody in the dossier is known as {name!r}: see readout people")
    if len(meant) > 1:
        those = "; ".join(f"{one.id} {told(one)}" for one in meant[:8])
        more = f" and {len(meant) - 8} more" if len(meant) > 8 else ""
        raise DossierError(f"{name!r} names several, say which by its id: {those}{more}")
    return meant[0]


def told(one: Somebody) -> str:
    """Somebody in a few words: the name, and what tells it from a namesake."""
    facts = [one.country or "", *one.offices[:1]]
    known = ", ".join(fact for fact in facts if fact)
    return f"{one.name} ({known})" if known else one.name


def tie(
    store: Store, one: Sequence[Appears], others: Sequence[Appears], who: str, *, same: bool
) -> Judgement:
    """Write down that two are the same, or that they are not; each is known by where it stands.

    Where they are not, everything on one side is the same as the rest of that side.
    """
    if not one or not others:
        raise UsageError("say who is the same as whom: one of them appears nowhere")
    mine, theirs = list(one), list(others)
    with store.reading() as connection:
        own = _own(connection, mine) or _own(connection, theirs)
        if own is None:
            raise UsageError(f"{mine[0].name} was made by a correction: correct that instead")
        if own not in mine:
            mine, theirs = theirs, mine
        if same:
            mine, theirs = [own], theirs[:1]
        value: dict[str, Any] = {"others": _places(connection, theirs)}
        if not same:
            value["along"] = _places(connection, [each for each in mine if each != own])
        kept = texts.by_number(connection, own.document)
    said = Saying(
        document=kept,
        kind="actor",
        item=own.item,
        action="correct",
        who=who,
        field="same" if same else "apart",
        value=value,
    )
    return judging.judge(store, [said])[0]


def _own(connection: Connection, several: Sequence[Appears]) -> Appears | None:
    """The first that the machine's reading has: a judgement is made on that."""
    for one in several:
        record = current(connection, one.document).record
        if not one.item.startswith("h") and ledgers.item_of(record, "actor", one.item) is not None:
            return one
    return None


def _places(connection: Connection, several: Sequence[Appears]) -> list[dict[str, Any]]:
    found = []
    for one in several:
        place = identities.place_of(connection, one.document, one.item)
        if place is not None:
            id = texts.by_number(connection, one.document).id
            found.append({"document": id, "place": place, "name": one.name})
    return found


def ties(connection: Connection, one: Somebody) -> list[Tied]:
    """What people say of whether somebody is somebody else, the oldest first."""
    keys = {each.key for each in somebody.appearances(connection, one.id)}
    said = identities.tied(connection)
    found = []
    for judgement, tie in zip(said, identities.ties(connection, said), strict=True):
        if keys & {*tie.left, *tie.right}:
            kept = texts.by_id(connection, judgement.document)
            found += [Tied(kept.number, judgement)] if kept else []
    return found
