"""Finding the figures of a text that a reader would note down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.extract.amounts.counted import Counted, is_person, is_plural, parsed_noun
from readout.extract.amounts.crowds import of_people
from readout.extract.amounts.figure import Figure
from readout.extract.amounts.figures import bounded, figure_at
from readout.extract.amounts.kept import counts, harmed, whole_before, whole_of, word_at
from readout.extract.amounts.lexicon import counting, times
from readout.extract.amounts.measure import Places
from readout.extract.amounts.numbers import Number, number_at, openings
from readout.extract.amounts.shares import share_at
from readout.extract.amounts.subject import subject
from readout.extract.amounts.told import told
from readout.extract.grammar import LOWER, Token, cut
from readout.extract.whens import find_whens
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.swift import replace
from readout.model.when import When

_DIGITS = frozenset("0123456789")
_DASHES = frozenset("-–—‑‐")
_HEAD = 48
"""How many words of a text are looked at for who issued it, and where."""
_FAR = 12
_CROWD = 20_000_000
"""How many words lie at most between a figure and one that is told in its measure."""


def find_amounts(
    document: Document, analysis: Analysis, whens: Sequence[When] | None = None
) -> tuple[Amount, ...]:
    """The figures of a text, in order, with bound, unit, currency and what they count.

    "nearly 3 million tons of barley" gives 3000000 t, nearly, of "barley". Ages, dates, times,
    durations, ordinals and labels ("Article 5") are left out. Works from the text alone; a parse makes
    the nouns that are counted surer. ``whens`` are the dates of the text, where they are found already.
    """
    tokens = cut(document.text)
    known = find_whens(document, Analysis()) if whens is None else whens
    dates = [(w.anchor.start, w.anchor.end) for w in known]
    places = Places(tokens, euro=(document.published or "2002")[:4] >= "2002")
    amounts: list[Amount] = []
    last: Figure | None = None
    at = 0
    for spot in _spots(tokens):
        if spot < at:
            continue
        at = spot
        number = number_at(tokens, at)
        if number is None:
            share = share_at(tokens, at)
            if share is not None and not _within(dates, tokens[at].start, tokens[at].end):
                share = bounded(tokens, share)
                amounts.append(_amount(document, tokens, analysis, share, len(amounts) + 1))
                last = share
            at += 1
            continue
        if _within(dates, tokens[number.first].start, tokens[number.last - 1].end):
            at = number.last
            continue
        figure = _with_parse(tokens, analysis, figure_at(tokens, number, places))
        figure = of_people(tokens, _inherited(tokens, figure, last))
        if counts(tokens, figure) or told(tokens, analysis, figure):
            if figure.sign == "USD" and tokens[figure.number.first - 1].text == "$":
                figure = _at_home(tokens, figure)
            figure = _of_its_whole(tokens, figure, places)
            amounts.append(_amount(document, tokens, analysis, figure, len(amounts) + 1))
            at, last = figure.last, figure
        else:
            at = _next(tokens, figure)
    return tuple(amounts)


def _spots(tokens: tuple[Token, ...]) -> list[int]:
    """Where a figure can begin."""
    words = openings()
    return [i for i, low in enumerate(map(LOWER, tokens)) if low in words or low[0] in _DIGITS]


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
    if head is None or any(w.upos == "NUM" for w in words[at + 1 : head.index]):
        return figure
    if word_at(tokens, last.last) in (",", "of"):  # "delivered four, Danish officials note"
        return figure
    end = bisect_left(tokens, head.end, lo=last.last, key=lambda t: t.end)
    if end >= len(tokens) or tokens[end].end != head.end or end - last.last > 8:
        return figure
    served = figure.noun is not None and figure.noun.person and figure.noun.head == last.last
    if served and is_plural(tokens[last.last].text) and not is_person(head.text):
        return figure  # "gave 600 fishermen new nets"
    if counting().has("uncounted", head.text.lower()) or head.text.lower() in times():
        return replace(figure, noun=None, last=last.last) if figure.noun else figure
    return replace(figure, last=max(end + 1, last.last), noun=Counted(end, is_person(head.text)))


def _next(tokens: tuple[Token, ...], figure: Figure) -> int:
    """Where to go on after a figure that is none: past it, and past what hangs on it by hyphens."""
    at = (figure.other or figure.number).last
    while at + 1 < len(tokens) and tokens[at].text in _DASHES and tokens[at].joined and tokens[at + 1].joined:
        if tokens[at + 1].lower in counting().shares:
            return at + 1
        at += 2
    return at


def _inherited(tokens: tuple[Token, ...], figure: Figure, last: Figure | None) -> Figure:
    """ "to 500,000 tonnes from 250,000": the second figure is in the measure of the first."""
    bare = figure.measure is None and figure.sign is None and figure.noun is None and figure.other is None
    if last is None or not bare or figure.first - last.last > 2 * _FAR:
        return figure
    between = tokens[last.last : figure.first]
    of_them = word_at(tokens, figure.last) == "of" and word_at(tokens, figure.last + 1) in ("them", "these")
    if of_them and last.unit == "person":
        return replace(figure, noun=last.noun, measure=last.measure)
    if any(t.text == "." or t.break_before for t in between):
        return figure
    if word_at(tokens, figure.last) == "of" and word_at(tokens, figure.last + 1) in ("them", "whom"):
        return replace(figure, noun=last.noun) if last.unit == "person" and last.noun else figure
    more = word_at(tokens, figure.last) in ("more", "others")  # "nine of its crew were Greek, four more Thai"
    if last.unit == "person" and (more or word_at(tokens, figure.first - 1) in ("reach", "reached")):
        return replace(figure, noun=last.noun, measure=last.measure)
    if figure.first - last.last > _FAR:
        return figure
    compared = word_at(tokens, figure.first - 2) in ("up", "down")  # "earned 3 million last year, up from 2"
    near = len(between) <= 5 or compared
    taken_up = near and ";" not in (t.text for t in between) and _against(tokens, figure)
    ends = counting().has("no_noun_after", word_at(tokens, figure.last))
    if not ends or not (taken_up or _likewise(tokens, figure, between)):
        return figure
    return replace(figure, measure=last.measure, sign=last.sign, noun=last.noun)


def _likewise(tokens: tuple[Token, ...], figure: Figure, between: tuple[Token, ...]) -> bool:
    """ "needs 450 megawatts and has fewer than 240", "Sweden took 900 refugees, Norway 400" """
    if not between or between[0].text not in (",", "and", "but", ";") or len(between) > 6:
        return False
    names = [t for t in between[1:] if t.lower not in ("and", "but")]
    if names and all(t.text[0].isupper() for t in names):
        return word_at(tokens, figure.last) in (".", ",", ";", "and", "")
    return len(between) > 1 and counting().has("has_as_much", between[-1].lower)


def _against(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Whether a figure is set against another: "than 8 million", "instead of 8 million"."""
    before = word_at(tokens, figure.first - 1)
    return counting().has("against", before) or (
        before == "of" and word_at(tokens, figure.first - 2) == "instead"
    )


