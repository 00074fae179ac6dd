"""Judgements in a line each: who said what of which item, when, and how it stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readout.cli.options import plain
from readout.export.phrase import MARKS
from readout.export.words import DONE, change_of

if TYPE_CHECKING:
    from readout.dossier import Dossier, Kept
    from readout.dossier.text import Told

INDENT = 10
"""Columns under which a long line goes on: those of the id."""
SHORT = 8
"""Digits of a judgement's id that are shown; any beginning of four or more names it."""


def line(kept: Kept, told: Told) -> str:
    """``9f3a1c2b  2026-03-02 10:12Z  ana  ✎ corrected 3/s4: source “Ruiz” → “Sato”  “that the …”``."""
    one = told.judgement
    who = f"{one.id[:SHORT]}  {one.made[:16].replace('T', ' ')}Z  {plain(one.who, 30)}"
    quote = plain(one.places[0].exact).strip(MARKS) if one.places else ""
    words = f"  “{plain(quote, 60)}”" if quote else ""
    return f"{who}  {said(kept, told)}{words}{_standing(told)}\n"


def said(kept: Kept, told: Told) -> str:
    """What a judgement says, without who and when."""
    one = told.judgement
    of = f" {one.undoes[:SHORT]} on" if one.undoes else ""
    note = f" – {plain(one.note)}" if one.note else ""
    change = f": {change_of(one)}" if one.field else ""
    return plain(f"{DONE[one.action]}{of} {kept.number}/{told.item or one.item}{change}") + note


STANDINGS = {
    "changed": "changed: the item reads otherwise now",
    "unmatched": "unmatched: the item is no longer read",
    "lost": "lost: its words are gone",
}


def _standing(told: Told) -> str:
    """How a judgement stands where that is worth a word."""
    facts = ["taken back"] if told.undone else []
    facts += [STANDINGS[told.standing]] if told.standing in STANDINGS else []
    return f"  ({', '.join(facts)})" if facts else ""


def row(kept: Kept, told: Told) -> dict[str, Any]:
    """A judgement for programs: everything that is kept of it, and how it stands."""
    import msgspec

    tree: dict[str, Any] = msgspec.to_builtins(told.judgement)
    now = {"item_now": told.item, "standing": told.standing, "undone": told.undone}
    return {"number": kept.number, **tree, **now}


def log(dossier: Dossier) -> list[tuple[Kept, Told]]:
    """Every judgement of a dossier, the oldest first."""
    from readout.dossier.text import text

    found = [(one.document, told) for one in dossier.judged() for told in text(dossier, one.document).told]
    return sorted(found, key=lambda pair: pair[1].judgement.made)
