"""What a clause has beside what was said: acts joined to a speech, asides, what goes on after a cue."""

from __future__ import annotations

from itertools import pairwise

from readout.extract.statements.draft import Draft, shared
from readout.extract.statements.silences.hush import timed
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at
from readout.model.analysis import Range
from readout.model.swift import replace

VERBAL = ("VERB", "AUX")


def less_joined(tree: Tree, tagged: Draft, ruled: Draft) -> tuple[Draft, Draft]:
    """ "stressed that it stood by Iraq, and accepted [an invitation]": what is done besides."""
    if ruled.said != "yes" or ruled.verb is None or len(tagged.contents) < 2:
        return tagged, ruled
    for (_, end), (start, _) in pairwise(tagged.contents):
        gap = [i for i in range(end, start) if tree.words[i].upos == "VERB" and tree.rels[i] == "conj"]
        plain = len(gap) == 1 and gap[0] == start - 1 and tree.words[gap[0]].xpos == "VBD"
        opens = [tree.lows[i] for i in range(end, gap[0])] if plain else []
        if opens in ([",", "and"], [",", "but"]) and not tree.kids(gap[0], "nsubj", "aux"):
            return until(tagged, end), until(ruled, end)
    return tagged, ruled


def until(draft: Draft, end: int) -> Draft:
    kept = tuple((first, min(last, end)) for first, last in draft.contents if first < end)
    return replace(draft, contents=kept)


def said_on(tree: Tree, piece: Range, tagged: Draft, ruled: Draft) -> bool:
    """Whether a clause goes on after the cue: "It fished there, the navy said, [and its crew had fired]"."""
    spoken = max((span[1] for span in (ruled.cue, ruled.source) if span), default=0)
    near = spoken <= piece[0] <= spoken + 2 and tree.lows[spoken : spoken + 1] == (",",)
    joins = "and" in tree.lows[piece[0] - 1 : piece[0] + 1] or "but" in tree.lows[piece[0] - 1 : piece[0] + 1]
    return near and joins and tagged.confidence > 0.8 and ruled.first < (ruled.cue or (0, 0))[0]


def about_aside(tree: Tree, tagged: Draft, ruled: Draft) -> bool:
    """Whether a clause stands on both sides of its cue: "Its men, it said, had fired back at the boats"."""
    if ruled.cue is None or len(ruled.contents) != 2 or tagged.covered >= ruled.covered:
        return False
    (first, before), (after, _) = ruled.contents
    if tree.lows[before] not in (",", "which", "that") or any(
        tree.words[i].upos in VERBAL for i in range(first, before)
    ):
        return False
    return before <= ruled.cue[0] < ruled.cue[1] <= after and shared(tagged.contents, ruled.contents) > 0


def of_joined_act(tree: Tree, tagged: Draft, ruled: Draft) -> bool:
    """ "had sworn to pay and had sent “not one cent”": what was sent is none of what was sworn."""
    joined = tree.kids(ruled.verb, "conj") if ruled.verb is not None else []
    whole = tuple(piece for piece in tagged.contents if piece[1] - piece[0] > 1) if joined else ()
    if not whole or shared(whole, ruled.contents):
        return False
    acts = [kid for kid in joined if cue_at(tree, kid) is None]
    return any(whole[0][0] > kid and whole[0][0] in tree.subtree(kid) for kid in acts)


def hangs_on(tree: Tree, piece: Range) -> bool:
    """Whether the next phrase belongs to the noun that ends a piece: "concern over tension | with Chad"."""
    top, seen = piece[1], 0
    if tree.words[top].upos != "ADP" or tree.words[top - 1].upos not in ("NOUN", "PROPN"):
        return False
    while tree.words[top].head > top and seen < 6:
        top, seen = tree.words[top].head, seen + 1
    held = piece[0] <= tree.words[top].head < piece[1] and tree.rels[top] in ("nmod", "acl")
    return held and tree.words[tree.words[top].head].upos in ("NOUN", "PROPN") and not timed(tree, top)
