"""Names that several countries bear, or a country and another place: whose they are in this text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from readout.knowledge import Body, Candidate, Country, Found, Knowledge, Person


def settled(text: str, names: Sequence[Found], date: str | None) -> dict[str, str | None]:
    """The codes of the ambiguous names in a text, None where nothing settles them.

    >>> # "Brazzaville hosted talks. The Congolese president spoke.": {"Congolese": "COG"}
    """
    told = {name.candidates[0].name for name in names if name.candidates}
    found = {name for name in told if name in _homonyms() or name in _seats()}
    if not (found or told & _past().keys()):
        return {}
    sayings = [
        name.candidates for name in names if not (name.candidates and name.candidates[0].name in _past())
    ]
    evidence = {code for candidates in sayings for code in _codes(candidates, date)}
    seats = {c.name: c.country for n in names for c in n.candidates[:1] if c.name in found & _seats()}
    sure: dict[str, str | None] = {name: code for name, code in seats.items() if code in evidence}
    for name in told & _past().keys():
        code, until, after = _past()[name]
        if date and date < until and (code in evidence or after not in evidence):
            sure[name] = code
    shared = {name: _settled(_homonyms()[name], text, evidence) for name in found & _homonyms().keys()}
    return sure | {n: code for n, code in shared.items() if n not in _seats() or code != seats.get(n)}


def stands_for(candidate: Candidate, codes: dict[str, str | None], knowledge: Knowledge) -> Candidate | None:
    """The candidate with the country that the text settles; a place elsewhere counts as a city."""
    if candidate.name not in codes:
        return candidate
    code = codes[candidate.name]
    country = knowledge.country(code) if code else None
    if country is None:
        return None
    if isinstance(candidate.entry, Body):
        told = f"{code}{candidate.entry.sector}" if candidate.entry.sector else None
        return Candidate(candidate.name, "body", replace(candidate.entry, country=code, code=told))
    if candidate.name in _past():
        return Candidate(candidate.name, candidate.sort, country)
    if candidate.name in _seats() and code == candidate.country:
        return Candidate(candidate.name, "capital", country)
    elsewhere = _homonyms()[candidate.name].get("place") == code
    return Candidate(candidate.name, "city" if elsewhere else candidate.sort, country)


def _settled(entry: dict[str, str], text: str, evidence: set[str]) -> str | None:
    codes = entry["countries"].split()
    if "place" in entry:
        own, elsewhere = re.search(entry["own"], text), re.search(entry["elsewhere"], text)
        return entry["place"] if elsewhere and not own else codes[0]
    named = [code for code in codes if code in evidence]
    default = entry["default"] or None
    if len(named) == 1 and (named[0] == default or entry["rival"]):
        return named[0]
    return None if named else default


def _codes(candidates: Sequence[Candidate], date: str | None) -> set[str]:
    """The countries that a name is evidence of: its own one, or that of someone who holds office there."""
    if any(candidate.name in _homonyms() or candidate.name in _seats() for candidate in candidates):
        return set()
    found: set[str] = set()
    for candidate in candidates:
        match candidate.entry:
            case Country() | Body():
                found |= {candidate.country or ""}
            case Person():
                found |= {term.country or "" for term in candidate.entry.at(date)}
    return found - {""}


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = (resources.files("readout.extract.actors") / "homonyms.toml").read_text(encoding="utf8")
    return tomllib.loads(text)


@cache
def _homonyms() -> dict[str, dict[str, str]]:
    return {name: entry for name, entry in _tables().items() if "countries" in entry}


@cache
def _past() -> dict[str, tuple[str, str, str]]:
    """Seats and bodies of a country that is no more: its code, its last day, whose they are now."""
    entries = (entry for entry in _tables().values() if "until" in entry)
    return {name: (e["country"], e["until"], e["after"]) for e in entries for name in e["names"].split("|")}


def then(code: str, evidence: set[str | None], date: str | None) -> str:
    """The country that a dateline's was on the day, where the text names it: Prague's in 1968."""
    for country, until, after in set(_past().values()):
        if after == code and country in evidence and date and date < until:
            return country
    return code


@cache
def _seats() -> frozenset[str]:
    """Capitals that share their name with other places: a government's only beside its country."""
    return frozenset(_tables()["seats"]["names"].split("|"))
