"""Details that were not given: "gave no details of the deal", "offered scant detail on the theft"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import hushed, start
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.silences.refusals import unwilling
from readout.extract.statements.tree import Tree
from readout.model.statement import Said


def no_details(tree: Tree, verb: int, without: list[int]) -> Draft | None:
    """ "gave no details of the deal", "did not give a timetable", "without giving a reason"."""
    things = [
        kid
        for kid in tree.kids(verb, "obj")
        if {tree.lemmas[kid], tree.lows[kid]} & words("not_said", "details")
    ]
    no = [
        kid
        for thing in things
        for kid in tree.kids(thing, "det", "cc", "amod")
        if tree.lows[kid] in ("no", "neither") or _few(tree, thing, kid)
    ]
    if not things and tree.negated(verb) is not None and of_document(tree, verb):
        things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if not things or (tree.negated(verb) is None and not no and not without):
        return None
    first = start(tree, verb, tree.negated(verb), without)
    topics = [kid for kid in tree.kids(things[0], "nmod") if tree.marked(kid) & {"of", "about", "on"}]
    plain = tree.lemmas[things[0]] in PLAIN or tree.lows[things[0]] in PLAIN
    if no and tree.lemmas[things[0]] == "comment":
        return None
    said: Said = "declined" if unwilling(tree, verb) else "not said"
    if topics and plain:
        case = min(tree.kids(topics[0], "case"))
        return hushed(tree, verb, said, (first, case + 1), tree.subtree(topics[0], without=[case]))
    end = no[0] + 1 if no else verb + 1
    tails = [
        kid for kid in tree.kids(verb, "obl", "advcl") if tree.marked(kid) & {"for", "of", "on", "about"}
    ]
    tail = next((held for kid in tails if (held := tree.subtree(kid))[0] == things[0] + 1), [])
    return hushed(tree, verb, said, (first, end), [*tree.subtree(things[0], without=no), *tail])


def _few(tree: Tree, thing: int, kid: int) -> bool:
    """Whether a word says that there are hardly any: "few details", not "a few details"."""
    little = tree.lows[kid] in ("few", "little", "scant", "scarce", "sparse", "meagre", "meager")
    return little and tree.subtree(thing)[0] == kid


PLAIN = {"details", "detail", "information", "word", "statement", "comment", "response"}
"""What is but words, so that its topic is what went unsaid: "gave no details of [the pact]"."""
