"""Bare months and years, where they are dates at all."""

from __future__ import annotations

from readout.extract.grammar import Match, Token
from readout.extract.whens import span
from readout.extract.whens.parts import months, rule, unit_of, words_of, years
from readout.extract.whens.scene import MONTHS, Scene
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.model.swift import replace

_MEMORY = 50


@rule
def month_noun(scene: Scene, match: Match) -> Reading | None:
    """ "the March summit": the month of an event."""
    words = scene.words(match)
    if words[-1].lower in words_of("no_noun") or not words[-1].text[0].isalpha():
        return None
    number = months(words)[0]
    known = [
        found for _, found in scene.seen if found.first.month == number and found.grain in ("month", "day")
    ]
    if known and words[0].lower == "the" and known[-1].first.month == known[-1].last.month:
        whole = span.month(known[-1].first.year, number)
        return replace(whole, basis=known[-1].basis, confidence=0.8)
    return scene.yearly(match, lambda year: span.month(year, number))


def _told(scene: Scene, number: int) -> Span | None:
    """The last date read in a month, for "the April meeting" after "they will meet in April"."""
    for _, found in reversed(scene.seen[-_MEMORY:]):
        if (found.first.month, found.last.month) == (number, number) and found.grain in ("month", "day"):
            return found
    return None


@rule
def month(scene: Scene, match: Match) -> Reading | None:
    """ "in April"; "March", "May" and "August" only where a date can stand."""
    words = scene.words(match)
    number = months(words)[0]
    alone = len(words) == 1 or (len(words) == 2 and words[-1].text == ".")
    if alone and not _dated(scene, match, words[0].lower):
        return None
    return scene.yearly(match, lambda year: span.month(year, number))


def _dated(scene: Scene, match: Match, name: str) -> bool:
    """Whether a bare month is one: not "May told", "April Jones"."""
    before, after = scene.lower(match.first - 1), scene.tokens[match.last : match.last + 1]
    named = bool(after) and after[0].text[0].isupper() and not after[0].break_before
    doubtful = name in words_of("otherwise")
    if before not in words_of("before_month"):
        return not doubtful and not named
    if not doubtful or before not in words_of("loose_before_month"):
        return True
    listed = any(t.lower in MONTHS for t in scene.tokens[max(0, match.first - 3) : match.first])
    return (before in ("and", "or", "to") and listed) or (before == "of" and not named)


@rule
def fiscal(scene: Scene, match: Match) -> Reading | None:
    """ "fiscal 2025" may begin in any month; "the financial year 2022/23" lies in both of its years."""
    words = scene.words(match)
    numbers = [w.lower for w in words if w.lower.isdigit()]
    if len(numbers) == 2 and len(numbers[0]) == 4 and len(numbers[1]) in (2, 4):
        last = int(numbers[0][: -len(numbers[1])] + numbers[1])
        if last == int(numbers[0]) + 1:
            return replace(span.interval(span.year(last - 1), span.year(last)), confidence=0.6)
    return Unsettled("year", scene.clock.basis)


@rule
def the_year(scene: Scene, match: Match) -> Reading | None:
    words = scene.words(match)
    return span.year(years(words)[0]) if unit_of(words) == "year" else None


@rule
def year(scene: Scene, match: Match) -> Reading | None:
    """ "in 2016", "the 2015 deal"; not "Resolution 2231" or "2000 rifles"."""
    number = years(scene.words(match))[0]
    before, at = scene.lower(match.first - 1), scene.tokens[match.first]
    if at.joined and before not in ("(", "-", "–", "/", "“", '"'):
        return None
    after = scene.tokens[match.last] if match.last < len(scene.tokens) else None
    word = None if after is None or after.break_before else after
    fits = _led(before, scene.lower(match.first - 2), word, number) or _listed(scene, match, before, word)
    fits = fits or _leads(at, before, word)
    return span.year(number) if fits else None


def _noun(word: Token | None) -> bool:
    """Whether a lower-case word after a year may be a noun."""
    return word is not None and word.text[0].islower() and word.lower not in words_of("after_year")


def _led(before: str, compared: str, word: Token | None, number: int) -> bool:
    """Whether the word before makes a number a year: "since 2016", "a landmark 2015 deal"."""
    noun, capital = _noun(word), word is not None and word.text[0].isupper()
    if before == "than" and compared in words_of("compared"):
        return False
    ends = word is not None and word.lower.endswith("s") and word.lower not in words_of("year_plurals")
    plural = noun and ends
    if before in words_of("sure_year") or (before in words_of("likely_year") and not plural):
        return True
    if before in words_of("free_year") and not noun:
        return not capital
    if word is not None and word.lower in words_of("year_plurals"):
        return before.isalpha()
    if before in words_of("noun_year"):
        return number >= 1800 and (noun or capital) and not (word and word.lower in words_of("no_year"))
    return before.isalpha() and noun and not plural and number >= 1900


def _listed(scene: Scene, match: Match, before: str, word: Token | None) -> bool:
    """ "2019, 2020 and 2021", "(2019)", "pre-2014" """
    if before == "(":
        return word is not None and word.text in (")", ";", ",")
    if before == "-":
        return scene.lower(match.first - 2) in words_of("dashed_year")
    if before not in (",", "and", "or") or not scene.seen:
        return False
    at, last = scene.seen[-1]
    return match.first - at <= 3 and last.grain == "year"


def _leads(at: Token, before: str, word: Token | None) -> bool:
    """ "2024 was the hottest year": a year that opens its sentence."""
    return (
        word is not None
        and word.lower in words_of("year_verbs")
        and (before in ("", ".", ";", ":", "“") or at.break_before)
    )
