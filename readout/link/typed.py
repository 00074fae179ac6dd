"""Contradictions, from typed fields alone: amount, date, place, actor, polarity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.knowledge.kin import stems
from readout.link import sentences
from readout.link.lexicon import common, dated, opposites
from readout.link.matters import Matter
from readout.link.origins import origin
from readout.link.tellings import Telling
from readout.link.units import Span, compared, span_of
from readout.model.account import ConflictKind
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.event import Event
from readout.model.when import When

NEAR = 14
"""Characters from the end of what is told to a date that still belongs to it."""
CLAUSE = 90
"""Characters between a wording and the topic that it is about."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two readings that cannot both be true, and how each is to be said."""

    kind: ConflictKind
    left: Anchor
    right: Anchor
    left_says: str
    right_says: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Readings that agree: both say it."""

    kind: ConflictKind
    says: str


def clash(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """The contradiction between two tellings of one matter, or None.

    >>> # "45 grants" and "60 grants" -> amount; "in May" and "on 3 June" of one meeting -> date
    """
    timed = (_dates, _not_before, _places)
    finders = (*timed, _amounts) if _is_dated(matter) else (_amounts, *timed)
    for find in (_polarity, *finders, _origins):
        found = find(matter, left, right)
        if found:
            return found
    return None


def accord(matter: Matter, left: Telling, right: Telling) -> Meeting | None:
    """A figure or a date that both tellings give for the matter, or None."""
    for one in _figures(matter, left):
        for other in _figures(matter, right):
            if compared(span_of(one), span_of(other)) is True:
                return Meeting("amount", " ".join(one.text.split()))
    if _is_dated(matter):
        for when in _whens(left):
            for there in _whens(right):
                if when.edtf and when.edtf == there.edtf:
                    return Meeting("date", when.edtf)
    return None


def _polarity(matter: Matter, left: Telling, right: Telling) -> Clash | None:
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


def _amounts(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    own, other = list(_figures(matter, left)), list(_figures(matter, right))
    if not (own and other):
        own, other = _only_figures(matter, left, right)
    verdicts = [(compared(span_of(a), span_of(b)), a, b) for a in own for b in other]
    if any(verdict is True for verdict, _, _ in verdicts):
        return None
    for verdict, a, b in verdicts:
        if verdict is False and _rate(left, a) == _rate(right, b):
            return Clash("amount", a.anchor, b.anchor, _flat(a.text), _flat(b.text))
    return None


def _only_figures(matter: Matter, left: Telling, right: Telling) -> tuple[list[Amount], list[Amount]]:
    """The one figure of each telling, where both say the same thing of the matter with it.

    >>> # "approved 85 million for the tunnel" and "60 million had been approved for the tunnel"
    """
    pairs = [[a for a in t.record.amounts if t.holds(a.anchor)] for t in (left, right)]
    about = any(t.number in matter.main for t in (left, right))
    shared = _words(left, pairs[0]) & _words(right, pairs[1]) - set(matter.key)
    if not (about and shared and all(len(found) == 1 for found in pairs)):
        return [], []
    return pairs[0], pairs[1]


def _words(telling: Telling, amounts: Sequence[Amount]) -> set[str]:
    """What a telling says beside its figures, short and common words left out."""
    text = telling.text
    for amount in amounts:
        text = text.replace(_flat(amount.text), " ")
    return {word for word in stems(text) if len(word) > 3 and word not in common()}


def _figures(matter: Matter, telling: Telling) -> Iterator[Amount]:
    """The figures of a telling that count or measure the topic itself."""
    amounts = [a for a in telling.record.amounts if telling.holds(a.anchor)]
    for amount in amounts:
        counted = stems(amount.of or "") or stems(amount.text)
        same = bool(counted) and matter.key[-1] in counted
        near = any(_beside(telling, amount, mention) for mention in matter.places[telling.number])
        if same or near:
            yield amount


def _beside(telling: Telling, amount: Amount, mention: Anchor) -> bool:
    """Whether a figure stands right at the topic: "3 million kroner of aid"."""
    if amount.anchor.overlaps(mention):
        return True
    first, second = sorted((amount.anchor, mention))
    between = telling.record.document.text[first.end : second.start].split()
    small = {
        "of",
        "in",
        "worth",
        "amounted",
        "to",
        "reached",
        "around",
        "about",
        "at",
        "the",
        "goods",
        "was",
        "were",
        "stood",
        "is",
        "rose",
        "fell",
        "a",
        "turnover",
        "its",
    }
    return len(between) <= 5 and all(word.casefold().strip(",") in small for word in between)


def _rate(telling: Telling, amount: Amount) -> str:
    """The time that a figure is for: "a year", "per month"."""
    after = telling.record.document.text[amount.anchor.end : amount.anchor.end + 40].casefold()
    for word in ("year", "month", "week", "day"):
        if f"a {word}" in after[:30] or f"per {word}" in after[:30] or f"{word}ly" in after[:12]:
            return word
    return ""


def _is_dated(matter: Matter) -> bool:
    return bool(set(matter.key) & dated())


def _dates(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    pairs = list(_dated_pairs(matter, left, right))
    if any(not _apart(a, b) for a, b in pairs):
        return None
    return next(
        (Clash("date", a.anchor, b.anchor, a.edtf or a.text, b.edtf or b.text) for a, b in pairs), None
    )


def _dated_pairs(matter: Matter, left: Telling, right: Telling) -> Iterator[tuple[When, When]]:
    """Dates of the same thing in two tellings: of a meeting, or of events of one type around the topic."""
    if _is_dated(matter):
        yield from ((a, b) for a in _whens(left) for b in _whens(right))
        return
    for one in _events(matter, left):
        for other in _events(matter, right):
            if one.type == other.type and one.status == other.status == "planned":
                a, b = _when(left, one.when), _when(right, other.when)
                if a and b and a.start and b.start:
                    yield a, b


def _whens(telling: Telling) -> list[When]:
    """The dates of what is told, not those on which it was told."""
    spoken = telling.statement.when if telling.statement else None
    last = max(anchor.end for anchor in telling.anchors)
    sentence = sentences.around(telling.record.document, telling.anchors[-1])
    return [
        when
        for when in telling.record.whens
        if when.start
        and (when.id != spoken or telling.holds(when.anchor) or 0 <= when.anchor.start - last <= NEAR)
        and (
            telling.holds(when.anchor)
            or (0 <= when.anchor.start - last <= NEAR and sentence.covers(when.anchor))
        )
    ]


def _when(telling: Telling, id: str | None) -> When | None:
    return next((when for when in telling.record.whens if when.id == id), None)


def _not_before(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """ "by the end of 2025" against "not before 2027" of one matter."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        for late in _whens(other):
            if not _BARRED.search(_lead(other, late)):
                continue
            for when in _whens(one):
                lead = _lead(one, when)
                early = (when.end or when.start or "") < (late.start or "")
                if early and _BY.search(lead) and not _BARRED.search(lead):
                    a, b = (late, when) if turned else (when, late)
                    return Clash(
                        "date", a.anchor, b.anchor, _lead_words(a, turned), _lead_words(b, not turned)
                    )
    return None


