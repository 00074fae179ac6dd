"""Who would not say: "declined to comment", "would not be drawn on", "would neither confirm nor deny"."""

from __future__ import annotations

from functools import cache

from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import (
    DRAWN,
    asked,
    asked_first,
    hushed,
    matter,
    opening,
    phrasal,
)
from readout.extract.statements.silences.idioms import worded
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at, cue_span
from readout.model.analysis import Range
from readout.model.statement import Said

INTO = {"go into", "get into"}
REFUSING = {"would", "will", "wo", "'ll", "’ll", "'d", "’d", "can", "ca", "cannot"}
GRANTING = {
    "confirm",
    "admit",
    "endorse",
    "accept",
    "embrace",
    "affirm",
    "acknowledge",
    "own",
    "claim",
    "support",
    "defend",
    "welcome",
}
CONTESTING = {
    "deny",
    "disown",
    "reject",
    "dispute",
    "repudiate",
    "refute",
    "condemn",
    "disavow",
    "dismiss",
    "contest",
    "criticize",
    "criticise",
}
"""What somebody does neither of who takes no side: "neither endorsed nor disowned the report"."""


def declined(tree: Tree, verb: int) -> Draft | None:
    """ "declined to say whether", "would not comment on", "is not going to discuss"."""
    lemma = tree.lemmas[verb]
    if lemma in words("declined", "unwilling"):
        acts = [
            kid for kid in tree.kids(verb, "xcomp", "advcl", "ccomp") if kid > verb and _speaks(tree, kid)
        ]
        return _refusal(tree, verb, acts[0], opening(tree, verb)) if acts else None
    if lemma in words("declined", "verbs"):
        acts = [kid for kid in tree.kids(verb, "xcomp", "advcl") if kid > verb and _speaks(tree, kid)]
        acts = acts or _later(tree, verb)
        start = cue_span(tree, verb, lemma)[0]
        return _refusal(tree, verb, acts[0], start) if acts else _no_comment(tree, verb, start)
    if lemma == "go" and tree.negated(verb) is not None:
        acts = [kid for kid in tree.kids(verb, "xcomp") if _speaks(tree, kid)]
        if acts:
            return _refusal(tree, verb, acts[0], opening(tree, verb))
    if lemma in GRANTING and any(tree.lows[kid] == "neither" for kid in tree.children[verb]):
        return _neither(tree, verb)
    if lemma in ("wish", "want", "care") and tree.negated(verb) is not None:
        acts = [kid for kid in tree.kids(verb, "xcomp", "advcl") if kid > verb and _speaks(tree, kid)]
        return _refusal(tree, verb, acts[0], opening(tree, verb)) if acts else None
    if tree.negated(verb) is not None and unwilling(tree, verb) and _speaks(tree, verb) and lemma != "deny":
        if not_able(tree, verb):
            return None
        return _refusal(tree, verb, verb, opening(tree, verb))
    return None


def _later(tree: Tree, verb: int) -> list[int]:
    """The act of a refusal that an adverb keeps from it: "refused point-blank [to discuss] the wedding"."""
    last = min(verb + 6, tree.sentence(verb)[1] - 1)
    to = next((i for i in range(verb + 2, last) if tree.lows[i] == "to"), None)
    if to is None or any(
        tree.words[i].upos in THINGS and tree.lows[i] not in FLAT for i in range(verb + 1, to)
    ):
        return []
    return [to + 1] if tree.words[to + 1].xpos == "VB" and _speaks(tree, to + 1) else []


THINGS = {"NOUN", "PROPN", "PRON", "VERB"}
FLAT = {"point", "blank", "point-blank", "flat"}


