"""Clauses that the parser hangs up wrongly, though their first words leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from readout.model.analysis import Word
from readout.model.swift import replace

RELATIVE = frozenset(["which", "who"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])
WILLING = frozenset(["prepared", "determined", "inclined", "resolved"])
"""Participles that tell of a mind where "to" and a verb follow, with nobody who does it to the subject."""
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
FINITE = frozenset(["VBD", "VBZ", "VBP"])
TITLES = frozenset(["Minister", "Secretary", "Commissioner", "Undersecretary"])
LOOSE = frozenset(["advcl", "ccomp", "parataxis", "conj"])
REACH = 8
"""Words behind a verb in which its object stands."""
SIGNS = SUBJECTS | {"xcomp", "mark", "aux:pass", "cc"}
"""Relations of the words that can show such a clause."""


def hung(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words where "has earmarked" is one verb, and "which paid" in "Chad, which paid, left" is Chad's.

    "Was prepared to pay" tells of a will, nothing that was done to anybody; in "asked Chad to pay" Chad is
    who is asked; "Oil and Energy Minister Tor Vik" is one man.
    """
    found = list(words)
    for word in [word for word in words if word.deprel in SIGNS]:
        if word.xpos == "VBN" and word.deprel == "xcomp" and _has(words, word):
            _helped(found, word.index)
        elif word.text == "to" and word.deprel == "mark" and words[word.head].deprel == "xcomp":
            _asked(found, word)
        elif word.deprel == "aux:pass" and words[word.head].text in WILLING:
            _minded(found, word)
        elif word.deprel in SUBJECTS and words[word.head].deprel == "xcomp" and _finite(words, word):
            found[word.head] = replace(found[word.head], deprel="ccomp")
        elif word.text == "and" and 0 < word.index < len(words) - 1:
            _charged(found, word)
        elif word.deprel == "nsubj" and word.text in RELATIVE and word.index > 1:
            _related(found, word)
    return tuple(found)


def _has(words: Sequence[Word], verb: Word) -> bool:
    """Whether "has" stands right before, as its governor."""
    return verb.head == verb.index - 1 and words[verb.head].lemma == "have"


def _finite(words: Sequence[Word], subject: Word) -> bool:
    """Whether the verb of a subject is finite, or has a helper: "signalled it was done" is a whole clause."""
    verb = words[subject.head]
    between = words[subject.index + 1 : verb.index]
    helped = any(w.head == verb.index and w.upos == "AUX" for w in between)
    return subject.index < verb.index and (helped or verb.xpos in FINITE)


def _helped(found: list[Word], verb: int) -> None:
    """ "has" [root] "earmarked" [xcomp] → [aux] and [root], with all that hung from "has"."""
    has = found[verb - 1]
    found[verb] = replace(found[verb], head=has.head, deprel=has.deprel)
    found[has.index] = replace(has, head=verb, deprel="aux", upos="AUX")
    for word in found[max(0, verb - 40) : verb + 40]:
        if word.head == has.index and word.index != verb:
            found[word.index] = replace(word, head=verb)


def _asked(found: list[Word], to: Word) -> None:
    """ "asked Chad to return it": Chad is the object of "asked", "it" that of "return"."""
    deed = found[to.head]
    asked = [word for word in found[deed.head + 1 : to.index] if word.head in (deed.index, deed.head)]
    for word in asked:
        if word.head == deed.index and word.deprel in ("obj", "iobj", "nsubj"):
            found[word.index] = replace(word, head=deed.head, deprel="obj")
    after = [word for word in found[deed.index + 1 : deed.index + REACH] if word.deprel == "obj"]
    if any(word.deprel in ("obj", "iobj") for word in asked) and after and after[0].head == deed.head:
        found[after[0].index] = replace(after[0], head=deed.index)


def _minded(found: list[Word], be: Word) -> None:
    """ "was [aux:pass] prepared [VERB] to free them" → [cop] and [ADJ]."""
    mind = found[be.head]
    if not be.index < mind.index < len(found) - 1 or found[mind.index + 1].text != "to":
        return
    found[be.index] = replace(be, deprel="cop")
    found[mind.index] = replace(mind, upos="ADJ", xpos="JJ", lemma=mind.text, feats={"Degree": "Pos"})
    for word in found[max(0, be.index - 40) : be.index]:
        if word.head == mind.index and word.deprel == "nsubj:pass":
            found[word.index] = replace(word, deprel="nsubj")


def _charged(found: list[Word], link: Word) -> None:
    """ "Oil [nsubj] and Energy Minister Tor [flat of "Oil"] Vik" → [compound of "Minister"] and [nsubj]."""
    first, second = found[link.index - 1], found[link.index + 1]
    if not first.text[:1].isupper() or first.text.lower() not in _portfolios() or second.head < second.index:
        return
    title = found[second.head]
    if title.text not in TITLES or first.head == title.index:
        return
    name = found[title.head] if title.deprel == "nmod:desc" and title.head > title.index else title
    if name.head == first.index:
        found[name.index] = replace(name, head=first.head, deprel=first.deprel)
    for word in found[first.index + 1 : name.index + REACH]:
        if word.head == first.index and word.index != name.index:
            found[word.index] = replace(word, head=name.index)
    found[first.index] = replace(first, head=title.index, deprel="compound")


@cache
def _portfolios() -> frozenset[str]:
    lines = files(__package__).joinpath("portfolios.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _related(found: list[Word], pronoun: Word) -> None:
    """ "Chad, which pledged it, …": the clause is of the name that the pronoun follows."""
    verb, before = found[pronoun.head], found[pronoun.index - 2]
    if found[pronoun.index - 1].text != "," or before.upos not in NOMINAL or before.sentence != verb.sentence:
        return
    if verb.deprel in LOOSE and verb.index > pronoun.index and not _under(found, before, verb):
        found[verb.index] = replace(verb, head=before.index, deprel="acl:relcl")


def _under(found: Sequence[Word], word: Word, verb: Word) -> bool:
    while word.head >= 0:
        word = found[word.head]
        if word.index == verb.index:
            return True
    return False