_BARRED = re.compile(
    r"\b(?:not|never|no|n[’']t)\b[^.;]{0,40}\b(?:before|until|earlier than)\s+(?:the )?$", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|in|on|before|from|until)\s+(?:the )?$", re.IGNORECASE)


def _lead(telling: Telling, when: When) -> str:
    """The words before a date in its sentence."""
    start = max(0, when.anchor.start - 70)
    return re.split(r"[.;\n]", telling.record.document.text[start : when.anchor.start])[-1]


def _lead_words(when: When, barred: bool) -> str:
    return f"not before {when.edtf or when.text}" if barred else f"{when.edtf or when.text}"


def _apart(one: When, other: When) -> bool:
    if not (one.start and other.start):
        return False
    return (one.end or one.start) < other.start or (other.end or other.start) < one.start


def _events(matter: Matter, telling: Telling) -> list[Event]:
    """The events of a telling in whose clause the topic stands."""
    places = matter.places[telling.number]
    return [
        event
        for event in telling.record.events
        if telling.holds(event.trigger) and any(event.anchor.overlaps(place) for place in places)
    ]


def _places(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two places of one meeting that is yet to come."""
    if not _is_dated(matter):
        return None
    for one in _located(left):
        for other in _located(right):
            a, b = one.where, other.where
            if a and b and not set(stems(a.name)) & set(stems(b.name)) and a.country != b.name:
                return Clash("place", a.anchor, b.anchor, a.name, b.name)
    return None


def _located(telling: Telling) -> list[Event]:
    return [
        e
        for e in telling.record.events
        if e.where and e.status == "planned" and any(e.anchor.overlaps(a) for a in telling.anchors)
    ]


def _origins(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    a, b = origin(left), origin(right)
    if a and b and a[1] != b[1]:
        return Clash(
            "actor", a[0], b[0], f"“{_flat(a[0].exact).rstrip('.')}”", f"“{_flat(b[0].exact).rstrip('.')}”"
        )
    return None


def _flat(text: str) -> str:
    return " ".join(text.split())


__all__ = ["Clash", "Meeting", "Span", "accord", "clash"]
