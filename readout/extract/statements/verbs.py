"""Cue verbs on the parse: every verb that reports speech, with its content, source and addressee."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from readout.extract.statements.asides import around, asking_at, inquires
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.frames import FRAMES
from readout.extract.statements.heard import heard_from
from readout.extract.statements.lexicon import Cue, cues, listed, words
from readout.extract.statements.speakers import CALLING, phrase, speaker
from readout.extract.statements.things import held_for
from readout.extract.statements.tree import Tree
from readout.extract.tree import once
from readout.model.analysis import Range
from readout.model.swift import replace

MODALS = {"would", "could", "might", "may", "must", "should", "can", "shall", "'d", "’d"} | {
    "will",
    "'ll",
    "’ll",
    "wo",
}
QUOTES = {"“", "”", '"', "''", "``", "‘", "«", "»", "„"}
PLAIN = 0.65
"""How sure a plain object is what was said: "underlined the need for calm"."""
WEAK = {"obj", "about", "for"}
"""Frames that many verbs stand in without reporting speech."""
TALKING = {"complain", "boast"}
"""Verbs that with "about" and "of" tell what was said: "complained twice about the noise"."""
UNREAL = {"if", "unless", "whether"}
ONWARD = {"go", "continue", "begin", "start", "proceed", "come", "hasten", "like", "be"}


def verb_drafts(tree: Tree) -> Iterator[Draft]:
    """A draft for each cue verb that has a content in one of its frames."""
    for index in tree.telling(_heads()):
        upos = tree.words[index].upos
        if upos in VERBAL or tree.rels[index] == "root" or tree.lemmas[index] in SUPPOSED:
            yield from verb_draft(tree, index)


VERBAL = ("VERB", "AUX")


@cache
def _heads() -> frozenset[str]:
    """The first words of all cues, with the verbs of what is supposed: no other word begins a draft."""
    return frozenset(lemma.partition(" ")[0] for lemma in cues()) | SUPPOSED


@cache
def _phrased() -> frozenset[str]:
    """The verbs that with another word are a cue of their own: "call on"."""
    return frozenset(lemma.partition(" ")[0] for lemma in cues() if " " in lemma)


def verb_draft(tree: Tree, verb: int) -> Iterator[Draft]:
    """The draft of one verb, if it is a cue: "Orr told Ruiz that …"."""
    cue = cue_at(tree, verb)
    if cue is None or tree.negated(verb) is not None or cue.lemma in words("denied", "verbs"):
        if special := _said_to(tree, verb) or heard_from(tree, verb):
            yield special
        return
    if (
        asking_at(tree, verb)
        or "without" in tree.marked(verb)
        or held_for(tree, verb)
        or inquires(tree, verb)
    ):
        return
    special = _said_to(tree, verb) or _cleft(tree, verb, cue)
    if special:
        yield special
        return
    written = cue.act == "promise" and _by_letter(tree, verb)
    for name, frame in FRAMES.items():
        by_letter = written and name == "obj"
        found = frame(tree, verb) if by_letter or name in cue.frames or name == "clause" else None
        if found is None or not found[0]:
            continue
        if by_letter:
            draft = _draft(tree, verb, cue, *found, strong=True)
            last = max(i for i in tree.subtree(verb) if tree.words[i].upos != "PUNCT")
            yield replace(draft, contents=((draft.first, max(last + 1, draft.contents[-1][1])),))
            return
        if name not in cue.frames and not _quoted(tree, found[0]) and not around(tree, verb):
            continue
        strong = name not in WEAK or " " in cue.lemma or (name == "obj" and cue.act == "request")
        strong = strong or (name == "about" and (found[1] is not None or cue.lemma in TALKING))
        yield _draft(tree, verb, cue, *found, strong=strong)
        return


def _by_letter(tree: Tree, verb: int) -> bool:
    """Whether a promise was made in writing or in a speech: "In a letter to Oslo, Lima offered 3 boats"."""
    return any(
        "in" in tree.marked(kid)
        and tree.lemmas[kid] in words("media", "documents") | words("media", "occasions")
        for kid in tree.kids(verb, "obl")
    )


def _quoted(tree: Tree, content: list[int]) -> bool:
    """Whether a content has quotation marks about it: what a verb like "continue" needs to be a cue."""
    first, last = max(content[0] - 1, 0), min(content[-1] + 2, len(tree.words))
    return any(tree.words[index].text in QUOTES for index in range(first, last))


@once
def cue_at(tree: Tree, verb: int) -> Cue | None:
    """The lexicon's entry for a verb with its particle, preposition or complement."""
    if tree.words[verb].upos not in ("VERB", "AUX") and tree.rels[verb] != "root":
        return None
    lemma = tree.lemmas[verb]
    for tail in _tails(tree, verb) if lemma in _phrased() else ():
        found = cues().get(f"{lemma} {tail}")
        if found:
            return found
    return cues().get(lemma) if tree.words[verb].upos == "VERB" else None


