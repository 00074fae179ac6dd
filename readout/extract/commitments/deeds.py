"""What a text tells as done: the verbs of progress, with what they call it.

"Ten of the boats are at the base; Peru has drawn down 4 million" tells of "at the base" and "drawn".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from readout.extract.commitments import accords, tables
from readout.extract.events import status
from readout.extract.events.scene import Scene
from readout.extract.events.tree import Tree
from readout.model.amount import Amount

NOW = ("VBP", "VBZ", "VBD")


def done(scene: Scene, actions: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """The words of a text that tell of something done, with what they call it."""
    tree, bases = scene.tree, tables.bases()
    so_far = tables.words("so_far")
    far = {head for i in tree.written(so_far) if (head := tree.words[i].head) >= 0}
    known = {*tree.having(bases.keys()), *tree.having(actions)}
    told = (
        (i, bases.get(tree.lemmas[i]) or tree.words[i].text.lower())
        for i in sorted(known | far)
        if i in known or far_along(tree, i)
        if tree.lemmas[i] != "stand" or tree.words[i].xpos == "VBG"
    )
    nouns, standing = tables.nouns(), tables.words("standing")
    stood = (
        (i, nouns[tree.lemma(k)])
        for i in tree.having(standing)
        for k in tree.kids(i, "nsubj")
        if tree.lemma(k) in nouns
    )
    return tuple(
        (i, basis)
        for i, basis in chain(stood, told)
        if tree.words[i].deprel != "amod"
        and _predicate(tree, i)
        and _fate(tree, i) in ("happened", "ongoing")
        and not (tree.words[i].xpos in ("VBP", "VBZ") and accords.coming(scene, i))
    )


def loose(
    scene: Scene, counted: Sequence[tuple[Amount, range]], known: set[int]
) -> tuple[tuple[int, str], ...]:
    """What else is told of figures as done: "has drawn down 4 million", "ten of them are at the base"."""
    tree, found = scene.tree, {}
    for _, held in counted:
        top = next((k for k in held if tree.words[k].head not in held), None)
        over = tree.words[top].head if top is not None else -1
        i = over if over >= 0 and tree.kids(over, "cop") else tree.clause(top) if top is not None else -1
        if top is None or i in known or i in found or tree.lemma(i) in tables.words("not_steps"):
            continue
        if any(tree.lemma(k) == "have" for k in tree.kids(i, "aux")):
            told = tree.words[i].upos == "VERB" and tree.words[i].xpos == "VBN"
        else:
            told = tree.rel(top) == "nsubj" and any(tree.words[k].xpos in NOW for k in tree.kids(i, "cop"))
            told = told and tree.preposition(i) in ("at", "in", "on", "under")
        if told and _fate(tree, i) in ("happened", "ongoing"):
            found[i] = basis_of(scene, i)
    return tuple(found.items())


def _fate(tree: Tree, i: int) -> str:
    """The status of a verb; in "agreed to buy 9 tonnes and had taken 3" the second is no part of the plan."""
    over = tree.words[i].head
    vowed = tree.rel(i) == "ccomp" and over >= 0 and ("v", tree.lemma(over)) in tables.cues()
    apart = tree.rel(i) == "conj" or vowed
    finite = apart and (
        any(tree.lows[k] in ("has", "have", "had") for k in tree.kids(i, "aux"))
        or any(tree.words[k].xpos in NOW for k in tree.kids(i, "cop"))
    )
    return status.own(tree, i) if finite else status.fate(tree, i)


def of_none(tree: Tree, i: int) -> bool:
    """Whether nobody and nothing has done it, or none was got, told in the past or the perfect tense."""
    if tree.words[i].xpos not in ("VBD", "VBN") or any(
        tree.words[k].xpos == "MD" for k in tree.kids(i, "aux")
    ):
        return False  # "no money can be paid before May" tells of no deed
    for k in tree.kids(i, "nsubj", "obj"):
        said = {tree.lows[j] for j in tree.children[k]}
        if tree.lows[k] in ("none", "nothing") or (
            "not" in said and ({"one", "single"} & said or tree.lows[k] == "one")
        ):
            return True
        if "no" in said and tree.rel(k) == "nsubj":
            return True
    return False


def far_along(tree: Tree, i: int) -> bool:
    """Whether a verb of any kind tells how far something has come: "So far it has moved six villages"."""
    if tree.words[i].upos != "VERB" or tree.lemma(i) in tables.words("not_steps"):
        return False
    said = {tree.lows[k] for k in tree.kids(i, "advmod", "obl")}
    return bool(said & tables.words("so_far")) and any(tree.lemma(k) == "have" for k in tree.kids(i, "aux"))


def _predicate(tree: Tree, i: int) -> bool:
    """Whether a word says how far something has come: a verb, or "ready", "in use" said of a subject."""
    return tree.words[i].upos == "VERB" or bool(tree.kids(i, "cop") and tree.kids(i, "nsubj"))


def basis_of(scene: Scene, i: int) -> str:
    """The words of a deed that no table names."""
    tree = scene.tree
    if tree.words[i].upos == "VERB":
        return tree.words[i].text.lower()
    first = min([i, *tree.kids(i, "case")])
    return scene.document.text[tree.words[first].start : tree.words[i].end].lower()
