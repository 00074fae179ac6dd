"""Silences told by what is done to words or to whoever waits for them: "withheld it", "left us guessing"."""

from __future__ import annotations

from functools import cache

from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import asked, hushed, matter, opening, timed
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import real
from readout.model.statement import Said

TOPICS = {"about", "on", "over", "regarding", "concerning"}
AWAY = {"from", "off"}
PARTICLES = {"off", "down", "away", "aside", "over", "out"}
NEAR = 6


def reticent(tree: Tree, verb: int) -> Draft | None:
    """ "withheld the names", "kept us in the dark about it", "refrained from comment", "ignored us"."""
    if tree.lemmas[verb] not in _first_words() and "away" not in tree.lows[verb + 2 : verb + NEAR]:
        return None
    if not real(tree, verb) or tree.negated(verb) is not None or tree.marked(verb):
        return None
    if tree.passive(verb):
        return _turned_down(tree, verb)
    return (
        _withheld(tree, verb)
        or _brushed(tree, verb)
        or _in_the_dark(tree, verb)
        or _steered(tree, verb)
        or _refrained(tree, verb)
    )


@cache
def _first_words() -> frozenset[str]:
    """The verbs that begin these silences, but for those with "away"."""
    lists = words("not_said", "withholding"), words("not_said", "unheeding"), words("declined", "rebuffing")
    return frozenset(entry.partition(" ")[0] for held in lists for entry in held) | HUSHING


HUSHING = {"keep", "leave", "refrain", "abstain", "shrink", "forbear"}


def chosen(tree: Tree, verb: int) -> Draft | None:
    """ "chose not to comment on the leak", "preferred not to say who": a refusal."""
    if tree.lemmas[verb] not in words("declined", "choosing") or not real(tree, verb):
        return None
    acts = [k for k in tree.kids(verb, "xcomp", "ccomp", "advcl") if k > verb and tree.negated(k) is not None]
    acts = [k for k in acts if tree.lemmas[k] in words("declined", "speech")]
    if not acts:
        return None
    about, preposition = matter(tree, acts[0])
    end = preposition[1] if preposition and preposition[0] == acts[0] + 1 else acts[0] + 1
    held = about or asked(tree, verb) or [acts[0]]
    return hushed(tree, verb, "declined", (opening(tree, verb), end if about else acts[0]), held)


def unmet(tree: Tree, verb: int) -> Draft | None:
    """ "has not responded to questions about the delay", "did not answer a question on it": of what it is."""
    if tree.lemmas[verb] not in words("not_said", "bare") or tree.negated(verb) is None or tree.passive(verb):
        return None
    queries = words("not_said", "queries")
    below = (verb, *tree.kids(verb, "advcl"))  # "responded to [written questions]" may read as a verb
    things = [
        k for at in below for k in tree.kids(at, "obl", "obj") if k > verb and tree.lemmas[k] in queries
    ]
    if not things or things[0] > verb + NEAR:
        return None
    start = min([tree.negated(verb) or verb, *tree.auxiliaries(verb)])
    end = things[0] + 1
    topic = end < len(tree.words) and tree.lows[end] in TOPICS
    return _topic_after(tree, verb, things[0], first=start) if topic else None


def _things(tree: Tree, verb: int, kind: str) -> list[int]:
    found = [kid for kid in tree.kids(verb, "obj", "obl") if kid > verb and not tree.marked(kid) - PARTICLES]
    return [kid for kid in found if {tree.lemmas[kid], tree.lows[kid]} & words("not_said", kind)]


def _withheld(tree: Tree, verb: int) -> Draft | None:
    """ "withheld the names of the witnesses"."""
    if tree.lemmas[verb] not in words("not_said", "withholding") or tree.words[verb].xpos == "VBG":
        return None
    things = _things(tree, verb, "details")
    return (
        hushed(tree, verb, "not said", (opening(tree, verb), verb + 1), tree.subtree(things[0]))
        if things
        else None
    )


def _names(tree: Tree, verb: int) -> tuple[list[str], set[str]]:
    """The particle of a verb, and the verb without it and with it: "shrugged off"."""
    after = tree.lows[verb + 1] if verb + 1 < len(tree.words) else ""
    parts = [after] if after in PARTICLES else []
    return parts, {tree.lemmas[verb], " ".join([tree.lemmas[verb], *parts])}


