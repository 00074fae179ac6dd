"""When something is to begin, and by when a goal is to be reached: two tellings held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.clashes.figures import same_figure
from readout.link.clashes.moments import apposed, shown, whens
from readout.link.clashes.prices import held
from readout.link.lexicon import schedule, terms, wish
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor
from readout.model.when import When

REACH = 45
"""Characters from the word for the start to its date."""


def undated(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """No day on the one side and one on the other: "no date had been set", "will be closed by May"."""
    about = {left.number, right.number} <= matter.main | matter.carried
    if left.said != "yes" or right.said != "yes" or not about:
        return None
    for one, other in ((left, right), (right, left)):
        no, day = _no_date(one), _day_ahead(other)
        if no and day and not _no_date(other):
            a, b = (no, day.anchor) if one is left else (day.anchor, no)
            says = [flat(no.exact), shown(day)]
            return Clash("date", a, b, *(says if one is left else says[::-1]))
    return None


def _no_date(telling: Telling) -> Anchor | None:
    text = telling.record.document.text
    found = (_undated().search(text, a.start, a.end) for a in telling.anchors)
    return next((Anchor.of(text, *match.span()) for match in found if match), None)


def _day_ahead(telling: Telling) -> When | None:
    """The one date ahead that a telling gives for what it does not merely wish."""
    told = telling.record.document.published or ""
    if not told or wish().search(telling.text):
        return None
    ahead = [when for when in whens(telling) if (when.start or "") > told or (when.end or "") > told]
    return ahead[0] if len(ahead) == 1 else None


@cache
def _undated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(terms()['undated']['patterns'])})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """A date on which something is to begin.

    ``limit`` where it is the latest, ``before`` where it is the first day too late.
    """

    when: When
    limit: bool
    sure: bool
    before: bool = False

    @property
    def last(self) -> str:
        """The last day that it allows: of "before May" that of April."""
        if self.before and self.when.start:
            try:
                return str(date.fromisoformat(self.when.start) - timedelta(days=1))
            except ValueError:
                return self.when.start
        return self.when.end or self.when.start or ""


def starts_apart(matter: Matter, left: Telling, right: Telling, *, sure: bool) -> Clash | None:
    """Two dates on which one thing is to begin: "will start by the end of May", "could start in July".

    With ``sure`` both have to be told as certain, for a guess contradicts nothing.
    """
    if not {left.number, right.number} <= matter.main | matter.carried:
        return None
    pairs = [(a, b) for a in _starts(left) for b in _starts(right)]
    if not pairs or any(not _apart(a, b) for a, b in pairs):
        return None
    one, other = pairs[0]
    if sure and not (one.sure and other.sure):
        return None
    return Clash("date", one.when.anchor, other.when.anchor, shown(one.when), shown(other.when))


def _starts(telling: Telling) -> Iterator[Start]:
    text = telling.record.document.text
    for when in telling.record.whens:
        if not when.start or not telling.holds(when.anchor) or apposed(telling, when):
            continue
        before = re.split(r"[.;\n]", text[max(0, when.anchor.start - REACH) : when.anchor.start])[-1]
        found = list(schedule("start").finditer(before))
        if found and "," not in before[found[-1].end() :]:
            lead = re.split(r"[.;\n]", text[max(0, when.anchor.start - 80) : when.anchor.start])[-1]
            yield Start(when, _limited(before), not schedule("guess").search(lead), _barred(before, when))


def _apart(one: Start, other: Start) -> bool:
    """Whether two beginnings cannot be one: a limit leaves open all that is earlier."""
    first, last = one.when, other.when
    if first.edtf and first.edtf == last.edtf:
        return False
    early = one.last < (last.start or "") and not other.limit
    late = other.last < (first.start or "") and not one.limit
    both = one.limit and other.limit and one.last != other.last
    return early or late or both


def ends_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two days until which one thing is to last: "until the end of 2029", "until the end of 2031".

    What is wished, or lasts only on a condition, contradicts nothing.
    """
    if not {left.number, right.number} <= matter.main | matter.carried:
        return None
    one, other = _until(left), _until(right)
    if one is None or other is None or (one.end or one.start) == (other.end or other.start):
        return None
    return Clash("date", one.anchor, other.anchor, shown(one), shown(other))


