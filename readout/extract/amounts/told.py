"""Bare counts that the parse shows to be told of as done: "Of the boats 14 have been delivered; two sank"."""

from __future__ import annotations

from bisect import bisect_left

from readout.extract.amounts.figure import Figure
from readout.extract.amounts.kept import word_at
from readout.extract.amounts.lexicon import counting
from readout.extract.grammar import Token
from readout.model.analysis import Analysis, Word

_FEWEST = 4
"""Of fewer, told in words, a reader takes no note: "Two have left". """


def told(tokens: tuple[Token, ...], analysis: Analysis, figure: Figure) -> bool:
    """Whether a bare count is the subject or object of what was done, or is "the first two"."""
    words, number = analysis.words, figure.number
    bare = figure.unit is None and figure.currency is None and figure.noun is None and figure.other is None
    if not words or not bare or number.value is None or number.value < 2:
        return False
    at = bisect_left(words, tokens[number.last - 1].start, key=lambda w: w.start)
    if at >= len(words) or not 0 <= words[at].head < len(words):
        return False
    ahead = word_at(tokens, number.last)
    first = counting().has("first_of_them", word_at(tokens, number.first - 1))
    if (number.spelt and number.value < _FEWEST and not first) or ahead.isdigit():
        return False
    word, verb = words[at], words[words[at].head]
    perfect = word.deprel == "obj" and verb.xpos == "VBN" and _has(words, verb.index)
    if perfect and counting().has("no_noun_after", ahead) and not counting().has("not_accounted", verb.text):
        return True
    if not counting().has("done_to_them", verb.lemma.lower()):
        return False
    if word.deprel in ("nsubj", "nsubj:pass") and at < verb.index:
        return _predicate(words, verb)
    return word.deprel == "obj" and verb.xpos in ("VBD", "VBN") and counting().has("no_noun_after", ahead)


def _has(words: tuple[Word, ...], at: int) -> bool:
    """Whether "has" stands within three words before a participle: "has so far dug"."""
    return any(words[k].text.lower() in ("has", "have", "had") for k in range(max(0, at - 3), at))


def _predicate(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether a verb is told of the past, or an adjective of the present: "nine are ready"."""
    return verb.xpos in ("VBD", "VBN") or verb.upos in ("ADJ", "ADV", "NOUN") or verb.xpos == "VBG"