def not_able(tree: Tree, verb: int) -> bool:
    """Whether it is beyond somebody, not refused: "cannot tell truth from lies", "can't even answer"."""
    aux = {tree.lows[kid] for kid in tree.auxiliaries(verb)}
    if not aux & {"can", "ca", "cannot"}:
        return False
    lemma, things = tree.lemmas[verb], [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if any(tree.lows[kid] == "even" for kid in tree.kids(verb, "advmod")):
        return True
    if any(tree.lows[kid] in ("you", "one") for kid in tree.kids(verb, "nsubj")):
        return True
    if lemma == "tell":
        return bool(things) and not tree.kids(verb, "iobj") and not any(_told(tree, kid) for kid in things)
    if lemma in ("talk", "speak"):
        return not any(
            tree.marked(kid) & {"on", "about", "for", "to", "of"} for kid in tree.kids(verb, "obl")
        )
    return lemma == "name" and any(
        tree.lows[i] in ("a", "any", "his", "her", "their", "my", "our", "your", "one")
        for kid in things
        for i in tree.subtree(kid)[:1]
    )


def at_liberty(tree: Tree, noun: int) -> Draft | None:
    """ "She was not at liberty to say who had paid", "He was in no position to comment"."""
    below = tree.kids(noun, "acl", "xcomp", "advcl", "csubj")
    acts = [kid for kid in below if kid > noun and _speaks(tree, kid)]
    cops = tree.kids(noun, "cop")
    if not acts or not cops or tree.negated(noun) is None:
        return None
    if fronted := asked_first(tree, noun):
        return hushed(tree, noun, "declined", (min(cops), acts[0] + 1), tree.subtree(fronted[0]))
    return _refusal(tree, noun, acts[0], min(cops))


def evaded(tree: Tree, verb: int) -> Draft | None:
    """ "Asked about the fine, she changed the subject": no answer."""
    if tree.lemmas[verb] == "change":
        if not {tree.lemmas[kid] for kid in tree.kids(verb, "obj")} & {"subject", "topic"}:
            return None
    elif not {tree.lemmas[verb], phrasal(tree, verb)} & _evading() or tree.kids(verb, "obj"):
        return None
    about = asked(tree, verb)
    last = max([verb, *tree.kids(verb, "obj", "compound")])
    if not about or _answers(tree, verb):
        return None
    demurs = {tree.lemmas[verb], phrasal(tree, verb)} & words("declined", "demurring")
    said: Said = "declined" if demurs else "not said"
    return hushed(tree, verb, said, (opening(tree, verb), last + 1), about)


@cache
def _evading() -> frozenset[str]:
    return words("declined", "evading") | words("declined", "demurring")


def _answers(tree: Tree, verb: int) -> bool:
    """Whether words come with it after all: "Asked about the fine, she laughed and said it was paid"."""
    beside = [
        *tree.kids(verb, "conj", "parataxis", "ccomp"),
        *([tree.words[verb].head] * _joined(tree, verb)),
    ]
    return any(at >= 0 and cue_at(tree, at) is not None and tree.negated(at) is None for at in beside)


def _joined(tree: Tree, verb: int) -> bool:
    return tree.rels[verb] in ("conj", "parataxis", "ccomp")


def unwilling(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "would" or "will": "would give no figure" refuses one."""
    return any(tree.lows[aux] in REFUSING for aux in tree.auxiliaries(verb))


def _speaks(tree: Tree, act: int) -> bool:
    """Whether what is refused is speech: "to comment", "to be drawn on", "to give a date", not "to sign"."""
    lemma, full = tree.lemmas[act], phrasal(tree, act)
    if tree.kids(act, "aux:pass"):
        further = {tree.lows[k] for k in tree.kids(act, "advmod")} & {"further", "more"}
        drawn = lemma in DRAWN and bool(tree.kids(act, "obl", "advcl") or further)
        return drawn or lemma == "interview"
    if lemma == "commit":
        return bool(tree.kids(act, "obl")) and not tree.kids(act, "obj")
    if lemma in DRAWN or not {lemma, full} & words("declined", "speech"):
        return False
    if full in INTO:
        return in_words(tree, act)
    if lemma == "answer" and any(
        tree.lemmas[kid] in words("not_said", "doors") for kid in tree.kids(act, "obj")
    ):
        return False  # "refused to answer the door"
    if lemma in words("declined", "objects"):
        return any(_told(tree, kid) for kid in tree.kids(act, "obj"))
    return True


def in_words(tree: Tree, act: int) -> bool:
    """Whether what one will not go into can be told: "who paid", "the reasons", no water and no car."""
    last = tree.sentence(act)[1]
    head = next((i for i in range(act + 2, last) if tree.words[i].upos not in ("DET", "ADJ", "ADV")), act)
    wonders = any(tree.lows[i] in QUESTIONS for i in range(act + 2, min(act + 4, last)))
    return wonders or tree.lows[head] in ("that", "this", "it") or worded(tree, head)


def _told(tree: Tree, thing: int) -> bool:
    return bool({tree.lemmas[thing], tree.lows[thing]} & words("declined", "told"))


def _no_comment(tree: Tree, verb: int, first: int) -> Draft | None:
    """ "declined comment on the crash"."""
    things = [kid for kid in tree.kids(verb, "obj") if tree.lemmas[kid] in words("declined", "nouns")]
    if not things:
        return _uninvited(tree, verb, first)
    if not verb < things[0] <= verb + 2:
        return None
    topics = [kid for head in (things[0], verb) for kid in tree.kids(head, "nmod", "obl") if kid > things[0]]
    topics = [kid for kid in topics if tree.marked(kid) & {"on", "about", "regarding"}]
    if not topics:
        return hushed(tree, verb, "declined", (first, verb + 1), asked(tree, verb) or [things[0]])
    case = min(tree.kids(topics[0], "case"))
    return hushed(tree, verb, "declined", (first, case + 1), tree.subtree(topics[0], without=[case]))


def _uninvited(tree: Tree, verb: int, first: int) -> Draft | None:
    """ "declined an invitation to respond": to speak, not to dinner."""
    for kid in tree.kids(verb, "obj"):
        asked_to = tree.lemmas[kid] in ("invitation", "chance", "opportunity", "offer") and kid > verb
        if asked_to and any(_speaks(tree, act) for act in tree.kids(kid, "acl")):
            return hushed(tree, verb, "declined", (first, verb + 1), tree.subtree(kid))
    return None


def _neither(tree: Tree, verb: int) -> Draft | None:
    """ "would neither confirm nor deny that": both verbs are the cue."""
    pair = [kid for kid in tree.kids(verb, "conj") if tree.lemmas[kid] in CONTESTING]
    if not pair and tree.lemmas[verb] not in ("confirm", "admit"):
        return None
    about = (matter(tree, pair[0])[0] if pair else []) or matter(tree, verb)[0]
    first = min(opening(tree, verb), *(k for k in tree.children[verb] if tree.lows[k] == "neither"))
    held = [index for index in about if index > verb and index not in pair]
    last = (pair or [verb])[0] + 1
    return hushed(tree, verb, "declined", (first, last), held or asked(tree, verb))


def _refusal(tree: Tree, verb: int, act: int, first: int) -> Draft | None:
    if tree.lemmas[act] == "interview":
        return hushed(tree, verb, "declined", (first, verb + 1), [i for i in tree.subtree(act) if i > verb])
    if tree.lemmas[act] in DRAWN and tree.lows[act + 1] in ("on", "about", "over", "into"):
        held = [i for i in tree.subtree(act) if i > act + 1]  # "would not be drawn on which of them it was"
        return hushed(tree, verb, "declined", (first, act + 2), held)
    about, preposition = matter(tree, act)
    if not about and act + 1 < len(tree.lows) and tree.lows[act + 1] == "into":
        about, preposition = _after_into(tree, act)
    about = [index for index in about if index > first] if preposition else about
    plain = len(about) == 1 and tree.lows[about[0]] in ("one", "any", "it", "that", "so")
    if not about or (plain and (asked(tree, act) or asked(tree, verb))):
        return _bare(tree, verb, act, first)
    end = preposition[1] if preposition and preposition[0] == act + 1 else act + 1
    if tree.kids(act, "compound") and min(about) == act + 2:
        end = act + 2
    return hushed(tree, verb, "declined", (first, end), about)


def _after_into(tree: Tree, act: int) -> tuple[list[int], Range]:
    """What follows "into", wherever the parse hung it: "not going to get into [how many remain]"."""
    last = tree.sentence(act)[1]
    end = next((i for i in range(act + 2, last) if tree.words[i].upos == "PUNCT"), last)
    return list(range(act + 2, end)), (act + 1, act + 2)


def _bare(tree: Tree, verb: int, act: int, first: int) -> Draft | None:
    """A refusal that does not say of what: of what was asked before, else "to comment" is all there is."""
    no = tree.negated(verb)
    if no is not None and tree.lows[no] == "never":
        return None
    about = asked(tree, act) or asked(tree, verb)
    if about:
        return hushed(tree, verb, "declined", (first, act + 1), about)
    marks = tree.kids(act, "mark")
    return hushed(tree, verb, "declined", (first, marks[0] if marks else act), [*marks, act])
