"""What the tagger alone took for words and that is a deed or a state: "was admitted to hospital"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import cues, listed, words
from readout.extract.statements.silences.refusals import not_able
from readout.extract.statements.things import held_for
from readout.extract.statements.tree import Tree

CONTENTFUL = {"VERB", "NOUN", "ADJ", "AUX", "PROPN"}
WAYS = {"according", "per", "as", "via", "against"}


def done(tree: Tree, draft: Draft) -> bool:
    """Whether nothing was said: "A strike was called", "was seen carrying boxes"."""
    verb = draft.verb
    if verb is None or draft.cue is None:
        return False
    if _hollow(tree, draft):
        return True
    if draft.said == "not said" and tree.lemmas[verb] == "say" and "to" in tree.marked(verb):
        return any(
            tree.lemmas[kid] == "be" for kid in (tree.words[verb].head, *tree.auxiliaries(verb)) if kid >= 0
        )
    if tree.words[verb].upos != "VERB":
        return False
    if held_for(tree, verb) or (draft.said == "yes" and "without" in tree.marked(verb)):
        return True
    lemma = tree.lemmas[verb]
    if draft.said != "yes" and (not_able(tree, verb) or _door(tree, verb)):
        return True
    if _unsaid(tree, draft, lemma) or _elsewhere(tree, draft, lemma):
        return True
    if draft.said == "yes" and lemma in listed("unheard"):
        return True
    return tree.passive(verb) and draft.source is None and lemma in listed("undergone")


def _hollow(tree: Tree, draft: Draft) -> bool:
    """Whether a cue holds no word that could tell of speech: "in", "all", "personal"."""
    inside = range(*(draft.cue or (0, 0)))
    if any(tree.words[i].upos in CONTENTFUL or tree.words[i].upos == "PUNCT" for i in inside):
        return False
    return not any(tree.lows[i] in WAYS or tree.lows[i] in ("to", "by") for i in inside)


def _door(tree: Tree, verb: int) -> bool:
    """ "refuses to answer his phone"."""
    acts = [kid for kid in tree.kids(verb, "xcomp") if tree.lemmas[kid] == "answer"]
    return any(
        tree.lemmas[thing] in words("not_said", "doors") for act in acts for thing in tree.kids(act, "obj")
    )


def _unsaid(tree: Tree, draft: Draft, lemma: str) -> bool:
    """Whether a speech is told of that was none: "did not report the theft"."""
    if draft.said != "yes" or draft.verb is None or tree.negated(draft.verb) is None:
        return False
    return lemma in cues() or lemma in listed("unsaid_things")


def _elsewhere(tree: Tree, draft: Draft, lemma: str) -> bool:
    """Whether a particle makes a deed of a cue: "swears in a judge", "admitted to hospital"."""
    verb = draft.verb if draft.verb is not None else 0
    if lemma == "swear":
        near = tree.lows[verb + 1 : verb + 5]
        return "in" in near and "that" not in near and not tree.kids(verb, "ccomp")
    if lemma == "admit":
        to = [kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid)]
        return any(tree.lemmas[kid] in listed("wards") or tree.words[kid].upos == "PROPN" for kid in to)
    if lemma == "call":
        convened = any(tree.lemmas[kid] in listed("convened") for kid in tree.kids(verb, "obj"))
        return convened and not tree.kids(verb, "xcomp") and draft.said == "yes"
    if lemma in ("apologize", "apologise"):  # "apologized to the drivers": to whom is no content
        to = [kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid)]
        return any(kid in range(*piece) for kid in to for piece in draft.contents)
    if lemma == "charge":
        return tree.passive(verb) and any(
            "with" in tree.marked(kid) for kid in tree.kids(verb, "obl", "advcl")
        )
    return False
