"""Finding the figures of a text that a reader would note down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from readout.extract.amounts.counted import Counted, is_person, parsed_noun
from readout.extract.amounts.figures import Figure, figure_at
from readout.extract.amounts.lexicon import counting, times
from readout.extract.amounts.measure import Places
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.amounts.subject import subject
from readout.extract.grammar import Token, cut
from readout.extract.whens import find_whens
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document

_DASHES = frozenset("-–—‑‐")


def find_amounts(document: Document, analysis: Analysis) -> tuple[Amount, ...]:
    """The figures of a text, in order, with bound, unit, currency and what they count.

    "nearly 2 million metric tons of soybeans" gives 2000000 t, nearly, of "soybeans". Ages, dates, times,
    durations, ordinals and labels ("Article 5") are left out. Works from the text alone; a parse makes
    the nouns that are counted surer.
    """
    tokens = cut(document.text)
    dates = [(w.anchor.start, w.anchor.end) for w in find_whens(document, Analysis())]
    places = Places(tokens)
    amounts: list[Amount] = []
    last: Figure | None = None
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at)
        if number is None:
            at += 1
            continue
        if _within(dates, tokens[number.first].start, tokens[number.last - 1].end):
            at = number.last
            continue
        figure = _inherited(tokens, _with_parse(tokens, analysis, figure_at(tokens, number, places)), last)
        if _counts(tokens, figure):
            amounts.append(_amount(document, tokens, analysis, figure, len(amounts) + 1))
            at, last = figure.last, figure
        else:
            at = _next(tokens, figure)
    return tuple(amounts)


def _within(dates: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a date covers any of these characters."""
    i = bisect_right(dates, (start, 1 << 60)) - 1
    return any(0 <= j < len(dates) and dates[j][0] < end and start < dates[j][1] for j in (i, i + 1))


def _with_parse(tokens: tuple[Token, ...], analysis: Analysis, figure: Figure) -> Figure:
    """The figure with the noun that the parse gives the number, where there is a parse."""
    words = analysis.words
    if not words or figure.measure or figure.sign:
        return figure
    last = figure.other or figure.number
    at = bisect_left(words, tokens[last.last - 1].start, key=lambda w: w.start)
    head = parsed_noun(words, at) if at < len(words) else None
    if head is None:
        return figure
    end = bisect_left(tokens, head.end, lo=last.last, key=lambda t: t.end)
    if end >= len(tokens) or tokens[end].end != head.end or end - last.last > 8:
        return figure
    if counting().has("uncounted", head.text.lower()) or head.text.lower() in times():
        return replace(figure, noun=None, last=last.last) if figure.noun else figure
    return replace(figure, last=max(end + 1, last.last), noun=Counted(end, is_person(head.text)))


def _next(tokens: tuple[Token, ...], figure: Figure) -> int:
    """Where to go on after a figure that is none: past it, and past what hangs on it by hyphens."""
    at = (figure.other or figure.number).last
    while at + 1 < len(tokens) and tokens[at].text in _DASHES and tokens[at].joined and tokens[at + 1].joined:
        at += 2
    return at


_AGAINST = frozenset(("from", "to", "than", "with"))


def _inherited(tokens: tuple[Token, ...], figure: Figure, last: Figure | None) -> Figure:
    """ "to 500,000 tonnes from 250,000": the second figure is in the measure of the first."""
    bare = figure.measure is None and figure.sign is None and figure.noun is None and figure.other is None
    if last is None or not bare or figure.first - last.last > 5 or _word(tokens, figure.first - 1) not in _AGAINST:
        return figure
    between = tokens[last.last : figure.first]
    ends = _word(tokens, figure.last) in (".", ",", ";", "", ")", "in", "the", "a", "last", "and", "on", "by")
    if not ends or any(t.text in (".", ";") or t.break_before for t in between):
        return figure
    return replace(figure, measure=last.measure, sign=last.sign, noun=last.noun)


# What counts

