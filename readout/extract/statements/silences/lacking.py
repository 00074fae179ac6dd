"""Silences told by what there is none of: "devoid of any mention", "could not be reached for comment"."""

from __future__ import annotations

from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import asked, elsewhere, hushed, of_whom, timed
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree

OF = {"of", "to", "from", "about", "on", "over", "regarding", "concerning", "for"}
WANTED = {"comment", "response", "reaction", "interview", "reply", "remark"}


def void(tree: Tree, adjective: int) -> Draft | None:
    """ "The speech was devoid of any reference to the strike", "The note is free of threats"."""
    things = [k for k in tree.kids(adjective, "obl", "nmod") if tree.marked(k) & {"of", "from"}]
    cops = tree.kids(adjective, "cop")
    if not cops or not things or tree.negated(adjective) is not None or not of_document(tree, adjective):
        return None
    held, end = _of_it(tree, things[0])
    return hushed(tree, adjective, "not said", (min(cops), end), held)


def scant(tree: Tree, adjective: int) -> Draft | None:
    """ "The release was short on details about the pipeline", "The premier was light on specifics"."""
    things = [k for k in tree.kids(adjective, "obl") if tree.marked(k) & {"on", "in"}]
    things = [k for k in things if {tree.lemmas[k], tree.lows[k]} & words("not_said", "details")]
    cops = tree.kids(adjective, "cop")
    if not cops or not things or tree.negated(adjective) is not None:
        return None
    held, end = _of_it(tree, things[0])
    return hushed(tree, adjective, "not said", (min(cops), end), held)


def _of_it(tree: Tree, noun: int) -> tuple[list[int], int]:
    """What a noun of speech is about, and where the cue ends: "any reference to [the strike]"."""
    known = words("not_said", "nouns") | words("not_said", "details")
    below = [k for k in tree.kids(noun, "nmod", "acl") if tree.marked(k) & OF and k > noun]
    if below and {tree.lemmas[noun], tree.lows[noun]} & known:
        case = min(tree.kids(below[0], "case", "mark"))
        return tree.subtree(below[0], without=[case]), case + 1
    cases = tree.kids(noun, "case")
    return tree.subtree(noun, without=cases), max(cases, default=noun - 1) + 1


def unreached(tree: Tree, verb: int) -> Draft | None:
    """ "The consul could not be reached for comment on the visas": of whom it is told."""
    if tree.lemmas[verb] not in words("not_said", "reaching") or not tree.passive(verb):
        return None
    return _out_of_reach(tree, verb) if tree.negated(verb) is not None else None


def unavailable(tree: Tree, adjective: int) -> Draft | None:
    """ "The bishop was not available for comment", "was unavailable for an interview"."""
    nobody = tree.negated(adjective) is not None
    if nobody is not (tree.lows[adjective] == "available"):
        return None
    return _out_of_reach(tree, adjective) if tree.kids(adjective, "cop") else None


def _out_of_reach(tree: Tree, at: int) -> Draft | None:
    wanted = [k for k in tree.kids(at, "obl", "nmod") if "for" in tree.marked(k) and tree.lemmas[k] in WANTED]
    wanted += [
        k for k in tree.kids(at, "xcomp", "advcl") if tree.lemmas[k] == "comment" and "to" in tree.marked(k)
    ]
    subject = tree.subject(at)
    span = phrase(tree, subject) if subject is not None else None
    who = of_whom(tree, (span, subject)) if span and subject is not None else None
    if not wanted or who is None:
        return None
    topic = [k for k in tree.kids(wanted[0], "nmod", "obl") if tree.marked(k) & {"on", "about", "regarding"}]
    topic = [k for k in topic if not timed(tree, k)]
    cases = tree.kids(topic[0] if topic else wanted[0], "case", "mark")
    held = tree.subtree(topic[0] if topic else wanted[0], without=cases)
    held = elsewhere(tree, held) if topic else asked(tree, at) or [wanted[0]]
    first = min([at, *tree.auxiliaries(at), *tree.kids(at, "cop")])
    end = min(cases, default=at) if held[0] > at else at + 1
    return Draft(ranges(held), (first, end), at, *who, said="not said", confidence=0.8)


def unable(tree: Tree, adjective: int) -> Draft | None:
    """ "Officials were unable to say how he had escaped", "to give a figure": not known, and so not said."""
    acts = [k for k in tree.kids(adjective, "xcomp", "advcl", "ccomp") if k > adjective]
    acts = [k for k in acts if "to" in tree.marked(k)]
    if not acts or tree.negated(adjective) is not None:
        return None
    act, first = acts[0], min([adjective, *tree.kids(adjective, "cop", "aux")])
    held: list[int] = []
    if tree.lemmas[act] in words("not_said", "asking"):
        below = [k for k in tree.kids(act, "ccomp", "advcl", "obj", "obl") if k > act]
        asking = [k for k in below if any(tree.lows[i] in QUESTIONS for i in tree.subtree(k)[:2])]
        held = [i for i in tree.subtree(asking[0]) if i > act] if asking else []
    if not held and tree.lemmas[act] in words("not_said", "giving"):
        details = words("not_said", "details")
        things = [k for k in tree.kids(act, "obj") if {tree.lemmas[k], tree.lows[k]} & details]
        held = [i for i in tree.subtree(things[0]) if i > act] if things else []
        tails = [k for k in tree.kids(act, "obl") if held and k > held[-1] and tree.marked(k) & OF]
        held += tree.subtree(tails[0]) if tails and tree.subtree(tails[0])[0] == held[-1] + 1 else []
    return hushed(tree, adjective, "not said", (first, act + 1), held) if held else None


def matched(tree: Tree, verb: int, thing: int) -> bool:
    """ "had no answer to her serve": could not match it."""
    to = [
        k
        for k in (*tree.kids(thing, "nmod"), *tree.kids(verb, "obl"))
        if "to" in tree.marked(k) and k > thing
    ]
    told = words("not_said", "queries") | words("not_said", "dodged")
    return tree.lemmas[thing] == "answer" and any(tree.lemmas[kid] not in told for kid in to)
