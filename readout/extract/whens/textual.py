"""Dates told from other dates of the text: "the next morning", "two days later"."""

from __future__ import annotations

from datetime import timedelta

from readout.extract.grammar import Match
from readout.extract.whens import span
from readout.extract.whens.parts import count_of, has, rule, unit_of, words_of
from readout.extract.whens.scene import MONTHS, WEEKDAYS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.steps import around, of_text, text_moved


@rule
def text_step(scene: Scene, match: Match) -> Reading | None:
    """ "Two days later", told from the date before it; "a year earlier" mostly has none."""
    words = scene.words(match)
    count, unit, ahead = (
        count_of(words),
        unit_of(words),
        has(words, "later", "after", "afterward", "afterwards"),
    )
    event = has(words, "before", "after") and scene.lower(match.last)[:1].isalpha()
    anchor = scene.following(match) if has(words, "before", "after") else None
    if anchor is not None and count is not None:
        return text_moved(anchor, unit, count if ahead else -count)
    if event and scene.lower(match.last) not in ("and", "but", "he", "she", "they", "that"):
        return Unsettled(basis="event")
    seen = scene.before(match)
    if count is None or seen is None or (not ahead and unit in ("year", "decade")):
        return Unsettled(basis="text")
    return text_moved(seen, unit, count if ahead else -count)


@rule
def text_next(scene: Scene, match: Match) -> Reading | None:
    """ "the next morning", "the previous year", told from the date before it."""
    words = scene.words(match)
    seen = scene.before(match)
    if words[1].lower == "past" or (
        words[1].lower == "next"
        and scene.lower(match.first - 1) in ("over", "in", "for")
        and scene.tense(match) == "future"
    ):
        return Unsettled("duration", scene.clock.basis)
    if seen is None or (words[-1].lower in WEEKDAYS and words[0].lower != "the"):
        return Unsettled(basis="text")
    if words[-1].lower in span.SEASONS or words[-1].lower in MONTHS:
        return _yearly(seen, words[-1].lower, has(words, "previous", "preceding", "prior"))
    if words[-1].lower in WEEKDAYS:
        number = WEEKDAYS[words[-1].lower]
        if seen.grain != "day" or has(words, "previous", "preceding", "prior"):
            return Unsettled("day", "text")
        return of_text(span.day(seen.first + timedelta(days=(number - seen.first.weekday() - 1) % 7 + 1)))
    step = -1 if words[1].lower in ("previous", "preceding", "prior") else 1
    unit = unit_of(words) or "day"
    if unit == "week":
        return (
            of_text(span.week(seen.first + timedelta(weeks=step)))
            if seen.grain == "day"
            else Unsettled("week", "text")
        )
    return text_moved(seen, unit, step)


def _yearly(seen: Span, name: str, back: bool) -> Reading:
    """ "the following March", "the previous winter": the first one after another date, or the last before."""
    spans = [
        span.season(year, name) if name in span.SEASONS else span.month(year, MONTHS[name])
        for year in range(seen.first.year - 2, seen.last.year + 3)
    ]
    if back:
        return of_text(max((s for s in spans if s.last < seen.first), key=lambda s: s.first))
    return of_text(min((s for s in spans if s.first > seen.last), key=lambda s: s.first))


@rule
def text_beside(scene: Scene, match: Match) -> Reading | None:
    """ "the day before", unless it is the day before something."""
    words = scene.words(match)
    following = scene.lower(match.last)
    seen = scene.before(match)
    if following[:1].isalnum() and following not in ("and", "but", "in", "at", "he", "she", "they"):
        return Unsettled(basis="event")
    if seen is None:
        return Unsettled(basis="text")
    step = 1 if has(words, "after", "later") else -1
    return text_moved(seen, unit_of(words) or "day", step)


@rule
def text_same(scene: Scene, match: Match) -> Reading | None:
    """ "later that month", "the same day", "earlier in the day"."""
    words = scene.words(match)
    seen = scene.before(match)
    if (
        words[0].lower == "that"
        and len(words) == 2
        and scene.lower(match.first - 1) not in words_of("before_that")
        and not _closing(scene, match)
    ):
        return None
    if seen is None:
        return Unsettled(basis="text")
    last = words[-1].lower
    if last in WEEKDAYS or last in span.SEASONS or last == "weekend":
        return Unsettled(basis="text")
    return around(seen, unit_of(words) or "day")


def _closing(scene: Scene, match: Match) -> bool:
    """Whether "that night" ends its clause behind a verb: "Planes took off that night"."""
    ends = scene.lower(match.last) in ("", ".", ",", ";")
    return ends and scene.lower(match.first - 1) not in words_of("telling_that")
