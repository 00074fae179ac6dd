"""Subjects that a phrase before them waits for."""

from __future__ import annotations

from collections.abc import Sequence

from readout.model.analysis import Word

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OPENING = frozenset({"obl", "advcl", "advmod"})
DEEPEST = 8


def awaited(words: Sequence[Word], at: int) -> int | None:
    """The subject that follows a word's phrase: of "her" in "In her speech, Ama Boateng praised them", Ama.

    None where the word stands in no phrase before its clause's subject.
    """
    child, verb = at, words[at].head
    for _ in range(DEEPEST):
        if verb < 0:
            return None
        if child < verb and words[child].deprel.partition(":")[0] in OPENING:
            between = range(at + 1, verb)
            found = next((i for i in between if words[i].head == verb and words[i].deprel in SUBJECTS), None)
            if found is not None:
                return found
        child, verb = verb, words[verb].head
    return None
