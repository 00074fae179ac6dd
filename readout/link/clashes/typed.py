"""Contradictions, from typed fields alone: amount, date, place, actor, polarity."""

from __future__ import annotations

from math import inf

from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, Meeting
from readout.link.clashes.contrary import contrary
from readout.link.clashes.durations import lengths
from readout.link.clashes.figures import amounts, comparable, counts
from readout.link.clashes.invitations import visits_apart
from readout.link.clashes.moments import dates, is_dated, not_before, one_of, places, same_day, shown, whens
from readout.link.clashes.parties import doers_apart, grounds, origins
from readout.link.clashes.polarity import negated, none, polarity, undone, unmade
from readout.link.clashes.portions import portions
from readout.link.clashes.schedules import deadlines_apart, due_apart, ends_apart, starts_apart, undated
from readout.link.clashes.shares import shares_apart
from readout.link.clashes.sites import contents_apart, sites_apart
from readout.link.clashes.states import states_apart
from readout.link.clashes.tasks import tasks_apart
from readout.link.clashes.unheld import unheld
from readout.link.clashes.units import Span, compared, span_of
from readout.link.matters.matter import Matter


def clash(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """The contradiction between two tellings of one matter, or None.

    >>> # "45 grants" and "60 grants" -> amount; "in May" and "on 3 June" of one meeting -> date
    """
    timed = (
        dates,
        not_before,
        deadlines_apart,
        _starts,
        due_apart,
        ends_apart,
        visits_apart,
        undated,
        places,
    )
    finders = (*timed, amounts) if is_dated(matter) else (amounts, *timed)
    for find in (
        polarity,
        undone,
        negated,
        unmade,
        unheld,
        none,
        *finders,
        portions,
        shares_apart,
        counts,
        lengths,
        origins,
        doers_apart,
        grounds,
        states_apart,
        tasks_apart,
        sites_apart,
        contents_apart,
        contrary,
    ):
        found = find(matter, left, right)
        if found:
            return found
    return None


def _starts(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    return starts_apart(matter, left, right, sure=True)


def unlike(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two readings that do not fit, though one is but a guess, or None: they make two accounts differ."""
    return starts_apart(matter, left, right, sure=False)


def accord(matter: Matter, left: Telling, right: Telling) -> Meeting | None:
    """A figure or a date that both tellings give for the matter, or None."""
    for one, other in comparable(matter, left, right):
        spans = span_of(one), span_of(other)
        if compared(*spans) is True and _near(*spans):
            return Meeting("amount", " ".join(one.text.split()))
    if is_dated(matter) or one_of(left, right):
        for when in whens(left):
            for there in whens(right):
                if when.edtf and (when.edtf == there.edtf or same_day(when, there)):
                    return Meeting("date", shown(when))
    return None


def _near(one: Span | None, other: Span | None) -> bool:
    """Whether two figures that may both be true are one figure: not "more than half" and "85 per cent"."""
    if one is None or other is None or inf not in (one.high, other.high):
        return True
    return abs(one.low - other.low) <= NEAR * max(one.low, other.low)


NEAR = 0.15
"""How far an open figure may be from another and still be the same."""

__all__ = ["Clash", "Meeting", "Span", "accord", "clash", "unlike"]
