"""Figures with two ends: "between $7 and $9", "5-10%", "two to three million tons"."""

from __future__ import annotations

from readout.extract.amounts import lexicon
from readout.extract.amounts.figure import Figure
from readout.extract.amounts.lexicon import counting
from readout.extract.amounts.measure import Measure, Places, measure_after
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.grammar import Token
from readout.model.swift import replace

_DASHES = frozenset("-–—‑‐")


def ranged(tokens: tuple[Token, ...], figure: Figure, places: Places) -> Figure:
    """The figure with its other end, where the text gives one; else the figure as it was."""
    link = _link(tokens, figure)
    other = _other(tokens, link + 1, figure.sign is not None) if link else None
    if other is None or other.value is None or figure.number.value is None:
        return figure
    measure = None if figure.sign else measure_after(tokens, other.last, places)
    if figure.measure and (measure is None or not _same(figure.measure, measure)):
        return figure
    opener = tokens[figure.first - 1].lower if figure.first else ""
    word = tokens[link].lower
    if word == "to" and (figure.measure or figure.sign) and counting().has("changes", opener):
        return figure  # "rose 27 pounds to 988 pounds"
    if word == "to" and opener == "from" and _changes(tokens, figure.first):
        borrowed = figure.measure or figure.sign or measure is None
        return figure if borrowed else replace(figure, measure=measure and replace(measure, last=figure.last))
    low, high = figure.number.value, other.value
    if figure.number.scale == 1 and other.scale > 1 and low < high / other.scale * 10:
        low *= other.scale
    if low >= high or (word == "or" and not (other.spelt and high - low <= max(3, low * 0.5))):
        return figure
    opened = (opener, word) in (("between", "and"), ("from", "to")) or (
        opener == "between" and word in _DASHES
    )
    first = figure.first - 1 if opened else figure.first
    last = max(other.last, measure.last if measure else 0)
    number = replace(figure.number, value=low)
    return replace(
        figure, first=first, last=last, number=number, other=other, measure=measure, bound="between"
    )


def _link(tokens: tuple[Token, ...], figure: Figure) -> int:
    """Where the "to", "and" or dash between two ends stands; 0 without one."""
    at = figure.last
    if at + 1 >= len(tokens) or tokens[at].break_before:
        return 0
    if tokens[at].text == "-" and tokens[at].joined and tokens[at + 1].lower in ("to", "and", "or"):
        at += 1
    if at + 1 >= len(tokens):
        return 0
    word, opener = tokens[at].lower, tokens[figure.first - 1].lower if figure.first else ""
    dashed = word in _DASHES and tokens[at].joined == tokens[at + 1].joined
    joins = (
        dashed
        or word == "to"
        or (word == "and" and opener == "between")
        or (word == "or" and figure.number.spelt)
    )
    return at if joins else 0


def _other(tokens: tuple[Token, ...], at: int, signed: bool) -> Number | None:
    """The number of the other end, behind a sign of money where the first end has one."""
    money, start = lexicon.money(), at
    if start + 1 < len(tokens) and tokens[start].lower in money.prefixes and tokens[start + 1].text in "$£":
        start += 1
    if start < len(tokens) and tokens[start].text in money.symbols:
        start += 1
    if start >= len(tokens) or (start != at and not signed):
        return None
    return number_at(tokens, start)


def _changes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "from 5 to 3 percent" tells a change, not a range."""
    if at > 1 and counting().has("ranging", tokens[at - 2].lower):
        return False
    for i in range(at - 1, max(-1, at - 22), -1):
        if tokens[i].text in (".", ";") or tokens[i].break_before:
            return tokens[i].lower in counting().lists["changes"]
        if tokens[i].lower in counting().lists["changes"]:
            return True
    return False


def _same(left: Measure, right: Measure) -> bool:
    """Whether both ends are in the same measure."""
    return (left.unit, left.currency, left.time) == (right.unit, right.currency, right.time)
