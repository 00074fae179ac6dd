"""Dates and places of two tellings held against each other."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from readout.knowledge.kin import stems
from readout.link import sentences
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, events
from readout.link.lexicon import dated, wish
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor
from readout.model.when import When

NEAR = 14
"""Characters from the end of what is told to a date that still belongs to it."""


def is_dated(matter: Matter) -> bool:
    return bool(set(matter.key) & dated())


def _asked(telling: Telling) -> bool:
    """Whether a telling is a demand or a wish, of which no date or place is a fact."""
    statement = telling.statement
    return bool(wish().search(telling.text)) or bool(statement and statement.act == "request")


def dates(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    if _asked(left) or _asked(right):
        return None
    pairs = [p for p in _dated_pairs(matter, left, right) if _fit(left, right, *p)]
    if any(not apart(a, b) for a, b in pairs):
        return None
    return next((Clash("date", a.anchor, b.anchor, shown(a), shown(b)) for a, b in pairs), None)


def _fit(left: Telling, right: Telling, one: When, other: When) -> bool:
    """Whether two dates can be of one thing, and neither is a guess: "could begin in May"."""
    guessed = _guessed(left, one) or _guessed(right, other)
    return not guessed and _past(left, one) == _past(right, other)


def _guessed(telling: Telling, when: When) -> bool:
    return bool(re.search(r"\b(?:could|may|might|possibly|perhaps)\b(?! \d)", _lead(telling, when)))


def _past(telling: Telling, when: When) -> bool:
    """Whether a date lies before the text: what was held and what is to be held are not one thing."""
    published = telling.record.document.published
    return bool(published) and (when.end or when.start or "") <= str(published)


def _dated_pairs(matter: Matter, left: Telling, right: Telling) -> Iterator[tuple[When, When]]:
    """Dates of the same thing in two tellings: of a meeting, or of events of one type around the topic."""
    if is_dated(matter) or one_of(left, right):
        yield from ((a, b) for a in whens(left) for b in whens(right))
        return
    for one in events(matter, left):
        for other in events(matter, right):
            if one.type == other.type and one.status == other.status == "planned":
                a, b = _when(left, one.when), _when(right, other.when)
                if a and b and a.start and b.start and not (apposed(left, a) or apposed(right, b)):
                    yield a, b


def whens(telling: Telling) -> list[When]:
    """The dates of what is told, not those on which it was told."""
    spoken = telling.statement.when if telling.statement else None
    last = max(anchor.end for anchor in telling.anchors)
    sentence = sentences.around(telling.record.document, telling.anchors[-1])
    return [
        when
        for when in telling.record.whens
        if when.start
        and not apposed(telling, when)
        and (when.id != spoken or telling.holds(when.anchor) or 0 <= when.anchor.start - last <= NEAR)
        and (
            any(own.overlaps(when.anchor) for own in telling.anchors)
            or telling.asks(when.anchor)
            or (0 <= when.anchor.start - last <= NEAR and sentence.covers(when.anchor))
        )
    ]


def apposed(telling: Telling, when: When) -> bool:
    """Whether a plainer date follows that says the same: "Monday week, May 26"."""
    text = telling.record.document.text
    after = text[when.anchor.end : when.anchor.end + 24]
    gap = re.match(r"(?: \w+)?,? (?=[A-Z\d])", after)
    year = re.match(r" \d{4}\b", after)
    if year and not re.search(r"\d{4}", when.text):
        return True
    return bool(gap) and any(
        other is not when
        and re.search(r"\d", other.text)
        and not re.search(r"\d", when.text)
        and other.anchor.start == when.anchor.end + gap.end()
        for other in telling.record.whens
        if gap
    )


def _when(telling: Telling, id: str | None) -> When | None:
    return next((when for when in telling.record.whens if when.id == id), None)


def not_before(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """ "by the end of 2025" against "not before 2027" of one matter."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        for late in whens(other):
            if not _BARRED.search(_lead(other, late)):
                continue
            for when in whens(one):
                lead = _lead(one, when)
                early = (when.end or when.start or "") < (late.start or "")
                if early and _BY.search(lead) and not _BARRED.search(lead):
                    a, b = (late, when) if turned else (when, late)
                    return Clash(
                        "date", a.anchor, b.anchor, _lead_words(a, turned), _lead_words(b, not turned)
                    )
    return None