def _tails(tree: Tree, verb: int) -> Iterator[str]:
    for kid in tree.children[verb]:
        if kid < verb:
            continue
        relation = tree.rels[kid]
        if relation == "compound" or (
            relation in ("xcomp", "advmod") and tree.lows[kid] in ("clear", "plain", "known", "on")
        ):
            yield tree.lows[kid]
        if relation in ("obl", "advcl") or (relation == "xcomp" and tree.words[kid].xpos == "VBG"):
            yield from (mark for mark in tree.marked(kid) if mark in LED)
            if "to" in tree.marked(kid):  # "appealed to donors for patience", "for" hung from "donors"
                yield from ("for" for deep in tree.kids(kid, "nmod") if "for" in tree.marked(deep))


def _unsigned(tree: Tree, verb: int, person: int | None) -> bool:
    """Whether a passive tells a speech of nobody's: "They were told …", "…, it was announced"."""
    if not tree.passive(verb):
        return False
    subject = tree.kids(verb, "nsubj")
    it = bool(subject) and tree.lows[subject[0]] == "it"
    return person is not None or (it and tree.rels[verb] == "parataxis")


LED = ("on", "for", "upon", "of", "to")
"""The prepositions that make another verb of one: "call on", "speak of", "admit to"."""


def _draft(tree: Tree, verb: int, cue: Cue, content: list[int], person: int | None, *, strong: bool) -> Draft:
    who = speaker(tree, verb)
    if who and who[1] in content:
        who = None
    span = cue_span(tree, verb, cue.lemma)
    held = [index for index in content if not span[0] <= index < span[1]]
    joined = [i for i in held if tree.rels[i] == "conj" and tree.joined_above(i) == verb and cue_at(tree, i)]
    if joined:  # "urged both to wait and deplored the delay"
        second = {i for at in joined for i in tree.subtree(at)}
        held = [i for i in held if i not in second]
    if who:
        opens = (
            who[0][0] if tree.lows[who[0][0]] == "who" else -1
        )  # "“I ran,” said Orr, who claims to own it"
        held = [index for index in held if not who[0][0] <= index < who[0][1] and index > opens]
    told = _told(tree, span[1], held) if person is None and cue.lemma in TELLING else None
    held = [index for index in held if not told or not told[0] <= index < told[1]]
    draft = Draft(
        contents=ranges(held),
        cue=span,
        verb=verb,
        source=who[0] if who else None,
        source_head=who[1] if who else None,
        addressee=_beside(_addressee(tree, person), person, span) or told,
        hedge=hedge_of(tree, verb),
        act=cue.act,
        confidence=0.7 if strong and (who or _unsigned(tree, verb, person)) else 0.5,
    )
    if not real(tree, verb):
        return replace(draft, inner=True, confidence=0.4)
    return draft if strong else replace(draft, confidence=PLAIN if who else 0.4)


def _told(tree: Tree, after: int, content: list[int]) -> Range | None:
    """Who stands between "told" and what they were told, however the parse hangs them: "told her the …"."""
    first = next((index for index in content if index >= after), after)
    following = tree.lows[after] if after < len(tree.words) else ""
    if first == after and len(content) > 3 and following in OBJECTS:
        return after, after + 1
    if first == after and (name := _named_first(tree, after, content)):
        return name
    gap = range(after, first)
    nominal = [i for i in gap if tree.words[i].upos in ("NOUN", "PROPN", "PRON")]
    plain = all(tree.words[i].upos not in ("VERB", "PUNCT", "ADP") for i in gap)
    return (after, first) if nominal and plain and len(gap) <= 6 else None


