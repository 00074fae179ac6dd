"""Whom an act concerns where its own clause is silent: told by the acts before it.

"Ukraine extended its sanctions on Belarus. Lithuania lifted those sanctions" → Belarus, twice;
"Sweden pledged 90 million kronor to Nepal. Finland will add 4 million euros" → Nepal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readout.extract.events.cast import Cast
from readout.extract.events.gifts import (
    MOSTLY,
    NEAR,
    OFTEN,
    SOON,
    further_gift,
    to_the_needy,
    topic,
)
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.recipients import named
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids

THINGS = ("SANCTION", "CONCEDE", "RETREAT", "COERCE", "AID", "COOPERATE")
SAME = frozenset({"those", "these", "that", "this", "such", "the"})
GRANTED = ("AID", "AGREE", "COOPERATE", "CONCEDE")
HOSTILE = ("SANCTION", "THREATEN", "ACCUSE", "COERCE", "ASSAULT", "MOBILIZE")
DEALING = (*HOSTILE, "REQUEST", "REJECT", "CONSULT", "AGREE", "CONCEDE", "RETREAT")
DEALT = ("SANCTION", "THREATEN", "ACCUSE", "REQUEST", "REJECT", "AGREE", "CONCEDE")
OPPOSING = ("SANCTION", "THREATEN", "MOBILIZE")
PROTESTING = frozenset({"protest", "object", "complain"})
PUT = frozenset({"apologise", "apologize", "demand"})
CARRIED = ("AID", "SANCTION", "COERCE", "ASSAULT", "CONCEDE", "MOBILIZE")
STATELY = ("country", "government", "person")
MEDIATING = words("mediating")
ANSWERING = words("answering")
REPLYING = words("replying")
FAR = 8
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An act told already: its trigger and its parties."""

    cast: Cast
    trigger: Trigger
    roles: Roles

    @property
    def doers(self) -> frozenset[str]:
        """The states that act."""
        return self.cast.states_of(self.roles.actors)

    @property
    def others(self) -> frozenset[str]:
        """The states acted upon."""
        return self.cast.states_of(self.roles.recipients)


