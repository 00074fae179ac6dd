"""Numbers as words and digits write them: "2.1 billion", "half a million", "twenty-five"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from readout.extract.amounts.lexicon import after, counting, money, people, units
from readout.extract.grammar import Token

_DASHES = frozenset("-–‑‐")
_LONGEST = 12
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens ``first`` to ``last``; ``value`` is None for "dozens".

    ``scale`` is the factor its last word brought ("million"), ``spelt`` that it has no digits.
    """

    value: float | None
    first: int
    last: int
    spelt: bool = False
    scale: float = 1


def number_at(tokens: tuple[Token, ...], at: int) -> Number | None:
    """The number that starts at a token, or None."""
    token = tokens[at]
    if "0" <= token.text[0] <= "9":
        return _digits(tokens, at)
    if token.lower not in openings():
        return None
    return _spelt(tokens, at) if token.lower in counting().numbers else _loose(tokens, at)


@cache
def openings() -> frozenset[str]:
    """The words that a number or a share ("two thirds") is told by."""
    words = counting()
    return frozenset(words.numbers) | frozenset(words.shares) | words.lists["vague"] | LOOSE


LOOSE = {"a", "an", "half", "several", "few", "tens"}


def _lower(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) and not (at and tokens[at].break_before) else ""


def _digits(tokens: tuple[Token, ...], at: int) -> Number | None:
    """ "60,000", "2 1/2", "1.5bn", "$5-billion" """
    text = tokens[at].text.replace(",", "")
    if not text.replace(".", "", 1).isdigit() or len(text) > 30:
        return None
    end = _spaced(tokens, at)
    value, end = float("".join([text, *(t.text for t in tokens[at + 1 : end])])), end
    if end < len(tokens) and tokens[end].text in _FRACTIONS:
        value, end = value + _FRACTIONS[tokens[end].text], end + 1
    elif _is_fraction(tokens, end) and not tokens[end].joined:
        value, end = value + float(tokens[end].text) / float(tokens[end + 2].text), end + 3
    return _scaled(tokens, value, at, end, spelt=False)


def _spaced(tokens: tuple[Token, ...], at: int) -> int:
    """Where a number with spaces between its thousands ends: "10 000 troops"."""
    end = at + 1
    if len(tokens[at].text) > 3 or not tokens[at].text.isdigit() or tokens[at].text[0] == "0":
        return end
    while (
        end < len(tokens)
        and len(tokens[end].text) == 3
        and tokens[end].text.isdigit()
        and (tokens[end].start == tokens[end - 1].end + 1 and not tokens[end].break_before)
    ):
        end += 1
    return end


