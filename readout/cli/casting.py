"""The run behind ``readout people``: lists, one of them, pairs, and what is said of who is who."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from readout.cli.options import fitted, plain, who
from readout.cli.told import SHORT
from readout.dossier import Among, Dossier, Perhaps, Somebody, opened
from readout.dossier.offices import office_on, offices, term_in_words
from readout.dossier.people import told
from readout.export.phrase import counted
from readout.export.words import worded
from readout.model.errors import UsageError

if TYPE_CHECKING:
    from readout.cli.people import Tying


def listed(address: str, among: Among, limit: int, *, jsonl: bool) -> None:
    """Print who is in the dossier, those in the most texts first."""
    among = replace(among, country=_code(among.country))
    with opened(address) as dossier:
        found = dossier.people(among, limit=limit)
        for one in found:
            _print(asdict(one) if jsonl else None, _row(one), 15)
        total, pairs = dossier.people_counted(among), dossier.unsure_pairs()
    if len(found) < total:
        sys.stderr.write(f"{len(found)} of {total} are shown: see all with --limit\n")
    if not found:
        sys.stderr.write("nobody was found\n")
    if pairs:
        may = "pair may be the same" if pairs == 1 else "pairs may be the same"
        sys.stderr.write(f"{pairs} {may}: --unsure lists them\n")


def _code(country: str | None) -> str | None:
    """The code of a country that is named or coded: ``Chile``, ``chl`` and ``CHL`` are one."""
    if not country:
        return None
    from readout.knowledge import load

    known = load().country(country) or load().country(country.upper()) or load().country(country.title())
    if known is None and not re.fullmatch("[A-Z]{3}", country):
        raise UsageError(f"{country!r} is no country that is known: give its name or its code, as in CHL")
    return known.iso3 if known else country


def _row(one: Somebody) -> str:
    """``i1b5b9f0b3d0c  person        NOR  4 texts  12 statements  Tor Vik, foreign minister``."""
    counts = f"{counted(one.documents, 'text'):>9}  {counted(one.said, 'statement'):>14}"
    name = ", ".join(plain(part) for part in (one.name, *one.offices[:2]))
    return f"{one.id}  {one.kind:<12}  {one.country or '–':<3}  {counts}  {name}\n"


def shown(address: str, name: str, *, jsonl: bool) -> None:
    """Print one of them: names, offices with their dates, texts, whom it may be, what people said."""
    with opened(address) as dossier:
        one = dossier.somebody(name)
        if jsonl:
            texts = [asdict(each) for each in dossier.appearances(one)]
            _print(asdict(one) | {"appearances": texts}, "", 0)
            return
        for line, indent in _card(dossier, one):
            sys.stdout.write(fitted(line + "\n", indent))


def _card(dossier: Dossier, one: Somebody) -> Iterator[tuple[str, int]]:
    terms, found = offices(one), dossier.appearances(one)
    yield plain(told(one)), 0
    yield f"  {one.id} · {one.kind} · {counted(one.documents, 'text')} · {counted(one.said, 'statement')}", 4
    if len(one.names) > 1:
        yield f"  called {', '.join(f'“{plain(name, 60)}”' for name in one.names[:12])}", 4
    if one.reasons:
        yield f"  taken for one because of: {', '.join(one.reasons)}", 4
    if terms:
        yield "\nOffices, by the world facts", 0
        yield from ((f"  {plain(term_in_words(term))}", 4) for term in terms)
    yield "\nTexts", 0
    for each in found:
        facts = [each.name, *each.offices]
        held = office_on(terms, each.published)
        facts += [f"then {held}"] if held else []
        facts += [counted(each.said, "statement")] if each.said else []
        older = "" if each.newest else " (an older version)"
        place = f"  {f'{each.document}/{each.item}':<8} {each.published or '–':<10}"
        yield f"{place}  {plain(each.title, 60)}{older}: {plain(', '.join(facts))}", 23
    for pair in dossier.perhaps(one):
        yield f"\nMay be the same as {pair.other.id} {plain(told(pair.other))}\n  {_reasons(pair)}", 4
    for tied in dossier.ties(one):
        made = tied.judgement
        said = plain(f"{made.who}: {tied.document}/{made.item} is {worded(made.value)}")
        yield f"\n{made.id[:SHORT]}  {made.made[:16].replace('T', ' ')}Z  {said}", 10
    yield f"\nEverything: readout search {dossier.store.name} --actor {one.id}", 0


def _reasons(pair: Perhaps) -> str:
    against = f"; against it: {', '.join(pair.against)}" if pair.against else ""
    return f"for it: {', '.join(pair.reasons)}{against}"


def paired(address: str, name: str | None, limit: int, *, jsonl: bool) -> None:
    """Print the pairs that may be the same, those first for which most speaks."""
    with opened(address) as dossier:
        one = dossier.somebody(name) if name else None
        pairs = dossier.perhaps(one, limit=limit)
        total = len(pairs) if one else dossier.unsure_pairs()
        for pair in pairs:
            line = f"{pair.one.id} {told(pair.one)}  =?  {pair.other.id} {told(pair.other)}  {_reasons(pair)}"
            _print(asdict(pair) if jsonl else None, f"{plain(line)}\n", 4)
    if len(pairs) < total:
        sys.stderr.write(f"{len(pairs)} of {total} are shown: see all with --limit\n")
    if not pairs:
        sys.stderr.write("no pair is left open\n")


def tied(address: str, name: str, tying: Tying, by: str | None) -> None:
    """Write down who is who, and show what became of it."""
    with opened(address) as dossier:
        one = dossier.somebody(name)
        if tying.split is not None:
            made = dossier.split(one, _numbers(tying.split), who=who(by))
        else:
            other = dossier.somebody(tying.same or tying.apart or "")
            if other.id == one.id:
                raise UsageError(f"{told(one)} is one already: say --split and in which documents")
            made = (dossier.join if tying.same else dossier.part)(one, other, who=who(by))
        sys.stdout.write(f"{made.id[:SHORT]}  {plain(made.who)}: {plain(worded(made.value))}\n")


def _numbers(typed: str) -> list[int]:
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if not parts or not all(part.isdecimal() and len(part) < 10 for part in parts):
        raise UsageError(f"{typed!r} are no numbers of documents: write 2,5 as readout people prints them")
    return [int(part) for part in parts]


def _print(row: dict[str, Any] | None, line: str, indent: int) -> None:
    import msgspec

    whole = msgspec.json.encode(row).decode() + "\n" if row is not None else fitted(line, indent)
    sys.stdout.write(whole)
