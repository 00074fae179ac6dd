"""People counted through a word that names none: "Some 4,500 of them", "treats 900"."""

from __future__ import annotations

from readout.extract.amounts.counted import Counted, counted_noun, is_person, is_plural
from readout.extract.amounts.figure import Figure
from readout.extract.amounts.kept import word_at
from readout.extract.amounts.lexicon import counting
from readout.extract.amounts.numbers import number_at
from readout.extract.grammar import Token
from readout.model.swift import replace

_BACK = 40
"""How many words back "them" is looked for."""
_OWNER = 6
_GENITIVES = frozenset(("'s", "’s"))


def of_people(tokens: tuple[Token, ...], figure: Figure) -> Figure:
    """The figure with the people that it counts, where it has no noun of its own.

    "16,000 people have fled. Some 4,500 of them sleep in halls" counts people, "40 of the ship's
    boats" boats, "It employs 28,000" people again.
    """
    bare = figure.measure is None and figure.sign is None and figure.noun is None and figure.other is None
    if not bare or figure.number.value == 1:
        return figure
    at = figure.number.last
    if word_at(tokens, at) != "of":
        served = counting().has("serving", word_at(tokens, figure.first - 1))
        return replace(figure, noun=Counted(figure.first - 1, True)) if served else figure
    following = word_at(tokens, at + 1)
    if following in ("them", "us", "these"):
        meant = _meant(tokens, figure.first)
        return replace(figure, noun=Counted(meant, True)) if meant is not None else figure
    if following == "those" and word_at(tokens, at + 2) == "who":
        return replace(figure, last=at + 2, noun=Counted(at + 1, True))
    noun = _owned(tokens, at + 1)
    return replace(figure, last=noun.head + 1, noun=noun) if noun else figure


def _meant(tokens: tuple[Token, ...], first: int) -> int | None:
    """The nearest plural before, if it names people."""
    for at in range(first - 1, max(-1, first - _BACK), -1):
        text = tokens[at].text
        if is_person(text) and (is_plural(text) or text[0].isupper()):
            return at
        if text[0].islower() and is_plural(text):
            return None
    return None


def _owned(tokens: tuple[Token, ...], at: int) -> Counted | None:
    """The noun behind an owner: "of Ruiz's boats"."""
    for i in range(at, min(at + _OWNER, len(tokens))):
        if tokens[i].text in _GENITIVES and i + 1 < len(tokens):
            return counted_noun(tokens, i + 1) if number_at(tokens, i + 1) is None else None
        if tokens[i].text == "," or (counting().has("stop", tokens[i].lower) and i > at):
            return None
    return None
