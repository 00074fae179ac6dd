"""Who acts and who is acted upon.

"Chad withdrew its troops from Niger" → actors Chad, recipients Niger; in "The king met the president"
both are actors; "The mayor was arrested" has no actor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.extract.events import recipients
from readout.extract.events.errands import counted
from readout.extract.events.lexicon import by_lemma, words
from readout.extract.events.match import Matcher, Trigger
from readout.extract.events.slots import Ids, filled, who

DOCUMENTS = words("documents")
LOCATIVE = ("in", "at", "near", "outside", "inside", "off", "across", "around", "along")
RULING = words("ruling")
PRESS = words("press")
BEING = ("on", "in")
KIND = ("AID", "AGREE")
MEETING_AT = ("for", "in", "during", "at", "after", "on", "following")


@dataclass(frozen=True, slots=True)
class Roles:
    """The ids of the actors and of the recipients, in the order of the text."""

    actors: Ids
    recipients: Ids


def parties(matcher: Matcher, trigger: Trigger, others: Mapping[int, Trigger]) -> Roles:
    """The parties by the slots that the trigger's pattern names; ``others`` are the triggers by word."""
    shape = trigger.entry.parties
    actors = actors_of(matcher, trigger)
    mutual = tuple(id for slot in shape.mutual for id in filled(matcher, trigger, slot))
    received: Ids = ()
    if not (mutual and not shape.recipients):
        received = recipients.recipients_of(matcher, trigger, actors, _others_roles(matcher, others))
    if shape.mutual and len({*actors, *mutual}) == 1 and not received:
        actors = (*actors, *_members(matcher, trigger))
    if trigger.entry.kind == "n" and not actors and len(set(mutual)) == 1:
        actors = _come_for(matcher, trigger)
    actors = tuple(dict.fromkeys((*actors, *mutual)))
    if trigger.entry.kind == "n" and shape.mutual and not actors and not received:
        actors = _both(matcher, trigger)
    received = tuple([id for id in dict.fromkeys(received) if id not in actors])
    states = (*_states(matcher, actors, received), *_home_of(matcher, trigger, actors, received))
    return Roles(actors, tuple(dict.fromkeys((*received, *states))) if received else ())


def _states(matcher: Matcher, actors: Ids, received: Ids) -> Ids:
    """The states that recipients stand for, where they are not named already: the ambassador's."""
    states = [matcher.cast.stood_for(id) for id in received]
    return tuple([s for s in dict.fromkeys(states) if s and s not in received and s not in actors])


def _home_of(matcher: Matcher, trigger: Trigger, actors: Ids, received: Ids) -> Ids:
    """The state of those whom another helps or frees: Peru of "agreed to train 20 Peruvian nurses"."""
    cast = matcher.cast
    if trigger.entry.type not in KIND or len(received) != 1 or cast.ids[received[0]].kind != "group":
        return ()
    state = cast.state_of(received[0]) if cast.ids[received[0]].country else None
    own = cast.states_of(actors)
    return (state,) if state and own and state not in own and state not in received else ()


def _others_roles(matcher: Matcher, others: Mapping[int, Trigger]) -> recipients.Inner:
    def inner(word: int) -> tuple[Ids, Ids] | None:
        act = others.get(word)
        if act is None:
            return None
        told = parties(matcher, act, {})
        return told.recipients, told.actors

    return inner


def actors_of(matcher: Matcher, trigger: Trigger) -> Ids:
    """Those who do it."""
    if trigger.entry.kind != "n":
        found = tuple(id for slot in trigger.entry.parties.actors for id in _doers(matcher, trigger, slot))
        return tuple(dict.fromkeys(found))
    slots = trigger.entry.parties.actors
    if "of" in slots and matcher.slot(trigger.at, "by"):  # "the bombing of the port by unknown men"
        slots = tuple(slot for slot in slots if slot != "of")
    for slot in slots:
        at = matcher.tree.agent(trigger.at) if slot == "subj" else None
        ids = who(matcher, at) if slot == "subj" else filled(matcher, trigger, slot)
        if ids:
            return ids
    if trigger.light is not None and trigger.effect != "undergo":
        return who(matcher, matcher.tree.agent(trigger.light))
    if matcher.tree.kids(trigger.at, "cop") and matcher.tree.preposition(trigger.at) in BEING:
        return who(matcher, matcher.tree.subject(trigger.at))
    return ()


def _doers(matcher: Matcher, trigger: Trigger, slot: str) -> Ids:
    """The doers in a slot; all who act together, and the author of "a letter urging …"."""
    if slot != "subj":
        return filled(matcher, trigger, slot)
    tree, i = matcher.tree, trigger.at
    agent = tree.agent(i)
    if agent is not None and tree.rel(i) == "acl" and tree.lemma(agent) in DOCUMENTS:
        return _authors(matcher, agent)
    if agent is not None and _deed(matcher, agent):
        spots = [k for slot in ("by", "poss", "mod") for k in matcher.slot(agent, slot)]
        return tuple(dict.fromkeys(id for k in spots for id in matcher.cast.who(k, deep=0)))
    found = _no_mere_place(matcher, agent, who(matcher, agent))
    found = _by_name(matcher, agent, found)
    if trigger.entry.parties.mutual and len(found) < 2 and not tree.passive(i):
        beside = [k for k in tree.kids(i, "nsubj") if k < i and k != agent and matcher.cast.at(k)]
        beside = [k for k in beside if not any(w.text == ":" for w in tree.words[k:i])]
        found = tuple(dict.fromkeys((*(id for k in beside for id in who(matcher, k)), *found)))
    if not found and not tree.passive(i) and tree.words[i].deprel not in ("acl", "advcl", "xcomp", "amod"):
        found = _left(matcher, i)
    return found


