"""Putting a figure together around its number."""

from __future__ import annotations

from readout.extract.amounts import lexicon
from readout.extract.amounts.counted import Counted, counted_noun
from readout.extract.amounts.figure import Figure
from readout.extract.amounts.lexicon import counting
from readout.extract.amounts.measure import Places, measure_after, sign_before
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.amounts.ranges import ranged
from readout.extract.grammar import Token
from readout.model.swift import replace

_DASHES = frozenset("-–—‑‐")


def figure_at(tokens: tuple[Token, ...], number: Number, places: Places) -> Figure:
    """The figure around a number, before it is known whether it is an amount."""
    sign = sign_before(tokens, number.first)
    first = sign[0] if sign else number.first
    code = places.code(sign[1], first) if sign and sign[1].islower() else sign[1] if sign else None
    measure = None if sign else measure_after(tokens, number.last, places)
    if sign:
        repeated = measure_after(tokens, number.last, places)
        if repeated and repeated.currency:
            measure = replace(repeated, currency=code if repeated.currency == "USD" else repeated.currency)
    figure = Figure(first, max(number.last, measure.last if measure else 0), number, None, measure, code)
    figure = _negative(tokens, ranged(tokens, figure, places))
    if figure.measure is None and figure.sign is None:
        figure = _with_noun(tokens, _more(tokens, figure), places)
    return bounded(tokens, figure)


def _more(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """ "fifty or more ships": the bound between the number and its noun."""
    behind = lexicon.after(lexicon.bounds_after(), tokens, figure.last)
    if behind is None or tokens[figure.last].lower != "or" or figure.bound != "exactly":
        return figure
    return replace(figure, last=behind[0], bound=lexicon.bound(behind[1]))


def _negative(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """A minus sign that touches the figure and nothing before it."""
    at = figure.first - 1
    if at >= 0 and tokens[at].text in ("-", "−") and tokens[figure.first].joined and not tokens[at].joined:
        return replace(figure, first=at, negative=True)
    return figure


def _with_noun(tokens: tuple[Token, ...], figure: Figure, places: Places) -> Figure:
    """The figure with the noun it counts, and for "dozens of trucks" the noun behind the "of"."""
    at, words = figure.last, counting()
    if at >= len(tokens) or tokens[at].break_before:
        return figure
    if tokens[at].text in _DASHES and at + 1 < len(tokens) and words.has("capacities", tokens[at + 1].lower):
        return replace(figure, last=at + 2, noun=Counted(at + 1, False))
    one = figure.number.value == 1 and figure.other is None
    loose = figure.number.value is None or (figure.number.spelt and figure.number.scale > 1)
    if tokens[at].lower == "of" and not one:
        at += 1
        if at < len(tokens) and tokens[at].lower in words.lists["determiners"]:
            at += 1
        elif not loose:
            return figure
        if at < len(tokens) and not loose and number_at(tokens, at) is not None:
            return figure  # "two of the five boats": the five are a figure of their own
    while at < len(tokens) and tokens[at].lower in words.lists["between"]:
        at += 1
    measure = measure_after(tokens, at, places) if at > figure.last and at < len(tokens) else None
    if measure and (loose or not measure.currency):
        return replace(figure, last=measure.last, measure=measure)
    noun = counted_noun(tokens, at, one) if at < len(tokens) else None
    return replace(figure, last=noun.head + 1, noun=noun) if noun else figure


def bounded(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """The figure with the words that bound it, before or after."""
    found = lexicon.before(lexicon.bounds_before(), tokens, figure.first)
    if found and not tokens[figure.first].break_before and not _misleads(tokens, found[0]):
        return replace(
            figure,
            first=found[0],
            bound=figure.bound if figure.bound == "between" else lexicon.bound(found[1]),
        )
    for at in (figure.last, figure.number.last):
        behind = lexicon.after(lexicon.bounds_after(), tokens, at)
        if behind and figure.bound == "exactly" and not tokens[at].break_before:
            if tokens[at].text == "+" and not tokens[at].joined:
                continue
            return replace(figure, last=max(figure.last, behind[0]), bound=lexicon.bound(behind[1]))
    return figure


def _misleads(tokens: tuple[Token, ...], first: int) -> bool:
    """ "talks about 20 prisoners", "ruled over 3 provinces": the word before belongs to a verb or noun."""
    name = f"not_{tokens[first].lower}"
    lists = counting().lists
    return first > 0 and name in lists and tokens[first - 1].lower in lists[name]
