"""Slips of the parse that are known and can be set right before the events are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.extract.events.lexicon import words
from readout.model.analysis import Word

AHEAD = words("future") | words("modal") | {"would", "has", "have", "had"}
GIVING = words("giving")
NAMED = ("compound", "flat")
DEGREES = frozenset({"more", "less"})


def righted(words: Sequence[Word]) -> Sequence[Word]:
    """The words with six slips mended, the very same words where there is none.

    In "will more than double its duty" the parse takes "will" or "more" for the head; in "ordered the
    council to pay" it may give the council to "pay", in "Iran test-fired" Iran to "test". In "Ann Lee and
    Peru's king, Ali, met" the king may stand beside Ann Lee as another name of hers; in "said that Peru
    would pay but ruled out more" the past tense may hang on "pay"; in "sold Mali two ships" Mali on "ships".
    """
    found: list[Word] | None = None
    for i, word in enumerate(words[1:-1], 1):
        if word.text == "than" and _doubling(words, i):
            found = list(words) if found is None else found
            _exchange(found, i - 2, i + 1)
        elif word.text == "-" and _hyphened(words, i):
            for k in range(max(0, i - 12), i - 1):
                if words[k].head == i - 1 and words[k].deprel == "nsubj":
                    found = list(words) if found is None else found
                    found[k] = replace(words[k], head=i + 1)
        elif word.deprel == "compound" and (gift := _given(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(words[i], head=i - 1, deprel="iobj")
            if gift > i:
                found[gift] = replace(words[gift], head=i, deprel="flat")
        elif word.deprel == "cc" and (linked := _linked(words, i)) is not None:
            found = list(words) if found is None else found
            found[linked] = replace(words[linked], deprel="conj")
        elif word.xpos == "VBD" and (told := _told_beside(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(word, head=told)
        elif word.text == "to" and word.deprel == "mark" and (asked := _asked(words, i)) is not None:
            found = list(words) if found is None else found
            found[asked] = replace(words[asked], head=words[word.head].head, deprel="obj")
    return words if found is None else found


def _given(words: Sequence[Word], i: int) -> int | None:
    """The last word of a name that is given what follows it: "sold Cape Verde two boats"."""
    if words[i].upos != "PROPN" or words[i - 1].lemma not in GIVING or words[i - 1].upos != "VERB":
        return None
    last = i
    while last + 2 < len(words) and words[last + 1].upos == "PROPN" and words[last + 1].deprel in NAMED:
        last += 1
    if last > i + 1 or words[i].head <= last or words[last + 1].upos not in ("NUM", "ADJ", "DET"):
        return None
    return last


def _linked(words: Sequence[Word], cc: int) -> int | None:
    """The phrase behind an "and" that was taken for another name of the one before."""
    j = words[cc].head
    while cc < j < len(words) and words[j].head > cc and words[j].deprel in ("nmod:poss", "amod", "compound"):
        j = words[j].head
    if not cc < j < len(words) or words[cc].text.lower() != "and":
        return None
    return j if words[j].deprel == "appos" and 0 <= words[j].head < cc else None


def _told_beside(words: Sequence[Word], verb: int) -> int | None:
    """The verb of saying that "ruled out" goes with in "said that Peru would pay but ruled out more"."""
    word = words[verb]
    if word.deprel != "conj" or not 0 <= word.head < verb:
        return None
    first = words[word.head]
    if first.deprel != "ccomp" or first.xpos != "VB" or not 0 <= first.head < first.index:
        return None
    own = any(w.head == verb and w.deprel.startswith(("nsubj", "aux")) for w in words[word.head : verb])
    return None if own or words[first.head].xpos not in ("VBD", "VBZ", "VBN") else first.head


def _doubling(words: Sequence[Word], than: int) -> bool:
    """Whether "than" stands in "will more than double"."""
    if than < 2 or words[than - 1].text.lower() not in DEGREES or words[than + 1].upos != "VERB":
        return False
    return words[than - 2].text.lower() in AHEAD and words[than + 1].head in (than - 2, than - 1)


def _hyphened(words: Sequence[Word], hyphen: int) -> bool:
    """Whether a hyphen ties the verb after it to its first half: "test-fired"."""
    half, verb = words[hyphen - 1], words[hyphen + 1]
    return verb.upos == "VERB" and half.head == hyphen + 1 and half.end == words[hyphen].start


def _asked(words: Sequence[Word], to: int) -> int | None:
    """The object of the verb above that the infinitive took: "ordered the council to pay"."""
    verb = words[to].head
    if not to < verb < len(words) or words[verb].deprel not in ("xcomp", "advcl", "ccomp"):
        return None
    over = words[verb].head
    for k in range(to - 1, max(over, to - 12), -1):
        if words[k].head == verb and words[k].deprel in ("obj", "nsubj") and over >= 0:
            return k
    return None


def _exchange(words: list[Word], aux: int, verb: int) -> None:
    """Make the verb the head of its clause in place of its auxiliary and of "more"."""
    more = aux + 1
    top = aux if words[aux].head not in (more, verb) else more
    words[verb] = replace(words[verb], head=words[top].head, deprel=words[top].deprel)
    for k, word in enumerate(words):
        if k == aux:
            words[k] = replace(word, head=verb, deprel="aux", upos="AUX")
        elif k in (more, more + 1):
            words[k] = replace(word, head=verb, deprel="advmod")
        elif word.head in (aux, more) and k != verb:
            after = k > verb and word.deprel in ("nsubj", "xcomp", "ccomp")
            object_ = after and word.upos in ("NOUN", "PROPN")
            words[k] = replace(word, head=verb, deprel="obj" if object_ else word.deprel)