def _no_mere_place(matcher: Matcher, agent: int | None, found: Ids) -> Ids:
    """The doers, without the state that tells where they are: "youths in Lagos", "a Polish paper"."""
    tree = matcher.tree
    if agent is None or not found or tree.words[agent].xpos == "NNP" or tree.kids(agent, "conj"):
        return found
    if matcher.cast.at(agent) is not None or tree.lemma(agent) in RULING:
        return found
    if tree.lemma(agent) in PRESS:
        return ()
    placed = {id for k in tree.phrases(agent, *LOCATIVE) for id in who(matcher, k)}
    return () if placed and placed >= set(found) else found


def _by_name(matcher: Matcher, agent: int | None, found: Ids) -> Ids:
    """The people whom a description lists: "two senators, Ann Lee and Bob Poe, called on the king"."""
    if agent is None or len(found) != 1 or matcher.cast.ids[found[0]].kind != "group":
        return found
    named = [id for k in matcher.tree.kids(agent, "appos") for id in matcher.cast.who(k, deep=0)]
    several = len(set(named)) > 1 and all(matcher.cast.ids[id].kind == "person" for id in named)
    return tuple(dict.fromkeys(named)) if several else found


def _members(matcher: Matcher, trigger: Trigger) -> Ids:
    """Whose "foreign ministers of Peru and Chile" meet, where the subject stands for one group of them."""
    subject = matcher.tree.agent(trigger.at)
    if subject is None or matcher.tree.words[subject].feats.get("Number") != "Plur":
        return ()
    held = [id for k in matcher.tree.phrases(subject, "of") for id in who(matcher, k)]
    return tuple(held) if len(set(held)) > 1 else ()


def _deed(matcher: Matcher, agent: int) -> bool:
    """Whether the subject tells of violence itself: "the bombing of the port by rebels killed two"."""
    if matcher.tree.words[agent].upos != "NOUN" or matcher.cast.heads(agent) is not None:
        return False
    told = by_lemma().get(("n", matcher.tree.lemma(agent)), ())
    return any(entry.type == "ASSAULT" for entry in told)


def _come_for(matcher: Matcher, trigger: Trigger) -> Ids:
    """The other party of a meeting: who came or is there "for talks with the king", or did so "in a call"."""
    tree, i = matcher.tree, counted(matcher.tree, trigger.at)
    over = tree.words[i].head
    being = over >= 0 and tree.rel(i) in ("obl", "nmod") and bool(tree.kids(over, "cop"))
    if over < 0 or not (being or (tree.rel(i) in ("obl", "obj") and tree.words[over].upos == "VERB")):
        return ()
    if tree.rel(i) != "obj" and tree.preposition(i) not in MEETING_AT:
        return ()
    return who(matcher, tree.agent(over))


def _authors(matcher: Matcher, document: int) -> Ids:
    """Whose resolution, report or letter it is: its owner, or who issues it."""
    tree = matcher.tree
    owner = next(iter(matcher.slot(document, "poss") or matcher.slot(document, "by")), None)
    if owner is not None:
        return who(matcher, owner)
    over = tree.words[document].head
    if over >= 0 and tree.words[over].upos == "VERB" and document in tree.objects(over):
        return who(matcher, tree.agent(over))
    return ()


def _left(matcher: Matcher, i: int) -> Ids:
    """The actors before a verb that the parse left without a subject: "Oslo, May 2 - Peru and Chile met"."""
    tree = matcher.tree
    for j in range(i - 1, max(-1, i - 8), -1):
        word = tree.words[j]
        if word.sentence != tree.words[i].sentence or word.upos in ("VERB", "SCONJ", "CCONJ"):
            return ()
        held = matcher.cast.at(j)
        if held is not None:
            if tree.preposition(j) and tree.rel(j) != "conj":
                return ()
            beside = matcher.cast.at(j - 2) if j > 1 and tree.words[j - 1].text == "and" else None
            return (beside, held) if beside else (held,)
        if word.upos in ("NOUN", "PRON"):
            return ()
    return ()


def _both(matcher: Matcher, trigger: Trigger) -> Ids:
    """Two that the clause is about: "Peru and Chile gave their versions of the gunfight"."""
    tree = matcher.tree
    over = next((j for j in tree.up(trigger.at) if tree.words[j].upos == "VERB"), None)
    if over is None or not any(tree.words[j].text.lower() in ("their", "each") for j in tree.under(over)):
        return ()
    subject = tree.subject(over) if over is not None else None
    if subject is None or len(tree.joined(subject)) < 2:
        return ()
    return who(matcher, subject)
