"""What was left out: "failed to mention the fire", "omitted it", "steered clear of it", "left it open"."""

from __future__ import annotations

from functools import cache

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.silences.hush import asks, hushed, matter, opening, phrasal, timed
from readout.extract.statements.silences.idioms import in_speech, worded
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_span, real
from readout.model.analysis import Range


def failed(tree: Tree, verb: int) -> Draft | None:
    """ "failed to mention the fire", "avoided naming the bank", "stopped short of condemning the raid"."""
    if tree.lemmas[verb] not in words("not_said", "failing") or tree.negated(verb) is not None:
        return None
    spoken = words("not_said", "verbs") | words("not_said", "speaking")
    below = [
        deep for at in (verb, *tree.kids(verb, "advmod", "xcomp")) for deep in tree.kids(at, *COMPLEMENTS)
    ]
    called = words("not_said", "calls")
    acts = [
        kid
        for kid in below
        if kid > verb and {tree.lemmas[kid], phrasal(tree, kid)} & spoken and tree.words[kid].upos == "VERB"
    ] or [
        kid
        for kid in below
        if tree.lemmas[kid] == "return" and {tree.lemmas[k] for k in tree.kids(kid, "obj")} & called
    ]
    if not acts and real(tree, verb) and tree.lemmas[verb] == "stop":
        return _short_of(tree, verb)
    if not acts or not real(tree, verb):
        return None
    first, act = cue_span(tree, verb, tree.lemmas[verb])[0], acts[0]
    about, preposition = matter(tree, act)
    mute = tree.lemmas[act] == "return" or {tree.lemmas[act], phrasal(tree, act)} & (
        words("not_said", "verbs") | {"say"}
    )
    if not about or not mute or tree.lemmas[act] in words("not_said", "judging"):
        held = [i for i in tree.subtree(act) if i >= act]
        marks = [k for k in tree.kids(act, "mark", "case") if k < act]
        return hushed(tree, verb, "not said", (first, max(marks, default=verb) + 1), held)
    end = preposition[1] if preposition and preposition[0] == act + 1 else act + 1
    return hushed(tree, verb, "not said", (first, end), about)


def _short_of(tree: Tree, verb: int) -> Draft | None:
    """ "stopped short of an apology", "stopped well short of a pledge to stay"."""
    last = min(verb + 5, tree.sentence(verb)[1])
    of = next((i for i in range(verb + 2, last) if tree.lows[i - 1 : i + 1] == ("short", "of")), None)
    noun = tree.words[of].head if of is not None else -1
    if of is None or noun < of or tree.lemmas[noun] not in _spoken():
        return None
    held = [i for i in tree.subtree(noun) if i > of]
    return hushed(tree, verb, "not said", (opening(tree, verb), of + 1), held)


@cache
def _spoken() -> frozenset[str]:
    spoken = words("not_said", "laid") | words("not_said", "nouns") | words("denied", "claims")
    return spoken | frozenset(
        {"endorsement", "accusation", "denial", "guarantee", "declaration", "recognition"}
    )


COMPLEMENTS = ("xcomp", "advcl", "obj", "ccomp", "obl")


def omitted(tree: Tree, verb: int) -> Draft | None:
    """ "omitted the second leak", "left out the prices", "steered clear of the quarrel"."""
    full = phrasal(tree, verb)
    found: set[str] = {tree.lemmas[verb], full} & words("not_said", "alone")
    if tree.lemmas[verb] in words("not_said", "skipping") and (of_document(tree, verb) or press(tree, verb)):
        found = {tree.lemmas[verb]}
    if not found or tree.negated(verb) is not None or tree.passive(verb) or not real(tree, verb):
        return None
    things = [kid for kid in tree.kids(verb, "obj", "obl") if kid > verb and not tree.marked(kid)]
    if things and found & words("not_said", "dodging"):
        if asking := _askers(tree, verb, things[0]):
            return hushed(tree, verb, "not said", (opening(tree, verb), asking[0]), asking)
        of_words = worded(tree, things[0]) or in_speech(tree, verb) or of_document(tree, verb)
        if tree.lemmas[things[0]] in words("not_said", "nouns") - {"word", "line"}:
            return None  # "avoided any mention of it": read from the noun
        held = _to_topic(tree, verb, tree.subtree(things[0]))
        if things[1:] and tree.subtree(things[1])[0] == held[-1] + 1:  # "the word “war”"
            held = [*held, *tree.subtree(things[1])]
        return hushed(tree, verb, "not said", _cue(tree, verb, full, held), held) if of_words else None
    if not (found & {"omit", "sidestep"} or _could_say(tree, verb, things)):
        return None
    if things and not found & {"steer clear", "shy away"}:
        held = tree.subtree(things[0])
        return hushed(tree, verb, "not said", _cue(tree, verb, full, held), held)
    if not found & {"steer clear", "shy away"}:
        return None
    return _away_from(tree, verb)


