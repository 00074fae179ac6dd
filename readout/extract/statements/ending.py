"""What ends a speech: a silence of the speaker's own that the parse put within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.extract.statements.board import Board
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.tree import Tree


def ended(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """ "said that it had failed but gave no details": the second verb is the speaker's, no part of the first.

    So is "without saying where" after a speech whose source is the same.
    """
    board = Board(drafts)
    cuts: dict[int, int] = {}
    for hush in drafts:
        if hush.said in ("yes", "denied") or hush.cue is None or hush.source is None:
            continue
        for outer in board.by_content(hush.cue):
            inside = any(first < hush.cue[0] < last for first, last in outer.contents)
            if outer is not hush and inside and outer.said == "yes" and outer.source == hush.source:
                cuts[id(outer)] = min(hush.cue[0], cuts.get(id(outer), hush.cue[0]))
    return [_cut(tree, draft, cuts[id(draft)]) if id(draft) in cuts else draft for draft in drafts]


def _cut(tree: Tree, draft: Draft, at: int) -> Draft:
    held = [i for first, last in draft.contents for i in range(first, last) if i < at]
    while held and tree.words[held[-1]].upos in ("CCONJ", "PUNCT", "ADV", "PRON") and held[-1] >= at - 3:
        held.pop()
    return replace(draft, contents=ranges(held)) if held else draft
