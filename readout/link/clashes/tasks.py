"""Who is to do a thing: pay for it, build it, run it; two tellings held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.link.accounts.sides import load_names
from readout.link.accounts.silences import goes_by
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash
from readout.link.clashes.polarity import clause_of
from readout.link.lexicon import terms
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

JOINT = frozenset({"*"})
"""Both, or all, together."""
_AHEAD = (
    r"(?:will|would|shall|is to|are to|was to|were to|(?:has|have|had)?(?: \w+)? ?"
    r"(?:agreed|undertaken|promised|pledged|offered|ready) to)"
)
_WHO = r"(?P<who>(?:[\w’'-]+ ){0,4}[\w’'-]+)"


@dataclass(frozen=True, slots=True)
class Task:
    """How a text tells who does a thing: "X will pay", "will be paid by X", "at its own cost".

    Where none of its ``verbs`` stands there is nothing to look for.
    """

    verbs: re.Pattern[str]
    active: re.Pattern[str]
    passive: re.Pattern[str]
    own: re.Pattern[str] | None


def tasks_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two who are to do one thing alone: "Togo will pay for the pier", "will be paid for by Benin"."""
    if left.said != "yes" or right.said != "yes" or not {left.number, right.number} <= matter.main:
        return None
    parts = [bool(_parts().search(telling.text)) for telling in (left, right)]
    wholly = [bool(_WHOLE.search(telling.text)) for telling in (left, right)]
    if any(parts) and not (parts != wholly and sum(parts) == sum(wholly) == 1):
        return None
    for number in range(len(_tasks())):
        one, other = (list(_doers(number, telling, {left.side, right.side})) for telling in (left, right))
        if len(one) == len(other) == 1 and not one[0][1] & other[0][1]:
            a, b = one[0][0], other[0][0]
            return Clash("actor", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def _doers(number: int, telling: Telling, sides: set[str]) -> Iterator[tuple[Anchor, frozenset[str]]]:
    """Who is told to do it, where it is told of a side, or of both."""
    for anchor in telling.anchors:
        found = _told(anchor.exact)[number]
        if found:
            start, stop, words = found
            who = _sides(words, anchor.exact[start:stop], telling, sides)
            if who:
                place = anchor.start + start, anchor.start + stop
                yield Anchor.of(telling.record.document.text, *place), who


@lru_cache(2048)
def _told(text: str) -> tuple[tuple[int, int, str] | None, ...]:
    """Where a stretch tells of each task, and by whom it is to be done."""
    return tuple(_place(task, text) for task in _tasks())


def _place(task: Task, text: str) -> tuple[int, int, str] | None:
    if not task.verbs.search(text):
        return None
    found = task.passive.search(text) or task.active.search(text)
    found = found or (task.own.search(text) if task.own else None)
    return (*found.span(), found.groupdict().get("who") or "") if found else None


def _sides(who: str, whole: str, telling: Telling, sides: set[str]) -> frozenset[str]:
    if _joint().search(whole) or _SHARED.search(whole):
        return JOINT
    named = frozenset(load_names(who)) or frozenset(side for side in sides if goes_by(side, who))
    if named:
        return named
    return frozenset([telling.side]) if _OWN.search(who) else frozenset()


_WHOLE = re.compile(r"\b(?:whole|entire|full|all (?:of )?(?:the|its)) (?:costs?|price|bill|sum|expense)\b")
"""What leaves no part to another: "will bear its whole cost"."""
_SHARED = re.compile(
    r"\b(?:countries|sides|parties|governments|partners|companies|we|they) [^.;,]{0,12}share\b"
)
"""How several are said to pay: "The three countries will share the cost"."""
_OWN = re.compile(r"\b(?:it|we|the (?:ministry|government|company|firm|bank|union|state|treasury))\b", re.I)


@cache
def _tasks() -> tuple[Task, ...]:
    found = []
    for entry in terms()["task"]:
        active, passive = "|".join(entry["active"]), "|".join(entry["passive"])
        own = "|".join(entry.get("own", ()))
        found.append(
            Task(
                re.compile(rf"\b(?:{active}|{passive}{'|' if own else ''}{own})\b"),
                re.compile(rf"{_WHO} {_AHEAD} (?:also |alone |then )?(?:{active})\b"),
                re.compile(
                    rf"\b(?:be|been|are|is|was|were) (?:\w+ (?:and|or) )?(?:{passive})"
                    rf"(?: (?:equally|jointly|half each)\b|[^.;,]{{0,12}} by (?P<who>(?:[\w’'-]+ ?){{1,5}}))"
                ),
                re.compile(rf"{_WHO} {_AHEAD} [^.;,]{{3,60}} (?:{own})") if own else None,
            )
        )
    return tuple(found)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(terms()['shared']['joint'])})\b", re.IGNORECASE)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(terms()['shared']['part'])})(?!\w)", re.IGNORECASE)
