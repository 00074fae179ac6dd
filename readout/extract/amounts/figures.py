"""A figure as it is put together: number or range, measure, bound, what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from readout.extract.amounts import lexicon
from readout.extract.amounts.counted import Counted, counted_noun
from readout.extract.amounts.lexicon import counting
from readout.extract.amounts.measure import Measure, Places, measure_after, sign_before
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.grammar import Token
from readout.model.amount import Bound

_DASHES = frozenset("-–—‑‐")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the tokens ``first`` to ``last`` (half-open); ``noun`` is what it counts."""

    first: int
    last: int
    number: Number
    other: Number | None = None
    measure: Measure | None = None
    sign: str | None = None
    bound: Bound = "exactly"
    noun: Counted | None = None
    negative: bool = False

    @property
    def currency(self) -> str | None:
        """The currency, from the sign before or the name after."""
        return self.sign or (self.measure.currency if self.measure else None)

    @property
    def unit(self) -> str | None:
        """The unit, ``person`` where people are counted."""
        if self.sign:
            return None
        if self.measure:
            return self.measure.unit
        return "person" if self.noun and self.noun.person else None


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
    figure = _negative(tokens, _ranged(tokens, figure, places))
    if figure.measure is None and figure.sign is None:
        figure = _with_noun(tokens, figure)
    return _bounded(tokens, figure)


def _negative(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """A minus sign that touches the figure and nothing before it."""
    at = figure.first - 1
    if at >= 0 and tokens[at].text in ("-", "−") and tokens[figure.first].joined and not tokens[at].joined:
        return replace(figure, first=at, negative=True)
    return figure


def _ranged(tokens: tuple[Token, ...], figure: Figure, places: Places) -> Figure:
    """The figure with its other end: "between $40 and $60", "5-10%", "two to three million tons"."""
    at, number = figure.last, figure.number
    if at + 1 >= len(tokens) or number.value is None or tokens[at].break_before:
        return figure
    if tokens[at].text == "-" and tokens[at].joined and tokens[at + 1].lower in ("to", "and", "or"):
        at += 1
    if at + 1 >= len(tokens):
        return figure
    link, opener = tokens[at].lower, tokens[figure.first - 1].lower if figure.first else ""
    dashed = link in _DASHES and tokens[at].joined == tokens[at + 1].joined
    if not (dashed or link == "to" or (link == "and" and opener == "between") or (link == "or" and number.spelt)):
        return figure
    start = at + 1
    while start < len(tokens) and tokens[start].text in lexicon.money().symbols or (
            start + 1 < len(tokens) and tokens[start].lower in lexicon.money().prefixes and tokens[start + 1].text == "$"):
        start += 1
    other = number_at(tokens, start) if start < len(tokens) else None
    if other is None or other.value is None or start != at + 1 and not figure.sign:
        return figure
    measure = None if figure.sign else measure_after(tokens, other.last, places)
    if figure.sign and other.scale > 1:
        measure = None
    low, high = number.value, other.value
    if number.scale == 1 and other.scale > 1 and low < high / other.scale * 10:
        low *= other.scale
    if low >= high or (figure.measure and (measure is None or not _same(figure.measure, measure))):
        return figure
    if figure.measure is None and figure.sign is None and link == "to" and opener == "from" and _changes(tokens, figure.first):
        return replace(figure, measure=measure and replace(measure, last=figure.last))
    if link == "or" and not (other.spelt and high - low <= max(3, low * 0.5)):
        return figure
    if link == "to" and opener == "from" and _changes(tokens, figure.first):
        return figure
    first = figure.first - 1 if opener in ("between", "from") and (link != "to" or opener == "from") else figure.first
    if opener == "between" and link == "and":
        first = figure.first - 1
    last = max(other.last, measure.last if measure else 0)
    return replace(figure, first=first, last=last, number=replace(number, value=low), other=other, measure=measure,
                   bound="between")


_CHANGES = frozenset(
    "rose rise rises rising risen raise raised raises raising fell fall falls falling fallen cut cuts cutting increase "
    "increased increases increasing decrease decreased lower lowered lowering drop dropped climb climbed grow grew grown "
    "slid slipped jumped soared surged up down shrank shrunk hike hiked doubled tripled reduce reduced reducing went go "
    "swelled moved dipped slumped widened narrowed changed revised trimmed boosted expanded expand advanced".split())


def _changes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "from 5 to 3 percent" tells a change, not a range."""
    for i in range(at - 1, max(-1, at - 14), -1):
        if tokens[i].text in (".", ";") or tokens[i].break_before:
            return tokens[i].lower in _CHANGES
        if tokens[i].lower in _CHANGES:
            return True
    return False


def _same(left: Measure, right: Measure) -> bool:
    return (left.unit, left.currency, left.time) == (right.unit, right.currency, right.time)


def _with_noun(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """The figure with the noun it counts, and for "dozens of trucks" the noun behind the "of"."""
    at, words = figure.last, counting()
    if at >= len(tokens) or tokens[at].break_before:
        return figure
    one = figure.number.value == 1 and figure.other is None
    loose = figure.number.value is None or (figure.number.spelt and figure.number.scale > 1)
    if tokens[at].lower == "of" and not one:
        at += 1
        if at < len(tokens) and tokens[at].lower in ("the", "its", "their", "those", "these", "his", "her", "our"):
            at += 1
        elif not loose:
            return figure
    while at < len(tokens) and tokens[at].lower in words.lists["between"]:
        at += 1
    measure = measure_after(tokens, at, Places(())) if at > figure.last and at < len(tokens) else None
    if measure and not measure.currency:
        return replace(figure, last=measure.last, measure=measure)
    noun = counted_noun(tokens, at, one) if at < len(tokens) else None
    return replace(figure, last=noun.head + 1, noun=noun) if noun else figure


def _bounded(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """The figure with the words that bound it, before or after."""
    found = lexicon.before(lexicon.bounds_before(), tokens, figure.first)
    if found and not tokens[figure.first].break_before and not _misleads(tokens, *found):
        return replace(figure, first=found[0],
                       bound=figure.bound if figure.bound == "between" else lexicon.bound(found[1]))
    for at in (figure.last, figure.number.last):
        behind = lexicon.after(lexicon.bounds_after(), tokens, at)
        if behind and figure.bound == "exactly" and not tokens[at].break_before:
            if tokens[at].text == "+" and not tokens[at].joined:
                continue
            return replace(figure, last=max(figure.last, behind[0]), bound=lexicon.bound(behind[1]))
    return figure


def _misleads(tokens: tuple[Token, ...], first: int, meaning: str) -> bool:
    """ "talks about 20 prisoners", "ruled over 3 provinces": the word before belongs to a verb or noun."""
    word = tokens[first].lower
    previous = tokens[first - 1].lower if first else ""
    if word == "about":
        return previous in ("talk", "talks", "talked", "concern", "concerns", "concerned", "worried",
                            "information", "questions", "spoke", "know", "knew", "knows")
    if word == "over":
        return previous in ("control", "dispute", "ruled", "rule", "fight", "took", "hand", "handed", "spread",
                            "authority", "sovereignty", "turn", "turned", "power", "jurisdiction", "concerns")
    return word == "under" and previous in ("come", "came", "people", "placed", "children", "put")
