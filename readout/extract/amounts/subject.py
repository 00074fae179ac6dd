"""What a figure is of: "90 million kroner in fish sales to Malta" is of fish sales to Malta."""

from __future__ import annotations

from bisect import bisect_left

from readout.extract.amounts.figure import Figure
from readout.extract.amounts.lexicon import counting
from readout.extract.grammar import Token
from readout.model.analysis import Analysis

_LINKS = frozenset(("of", "in", "worth"))
_INSIDE = frozenset(("of", "to", "for", "from", "the", "and", "its", "a"))
_OUTSIDE = frozenset(("punct", "acl", "parataxis", "appos"))
_REACH = 9


def subject(text: str, tokens: tuple[Token, ...], analysis: Analysis, figure: Figure) -> str | None:
    """The noun counted with what is before it, or the phrase behind "of"; None where the text has neither."""
    at = figure.last
    if figure.noun is not None:
        first = (figure.other or figure.number).last
        while first < figure.noun.head and tokens[first].lower in (
            "of",
            "the",
            "its",
            "their",
            "more",
            "other",
            "-",
        ):
            first += 1
        return text[tokens[first].start : tokens[figure.noun.head].end] if first <= figure.noun.head else None
    if at >= len(tokens) or tokens[at].lower not in _LINKS or tokens[at].break_before:
        return None
    start = at + 1
    if tokens[at].lower == "in" and not (
        figure.currency
        and start < len(tokens)
        and tokens[start].text[0].islower()
        and tokens[start].lower not in ("the", "a", "an")
    ):
        return None
    if tokens[at].lower == "worth" and start < len(tokens) and tokens[start].lower == "of":
        start += 1
    whole = start + counting().has("determiners", tokens[start].lower) if start < len(tokens) else start
    if whole < len(tokens) and tokens[whole].text[0].isdigit():
        return None  # "9 million of the 22 million euros": a figure is of no figure
    parsed = _parsed(text, tokens, analysis, start)
    return parsed or _phrase(text, tokens, start)


def _phrase(text: str, tokens: tuple[Token, ...], start: int) -> str | None:
    """The noun phrase from a token on, up to a comma, a verb or another preposition."""
    end = start
    while end < min(len(tokens), start + _REACH):
        token = tokens[end]
        if token.break_before and end > start:
            break
        abbreviated = token.text == "." and token.joined and len(tokens[end - 1].text) == 1
        plain = token.text[0].isalpha() or token.text in ("-", "'s", "’s") or abbreviated
        stops = counting().has("stop", token.lower) and token.lower not in _INSIDE
        if not plain or stops or token.lower.isdigit():
            break
        end += 1
    while end > start and (counting().has("stop", tokens[end - 1].lower) or tokens[end - 1].text in "-"):
        end -= 1
    if end == start or tokens[start].lower in ("which", "that", "what"):
        return None
    return text[tokens[start].start : tokens[end - 1].end]


def _parsed(text: str, tokens: tuple[Token, ...], analysis: Analysis, start: int) -> str | None:
    """The same by the parse: the words under the noun that the preposition marks."""
    words = analysis.words
    if not words or start >= len(tokens):
        return None
    first = bisect_left(words, tokens[start].start, key=lambda w: w.start)
    if first >= len(words) or first == 0:
        return None
    marker = words[first - 1]
    head = marker.head
    if marker.deprel.split(":")[0] != "case" or not first <= head < min(len(words), first + 12):
        return None
    last = head
    while last + 1 < len(words) and last - head < 8:
        following, up = words[last + 1], words[last + 1].head
        while first <= up < len(words) and up != head and up > last:
            up = words[up].head
        kept = first <= up <= last and following.deprel.split(":")[0] not in _OUTSIDE
        if not kept or text[following.start : following.end] == "out":  # "12 miles of track out of 40"
            break
        last += 1
    return text[words[first].start : words[last].end]