def press(tree: Tree, verb: int) -> bool:
    """Whether a newspaper or a broadcaster does it: "State television ignored the march"."""
    subject = tree.subject(verb)
    if subject is None:
        return False
    beside = {tree.lemmas[kid] for kid in tree.kids(subject, "flat", "compound", "appos")}
    beside.add(tree.lows[subject - 1] if tree.words[subject].upos == "PROPN" else "")
    return not words("not_said", "press").isdisjoint(beside | {tree.lemmas[subject]})


def _askers(tree: Tree, verb: int, thing: int) -> list[int]:
    """What they asked who are brushed off: "brushed off reporters who asked about [the coup]"."""
    asks = [k for k in tree.kids(thing, "acl") if tree.lemmas[k] in words("declined", "asked")]
    return [i for i in matter(tree, asks[0])[0] if i > asks[0]] if asks else []


def _could_say(tree: Tree, verb: int, things: list[int]) -> bool:
    """Whether who leaves a thing out might have said it: a text or an official, no plan and no rescuers."""
    subject = tree.subject(verb)
    if subject is None or of_document(tree, verb) or in_speech(tree, verb):
        return True
    if tree.lows[subject] in ("he", "she", "who") or tree.words[subject].upos == "PROPN":
        return True
    singular = tree.words[subject].xpos == "NN" and tree.lemmas[subject] not in listed("lifeless")
    if singular and tree.lemmas[subject].endswith(("er", "or", "man", "woman", "ist")):
        return True
    return tree.lemmas[subject] in listed("audiences") or any(worded(tree, kid) for kid in things)


def _cue(tree: Tree, verb: int, full: str, held: list[int]) -> Range:
    """The verb with its particle, unless that stands behind what was left out: "left the dam out"."""
    span = cue_span(tree, verb, full)
    return span if span[1] <= held[0] else (span[0], verb + 1)


def _to_topic(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """A question with what it is on, be that hung from the verb: "dodged [questions on the cost]"."""
    tails = [kid for kid in tree.kids(verb, "obl") if tree.marked(kid) & {"on", "about", "over", "regarding"}]
    tail = next((more for kid in tails if (more := tree.subtree(kid))[0] == held[-1] + 1), [])
    return held if tail and timed(tree, tails[0]) else [*held, *tail]


def left_open(tree: Tree, verb: int) -> Draft | None:
    """ "left open whether it would sell", "left without an answer the question of who paid"."""
    if tree.lemmas[verb] != "leave" or tree.negated(verb) is not None or tree.passive(verb):
        return None
    things = [kid for kid in tree.kids(verb, "obj", "ccomp", "advcl") if kid > verb]
    things += [deep for kid in tree.kids(verb, "xcomp") for deep in tree.kids(kid, "ccomp", "advcl", "obj")]
    unsaid = tree.lows[verb + 1] in words("not_said", "unsaid") - {"unclear", "unnamed", "undefined"}
    questions = [
        k for k in things if unsaid or tree.lemmas[k] in words("not_said", "dodged") or asks(tree, k)
    ]
    if not questions:
        return None
    held = tree.subtree(questions[0])
    between = [tree.lows[i] for i in range(verb + 1, held[0])]
    if between[:1] == ["it"]:
        between = between[1:]
    bare = (unsaid and len(between) == 1) or between in (["open"], ["unanswered"], ["unsaid"], ["unclear"])
    without = between[:1] == ["without"] and bool({"answer", "reply", "response", "comment"} & {*between})
    return hushed(tree, verb, "not said", (opening(tree, verb), held[0]), held) if bare or without else None


def _away_from(tree: Tree, verb: int) -> Draft | None:
    """ "steered clear of [the quarrel]", wherever the parse hangs the preposition."""
    last = min(verb + 5, tree.sentence(verb)[1])
    case = next((i for i in range(verb + 1, last) if tree.lows[i] in ("of", "from")), None)
    head = tree.words[case].head if case is not None else -1
    if case is None or head <= case:
        return None
    held = [i for i in tree.subtree(head) if i > case]
    return hushed(tree, verb, "not said", (opening(tree, verb), case + 1), held)
