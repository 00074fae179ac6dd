"""Shares of a whole told by fractions, where the text names the whole: "two thirds of the money"."""

from __future__ import annotations

from readout.extract.amounts.figure import Figure
from readout.extract.amounts.lexicon import counting
from readout.extract.amounts.measure import Measure
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.grammar import Token

_DASHES = frozenset("-–‑‐")
_REACH = 4


def share_at(tokens: tuple[Token, ...], at: int) -> Figure | None:
    """The share whose fraction word stands at a token, in percent; None for "half the world", "a third man".

    "Only half of the sum was paid" is 50 % of it, "three-quarters of the 40 boats" 75 % of them.
    """
    part = counting().shares.get(tokens[at].lower)
    if part is None or not _of_whole(tokens, at + 1):
        return None
    first, times = _numerator(tokens, at)
    if first == at and tokens[at].lower != "half":
        return None
    number = Number(round(100 * part * times, 6), first, at + 1, True)
    return Figure(first, at + 1, number, measure=Measure(at + 1, unit="%"))


def _numerator(tokens: tuple[Token, ...], at: int) -> tuple[int, float]:
    """Where the fraction begins and how many parts it takes: "two thirds", "three-quarters", "a half"."""
    before = at - 2 if at > 1 and tokens[at - 1].text in _DASHES and tokens[at].joined else at - 1
    word = tokens[before].lower if before >= 0 and not tokens[at].break_before else ""
    if word in ("a", "an"):
        return before, 1
    times = counting().numbers.get(word, 0)
    return (before, times) if 0 < times < 10 else (at, 1)


def _of_whole(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what follows is a whole that is paid, built or delivered in parts, or a figure."""
    if at >= len(tokens) or tokens[at].break_before:
        return False
    words = counting()
    partitive = tokens[at].lower == "of"
    at += partitive
    if at < len(tokens) and partitive and words.has("taken_up", tokens[at].lower):
        return True
    if not partitive and tokens[at].lower in ("has", "have", "had"):  # "so far only half has arrived"
        return at + 1 < len(tokens) and tokens[at + 1].lower not in ("a", "an", "no", "the", "to")
    if at < len(tokens) and words.has("determiners", tokens[at].lower):
        at += 1
    elif not partitive:
        return False
    for i in range(at, min(len(tokens), at + _REACH)):
        if tokens[i].break_before or not (tokens[i].text[0].isalnum() or tokens[i].lower in ("'s", "’s")):
            return False
        if words.has("wholes", tokens[i].lower):
            return True
        number = number_at(tokens, i) if i == at else None
        if number is not None:
            return number.value is not None and number.value >= 5
        if tokens[i].lower in ("has", "have", "had") and i > at and partitive:  # "A third of the grain has"
            return True
        if words.has("stop", tokens[i].lower):
            return False
    return False
