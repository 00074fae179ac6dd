"""Who is who after each change, on both databases: the same as if everybody were put together anew."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select

from readout.dossier import Dossier
from readout.model.actor import Actor
from readout.model.record import Record
from readout.store import identities as kept
from readout.store.schema import actors, handles, identities, outlines, settlements, suggestions

from .makers import record_of, source

NAMES = ("Vik", "Tor Vik", "Ola Vik", "Moe", "Ola Moe", "Reef Board", "Northern Reef Board", "NRB")
TABLES = (identities, suggestions, outlines, handles)


def known(actor: Actor, chance: Random) -> Actor:
    kind: Any = "person" if NAMES.index(actor.name) < 5 else "organization"
    offices = ("defence minister",) if kind == "person" and chance.random() < 0.6 else ()
    return replace(actor, kind=kind, country=chance.choice((None, "NOR", "SWE")), offices=offices)


def text(chance: Random) -> tuple[str, Record]:
    """Some of them say something, with a country and an office."""
    words = " ".join(f"{name} said it {chance.random()}." for name in chance.sample(NAMES, 3)).replace(
        "0.", ""
    )
    made = record_of(words, published=chance.choice(("2024-03-01", "2026-03-02")))
    return words, replace(made, actors=tuple(known(one, chance) for one in made.actors))


def state(dossier: Dossier) -> dict[str, set[object]]:
    """Everything that is kept of who is who, after it was asked for."""
    dossier.people_counted()
    a = actors.c
    with dossier.store.reading() as connection:
        told: dict[str, set[object]] = {
            table.name: {tuple(row) for row in connection.execute(select(table))} for table in TABLES
        }
        whose = connection.execute(select(a.document, a.item, a.identity))
        return told | {"whose": {tuple(row) for row in whose}}


def stepped(dossier: Dossier, chance: Random) -> None:
    """A text comes, goes or is read again; a person says who is who, or takes a word back."""
    act, people = chance.choice(("add", "add", "remove", "reread", "join", "part", "undo")), dossier.people()
    if act == "add" or len(people) < 3:
        words, record = text(chance)
        dossier.add(record, source(words))
    elif act in ("remove", "reread"):
        one = chance.choice(dossier.documents())
        record = dossier.machine(one)
        changed = tuple(known(actor, chance) for actor in record.actors)
        dossier.remove(one, judged_too=True) if act == "remove" else dossier.reread(
            one, replace(record, actors=changed)
        )
    elif act in ("join", "part"):
        one_, other = chance.sample(people, 2)
        (dossier.join if act == "join" else dossier.part)(one_, other, who="ana")
    else:
        made = [(ledger.document, word.id) for ledger in dossier.judged() for word, _ in ledger.judgements]
        if made:
            document, word = chance.choice(made)
            dossier.undo(document, word, who="ben")


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_changes_ends_where_all_at_once_does(
    dossier: Dossier, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "PART", 0)
    chance = Random(seed)
    for _ in range(25):
        stepped(dossier, chance)
        bit_by_bit = state(dossier)
        with dossier.store.writing() as connection:
            connection.execute(delete(settlements))
        assert bit_by_bit == state(dossier)
