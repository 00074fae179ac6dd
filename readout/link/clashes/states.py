"""In what state two accounts say a thing is: released or held, open or shut, put off or going ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash
from readout.link.clashes.polarity import CLAUSE, SHORT, clause_of
from readout.link.clashes.scales import Scale, broken, doer, idle, negation, of_time, scales, wording
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

REACH = 45
"""Characters before a wording in which a negation, or a word of what is ahead, bears on it."""


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
    if left.said != "yes" or right.said != "yes" or left.asking or right.asking:
        return None
    about = {left.number, right.number} <= matter.main | matter.carried
    here, there = list(_near(matter, left)), list(_near(matter, right))
    for (a, one), (b, other) in product(here, there):
        met = _meets(one, there) or _meets(other, here)
        named = _names(matter, left, a) and _names(matter, right, b)
        if (
            (about or named)
            and not met
            and _apart(one, other)
            and _of_one(scales()[one.scale], left, a, right, b)
        ):
            return Clash("polarity", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def _names(matter: Matter, telling: Telling, place: Anchor) -> bool:
    """Whether a state is told in the words of the matter itself: "no warning"."""
    return any(
        place.overlaps(mention) and mention not in telling.anchors
        for mention in matter.places[telling.number]
    )


def _of_one(scale: Scale, left: Telling, a: Anchor, right: Telling, b: Anchor) -> bool:
    """Whether both tell of one deed: done by one, where that matters, and not to one figure."""
    return not (scale.own and not _onedoer(left, a, right, b)) and not (scale.figures and _alike(left, right))


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
    waiting = still.barred or (scales()[still.scale].changes and still.end > 0)
    return not (coming.ahead and not still.ahead and waiting and not coming.barred and coming.end == 0)


def _meets(one: State, others: Sequence[tuple[Anchor, State]]) -> bool:
    """Whether the other account tells of the same state as well."""
    own = (one.scale, one.end, one.barred, one.ahead)
    return any((s.scale, s.end, s.barred, s.ahead) == own for _, s in others)


def _alike(left: Telling, right: Telling) -> bool:
    """Whether two tellings give one figure: "had risen to 900", "will remain at 900"."""
    here, there = (set(_FIGURE.findall(telling.text)) for telling in (left, right))
    return bool(here & there)


_FIGURE = re.compile(r"\d[\d.,]*(?<![.,])")


def _onedoer(left: Telling, a: Anchor, right: Telling, b: Anchor) -> bool:
    """Whether both are told of the same side."""
    return doer(left, a) == doer(right, b) != ""


@lru_cache(2048)
def states(text: str) -> tuple[State, ...]:
    """The states that a stretch of text names.

    >>> [(s.end, s.barred) for s in states("The drivers have not been released.")][:1]
    [(0, True)]
    """
    found: list[State] = []
    ahead, unsure = of_time()
    small = text.lower() if len(text.lower()) == len(text) else text
    starts = [match.start() for match in wording().finditer(small)]
    for number, scale in enumerate(scales()) if starts else ():
        for end, pattern in enumerate(scale.ends):
            for match in filter(None, (pattern.match(small, start) for start in starts)):
                lead = broken().split(text[max(0, match.start() - REACH) : match.start()])[-1]
                barred = negation().search(idle().sub(" ", lead)) and not negation().match(match.group())
                coming, open_ = ahead.search(f"{lead} {match.group()}"), unsure.search(lead)
                found.append(State(number, end, bool(barred), bool(coming), bool(open_), *match.span()))
    return tuple(found)
