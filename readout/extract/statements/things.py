"""Things done where a cue verb has no words: a post declined, islands claimed."""

from __future__ import annotations

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import listed
from readout.extract.statements.tree import Tree


def not_taken(tree: Tree, draft: Draft) -> bool:
    """Whether a thing is neither taken nor offered: "declined the post", "offers no cheap loans"."""
    verb = draft.verb
    inside = [i for piece in draft.contents for i in range(*piece)]
    if verb is None or any(tree.words[i].upos == "VERB" for i in inside):
        return False
    things = tree.kids(verb, "obj")
    none = any(tree.lows[kid] == "no" for thing in things for kid in tree.kids(thing, "det"))
    return bool(things) and (tree.lemmas[verb] == "decline" or (tree.lemmas[verb] == "offer" and none))


def kept_own(tree: Tree, draft: Draft) -> bool:
    """Whether a thing is claimed for oneself: "the islands are claimed by both"."""
    if draft.verb is None or tree.lemmas[draft.verb] != "claim":
        return False
    inside = [i for piece in draft.contents for i in range(*piece)]
    named = any(tree.lemmas[i] in listed("claimed") for i in inside)
    owned = tree.passive(draft.verb) or tree.lows[draft.first] in ("the", "this", "these", "both")
    return owned and not named and not any(tree.words[i].upos in ("VERB", "AUX") for i in inside)


def told_instead(tree: Tree, draft: Draft) -> bool:
    """ "She did not say that it was dead, she said that it slept": what was said instead is what counts."""
    verb = draft.verb
    if draft.said == "not said" and tree.lows[draft.first] in ("only", "just", "merely"):
        return True  # "did not mention only the roads"
    if (
        verb is None
        or draft.said != "not said"
        or tree.lemmas[verb] != "say"
        or tree.lows[draft.first] != "that"
    ):
        return False
    after = [kid for kid in tree.kids(verb, "parataxis", "conj") if kid > draft.first]
    return any(tree.lemmas[kid] in ("say", "mean", "add", "tell") for kid in after)


def held_for(tree: Tree, verb: int) -> bool:
    """ "The press conference announcing her appointment": an occasion says nothing."""
    head = tree.words[verb].head
    if tree.rels[verb] != "acl" or tree.words[verb].xpos != "VBG" or head < 0 or tree.kids(verb, "ccomp"):
        return False
    return tree.lemmas[head] in listed("occasions_held")
