"""In what state two accounts say a thing is: released or held, open or shut, put off or going ahead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from readout.link.clashes import Clash
from readout.link.matter import Matter
from readout.link.polarity import CLAUSE, SHORT, clause_of
from readout.link.sides import load_names
from readout.link.telling import Telling
from readout.model.anchor import Anchor

REACH = 45
"""Characters before a wording in which a negation, or a word of what is ahead, bears on it."""
_BREAK = re.compile(r"[,;:.](?= )|\b(?:but|while|whereas|although|and that|that|which|who|because)\b")


@dataclass(frozen=True, slots=True)
class State:
    """A wording within a stretch: the end of the scale that it names, or any other than that."""

    scale: int
    end: int
    barred: bool
    ahead: bool
    unsure: bool
    start: int
    stop: int


def states_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two states of one thing that cannot both be true: "has been put off", "will go ahead".

    What is not yet so may come to be so, and what is only asked for is no state.
    """
    if left.said != "yes" or right.said != "yes" or not {left.number, right.number} <= matter.main:
        return None
    here, there = list(_near(matter, left)), list(_near(matter, right))
    for (a, one), (b, other) in product(here, there):
        met = _meets(one, there) or _meets(other, here)
        if not met and _apart(one, other) and _of_one(_scales()[one.scale], left, a, right, b):
            return Clash("polarity", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def _of_one(scale: Scale, left: Telling, a: Anchor, right: Telling, b: Anchor) -> bool:
    """Whether both tell of one deed: done by one, where that matters, and not to one figure."""
    return not (scale.own and not _one_doer(left, a, right, b)) and not (
        scale.figures and _alike(left, right)
    )


def _near(matter: Matter, telling: Telling) -> Iterator[tuple[Anchor, State]]:
    """The states that a telling tells of close to the topic."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for state in states(anchor.exact):
            start = anchor.start + state.start
            near = any(abs(start - m.start) <= CLAUSE for m in matter.places[telling.number])
            if near or len(telling.text) <= SHORT:
                yield Anchor.of(text, start, anchor.start + state.stop), state


def _apart(one: State, other: State) -> bool:
    """Whether two states exclude each other; a step that is not yet taken may be ahead."""
    if one.scale != other.scale or one.unsure or other.unsure:
        return False
    if one.barred and other.barred:
        return False
    if one.end == other.end if not (one.barred or other.barred) else one.end != other.end:
        return False
    still, coming = (one, other) if not one.ahead else (other, one)
    waiting = still.barred or still.end == len(_scales()[still.scale].ends) - 1
    return not (coming.ahead and not still.ahead and waiting and not coming.barred and coming.end == 0)


def _meets(one: State, others: Sequence[tuple[Anchor, State]]) -> bool:
    """Whether the other account tells of the same state as well."""
    return any((s.scale, s.end, s.barred) == (one.scale, one.end, one.barred) for _, s in others)


def _alike(left: Telling, right: Telling) -> bool:
    """Whether two tellings give one figure: "had risen to 900", "will remain at 900"."""
    here, there = (set(_FIGURE.findall(telling.text)) for telling in (left, right))
    return bool(here & there)


_FIGURE = re.compile(r"\d[\d.,]*(?<![.,])")


def _one_doer(left: Telling, a: Anchor, right: Telling, b: Anchor) -> bool:
    """Whether both are told of the same side."""
    return _doer(left, a) == _doer(right, b) != ""


def _doer(telling: Telling, place: Anchor) -> str:
    """Who does it, as far as the words right before tell: a side, or the side that speaks."""
    before = telling.record.document.text[max(0, place.start - BEFORE) : place.start]
    clause = _BREAK.split(before)[-1]
    named = load_names(clause)
    if named:
        return named[-1]
    return telling.side if _self().search(clause) else ""


BEFORE = 80
"""Characters before a deed in which who does it is named."""


@lru_cache(2048)
def states(text: str) -> tuple[State, ...]:
    """The states that a stretch of text names.

    >>> [(s.end, s.barred) for s in states("The drivers have not been released.")][:1]
    [(0, True)]
    """
    found: list[State] = []
    for number, scale in enumerate(_scales()):
        for end, pattern in enumerate(scale.ends):
            for match in pattern.finditer(text):
                lead = _BREAK.split(text[max(0, match.start() - REACH) : match.start()])[-1]
                lead = _idle().sub(" ", lead)
                own = bool(_negation().match(match.group()))
                barred = bool(_negation().search(lead)) and not own
                whole = f"{lead} {match.group()}"
                found.append(
                    State(
                        number,
                        end,
                        barred,
                        bool(_ahead().search(whole)),
                        bool(_unsure().search(lead)),
                        *match.span(),
                    )
                )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale, of which one thing has but one.

    ``own`` where it matters who does it, ``figures`` where an equal figure settles it.
    """

    ends: tuple[re.Pattern[str], ...]
    own: bool
    figures: bool


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(files("readout.link").joinpath("scales.toml").read_text("utf-8"))


@cache
def _scales() -> tuple[Scale, ...]:
    return tuple(
        Scale(tuple(map(_words, entry["ends"])), entry.get("own", False), entry.get("figures", False))
        for entry in table()["scale"]
    )


def _words(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@cache
def _self() -> re.Pattern[str]:
    return _words(table()["self"]["words"])


@cache
def _negation() -> re.Pattern[str]:
    return _words(table()["negation"]["before"])


@cache
def _idle() -> re.Pattern[str]:
    return _words(table()["negation"]["idle"])


@cache
def _ahead() -> re.Pattern[str]:
    return _words(table()["time"]["ahead"])


@cache
def _unsure() -> re.Pattern[str]:
    return _words(table()["time"]["unsure"])
