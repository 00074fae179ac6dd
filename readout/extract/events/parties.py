"""Who acts and who is acted upon.

"Chad withdrew its troops from Niger" → actors Chad, recipients Niger; in "The king met the president"
both are actors; "The mayor was arrested" has no actor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.extract.events.match import Matcher, Trigger

Ids = tuple[str, ...]
SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT")
JUDGING = ("ACCUSE", "REJECT", "SUPPORT")
TOWARDS = ("against", "to", "on", "into", "from", "with", "of", "over", "for", "toward", "towards", "at")
LOCATED = ("AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION")
ONWARD = ("to", "from", "with", "on", "against", "into", "in", "for", "at", "of")


@dataclass(frozen=True, slots=True)
class Roles:
    """The ids of the actors and of the recipients, in the order of the text."""

    actors: Ids
    recipients: Ids


def parties(matcher: Matcher, trigger: Trigger, others: Mapping[int, Trigger]) -> Roles:
    """The parties by the slots that the trigger's pattern names; ``others`` are the triggers by word."""
    shape = trigger.entry.parties
    actors = _actors(matcher, trigger)
    mutual = [id for slot in shape.mutual for id in _slot(matcher, trigger, slot)]
    recipients: Ids = _deed_of(matcher, trigger) if trigger.entry.type in JUDGING else ()
    for slot in shape.recipients if not recipients else ():
        recipients = tuple(id for id in _slot(matcher, trigger, slot) if id not in actors)
        if recipients:
            break
    if trigger.effect == "undergo" and trigger.light is not None and not recipients:
        recipients = _who(matcher, matcher.tree.agent(trigger.light))
    open_slot = trigger.entry.type in ("REQUEST", "ACCUSE") and _named(matcher, trigger)
    if (
        not recipients
        and not mutual
        and not open_slot
        and trigger.entry.type in SPOKEN
        and trigger.entry.kind != "n"
    ):
        recipients = _addressed(matcher, trigger, others)
    if not recipients and not mutual and not open_slot and shape.recipients:
        recipients = _around(matcher, trigger, actors)
    actors = tuple(dict.fromkeys((*actors, *mutual)))
    if trigger.entry.kind == "n" and shape.mutual and not actors and not recipients:
        actors = _both(matcher, trigger)
    return Roles(actors, tuple(id for id in dict.fromkeys(recipients) if id not in actors))


def _both(matcher: Matcher, trigger: Trigger) -> Ids:
    """Two that the clause is about: "Peru and Chile gave their versions of the gunfight"."""
    tree = matcher.tree
    over = next((j for j in tree.up(trigger.at) if tree.words[j].upos == "VERB"), None)
    subject = tree.subject(over) if over is not None else None
    if subject is None or len(tree.joined(subject)) < 2:
        return ()
    return matcher.cast.who(subject)


def _actors(matcher: Matcher, trigger: Trigger) -> Ids:
    if trigger.entry.kind != "n":
        found = [id for slot in trigger.entry.parties.actors for id in _slot(matcher, trigger, slot)]
        return tuple(dict.fromkeys(found))
    for slot in trigger.entry.parties.actors:
        ids = (
            _who(matcher, matcher.tree.agent(trigger.at)) if slot == "subj" else _slot(matcher, trigger, slot)
        )
        if ids:
            return ids
    if trigger.light is not None and trigger.effect != "undergo":
        return _who(matcher, matcher.tree.agent(trigger.light))
    return ()


def _slot(matcher: Matcher, trigger: Trigger, slot: str) -> Ids:
    """The actors in a slot of the trigger, of the noun that completes it, or of its light verb."""
    places = [trigger.at]
    if slot not in ("subj", "obj", "poss", "mod", "iobj"):
        places += list(trigger.parts)
        patient = matcher.tree.patient(trigger.at) if trigger.entry.kind == "v" else None
        places += [patient] if patient is not None else []
    if trigger.light is not None and slot not in ("poss", "mod", "of", "obj"):
        places.append(trigger.light)
    found: list[str] = []
    for place in dict.fromkeys(places):
        for head in matcher.slot(place, slot):
            if head not in trigger.parts or slot == "obj":
                found.extend(matcher.cast.who(head, deep=slot != "mod"))
    return tuple(dict.fromkeys(found))


def _who(matcher: Matcher, head: int | None) -> Ids:
    return () if head is None else matcher.cast.who(head)


def _around(matcher: Matcher, trigger: Trigger, actors: Ids) -> Ids:
    """Whom the phrases of the act name, where its usual places hold nobody: "seized a ship of Peru"."""
    slots = (*TOWARDS, "in") if trigger.entry.type in LOCATED else TOWARDS
    for slot in slots:
        ids = tuple(id for id in _slot(matcher, trigger, slot) if id not in actors)
        if ids:
            return ids
    return ()


def _named(matcher: Matcher, trigger: Trigger) -> bool:
    """Whether a slot of recipients is filled, though by nobody known ("called on both parties")."""
    slots = [s for s in trigger.entry.parties.recipients if s not in ("obj", "for", "of")]
    heads = [h for slot in slots for h in matcher.slot(trigger.at, slot)]
    heads += [h for h in matcher.tree.objects(trigger.at) if matcher.tree.words[h].upos == "PRON"]
    return bool(heads)


def _deed_of(matcher: Matcher, trigger: Trigger) -> Ids:
    """Whose deed is judged in "Peru sold the ships, which Chile protested": that of the clause before."""
    tree = matcher.tree
    loose = any(
        tree.words[k].text.lower() == "which" for k in tree.children(trigger.at, "obj", "nsubj", "obl")
    )
    if not loose:
        return ()
    over = next((j for j in tree.up(trigger.at) if tree.words[j].upos == "VERB"), None)
    actors = _actors(matcher, trigger)
    return () if over is None else tuple(id for id in _who(matcher, tree.agent(over)) if id not in actors)


def _addressed(matcher: Matcher, trigger: Trigger, others: Mapping[int, Trigger]) -> Ids:
    """Whom a promise, demand or threat concerns: those that the act promised or asked for concerns."""
    tree, actors = matcher.tree, _actors(matcher, trigger)
    below = list(tree.children(trigger.at, "xcomp", "ccomp", "advcl"))
    below += [k for j in tree.children(trigger.at, "obj") for k in tree.children(j, "acl")]
    for clause in below:
        subject = tree.child(clause, "nsubj")
        asked = _who(matcher, subject)
        act = others.get(clause)
        told = parties(matcher, act, {}) if act is not None else None
        named = (*told.recipients, *told.actors) if told else _spoken_of(matcher, clause)
        ids = tuple(id for id in (*asked, *named) if id not in actors)
        if ids:
            return ids
    return ()


def _spoken_of(matcher: Matcher, clause: int) -> Ids:
    """The nearest actors that a clause is about, its phrases before its object."""
    tree = matcher.tree
    patient = tree.patient(clause)
    spots = [clause, *([patient] if patient is not None else []), *tree.children(clause, "xcomp")]
    heads = [*tree.children(clause, "iobj"), *(k for s in spots for p in ONWARD for k in matcher.slot(s, p))]
    heads += [patient] if patient is not None else []
    return next((ids for head in heads if (ids := matcher.cast.who(head))), ())
