"""Parts of years and months: quarters, halves, seasons, ends, decades."""

from __future__ import annotations

from readout.extract.grammar import Match, Token
from readout.extract.whens import span
from readout.extract.whens.parts import count_of, days, has, months, rule, unit_of, words_of, years
from readout.extract.whens.scene import COUNTS, NTHS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.steps import container, decade_of, leaning, point_year, quarter_of, stepped
from readout.model.swift import replace


@rule
def end_of(scene: Scene, match: Match) -> Reading | None:
    """ "by the end of April" is its last day; "at the end of 2022" leaves the day open."""
    words = scene.words(match)
    at = next((i for i, w in enumerate(words) if w.lower == "of"), 1 if words[1].lower in ("-", "–") else 0)
    whole = container(scene, match, words[at + 1 :])
    if whole is None or isinstance(whole, Unsettled):
        return whole
    if has(words, "end", "close") and scene.lower(match.first - 1) in words_of("deadline"):
        return replace(span.day(whole.last), basis=whole.basis, confidence=whole.confidence)
    return whole


@rule
def unit_out(scene: Scene, match: Match) -> Reading | None:
    """ "before the year is out" is its last day."""
    whole = container(scene, match, scene.words(match)[:2])
    if not isinstance(whole, Span):
        return whole
    return replace(span.day(whole.last), basis=whole.basis, confidence=whole.confidence)


@rule
def unit_end(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    whole = stepped(scene, unit_of(words), 0)
    if isinstance(whole, Unsettled) or unit_of(words) == "day":
        return None
    return replace(span.day(whole.last), basis=whole.basis, confidence=whole.confidence)


@rule
def quarter(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    code = next((int(w.lower[1]) for w in words if w.lower in ("q1", "q2", "q3", "q4")), 0)
    nth = code or next(
        (4 if w.lower == "last" else NTHS[w.lower] for w in words if w.lower in NTHS or w.lower == "last"), 0
    )
    if not 1 <= nth <= 4:
        return None
    if has(words, "fiscal"):
        return Unsettled("quarter")
    return quarter_of(scene, match, words, nth)


@rule
def half(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    nth = next((int(w.lower[1]) for w in words if w.lower in ("h1", "h2")), 0) or next(
        (2 if w.lower == "last" else NTHS[w.lower] for w in words if w.lower in NTHS or w.lower == "last"), 0
    )
    year = point_year(scene, match) if unit_of(words) in ("", "year") else None
    if nth not in (1, 2):
        return None
    return leaning(scene, words, span.half(year, nth)) if year else Unsettled()


@rule
def months_of_year(scene: Scene, match: Match) -> Reading | None:
    """ "the first nine months of 2023" """
    words = scene.words(match)
    count, year = count_of(words[2:]), point_year(scene, match)
    if year is None or count is None or unit_of(words) != "month" or not 1 <= count <= 12:
        return Unsettled("duration")
    if words[1].lower not in ("first", "last"):
        return Unsettled("duration")
    first = 1 if words[1].lower == "first" else 13 - count
    return leaning(scene, words, span.interval(span.month(year, first), span.month(year, first + count - 1)))


@rule
def part_of_month(scene: Scene, match: Match) -> Reading | None:
    """ "the second week of February", "late in the year": the whole that it is part of."""
    words = scene.words(match)
    at = next(
        i for i, w in enumerate(words) if w.lower in ("of", "in", "during", "over", "within", "throughout")
    )
    if (len(words) > 1 and words[at - 1].lower == "last") or words[at].lower in ("over", "within"):
        return None
    rest = words[at + 1 :]
    if (
        scene.lower(match.first - 1) == "twice"
        or unit_of(words[:at]) == "year"
        or (years(rest) and not months(rest) and at == 1 and words[0].lower in NTHS)
    ):
        return None
    if (at == 1 and words[0].lower in NTHS) or (at == 2 and words[1].lower in NTHS):
        return _first_of(scene, match, rest, NTHS[words[at - 1].lower])
    found = container(scene, match, rest)
    return replace(found, confidence=min(found.confidence, 0.7)) if found else None


def _first_of(scene: Scene, match: Match, rest: tuple[Token, ...], day: int) -> Reading | None:
    """ "the first of January", "the fifth of this month" """
    whole = container(scene, match, rest)
    if not isinstance(whole, Span) or whole.grain != "month":
        return None
    return replace(span.day(whole.first.replace(day=day)), basis=whole.basis, confidence=whole.confidence)


@rule
def part_year(scene: Scene, match: Match) -> Reading | None:
    return span.year(years(scene.words(match))[0])


@rule
def season_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    name = next(w.lower for w in words if w.lower in span.SEASONS)
    if name == "fall" and scene.lower(match.first - 1) in ("a", "to", "will"):
        return None
    return span.season(years(words)[0], name)


@rule
def season(scene: Scene, match: Match) -> Reading | None:
    name = next(w.lower for w in scene.words(match) if w.lower in span.SEASONS)
    if has(scene.tokens[match.last : match.last + 1], "of"):
        return None
    return scene.yearly(match, lambda year: span.season(year, name))


@rule
def decade(scene: Scene, match: Match) -> Reading | None:
    if has(scene.tokens[max(0, match.first - 3) : match.first], "his", "her", "their"):
        return None
    return decade_of(scene.words(match))


@rule
def century(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    tens = next((COUNTS[w.lower] for w in words if w.lower in ("twenty", "thirty")), 0)
    nth = tens + (days(words) or [0])[0]
    return span.century(nth) if 1 <= nth <= 22 else None