def _at_home(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """A bare "$" in what a government issues at its seat is its own: a transcript headed "Canberra"."""
    if figure.number.first > 1 and tokens[figure.number.first - 1].joined:
        return figure  # US$5, A$5
    head = {t.lower for t in tokens[:_HEAD]}
    if not counting().lists["official_heads"] & head:
        return figure
    seats = dict(seat.split() for seat in counting().lists["dollar_seats"])
    homes = {code for seat, code in seats.items() if seat in head}
    return replace(figure, sign=homes.pop()) if len(homes) == 1 else figure


def _of_its_whole(tokens: tuple[Token, ...], figure: Figure, places: Places) -> Figure:
    """ "Six of the 10 hostages", "9 million of the 22 million euros": counted as the whole is."""
    bare = figure.measure is None and figure.sign is None and figure.noun is None and figure.other is None
    whole = (whole_of(tokens, figure) or whole_before(tokens, figure)) if bare else None
    if bare and word_at(tokens, figure.first - 1) == "whom":
        return replace(figure, noun=Counted(figure.first - 1, True))
    other = figure_at(tokens, whole, places) if whole else None
    if other is None or (other.measure and other.measure.time):
        return figure
    if other.measure or other.sign:
        return replace(figure, measure=other.measure, sign=other.sign)
    return replace(figure, noun=other.noun) if other.noun and other.noun.person else figure


# The item of the record


def _amount(
    document: Document, tokens: tuple[Token, ...], analysis: Analysis, figure: Figure, id: int
) -> Amount:
    """The amount with its value and its bounds: "at least 5" has low 5, "nearly 5" high 5."""
    anchor = Anchor.of(document.text, tokens[figure.first].start, tokens[figure.last - 1].end)
    value = _value(figure, figure.number)
    unit = figure.unit
    crowd = (value or 0) < _CROWD  # "released 129 million" tells of money
    if unit is None and figure.currency is None and figure.noun is None and crowd and harmed(tokens, figure):
        unit = "person"
    low = high = None
    if figure.bound == "between":
        low, high, value = value, _value(figure, figure.other) if figure.other else None, None
    elif figure.bound == "at least":
        low = value
    elif figure.bound in ("at most", "nearly"):
        high = value
    bound = "about" if figure.number.value is None and figure.bound == "exactly" else figure.bound
    return Amount(
        f"q{id}",
        anchor,
        anchor.exact,
        value,
        low,
        high,
        bound,
        unit,
        figure.currency,
        subject(document.text, tokens, analysis, figure),
        _confidence(figure),
    )


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
