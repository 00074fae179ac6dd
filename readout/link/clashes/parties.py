"""Whose idea a thing was, who holds a place, who began a fight: two tellings held against each other."""

from __future__ import annotations

import re

from readout.knowledge.kin import stems
from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.clashes.deeds import clause
from readout.link.clashes.origins import origin
from readout.link.lexicon import doers, linking, wish
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor


def doers_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two sides of which each is said to hold the same place, or to have begun the same fight."""
    for pattern in doers():
        a, b = _doer(pattern, left), _doer(pattern, right)
        if a and b and not a[1] & b[1]:
            return Clash("actor", a[0], b[0], f"“{flat(a[0].exact)}”", f"“{flat(b[0].exact)}”")
    return None


def _doer(pattern: re.Pattern[str], telling: Telling) -> tuple[Anchor, frozenset[str]] | None:
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in pattern.finditer(text, anchor.start, anchor.end):
            who = [words for words in (found.groupdict().get(n) for n in ("who", "owner")) if words]
            own = any(words.casefold() in ("our", "we") for words in who) or _its(who, telling)
            named = frozenset([telling.side]) if own else frozenset(load_names(" ".join(who)))
            if named and not linking().search(found.group()):
                return Anchor.of(text, *found.span()), named
    return None


def _its(who: list[str], telling: Telling) -> bool:
    """Whether "its" is the side that speaks: where it names no other."""
    return "its" in (words.casefold() for words in who) and not set(load_names(telling.text)) - {telling.side}


def grounds(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two countries in whose waters or on whose soil one thing is said to have happened."""
    a, b = ground(left), ground(right)
    if a is None or b is None:
        return None
    named = all(
        any(found[0].overlaps(m) for m in matter.places[t.number]) for found, t in ((a, left), (b, right))
    )
    both = named or {left.number, right.number} <= matter.main
    if not both and not _deeds(left) & _deeds(right) - set(matter.key):
        return None
    if not a[1] & b[1]:
        return Clash("place", a[0], b[0], f"“{flat(a[0].exact)}”", f"“{flat(b[0].exact)}”")
    return None


def _deeds(telling: Telling) -> set[str]:
    """The verbs in the past of a telling, more or less: "boarded"."""
    return {stem for word in re.findall(r"[a-z]{3,}(?:ed|en)\b", telling.text) for stem in stems(word)}


def ground(telling: Telling) -> tuple[Anchor, frozenset[str]] | None:
    """The one country whose ground a telling names for what is past: "found in Malaysian waters"."""
    text = telling.record.document.text
    found = [
        Anchor.of(text, *m.span()) for a in telling.anchors for m in _GROUND.finditer(text, a.start, a.end)
    ]
    sides = frozenset(load_names(found[0].exact)) if len(found) == 1 else frozenset()
    if len(found) == 1 and _OPEN.search(found[0].exact):
        sides = frozenset(["high seas"])
    told = clause(telling, found[0]).exact if sides else ""
    unsure = linking().search(told) or wish().search(told)
    return (found[0], sides) if sides and not unsure else None


_GROUND = re.compile(
    r"\b(?:in|inside|within|on|over) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?: territorial)?"
    r" (?:waters|territory|airspace|soil|side of the (?:border|frontier|line))\b"
    r"|\b(?:in|inside|within|on|over) (?:the )?(?:territorial )?(?:waters|territory|airspace|soil)"
    r" of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"|\b(?:in|inside|within|on|over) (?:the )?(?:international|neutral) (?:waters|airspace)\b"
    r"|\bon the high seas\b"
)
_OPEN = re.compile(r"\b(?:international|neutral|high)\b")
"""What makes of waters nobody's."""


def origins(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    a, b = origin(left), origin(right)
    if a and b and a[1] != b[1]:
        return Clash(
            "actor", a[0], b[0], f"“{flat(a[0].exact).rstrip('.')}”", f"“{flat(b[0].exact).rstrip('.')}”"
        )
    return None
