"""Who says that it is not so: "denied that", "rejected as baseless the claim", "a charge Iran denies"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import antecedent, hushed, opening, phrasal
from readout.extract.statements.tree import RELATIVES, Tree
from readout.extract.statements.verbs import cue_at, cue_span, real


def denied(tree: Tree, verb: int) -> Draft | None:
    """ "denied that", "rejected claims that", "disputed the figures", "made no such offer"."""
    lemma = tree.lemmas[verb]
    plain = lemma in words("denied", "verbs")
    against = lemma in words("denied", "against")
    against = against or (phrasal(tree, verb) in words("denied", "against") and real(tree, verb))
    if not (plain or against or lemma == "make") or tree.negated(verb) is not None:
        return None
    if any(tree.lows[k] == "nor" for k in tree.kids(verb, "cc")):
        return None
    if plain:
        return _plainly(tree, verb)
    return (_claim(tree, verb) if against else None) or _no_such(tree, verb)


def _plainly(tree: Tree, verb: int) -> Draft | None:
    """ "denied that he was there", "the claim was denied by the mayor", "a charge that the mayor denies"."""
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if things and (
        any(tree.lemmas[kid] in words("denied", "goods") for kid in things) or tree.kids(verb, "iobj")
    ):
        return None
    if tree.passive(verb) and tree.kids(verb, "nsubj", "csubj"):
        held = tree.subtree(tree.kids(verb, "nsubj", "csubj")[0])
        return hushed(tree, verb, "denied", cue_span(tree, verb, tree.lemmas[verb]), held)
    kids = [kid for kid in tree.kids(verb, "ccomp", "xcomp", "obj", "advcl") if _denial(tree, verb, kid)]
    kids = [kid for kid in kids if tree.rels[kid] != "advcl" or not (things or cue_at(tree, kid))]
    held = [i for kid in kids for i in tree.subtree(kid)]
    head = tree.words[verb].head
    if not held and tree.words[verb].deprel.endswith(":relcl") and head >= 0:
        held = _deed(tree, verb) or antecedent(tree, verb)
    return hushed(tree, verb, "denied", cue_span(tree, verb, tree.lemmas[verb]), sorted(held))


def _deed(tree: Tree, verb: int) -> list[int]:
    """The deed that a ", which" denies: "ramming it" of "accused China of ramming it, which it denies"."""
    which = [kid for kid in tree.kids(verb, "obj") if tree.lows[kid] == "which"]
    if not which or which[0] == 0 or tree.words[which[0] - 1].text != ",":
        return []
    first, at, seen = tree.sentence(verb)[0], tree.words[verb].head, 0
    while at > first and tree.words[at].upos not in ("VERB", "AUX") and seen < 8:
        at, seen = tree.words[at].head, seen + 1
    if at < 0 or tree.words[at].upos != "VERB":
        return []
    below = [kid for kid in tree.kids(at, "ccomp") if kid < verb] if cue_at(tree, at) else [at]
    if not below and tree.lemmas[at] == "accuse":
        whom = [kid for thing in tree.kids(at, "obj") for kid in tree.kids(thing, "acl", "nmod")]
        below = [k for k in (*tree.kids(at, "advcl", "obl"), *whom) if k < verb and "of" in tree.marked(k)]
    whole = tree.subtree(below[0], without=[verb]) if below else []
    marks = set(tree.kids(below[0], "mark", "case")) if below else set()
    return [i for i in whole if i < which[0] - 1 and i not in marks]


def _denial(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a word below the verb is what was denied, not when or how."""
    if tree.lows[kid] in RELATIVES:
        return _that(tree, verb, kid)
    return tree.rels[kid] != "advcl" or (
        kid > verb and tree.words[kid].xpos == "VBG" and not tree.marked(kid)
    )


def _that(tree: Tree, verb: int, thing: int) -> bool:
    """Whether a "that" stands for what was told before: "A spokesman denied that."."""
    after = thing + 1 == len(tree.words) or tree.words[thing + 1].upos in ("PUNCT", "CCONJ")
    return tree.lows[thing] == "that" and thing == verb + 1 and tree.rels[thing] == "obj" and after


def _claim(tree: Tree, verb: int) -> Draft | None:
    """ "rejected claims that …", "rejected as baseless the claim that …"."""
    things = [kid for kid in tree.kids(verb, "obj") if _that(tree, verb, kid)]
    if things and tree.lemmas[verb] in words("denied", "flatly"):
        return hushed(tree, verb, "denied", cue_span(tree, verb, tree.lemmas[verb]), things)
    if tree.lemmas[verb] == "contradict" and tree.words[verb].xpos == "VBG":
        return None
    as_ = [kid for kid in tree.kids(verb, "obl", "advcl", "xcomp") if "as" in tree.marked(kid)]
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    loose = [k for k in tree.kids(verb, "obl", "xcomp") if k > verb and not tree.marked(k)]
    things = things or [k for k in loose if tree.words[k].upos == "NOUN" or tree.rels[k] == "obl"]
    things = things or [deep for kid in as_ for deep in tree.kids(kid, "obj", "appos", "nmod", "dep")]
    if not things and tree.passive(verb) and tree.agent(verb) is not None:
        things = tree.kids(verb, "nsubj")
    if charge := _told_of(tree, verb):
        rejected = [*charge, *(i for kid in as_ for i in tree.subtree(kid))]
        return hushed(tree, verb, "denied", cue_span(tree, verb, tree.lemmas[verb]), sorted(rejected))
    if not things or tree.lemmas[things[0]] not in words("denied", "claims"):
        return None
    subject = tree.subject(verb)
    if subject is not None and tree.lemmas[subject] in words("denied", "ruling"):
        return None
    content, end = set(tree.subtree(things[0])), verb + 1
    for kid in as_:
        tail = set(tree.subtree(kid, without=things[:1]))
        if max(tail) < min(content):
            end = max(tail) + 1
        else:
            content |= tail
    first = cue_span(tree, verb, tree.lemmas[verb])[0]
    agent = tree.agent(verb) if tree.passive(verb) else None
    if agent is not None and agent > verb:
        content = {i for i in content if i < tree.subtree(agent)[0]}
    return hushed(tree, verb, "denied", (first, end), sorted(content))


def _told_of(tree: Tree, verb: int) -> list[int]:
    """ "a charge" of "a charge Lima has rejected", whose relative clause has a subject of its own."""
    head = tree.words[verb].head
    if (
        tree.words[verb].deprel != "acl:relcl"
        or head < 0
        or tree.lemmas[head] not in words("denied", "claims")
    ):
        return []
    who = [kid for kid in tree.kids(verb, "nsubj") if tree.lows[kid] not in RELATIVES]
    return antecedent(tree, verb) if who and not tree.passive(verb) else []


def _no_such(tree: Tree, verb: int) -> Draft | None:
    """ "We made no such offer"."""
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if not things or tree.lemmas[verb] != "make":
        return None
    kids = tree.children[things[0]]
    if not {"no", "such"} <= {tree.lows[k] for k in kids}:
        return None
    no = next(k for k in kids if tree.lows[k] == "no")
    cue = (opening(tree, verb), no + 1)
    return hushed(tree, verb, "denied", cue, tree.subtree(things[0], without=[no]))
