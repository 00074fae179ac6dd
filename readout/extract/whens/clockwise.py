"""Dates told from the clock: "yesterday", "next Friday", "three weeks ago"."""

from __future__ import annotations

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from readout.extract.grammar import Match
from readout.extract.whens import span
from readout.extract.whens.parts import STEP, count_of, days, has, months, rule, unit_of, weekday_of, words_of
from readout.extract.whens.scene import Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.steps import moved, stepped
from readout.model.swift import replace


@rule
def point_unit(scene: Scene, match: Match) -> Reading | None:
    """ "later next year", "last week" """
    words = scene.words(match)
    step = next(STEP[w.lower] for w in words if w.lower in STEP)
    if _owned(scene, match.first):
        return None
    if unit_of(words) == "weekend" and step == 0 and scene.clock.day and scene.clock.day.weekday() < 3:
        step = -1 if scene.tense(match) == "past" else 0
    return stepped(scene, unit_of(words), step)


def _owned(scene: Scene, at: int) -> bool:
    """ "in its last year", but not "told her last year"."""
    before, verb = scene.lower(at - 1), scene.lower(at - 2)
    asked = before == "her" and (verb.endswith("ed") or verb in words_of("before_her"))
    return before in words_of("own") and not asked


@rule
def coming_quarter(scene: Scene, match: Match) -> Reading | None:
    """ "in the next quarter", "over the past quarter" """
    return stepped(scene, "quarter", 1 if has(scene.words(match), "next", "coming") else -1)