def _brushed(tree: Tree, verb: int) -> Draft | None:
    """ "ignored a question about the vote", "turned down a request for an interview"."""
    parts, names = _names(tree, verb)
    unheard = names & words("not_said", "unheeding")
    refused = names & words("declined", "rebuffing")
    things = _things(tree, verb, "queries") if unheard or refused else []
    things = things or (_things(tree, verb, "demands") if unheard else [])
    if not things or not _of_words(tree, things[0]):
        return None
    said: Said = "declined" if refused else "not said"
    last = verb + 1 + len(parts)
    return hushed(tree, verb, said, (opening(tree, verb), last), tree.subtree(things[0]))


def _turned_down(tree: Tree, verb: int) -> Draft | None:
    """ "Requests for an interview were turned down", "His questions were ignored"."""
    parts, names = _names(tree, verb)
    subject = [k for k in tree.kids(verb, "nsubj") if tree.lemmas[k] in words("not_said", "queries")]
    refused = names & words("declined", "rebuffing")
    if not subject or not (refused or names & words("not_said", "unheeding")):
        return None
    sought = [k for k in tree.kids(subject[0], "nmod", "acl") if tree.marked(k) & {"for", *TOPICS}]
    if not sought or not _of_words(tree, subject[0]):
        return None
    agent = tree.agent(verb)
    span = phrase(tree, agent) if agent is not None else None
    cut = tree.kids(sought[0], "case", "mark")
    held = [i for i in tree.subtree(sought[0], without=cut) if i < verb]
    said: Said = "declined" if refused else "not said"
    cue = (opening(tree, verb), verb + 1 + len(parts))
    return Draft(ranges(held), cue, verb, span, agent if span else None, said=said, confidence=0.7)


def _of_words(tree: Tree, query: int) -> bool:
    """Whether what is asked for is an answer: a question, a request for an interview, not for a permit."""
    if tree.lemmas[query] not in {"request", "inquiry", "enquiry"} | words("not_said", "demands"):
        return True
    wanted = {"interview", "comment", "statement", "answer", "reply", "response"} | words(
        "not_said", "details"
    )
    return any(tree.lemmas[i] in wanted for i in tree.subtree(query) if i != query)


def _in_the_dark(tree: Tree, verb: int) -> Draft | None:
    """ "kept its clients in the dark about the losses", "left reporters guessing about the date"."""
    if tree.lemmas[verb] not in ("keep", "leave") or not tree.kids(verb, "obj"):
        return None
    last = min(verb + 8, tree.sentence(verb)[1] - 1)
    ends = [i for i in range(verb + 2, last) if _dark(tree, i)]
    return _topic_after(tree, verb, ends[0]) if ends else None


def _dark(tree: Tree, index: int) -> bool:
    dark = tree.lows[index] == "dark" and tree.lows[index - 1] == "the"
    return dark or tree.lows[index] in ("guessing", "wondering")


def _steered(tree: Tree, verb: int) -> Draft | None:
    """ "steered the conversation away from her brother's debts"."""
    last = min(verb + NEAR, tree.sentence(verb)[1] - 2)
    away = [i for i in range(verb + 2, last) if tree.lows[i] == "away" and tree.lows[i + 1] in AWAY]
    return _topic_after(tree, verb, away[0], AWAY) if away and _things(tree, verb, "talks") else None


def _refrained(tree: Tree, verb: int) -> Draft | None:
    """ "refrained from comment on the border incident", "abstained from any mention of it"."""
    if tree.lemmas[verb] not in ("refrain", "abstain", "shrink", "forbear"):
        return None
    nouns = [
        k for k in tree.kids(verb, "obl", "obj") if tree.lemmas[k] in words("not_said", "nouns") and k > verb
    ]
    return (
        _topic_after(tree, verb, nouns[0], TOPICS | {"of", "to"}) if nouns and nouns[0] < verb + 5 else None
    )


def _topic_after(
    tree: Tree, verb: int, at: int, markers: set[str] = TOPICS, first: int | None = None
) -> Draft | None:
    """The silence on what follows "about": to the end of the phrase that hangs from there."""
    last = tree.sentence(verb)[1]
    start = at + 1
    if start + 1 < last and tree.lows[start] == "as" and tree.lows[start + 1] == "to":
        start += 1
    elif start >= last or tree.lows[start] not in markers:
        asking = start < last and tree.lows[start] in QUESTIONS
        start = at if asking else last
    head = start + 1
    while start < head < last and start < tree.words[head].head < last and tree.words[head].head != verb:
        head = tree.words[head].head
    if start + 1 >= last or head >= last or timed(tree, head):
        return None
    held = [i for i in tree.subtree(head) if i > start]
    begins = opening(tree, verb) if first is None else first
    return hushed(tree, verb, "not said", (begins, start + 1), held) if held else None