def _counts(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Whether a figure is one to note down."""
    if figure.currency and not (figure.measure and figure.measure.time):
        return True
    if figure.sign:
        return True
    if figure.measure and figure.measure.time or _labelled(tokens, figure) or _aged(tokens, figure):
        return False
    if figure.unit and figure.unit != "person":
        return not _marks_time(tokens, figure)
    if _marks_time(tokens, figure) or _part(tokens, figure):
        return False
    if figure.number.value == 1 and figure.other is None and figure.number.spelt:
        return _one(tokens, figure)
    if figure.unit == "person" or figure.noun:
        return not _known(tokens, figure)
    return _bare(tokens, figure)


def _word(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _labelled(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "Article 5", "F-16", "No. 3", a list's "1." """
    at = figure.number.first
    if figure.first < at and figure.bound != "exactly" and figure.bound != "between":
        return False
    before = tokens[at - 1] if at else None
    if tokens[at].break_before and _word(tokens, figure.number.last) in (".", ")", "]"):
        return True
    if before is None or tokens[at].break_before:
        return before is None and _word(tokens, figure.number.last) in (")", "]")
    if figure.number.spelt and not (before.text[0].isupper() and before.lower in counting().lists["labels"]):
        return False
    if before.text in ("#", "§", "@", "/", "_", "№") and tokens[at].joined:
        return True
    if before.text in _DASHES and tokens[at].joined and before.joined:
        return True
    if before.text == "." and _word(tokens, at - 2) in ("no", "nos", "art", "sec", "vol", "p", "pp", "para", "ch"):
        return True
    if before.lower in counting().lists["labels"] and (before.text[0].isupper() or figure.unit is None):
        return before.text[0].isupper() or before.lower not in ("group", "war", "unit", "order", "case", "step", "line",
                                                                "part", "point", "day", "round", "stand", "building",
                                                                "area", "lot", "title", "block", "top") or not figure.noun
    return before.text[0].isupper() and figure.noun is None and figure.unit is None and before.text.isalnum() and (
        not _opens(tokens, at - 1) or before.lower in counting().lists["labels"]) and before.lower not in (
        "about", "some", "at", "all", "only", "the", "over", "nearly", "around", "another")


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token opens a sentence."""
    return at == 0 or tokens[at].break_before or tokens[at - 1].text in (".", "!", "?", '"', "“", ":")


def _aged(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "aged 42", ", 42,", "42 years old" """
    at, last, value = figure.number.first, figure.number.last, figure.number.value
    if _word(tokens, at - 1) in ("aged", "age", "ages") or _word(tokens, at - 2) == "aged":
        return True
    return (
        value is not None and value < 120 and not figure.number.spelt and figure.unit is None
        and _word(tokens, at - 1) == "," and _word(tokens, last) in (",", ".", ";") and at >= 2
        and tokens[at - 2].text[0].isupper()
    )


def _marks_time(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "5 p.m.", "13:42", "1430 GMT", "24/7" """
    at, last = figure.number.first, figure.number.last
    if ":" in tokens[at].text or _word(tokens, at - 1) == ":" and tokens[at].joined and tokens[at - 1].joined:
        return True
    following = [_word(tokens, last + i) for i in range(3)]
    if following[0] in ("am", "pm", "gmt", "utc", "est", "edt", "cet", "o", "hrs", "noon", "bst", "pst", "pdt", "ist"):
        return not (following[0] == "o" and following[1] not in ("'", "’"))
    if following[:2] in (["a", "."], ["p", "."]) and following[2] == "m":
        return True
    return following[0] in ("/", ":") and not figure.number.spelt


def _part(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Fractions, multiples, compounds and scores: "two-thirds", "three times", "two-state", "3-1" """
    last = (figure.other or figure.number).last
    following = _word(tokens, last)
    if _one_in(tokens, figure):
        return True
    if following in ("times", "fold", "x", "th", "st", "nd", "rd", "percenters"):
        return True
    if following in _DASHES and last < len(tokens) and tokens[last].joined and last + 1 < len(tokens) and tokens[last + 1].joined:
        return True
    at = figure.number.first
    if at and tokens[at - 1].text in _DASHES and tokens[at].joined and tokens[at - 1].joined:
        return True
    if following in ("third", "thirds", "quarters", "fifth", "fifths", "half", "halves", "fourths", "tenths"):
        return True
    return figure.other is not None and figure.unit is None and figure.noun is None and figure.currency is None


def _one_in(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "one in five", "9 out of 10" """
    at, last = figure.number.first, figure.number.last
    back = at - 2 if _word(tokens, at - 1) == "in" else at - 3
    if _word(tokens, at - 1) in ("in", "of") and back >= 0 and (_word(tokens, at - 1) == "in" or _word(tokens, at - 2) == "out"):
        before = number_at(tokens, back)
        if before is not None and before.last == back + 1 and (before.value or 99) < 10 and (figure.number.value or 0) <= 1000:
            return True
    ahead = last + 1 if _word(tokens, last) == "in" else last + 2 if _word(tokens, last) == "out" else 0
    following = number_at(tokens, ahead) if 0 < ahead < len(tokens) else None
    return following is not None and (following.value or 1e9) <= 1000 and (figure.number.value or 99) < 10 and (
        _word(tokens, following.last) not in times())


def _one(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "one soldier was killed", "at least one person", not "one of them", "one analyst said" """
    if figure.noun is None or not figure.noun.person and figure.bound == "exactly":
        return False
    if figure.bound != "exactly" or _word(tokens, figure.number.first - 1) in ("only", "killed", "killing", "and", "wounded",
                                                                         "wounding", "kill", "injuring"):
        return figure.noun.head - figure.number.last < 4
    following = [_word(tokens, figure.last + i) for i in range(3)]
    return bool(counting().lists["harmed"] & set(following))


def _known(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "the two leaders", "both", "these three": spoken of before, no figure."""
    before = _word(tokens, figure.first - 1)
    value = figure.number.value
    return figure.number.spelt and value is not None and value <= 3 and figure.bound == "exactly" and before in (
        "the", "these", "those", "other", "their", "its", "our", "his", "her", "’s", "'s", "your", "my")


def _bare(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """A figure with neither unit nor noun: large, bounded, or of people harmed."""
    number = figure.number
    if number.value is None:
        return _harmed(tokens, figure) is not None
    if _harmed(tokens, figure):
        return True
    digits = tokens[number.first].text
    if number.scale >= 1000 or "," in digits and number.value >= 1000:
        return True
    if number.spelt:
        return False
    lead = figure.bound not in ("exactly", "between") and _word(tokens, figure.first - 1) not in ("aged", "page")
    return lead and number.value > 1 and figure.first < number.first


def _harmed(tokens: tuple[Token, ...], figure: Figure) -> str | None:
    """ "killing at least 20", "18 were wounded", "the toll rose to 45": people."""
    words = counting()
    following = [_word(tokens, (figure.other or figure.number).last + i) for i in range(4)]
    for word in following:
        if word in words.lists["harmed"]:
            return word
        if word not in ("were", "was", "are", "have", "had", "been", "others", "more", "people", "reported", "confirmed",
                        "feared", "being", "still", "seriously", "of", "them", "badly"):
            break
    before = [_word(tokens, figure.first - i) for i in range(1, 7)]
    if before and before[0] in words.lists["harming"]:
        return before[0]
    if "and" in before[:1] and len(before) > 1 and before[1] in words.lists["harming"]:
        return before[1]
    if set(before) & words.lists["toll"] and before[0] in ("to", "at", "of", "is", "was", "reached"):
        return "toll"
    return None


# The item of the record

def _amount(document: Document, tokens: tuple[Token, ...], analysis: Analysis, figure: Figure, id: int) -> Amount:
    """The amount with its value and its bounds: "at least 5" has low 5, "nearly 5" high 5."""
    anchor = Anchor.of(document.text, tokens[figure.first].start, tokens[figure.last - 1].end)
    value = _value(figure, figure.number)
    unit = figure.unit
    if unit is None and figure.currency is None and (figure.noun is None) and _harmed(tokens, figure):
        unit = "person"
    low = high = None
    if figure.bound == "between":
        low, high, value = value, figure.other and _value(figure, figure.other), None
    elif figure.bound == "at least":
        low = value
    elif figure.bound in ("at most", "nearly"):
        high = value
    bound = "about" if figure.number.value is None and figure.bound == "exactly" else figure.bound
    return Amount(f"q{id}", anchor, anchor.exact, value, low, high, bound, unit, figure.currency,
                  subject(document.text, tokens, analysis, figure), _confidence(figure))


def _value(figure: Figure, number: Number) -> float | None:
    """The value in its unit: 50 cents are 0.5 dollars; whole numbers without rounding noise."""
    if number.value is None:
        return None
    value = number.value * (figure.measure.scale if figure.measure else 1) * (-1 if figure.negative else 1)
    return round(value, 6) if abs(value) < 1e9 else float(round(value))


def _confidence(figure: Figure) -> float:
    """Lower for bare numbers and for money whose country is open."""
    if figure.number.value is None:
        return 0.5
    if figure.measure and figure.measure.currency is None and figure.measure.unit is None:
        return 0.5
    return 0.9 if figure.unit or figure.currency or figure.noun else 0.6
