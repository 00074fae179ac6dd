"""The actors that stand in a slot of a trigger: its subject, its object, "against", "to" …"""

from __future__ import annotations

from readout.extract.events.match import Matcher, Trigger

Ids = tuple[str, ...]
VAGUE = ("of", "for", "from", "in", "at", "over")
OWN = ("subj", "obj", "poss", "mod", "iobj")


def filled(matcher: Matcher, trigger: Trigger, slot: str, owners: bool = False) -> Ids:
    """The actors in a slot of the trigger, of the noun that completes it, or of its light verb.

    With ``owners`` a group that has one comes with it: "seized two of Mrs. Pak's companies".
    """
    places = [trigger.at]
    if slot not in OWN:
        if not matcher.says(trigger.at, slot):
            return ()
        places += list(trigger.parts)
        patient = matcher.tree.patient(trigger.at) if trigger.entry.kind == "v" else None
        places += [patient] if patient is not None else []
    if trigger.light is not None and slot not in ("poss", "mod", "of", "obj"):
        places.append(trigger.light)
    found: list[str] = []
    for place in dict.fromkeys(places):
        heads = matcher.slot(place, slot)
        if slot == "obj" and not heads:
            heads = matcher.tree.kids(place, "iobj") or _completing(matcher, trigger)
        for head in heads:
            if slot in VAGUE and trigger.entry.kind == "v" and matcher.tree.words[head].upos == "VERB":
                continue
            if (
                head not in trigger.parts
                or slot == "obj"
                or any(n.slot == f"@{slot}" for n in trigger.entry.needs)
            ):
                ids = matcher.cast.who(head, deep=slot != "mod")
                found.extend((*ids, *_owners(matcher, head, ids)) if owners else ids)
    return tuple(dict.fromkeys(found))


def _completing(matcher: Matcher, trigger: Trigger) -> list[int]:
    """The noun that a particle stands before as if it were its preposition: "called in the envoy"."""
    words = matcher.tree.words
    return [k for k in trigger.parts if words[k].head == trigger.at and words[k].upos in ("NOUN", "PROPN")]


def _owners(matcher: Matcher, head: int, ids: Ids) -> Ids:
    """Whose group it is: of "two of Mrs. Pak's companies" Mrs. Pak."""
    tree, cast = matcher.tree, matcher.cast
    if not ids or any(cast.ids[id].kind != "group" for id in ids):
        return ()
    spots = [head, *tree.phrases(head, "of")]
    held = [k for spot in spots for k in tree.kids(spot, "nmod:poss") if tree.words[k].upos == "PROPN"]
    return tuple(id for k in held for id in cast.who(k))


def who(matcher: Matcher, head: int | None) -> Ids:
    """The actors that a phrase stands for; none for no phrase."""
    return () if head is None else matcher.cast.who(head)
