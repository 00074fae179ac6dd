"""Silences told by "did not" alone: "Oslo's note mentions cod; the Danish one does not"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import matter, phrasal
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree
from readout.model.analysis import Range

HELPERS = {"do", "does", "did", "has", "have", "had"}
HOLDING = {"include", "contain", "offer", "list"}
"""What a text may hold that is no word: "The first deal included a clause; the others did not"."""
BACK = 40
"""So many words before it is looked for what was mentioned."""


def echoed(tree: Tree, no: int) -> Draft | None:
    """ "The Indian text [does not]", "[Nor did] Beijing": of what the words before it spoke."""
    first, last = tree.sentence(no)
    if tree.lows[no] in ("nor", "neither"):
        helper = no + 1
        if helper >= last or tree.lows[helper] not in HELPERS or tree.rels[helper] == "aux":
            return None
        subjects, cue, negated = tree.kids(helper, "nsubj", "obj"), (no, helper + 1), True
        subjects = [kid for kid in subjects if kid > helper]
    else:
        helper = no - 1
        ends = no + 1 >= last or tree.words[no + 1].upos == "PUNCT"
        if not ends or helper <= first or tree.lows[helper] not in HELPERS or tree.rels[helper] == "aux":
            return None
        subjects, cue, negated = tree.kids(helper, "nsubj"), (helper, no + 1), False
    span = phrase(tree, subjects[0]) if subjects else None
    if span is None or any(tree.words[i].upos == "VERB" for i in range(helper + 1, last)):
        return None
    held = _spoken_of(tree, span[0], cue, negated=negated)
    return (
        Draft(ranges(held), cue, helper, span, subjects[0], said="not said", confidence=0.8) if held else None
    )


def _spoken_of(tree: Tree, before: int, cue: Range, *, negated: bool) -> list[int]:
    """What the last verb of speech in this sentence or the one before was about."""
    start = max(0, tree.sentence(max(tree.sentence(before)[0] - 1, 0))[0], before - BACK)
    for verb in range(min(before, cue[0]) - 1, start - 1, -1):
        if tree.words[verb].upos != "VERB" or (tree.negated(verb) is not None) is not negated:
            continue
        names = {tree.lemmas[verb], phrasal(tree, verb)}
        spoken = names & words("not_said", "verbs") - words("not_said", "bare")
        if not spoken or names & HOLDING:
            continue
        if names & words("not_said", "of_documents") and not of_document(tree, verb):
            continue
        return [i for i in matter(tree, verb)[0] if verb < i < before]
    return []
