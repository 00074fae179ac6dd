"""The actors that stand in a slot of a trigger: its subject, its object, "against", "to" …"""

from __future__ import annotations

from readout.extract.events.match import Matcher, Trigger

Ids = tuple[str, ...]
OWN = ("subj", "obj", "poss", "mod", "iobj")


def filled(matcher: Matcher, trigger: Trigger, slot: str) -> Ids:
    """The actors in a slot of the trigger, of the noun that completes it, or of its light verb."""
    places = [trigger.at]
    if slot not in OWN:
        places += list(trigger.parts)
        patient = matcher.tree.patient(trigger.at) if trigger.entry.kind == "v" else None
        places += [patient] if patient is not None else []
    if trigger.light is not None and slot not in ("poss", "mod", "of", "obj"):
        places.append(trigger.light)
    found: list[str] = []
    for place in dict.fromkeys(places):
        heads = matcher.slot(place, slot)
        if slot == "obj" and not heads:
            heads = matcher.tree.kids(place, "iobj")
        for head in heads:
            if head not in trigger.parts or slot == "obj":
                found.extend(matcher.cast.who(head, deep=slot != "mod"))
    return tuple(dict.fromkeys(found))


def who(matcher: Matcher, head: int | None) -> Ids:
    """The actors that a phrase stands for; none for no phrase."""
    return () if head is None else matcher.cast.who(head)
