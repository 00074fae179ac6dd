"""What one telling says and the other denies: denials, opposite wordings, none against some."""

from __future__ import annotations

import re

from readout.knowledge.kin import stems
from readout.link.clashes import Clash, events, flat
from readout.link.figures import held
from readout.link.lexicon import none_of, opposites
from readout.link.matters import Matter
from readout.link.tellings import Telling
from readout.model.amount import Amount
from readout.model.anchor import Anchor

CLAUSE = 90
"""Characters between a wording and the topic that it is about."""


def polarity(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    if left.said == "denied" or right.said == "denied":
        if left.said == right.said:
            return None
        return Clash("polarity", left.anchors[0], right.anchors[0], *(map(_yes_no, (left, right))))
    for one, other in opposites():
        for first, second in ((one, other), (other, one)):
            a, b = _wording(first, matter, left), _wording(second, matter, right)
            if a and b and not _wording(second, matter, left) and not _wording(first, matter, right):
                return Clash("polarity", a, b, f"“{a.exact}”", f"“{b.exact}”")
    return None


def _yes_no(telling: Telling) -> str:
    return "denied" if telling.said == "denied" else "said"


def _wording(pattern: re.Pattern[str], matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling uses a wording close to the topic."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in pattern.finditer(text, anchor.start, anchor.end):
            if any(abs(found.start() - mention.start) <= CLAUSE for mention in matter.places[telling.number]):
                return Anchor.of(text, found.start(), found.end())
    return None


def undone(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """One event that one account tells as done or coming and the other as not: "will attend", "will not"."""
    for one in events(matter, left):
        for other in events(matter, right):
            same = one.type == other.type and stems(one.trigger.exact)[-1:] == stems(other.trigger.exact)[-1:]
            if (
                same
                and (one.status == "negated") != (other.status == "negated")
                and not {one.status, other.status} & {"possible"}
            ):
                return Clash(
                    "polarity",
                    one.anchor,
                    other.anchor,
                    f"“{flat(one.anchor.exact)}”",
                    f"“{flat(other.anchor.exact)}”",
                )
    return None


def none(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """None on one side, a figure or a deed on the other: "no jobs will be lost", "120 posts will be cut"."""
    for one, other in ((left, right), (right, left)):
        nothing = _nothing(matter, one)
        if nothing is None or _nothing(matter, other) or other.said != "yes" or one.said != "yes":
            continue
        figures = [a for a in held(other) if (a.value or a.low or 0) > 0 and _of_matter(a, matter)]
        if len(figures) == 1 or (figures and other.number in matter.main):
            figure = figures[0].anchor
            a, b = (nothing, figure) if one is left else (figure, nothing)
            return Clash("polarity", a, b, f"“{flat(a.exact)}”", f"“{flat(b.exact)}”")
    return None


def _of_matter(amount: Amount, matter: Matter) -> bool:
    own = set(stems(matter.label)) | set(matter.key)
    return amount.currency is not None or bool(set(stems(amount.of or amount.text)) & own)


def _nothing(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling says that there is none: "no jobs", "not a single shell"."""
    text = telling.record.document.text
    own = set(stems(matter.label)) | set(matter.key)
    for anchor in telling.anchors:
        for found in none_of().finditer(text, anchor.start, anchor.end):
            if own & set(stems(found.group("what"))):
                return Anchor.of(text, *found.span())
    return None