def _until(telling: Telling) -> When | None:
    """The one date that something is told to last to."""
    text = telling.record.document.text
    if telling.said != "yes" or wish().search(telling.text) or _OPEN.search(telling.text):
        return None
    last = [
        when
        for when in whens(telling)
        if _LASTS.search(text[max(0, when.anchor.start - 24) : when.anchor.start])
    ]
    return last[0] if len(last) == 1 else None


_LASTS = re.compile(
    r"\b(?:until|till|(?:runs?|ran|running) out (?:in|on|at)|expir(?:es|ed|ing) (?:in|on|at))"
    r"\s+(?:the )?(?:end of )?$"
)
_OPEN = re.compile(r"\b(?:not|never|no|if|unless|could|may|might|at least)\b(?! later)")


def due_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """The only date of each account for what is yet to be done: "by 1 May 2031" against "during 2032".

    A date that the other's limit leaves open contradicts nothing, nor does one that is wished for.
    """
    if matter.main != {left.number, right.number}:
        return None
    one, other = _due(left), _due(right)
    if one is None or other is None or not (one.sure and other.sure) or not _apart(one, other):
        return None
    return Clash("date", one.when.anchor, other.when.anchor, shown(one.when), shown(other.when))


def _due(telling: Telling) -> Start | None:
    """The one date ahead that a telling gives for a deed that is to come."""
    text, told = telling.record.document.text, telling.record.document.published or ""
    ahead = [when for when in whens(telling) if told and (when.start or "") > told]
    if len(ahead) != 1 or not schedule("coming").search(telling.text) or wish().search(telling.text):
        return None
    before = re.split(r"[.;\n]", text[max(0, ahead[0].anchor.start - REACH) : ahead[0].anchor.start])[-1]
    sure = not schedule("guess").search(telling.text)
    return Start(ahead[0], _limited(before), sure, _barred(before, ahead[0]))


def _barred(before: str, when: When) -> bool:
    """Whether words that lead to a date leave it out: "before 3 May", not "before the end of May"."""
    ends = re.search(r"\b(?:end|close)\b", when.text)
    return not ends and before.rstrip().removesuffix(" the").endswith("before")


def _limited(before: str) -> bool:
    """Whether words that lead to a date make it the latest: "by the "."""
    return bool(schedule("limit", behind=r"\s+(?:the )?$").search(before))


def deadlines_apart(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two dates by which one goal is to be reached: "to $90 million by 2029", "to $90 million by 2031"."""
    for one in held(left):
        for other in held(right):
            a, b = _deadline(left, one.anchor.end), _deadline(right, other.anchor.end)
            if a and b and same_figure(one, other) and _last(left, a) != _last(right, b):
                return Clash("date", a.anchor, b.anchor, shown(a), shown(b))
    return None


def _last(telling: Telling, when: When) -> str:
    """The last day that a deadline allows: of "before January" that of December."""
    text = telling.record.document.text
    before = text[max(0, when.anchor.start - REACH) : when.anchor.start]
    return Start(when, True, True, _barred(before, when)).last


def _deadline(telling: Telling, end: int) -> When | None:
    """The date by which a figure is to be reached, where it follows it."""
    text = telling.record.document.text
    near = (
        w
        for w in telling.record.whens
        if w.start and 0 <= w.anchor.start - end <= REACH and not apposed(telling, w)
    )
    return next((w for w in near if _by().match(text[end : w.anchor.start])), None)


def _by() -> re.Pattern[str]:
    """What leads from a figure to the date by which it is to be reached."""
    return schedule("deadline", before=r"^[^.;:,]{0,30}?\b", behind=r"\s+(?:the )?$")