def _is_fraction(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "1/2" stands here."""
    return (
        at + 2 < len(tokens)
        and tokens[at].text in ("1", "2", "3")
        and tokens[at + 1].text == "/"
        and tokens[at + 1].joined
        and tokens[at + 2].joined
        and tokens[at + 2].text in ("2", "3", "4", "8")
    )


def _scaled(tokens: tuple[Token, ...], value: float, first: int, end: int, spelt: bool) -> Number | None:
    """The number with the scales that follow: "hundred thousand", "bn"."""
    words, scale = counting(), 1.0
    if end < len(tokens) and tokens[end].joined and tokens[end].lower in words.joined and not spelt:
        letter = tokens[end].lower
        if len(letter) > 1 or letter == "k" or _money_around(tokens, first, end + 1) or _counted(tokens, end):
            scale = words.joined[letter]
        if scale > 1:
            return Number(value * scale, first, end + 1, spelt, scale)
    while end < min(len(tokens), first + _LONGEST):
        step = end + (tokens[end].text in _DASHES)
        word = _lower(tokens, step)
        if word not in words.scales or (word == "score") or (step > end and not tokens[step].joined):
            break
        scale, end = scale * words.scales[word], step + 1
    value *= scale
    return Number(value, first, end, spelt, scale) if math.isfinite(value) else None


def _counted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "m" stands for millions of what follows: 3m people, 2.8m b/d, not waves of 3m."""
    following = _lower(tokens, at + 1)
    if tokens[at].lower != "m" or not following or tokens[at + 1].joined:
        return False
    return following in people() or bool(after(units(), tokens, at + 1))


def _money_around(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether money stands before or after a figure: $5m and 5m euros against a wall of 5m."""
    before = tokens[first - 1].text if first else ""
    behind = _lower(tokens, last)
    table = money()
    return before in table.symbols or before in table.codes or behind in table.names or behind in table.shared


def _spelt(tokens: tuple[Token, ...], at: int) -> Number | None:
    """ "twenty-five", "two hundred and fifty thousand", "two and a half million" """
    words = counting()
    total, current, end, scale = 0.0, words.numbers[tokens[at].lower], at + 1, 1.0
    while end < min(len(tokens), at + _LONGEST):
        step = _step(tokens, end, current, scale)
        word = _lower(tokens, step)
        if word in words.scales and word != "score":
            scale = words.scales[word]
            total, current = (total + current * scale, 0) if scale >= 1000 else (total, current * scale)
        elif _adds(words.numbers.get(word, 0), current, scale):
            current += words.numbers[word]
        else:
            break
        end = step + 1
    if [_lower(tokens, end + i) for i in range(3)] == ["and", "a", "half"]:
        return _scaled(tokens, total + current + 0.5, at, end + 3, spelt=True)
    return Number(total + current, at, end, True, scale)


def _step(tokens: tuple[Token, ...], at: int, current: float, scale: float) -> int:
    """Where the next word of a number stands: behind a hyphen ("twenty-five") or an "and"."""
    words, following = counting(), _lower(tokens, at + 1)
    if tokens[at].text in _DASHES and tokens[at].joined:
        unit = 20 <= current % 100 < 100 and 0 < words.numbers.get(following, 0) < 10
        return at + 1 if unit or following in words.scales else at
    joins = tokens[at].lower == "and" and scale >= 100 and 0 < words.numbers.get(following, 0) < 100
    return at + 1 if joins else at


def _adds(number: float, current: float, scale: float) -> bool:
    """Whether a word goes on with a number: "hundred" and "fifty", "twenty" and "five"."""
    if number <= 0 or not (current % 10 == 0 or scale > 1):
        return False
    return current == 0 or current % 100 == 0 or (current % 100 >= 20 and number < 10)


def _loose(tokens: tuple[Token, ...], at: int) -> Number | None:
    """ "a million", "half a dozen", "several hundred", "tens of thousands" """
    words, word = counting(), tokens[at].lower
    following = [_lower(tokens, at + i) for i in range(1, 4)]
    if word in ("a", "an"):
        if following[0] == "half" and following[1] in ("million", "billion", "trillion", "dozen"):
            return Number(words.scales[following[1]] / 2, at, at + 3, True, words.scales[following[1]])
        if following == ["quarter", "of", "a"] and _lower(tokens, at + 4) in ("million", "billion"):
            scale = words.scales[tokens[at + 4].lower]
            return Number(scale / 4, at, at + 5, True, scale)
        if following[0] in ("few", "couple", "good"):
            skip = 2 + (following[1] == "of")
            return _vague_scale(tokens, at, at + skip)
        if following[0] in words.scales and following[0] not in ("score", "bn", "mn", "tn"):
            return _scaled(tokens, 1, at, at + 1, spelt=True)
        return None
    if word == "half":
        if following[0] in ("a", "an") and following[1] in words.scales:
            return _scaled(tokens, 0.5, at, at + 2, spelt=True)
        return None
    if word in ("several", "few"):
        return _vague_scale(tokens, at, at + 1)
    if word == "tens" or word in words.lists["vague"]:
        end = at + 1
        if following[0] == "of" and following[1] in words.lists["vague"]:
            end = at + 3
        elif word == "tens":
            return None
        return Number(None, at, end, True)
    return None


def _vague_scale(tokens: tuple[Token, ...], first: int, end: int) -> Number | None:
    """ "several hundred", "a few thousand": more than one, how many nobody says."""
    word = _lower(tokens, end)
    if word not in counting().scales or word == "score":
        return None
    while _lower(tokens, end) in counting().scales:
        end += 1
    return Number(None, first, end, True)