def _named_first(tree: Tree, after: int, content: list[int]) -> Range | None:
    """Whoever the parse took into the clause: "told [Egypt] it would begin"."""
    if after >= len(tree.words):
        return None
    top = after
    while top in content and tree.words[top].head in content and tree.rels[top] in NOMINAL:
        top = tree.words[top].head
    clause = tree.words[top].head
    held = tree.subtree(top)
    if clause not in content or tree.rels[top] not in ASTRAY or held[-1] + 1 >= len(tree.words):
        return None
    opens = {held[-1] + 1, held[-1] + 1 + (tree.lows[held[-1] + 1] == "that")}
    following = [kid for kid in tree.kids(clause, "nsubj") if kid != top and tree.subtree(kid)[0] in opens]
    return (after, held[-1] + 1) if following and held[0] == after and not tree.marked(top) else None


ASTRAY = {"obj", "iobj", "obl", "nsubj", "dislocated", "vocative"}
NOMINAL = {"det", "compound", "flat", "amod", "nummod"}
TELLING = {"tell", "assure", "inform", "remind", "notify"}
OBJECTS = {"me", "him", "her", "us", "them", "you"}


def _beside(span: Range | None, head: int | None, cue: Range) -> Range | None:
    """A phrase on one side of its cue: the parse may hang the speaker from whoever is told."""
    if span is None or head is None or not span[0] < cue[1] <= span[1]:
        return span
    return (cue[1], span[1]) if head >= cue[1] else (span[0], cue[0]) if span[0] < cue[0] else span


def _addressee(tree: Tree, person: int | None) -> Range | None:
    """Who is spoken to, without what they are to do: "called on all parties" of "… to stop"."""
    if person is None or (tree.lows[person] == "it" and not _was_told(tree, person)):
        return None
    todo = {kid for kid in tree.kids(person, "acl") if "to" in tree.marked(kid)}
    return phrase(tree, person, without=todo)


def _was_told(tree: Tree, it: int) -> bool:
    """ "It was assured by the bank that …": somebody told somebody."""
    verb = tree.words[it].head
    return it < verb and tree.passive(verb) and tree.agent(verb) is not None


@once
def real(tree: Tree, verb: int) -> bool:
    """Whether it was said: not "would say", "if she says", "wanted to say"."""
    if any(tree.lows[aux] in MODALS for aux in tree.auxiliaries(verb)):
        return False
    marks = tree.marked(verb)
    if marks & UNREAL:
        return False
    head = tree.words[verb].head
    hangs = "to" in marks and not _confined(tree, verb)
    if hangs and head >= 0 and tree.lemmas[head] in ("claim", "profess") and "have" in _helpers(tree, verb):
        return real(tree, head)
    if hangs and head >= 0 and tree.lemmas[head] in CALLING and tree.rels[verb] == "advcl":
        return real(tree, head)
    return not hangs or (head >= 0 and tree.lemmas[head] in ONWARD and real(tree, head))


def _confined(tree: Tree, verb: int) -> bool:
    """Whether it is all that was said: "confined itself to saying that …", "limited herself to noting …"."""
    above = tree.words[verb].head
    return tree.words[verb].xpos == "VBG" and above >= 0 and tree.lemmas[above] in CONFINING


CONFINING = {"confine", "limit", "restrict"}


def cue_span(tree: Tree, verb: int, lemma: str) -> Range:
    """The verb with the auxiliaries and adverbs before it, the particle after it: "has also made clear"."""
    first, last = verb, verb + 1
    while (
        first - 1 in tree.children[verb]
        and tree.rels[first - 1] in ("aux", "advmod")
        and not _hedges(tree, first - 1)
    ):
        first -= 1
    for part in lemma.split()[1:]:
        near = [i for i in range(last, min(last + 3, len(tree.words))) if tree.lows[i] == part]
        last = near[0] + 1 if near else last
    return first, last


def hedge_of(tree: Tree, verb: int) -> Range | None:
    """The adverb that doubts that it was said: "reportedly told"."""
    for kid in tree.kids(verb, "advmod"):
        if _hedges(tree, kid):
            return kid, kid + 1
    return None