def concerned(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Those whom the topic of the sentence or an earlier act names, by the first way that finds any."""
    ids = (
        topic(scene, trigger)
        or _protested(scene, trigger, roles, told)
        or _same_thing(scene, trigger, told)
        or _answered_deed(scene, trigger, roles, told)
        or above(scene, trigger, told)
        or to_the_needy(scene, trigger, roles, told)
        or further_gift(scene, trigger, roles, told)
        or spoken_with(scene, trigger, roles, told)
        or _opponent(scene, trigger, roles, told)
        or _contracted(scene, trigger, roles, told)
        or _other_side(scene, trigger, roles, told)
        or _between(scene, trigger, roles, told)
        or _in_question(scene, trigger, roles, told)
    )
    return tuple(id for id in ids if id not in roles.actors)


def _protested(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Whose deed it is that a third protests at: "Peru expelled the nuns. Spain protested"."""
    tree, i = scene.tree, trigger.at
    if (
        tree.lemma(i) not in PROTESTING
        or trigger.entry.kind != "v"
        or tree.kids(i, "obl", "ccomp", "obj", "xcomp")
    ):
        return ()
    own = scene.cast.states_of(roles.actors)
    for act in reversed(told):
        if tree.words[i].sentence - tree.words[act.trigger.at].sentence > NEAR or act.doers & own:
            return ()
        if act.trigger.entry.type in HOSTILE and act.doers:
            return tuple(act.doers) if own and len(act.doers) == 1 else ()
    return ()


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


def above(scene: Scene, trigger: Trigger, told: Sequence[Told]) -> Ids:
    """Whom the promise or threat above names, for what it promises: "offered Peru to lend two boats"."""
    tree = scene.tree
    if trigger.entry.type not in CARRIED or tree.rel(trigger.at) != "xcomp":
        return ()
    over = tree.words[trigger.at].head
    held = (
        a for a in reversed(told) if a.trigger.at == over and a.trigger.entry.type in ("AGREE", "THREATEN")
    )
    return next((act.roles.recipients for act in held), ())


def _answered_deed(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Who did what is paid back: "Peru raised its duties on Chile. Chile may retaliate"."""
    if trigger.entry.kind != "v":
        return ()
    own = scene.cast.states_of(roles.actors)
    if scene.tree.lemma(trigger.at) in ANSWERING:
        met = (act for act in reversed(told) if act.roles.actors and own & act.others)
    elif any(scene.tree.lemma(k) in REPLYING for k in scene.tree.phrases(trigger.at, "in")):
        near = scene.tree.words[trigger.at].sentence - NEAR
        met = (
            act
            for act in reversed(told)
            if act.doers and not own & act.doers and scene.tree.words[act.trigger.at].sentence >= near
        )
    else:
        return ()
    return next((act.roles.actors for act in met), ())


def spoken_with(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The other party of the meeting just told: "The envoy met the king. He asked for a truce"."""
    if trigger.entry.type not in ("REQUEST", "AGREE") or trigger.entry.kind != "v" or len(roles.actors) != 1:
        return ()
    if named(scene.matcher, trigger):
        return ()
    if trigger.entry.type == "AGREE" and (teller := _told_by(scene, trigger, roles.actors[0])):
        return (teller,)
    words = scene.tree.words
    met = [
        (pair, words[act.trigger.at].sentence)
        for act in told
        if act.trigger.entry.type == "CONSULT"
        and len(pair := {*act.roles.actors, *act.roles.recipients}) == ENOUGH
        and roles.actors[0] in pair
    ]
    if not met or (trigger.entry.type == "AGREE" and scene.cast.ids[roles.actors[0]].kind != "person"):
        return ()
    gap = words[trigger.at].sentence - met[-1][1]
    same = all(pair == met[-1][0] for pair, _ in met)
    return tuple(met[-1][0] - {roles.actors[0]}) if gap <= NEAR or (same and gap <= FAR) else ()


def _told_by(scene: Scene, trigger: Trigger, actor: str) -> str | None:
    """Who told somebody something just before he promises: "The king told Soto of it. Soto promised …"."""
    start = scene.tree.words[scene.tree.sentences[scene.tree.words[trigger.at].sentence][0]].start
    before = [s for s in scene.statements if s.content and s.content[0].start < start]
    last = max(before, key=lambda s: s.content[-1].end, default=None)
    if last is None or last.addressee is None or last.addressee.actor != actor or last.source is None:
        return None
    near = scene.tree.words[trigger.at].sentence - NEAR
    return (
        last.source.actor
        if last.content[-1].end >= scene.tree.words[scene.tree.sentences[near][0]].start
        else None
    )


def _contracted(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The other of two states that just signed: "Peru and Chile signed a pact. Peru will lend ships"."""
    if trigger.entry.type not in GRANTED or trigger.entry.kind != "v" or trigger.entry.parties.mutual:
        return ()
    own = scene.cast.states_of(roles.actors)
    here = scene.tree.words[trigger.at].sentence
    for act in reversed(told if len(own) == 1 else ()):
        if here - scene.tree.words[act.trigger.at].sentence > SOON:
            return ()
        both = act.doers | act.others
        mutual = act.trigger.entry.parties.mutual and act.trigger.entry.type in ("AGREE", "CONSULT")
        if mutual and own & both and len(both) > 1:
            return tuple(both - own) if len(both) == ENOUGH else ()
    return ()


def _opponent(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The other state of a quarrel, for a state that threatens, recalls its envoy, says sorry or demands."""
    put = scene.tree.lemma(trigger.at) in PUT and not named(scene.matcher, trigger)
    if (trigger.entry.type not in OPPOSING and not put) or trigger.entry.kind != "v":
        return ()
    own = scene.cast.states_of(roles.actors)
    if len(own) != 1:
        return ()
    for act in reversed(told[-FAR:]):
        if act.trigger.entry.type in HOSTILE:
            for here, there in ((act.doers, act.others), (act.others, act.doers)):
                if own & here and len(there) == 1 and not own & there:
                    return tuple(there)
    return ()


def _other_side(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The other state, where all dealings told so far were between the same two; spoken of nearby."""
    if trigger.entry.type not in DEALT or trigger.entry.kind != "v" or trigger.entry.parties.mutual:
        return ()
    own = scene.cast.states_of(roles.actors)
    if len(own) != 1 or any(scene.cast.ids[id].kind not in STATELY for id in roles.actors):
        return ()
    dealings = [act.doers | act.others for act in told if act.trigger.entry.type in DEALING]
    partners = [pair - own for pair in dealings if len(pair) == 2 and own & pair]
    if len(partners) < ENOUGH or named(scene.matcher, trigger) or _general(scene, trigger):
        return ()
    other, often = Counter(partners).most_common(1)[0]
    sure = often >= MOSTLY * len(partners)
    return tuple(other) if len(other) == 1 and sure and _nearby(scene, trigger, other) else ()


def _general(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is turned down was put by anybody: "rejected calls for a truce"."""
    tree = scene.tree
    things = tree.objects(trigger.at) if trigger.entry.type == "REJECT" else []
    return any(tree.words[k].feats.get("Number") == "Plur" and not tree.kids(k, "det") for k in things)


def _in_question(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The state that the whole text is about beside one's own, for one that calls its envoy home."""
    cast = scene.cast
    own = cast.states_of(roles.actors)
    withdrawn = trigger.entry.type == "SANCTION" and trigger.entry.mode == "withdraw"
    if trigger.entry.kind != "v" or not own or not withdrawn:
        return ()
    spoken = cast.told_of()
    others = [(n, s) for s, n in spoken.most_common() if s not in own and cast.ids[s].kind == "country"]
    if not others or others[0][0] < OFTEN or (len(others) > 1 and others[0][0] < 2 * others[1][0]):
        return ()
    return (others[0][1],)


def _between(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The two who quarrel, for a third who offers to mediate."""
    tree = scene.tree
    if not any(tree.lemma(k) in MEDIATING for k in (trigger.at, *tree.kids(trigger.at, "xcomp"))):
        return ()
    own = scene.cast.states_of(roles.actors)
    quarrels = (act.doers | act.others for act in reversed(told) if act.trigger.entry.type in DEALING)
    pair = next((states for states in quarrels if len(states) > 1), frozenset())
    return tuple(sorted(pair)) if len(pair) == ENOUGH and not own & pair else ()


def _nearby(scene: Scene, trigger: Trigger, states: frozenset[str]) -> bool:
    """Whether one of these states, or somebody of theirs, is spoken of in the sentence or the one before."""
    tree = scene.tree
    here = tree.words[trigger.at].sentence
    first, last = tree.sentences[max(0, here - NEAR)][0], tree.sentences[here][1]
    start, end = tree.words[first].start, tree.words[last - 1].end
    said = scene.cast.starts
    near = said[bisect_left(said, (start, "")) : bisect_left(said, (end, ""))]
    if any(scene.cast.ids[id].country and scene.cast.state_of(id) in states for _, id in near):
        return True
    adjectives = (
        k for k in range(first, last) if tree.words[k].upos == "ADJ" and tree.words[k].text[:1].isupper()
    )
    return any(states & set(scene.cast.who(k, deep=0)) for k in adjectives)