_BARRED = re.compile(
    r"\b(?:(?:can)?not|never|no|n[’']t)\b[^.;]{0,40}"
    r"\b(?:before|until|earlier than)\s+(?:the )?(?:\w+ (?:of|in) )?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|in|on|before|from|until)\s+(?:the )?$", re.IGNORECASE)


def _lead(telling: Telling, when: When) -> str:
    """The words before a date in its sentence."""
    start = max(0, when.anchor.start - 70)
    return re.split(r"[.;\n]", telling.record.document.text[start : when.anchor.start])[-1]


def _lead_words(when: When, barred: bool) -> str:
    return f"not before {when.edtf or when.text}" if barred else f"{when.edtf or when.text}"


def shown(when: When) -> str:
    """A date for a reader: as a number, a season in the words of the text."""
    season = when.edtf is None or re.fullmatch(r"\d{4}-2\d", when.edtf)
    return " ".join(when.text.split()) if season else when.edtf or when.text


def apart(one: When, other: When) -> bool:
    """Whether two dates share no day."""
    if not (one.start and other.start) or same_day(one, other):
        return False
    return (one.end or one.start) < other.start or (other.end or other.start) < one.start


def same_day(one: When, other: When) -> bool:
    """Whether two dates differ by nothing but a year that a text does not give: "on 14 June"."""
    told = any(re.search(r"\d{4}", when.text) for when in (one, other))
    days = [
        when.edtf[4:] for when in (one, other) if when.edtf and re.fullmatch(r"\d{4}(-\d\d){1,2}", when.edtf)
    ]
    return not told and len(days) == 2 and days[0] == days[1]


def one_of(left: Telling, right: Telling) -> bool:
    """Whether both tell of one thing of which there is one at a time: "its session", "the first shipment"."""
    if set(stems(left.text)) & set(stems(right.text)) & dated():
        return True
    if all(_SITS.search(telling.text) for telling in (left, right)):
        return True
    return bool(_ordered(left) & _ordered(right) or _once(left) & _once(right))


_SITS = re.compile(
    r"\b(?:will|shall|would|is to|are to|to) (?:next |again )?(?:meet|sit|gather|convene|assemble|confer)\b"
    r"|\b(?:meets|gathers|convenes|assembles)\b"
)


def _once(telling: Telling) -> frozenset[str]:
    """The deeds to come of which there is one: "is to be signed"."""
    return frozenset(found.casefold() for found in _ONCE.findall(telling.text))


_ONCE = re.compile(
    r"\b(?:will|shall|would|is|are|was|were|to)(?: (?:due|set|expected|to|now|then|formally|officially))* be "
    r"(?:formally |officially |solemnly )?"
    r"(signed|opened|reopened|inaugurated|launched|unveiled|ratified|initialled|sworn"
    r"|handed over|commissioned)\b",
    re.IGNORECASE,
)


def _ordered(telling: Telling) -> frozenset[tuple[str, str]]:
    """What a telling counts by its place: (first, shipment)."""
    found = _ORDINAL.findall(telling.text)
    return frozenset((place.casefold(), stem) for place, noun in found for stem in stems(noun)[:1])


_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|final|last|next)(?: of the| two| three)?"
    r" (?!time|place|half|quarter|week|month|year|day|step|of\b)([a-z]{4,})",
    re.IGNORECASE,
)


def places(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two places of one meeting that is yet to come, or of one seat."""
    if not (is_dated(matter) or one_of(left, right)):
        return None
    one, other = list(_located(left)), list(_located(right))
    if not (one and other) or {_key(p) for p in one} & {_key(p) for p in other}:
        return None
    a, b = one[0], other[0]
    return Clash("place", a, b, a.exact, b.exact)


def _key(place: Anchor) -> str:
    return " ".join(stems(place.exact))


def _located(telling: Telling) -> Iterator[Anchor]:
    """Where something will be: "will be held in Oslo", "to have its seat in Bern"."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        if not _AHEAD.search(anchor.exact):
            continue
        for found in _PLACE.finditer(text, anchor.start, anchor.end):
            place = Anchor.of(text, *found.span(1))
            if (
                not any(when.anchor.overlaps(place) for when in telling.record.whens)
                and found.group(1) not in MONTHS
            ):
                yield place


_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|is to|are to|(?:was|is|are|were) (?:set|due|fixed)|scheduled|planned"
    r"|agreed (?:to|on)|hold|takes? place|convenes?|meets|meet again|opens|resumes?|starts|begins"
    r"|continues|next|(?:set|fixed|scheduled) the)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at) ([A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+))*)")
MONTHS = frozenset(calendar.month_name[1:])