def _hedges(tree: Tree, index: int) -> bool:
    return tree.lows[index] in listed("hedges")


def _said_to(tree: Tree, verb: int) -> Draft | None:
    """ "two were said to have swum there": the subject is part of what was said."""
    if tree.lemmas[verb] not in SUPPOSED or not tree.passive(verb):
        return None
    comps = [kid for kid in tree.kids(verb, "xcomp", "ccomp") if "to" in tree.marked(kid)]
    subjects = tree.kids(verb, "nsubj")
    if not comps or not subjects:
        return None
    if tree.negated(verb) is None and (own := _said_by(tree, verb, comps[0], subjects[0])):
        return own
    if tree.lemmas[verb] not in REPUTED:
        return None
    who = speaker(tree, verb)
    agent = tree.agent(verb)
    cut = set(tree.subtree(agent)) if who and agent is not None else set()
    held = sorted({*tree.subtree(subjects[0]), *tree.subtree(comps[0])} - cut)
    span = cue_span(tree, verb, tree.lemmas[verb])
    return Draft(
        contents=ranges([i for i in held if not span[0] <= i < span[1]]),
        cue=span,
        verb=verb,
        source=who[0] if who else None,
        source_head=who[1] if who else None,
        hedge=None if who else span,
        confidence=0.7,
    )


def _said_by(tree: Tree, verb: int, act: int, subject: int) -> Draft | None:
    """ "The envoy is understood to have demanded it": the envoy's words, doubted by "is understood"."""
    cue, span = cue_at(tree, act), phrase(tree, subject)
    heard = tree.lemmas[verb] == "hear"
    if cue is None or span is None or tree.agent(verb) is not None:
        return None
    if not heard and "have" not in _helpers(tree, act):
        return None
    for name, frame in FRAMES.items():
        found = frame(tree, act) if name in cue.frames else None
        if found and found[0]:
            outer = cue_span(tree, verb, tree.lemmas[verb])
            first, last = outer[0], cue_span(tree, act, cue.lemma)[1]
            return Draft(
                contents=ranges([i for i in found[0] if not first <= i < last]),
                cue=(first, last),
                verb=verb,
                source=span,
                source_head=subject,
                addressee=_addressee(tree, found[1]),
                hedge=None if heard else outer,
                act=cue.act,
                confidence=0.8,
            )
    return None


def _helpers(tree: Tree, verb: int) -> set[str]:
    return {tree.lemmas[kid] for kid in tree.auxiliaries(verb)}


def _cleft(tree: Tree, verb: int, cue: Cue) -> Draft | None:
    """ "All she can say is that it sank", "What I said still stands: we pay": what the colon brings."""
    what = tree.words[verb].head
    if tree.words[verb].deprel != "acl:relcl" or what < 0 or tree.lows[what] not in ("what", "all"):
        return None
    last = tree.sentence(verb)[1]
    start = next((i for i in range(verb + 1, last - 1) if _begins(tree, i)), None)
    who = speaker(tree, verb)
    if start is None or not who:
        return None
    colon = tree.words[start].text == ":"
    above = _above(tree, start + 1 if colon else start)
    end = last - 1 if colon else max((i for i in tree.subtree(above) if i < last), default=start)
    person = [kid for kid in tree.kids(verb, "iobj") if kid > verb]
    return Draft(
        contents=((start + 1 if colon else start, end + 1),),
        addressee=_addressee(tree, person[0] if person else None),
        cue=(verb, verb + 1),
        verb=verb,
        source=who[0],
        source_head=who[1],
        act=cue.act,
        confidence=0.7,
    )


def _begins(tree: Tree, index: int) -> bool:
    word = tree.lows[index]
    return word == ":" or (word == "that" and tree.lemmas[index - 1] == "be")


def _above(tree: Tree, index: int) -> int:
    return tree.words[index].head if tree.words[index].head > index else index


REPUTED = {"say", "report", "allege", "claim", "rumor", "rumour"}
THOUGHT = {"hear", "learn", "understand", "believe", "think", "know", "assume", "suppose", "reckon"}
SUPPOSED = REPUTED | THOUGHT
