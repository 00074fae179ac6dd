"""Whom an act concerns where its own clause is silent: told by the acts before it.

"Ukraine extended its sanctions on Belarus. Lithuania lifted those sanctions" → Belarus, twice;
"Sweden pledged 90 million kronor to Nepal. Finland will add 4 million euros" → Nepal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids

THINGS = ("SANCTION", "CONCEDE", "RETREAT", "COERCE", "AID", "COOPERATE")
SAME = frozenset({"those", "these", "that", "this", "such", "the"})
STATES = ("country", "government")
GIFTS = ("AID", "AGREE")
HOSTILE = ("SANCTION", "THREATEN", "ACCUSE", "COERCE", "ASSAULT", "MOBILIZE")
ANSWERING = words("answering")
NEAR = 1
FAR = 8


@dataclass(frozen=True, slots=True)
class Told:
    """An act told already: its trigger and its parties."""

    trigger: Trigger
    roles: Roles


def concerned(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Those whom the topic of the sentence or an earlier act names, by the first way that finds any."""
    ids = (
        topic(scene, trigger)
        or _same_thing(scene, trigger, told)
        or _answered_deed(scene, trigger, roles, told)
        or _further_gift(scene, trigger, told)
        or _opponent(scene, trigger, roles, told)
    )
    return tuple(id for id in ids if id not in roles.actors)


def topic(scene: Scene, trigger: Trigger) -> Ids:
    """The country that the sentence opens with: "On Haiti, the bank has agreed to release the grant"."""
    tree = scene.tree
    if trigger.entry.type not in GIFTS or trigger.entry.kind != "v":
        return ()
    first = tree.sentences[tree.words[trigger.at].sentence][0]
    if tree.words[first].text.lower() not in ("on", "for") or not 0 <= tree.words[first].head < trigger.at:
        return ()
    id = scene.cast.heads(tree.words[first].head)
    return (id,) if id and scene.cast.ids[id].kind in STATES else ()


def _same_thing(scene: Scene, trigger: Trigger, told: Sequence[Told]) -> Ids:
    """Whom the same measure was told of before: "lifted those sanctions"."""
    tree = scene.tree
    if trigger.entry.type not in THINGS or trigger.entry.kind != "v":
        return ()
    things = [k for k in tree.objects(trigger.at) if tree.words[k].upos == "NOUN"]
    lemmas = {
        tree.lemma(k) for k in things if SAME & {tree.words[d].text.lower() for d in tree.kids(k, "det")}
    }
    if not lemmas:
        return ()
    for act in reversed(told):
        if act.roles.recipients and lemmas & {tree.lemma(k) for k in (act.trigger.at, *act.trigger.parts)}:
            return act.roles.recipients
    return ()


def _answered_deed(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Who did what is paid back: "Peru raised its duties on Chile. Chile may retaliate"."""
    if scene.tree.lemma(trigger.at) not in ANSWERING or trigger.entry.kind != "v":
        return ()
    own = _states(scene, roles.actors)
    for act in reversed(told):
        if act.roles.actors and own & _states(scene, act.roles.recipients):
            return act.roles.actors
    return ()


def _further_gift(scene: Scene, trigger: Trigger, told: Sequence[Told]) -> Ids:
    """Whom the gift just told goes to, where another gives more: "Finland will add 4 million euros"."""
    tree = scene.tree
    if trigger.entry.type not in GIFTS or trigger.entry.kind != "v" or trigger.entry.parties.mutual:
        return ()
    before = next((act for act in reversed(told) if act.trigger.entry.type in GIFTS), None)
    if before is None or tree.words[trigger.at].sentence - tree.words[before.trigger.at].sentence > NEAR:
        return ()
    if not scene.setting.how_much(trigger):
        return ()
    return tuple(id for id in before.roles.recipients if scene.cast.ids[id].kind in STATES)


def _opponent(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The other state of a quarrel, for a state that threatens or recalls its envoy without a name."""
    if trigger.entry.type not in ("SANCTION", "THREATEN") or trigger.entry.kind != "v":
        return ()
    own = _states(scene, roles.actors)
    if len(own) != 1:
        return ()
    for act in reversed(told[-FAR:]):
        if act.trigger.entry.type in HOSTILE:
            sides = _states(scene, act.roles.actors), _states(scene, act.roles.recipients)
            for here, there in (sides, sides[::-1]):
                if own & here and len(there) == 1 and not own & there:
                    return tuple(there)
    return ()


def _states(scene: Scene, ids: Ids) -> set[str]:
    """The states that actors belong to; of those without a country none."""
    cast = scene.cast
    return {state for id in ids if cast.ids[id].country and (state := cast.state_of(id))}