@rule
def point_decade(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return stepped(scene, "decade", STEP[words[0].lower])


@rule
def point_weekday(scene: Scene, match: Match) -> Reading | None:
    """ "next Friday" is next week's, "this Friday" this week's, "Tuesday last week" last week's."""
    words, day = scene.words(match), scene.clock.day
    if day is None:
        return Unsettled("day")
    if unit_of(words) not in ("", "week"):
        return None
    step = next(STEP[w.lower] for w in words if w.lower in STEP)
    if has(words, "coming"):
        return scene.told(span.day(day + timedelta(days=(weekday_of(words) - day.weekday()) % 7)))
    monday = day - timedelta(days=day.weekday())
    return scene.told(span.day(monday + timedelta(weeks=step, days=weekday_of(words))))


@rule
def point_month(scene: Scene, match: Match) -> Reading | None:
    """ "last October": the last one over; "next May": the next to begin; "this March": this year's."""
    words, clock = scene.words(match), scene.clock
    if clock.day is None:
        return Unsettled("month")
    number = months(words)[0]
    step = next(STEP[w.lower] for w in words if w.lower in STEP)
    year = clock.day.year
    if step == -1 and number >= clock.day.month:
        year -= 1
    if step == 1 and number <= clock.day.month:
        year += 1
    return scene.told(span.month(year, number))


@rule
def point_season(scene: Scene, match: Match) -> Reading | None:
    words, day = scene.words(match), scene.clock.day
    if day is None:
        return Unsettled("season")
    name = words[-1].lower
    step = next(STEP[w.lower] for w in words if w.lower in STEP)
    spans = [span.season(day.year + shift, name) for shift in (-2, -1, 0, 1)]
    if step == 0:
        return scene.told(next((s for s in spans if s.first <= day <= s.last), span.season(day.year, name)))
    if step < 0:
        return scene.told(max((s for s in spans if s.last < day), key=lambda s: s.first))
    return scene.told(min((s for s in spans if s.first > day), key=lambda s: s.first))


@rule
def weekday(scene: Scene, match: Match) -> Reading | None:
    if scene.lower(match.first - 1) in words_of("special") or has(
        scene.tokens[match.last : match.last + 1], "prayers"
    ):
        return None
    return scene.weekday(match, weekday_of(scene.words(match)))


@rule
def weekday_week(scene: Scene, match: Match) -> Reading | None:
    """ "Friday week" is a week after the next Friday."""
    words, day = scene.words(match), scene.clock.day
    if unit_of(words) != "week" or day is None:
        return None if day else Unsettled("day")
    return scene.told(span.day(day + timedelta(days=7 + (weekday_of(words) - day.weekday()) % 7)))


@rule
def deictic(scene: Scene, match: Match) -> Reading | None:
    """ "yesterday", "tonight"; not "today's youth", "a better tomorrow"."""
    owned = scene.lower(match.last) in words_of("poss") and scene.lower(match.last + 1) in words_of("no_day")
    described = scene.lower(match.first - 2) in ("a", "our") and scene.lower(match.first - 1).isalpha()
    if owned or described:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(scene.words(match)[0].lower, 0)
    return stepped(scene, "day", shift)


@rule
def deictic_step(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    shift = {"yesterday": -1, "tomorrow": 1}.get(words[-1].lower, 0) + (1 if has(words, "after") else -1)
    return stepped(scene, "day", shift) if unit_of(words) == "day" else Unsettled()


@rule
def this_daypart(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return stepped(scene, "day", -1 if has(words, "last") else 0)


@rule
def weekend(scene: Scene, match: Match) -> Reading | None:
    """ "over the weekend": the last one of a past clause, the next one of a future clause."""
    day = scene.clock.day
    if day is None:
        return Unsettled("day")
    back = scene.tense(match) != "future" and day.weekday() < 5
    return scene.told(span.weekend(day - timedelta(weeks=int(back))))


@rule
def ago(scene: Scene, match: Match) -> Reading | None:
    count = count_of(scene.words(match))
    loose = scene.lower(match.first - 1) in words_of("loose")
    if count is None or loose:
        return Unsettled(basis=scene.clock.basis)
    return moved(scene, unit_of(scene.words(match)), -count)


@rule
def from_now(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    count = count_of(words)
    if count is None:
        return Unsettled()
    found = moved(scene, unit_of(words), count)
    shift = {"yesterday": -1, "tomorrow": 1}.get(words[-1].lower, 0)
    if shift and isinstance(found, Span) and found.grain == "day":
        return scene.told(span.day(found.first + timedelta(days=shift)))
    return found


@rule
def in_units(scene: Scene, match: Match) -> Reading | None:
    """ "will return in two weeks", "must reply within 10 days"; elsewhere a mere duration."""
    words = scene.words(match)
    count = count_of(words[1:])
    if words[0].lower not in ("in", "within") or count is None or scene.tense(match) != "future":
        return None
    if scene.lower(match.last) in ("of", "after", "from"):
        return Unsettled(basis="event")
    return replace(moved(scene, unit_of(words), count), confidence=0.5)


@rule
def rolling(scene: Scene, match: Match) -> Reading | None:
    """ "the next three years": from the clock on, in the unit it counts."""
    words, clock = scene.words(match), scene.clock
    count, unit = count_of(words[1:]), unit_of(words)
    if count is None or words[1].lower == "following":
        return Unsettled("duration")
    ahead = has(words, "next", "coming")
    there, here = moved(scene, unit, count if ahead else -count), moved(scene, unit, 0)
    if unit == "week":
        there, here = stepped(scene, "week", count if ahead else -count), stepped(scene, "week", 0)
        there, here = moved(scene, "week", count if ahead else -count), moved(scene, "week", 0)
    if isinstance(there, Unsettled) or isinstance(here, Unsettled) or clock.year is None:
        return Unsettled("duration")
    return span.interval(here, there) if ahead else span.interval(there, here)


@rule
def vague(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    if has(words, "following") and not has(words, "the"):
        return None
    return Unsettled("duration", scene.clock.basis)


@rule
def ordinal_day(scene: Scene, match: Match) -> Reading | None:
    """ "on the 27th", but not "on the 27th floor"."""
    following = scene.tokens[match.last : match.last + 1]
    if following and following[0].text[0].isalpha() and following[0].lower not in words_of("after_day"):
        return None
    number, clock = days(scene.words(match))[0], scene.clock
    if clock.day is None:
        return Unsettled("day")
    tense = scene.tense(match)
    here = clock.day
    if tense == "past" and number > here.day:
        here += relativedelta(months=-1)
    elif tense == "future" and number < here.day:
        here += relativedelta(months=1)
    return scene.told(span.day(here.replace(day=number)))
