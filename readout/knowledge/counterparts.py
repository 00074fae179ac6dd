"""Who holds the office that answers to another country's: "his Turkish counterpart"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from readout.knowledge.facts import Term
from readout.knowledge.knowledge import Knowledge
from readout.knowledge.offices import office_key

PRESIDENTS = ("president", "acting president")
PREMIERS = ("prime minister", "premier", "chancellor", "acting prime minister")


def counterpart(knowledge: Knowledge, office: str, country: str, other: str, date: str) -> Term | None:
    """The holder in another country of what a person is in the own one; None when that is unsure.

    Heads of government answer to each other, so that a chancellor's counterpart may be a prime minister.
    Where one side is led by a president and the other one has a president who does not lead, nobody can
    tell who is meant.

    >>> from readout.knowledge import load
    >>> counterpart(load(), "chancellor", "DEU", "GBR", "2019-05-05").person
    'Theresa May'
    """
    key = office_key(office)
    if office.lower() == "foreign secretary" and country in _system("permanent"):
        return None
    if key in PRESIDENTS:
        return _to_president(knowledge, country, other, date)
    if key in PREMIERS:
        return _to_premier(knowledge, country, other, date)
    return _one(knowledge, (key,), other, date)


def _to_president(knowledge: Knowledge, country: str, other: str, date: str) -> Term | None:
    held = _one(knowledge, PRESIDENTS, other, date)
    if country in _system("ceremonial"):
        return held
    if held is not None:
        return None if other in _system("ceremonial") else held
    return _one(knowledge, PREMIERS, other, date)


def _to_premier(knowledge: Knowledge, country: str, other: str, date: str) -> Term | None:
    held = _one(knowledge, PREMIERS, other, date)
    if held is None:
        return _one(knowledge, PRESIDENTS, other, date)
    unlike = other in _system("executive") and country not in _system("executive")
    return None if unlike else held


def _one(knowledge: Knowledge, offices: tuple[str, ...], country: str, date: str) -> Term | None:
    held = {t.person: t for office in offices for t in knowledge.holder(office, country, date)}
    return next(iter(held.values())) if len(held) == 1 else None


@cache
def _system(name: str) -> frozenset[str]:
    found = tomllib.loads(files("readout.knowledge").joinpath("systems.toml").read_text("utf-8"))
    return frozenset(found[name].split())
