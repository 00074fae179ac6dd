"""Who is freed, charged or beaten, where only a pronoun or a number says it: those taken before.

"Police arrested seven dockers. They were released" → the dockers; "Nurses marched. Police held 60" → nurses.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.events.earlier import Told
from readout.extract.events.match import COUNTS, Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids

HELD = ("arrest", "abduct", "deport", "seize")
FATES = (*HELD, "release", "beat", "torture", "convict", "expel", "visit")
THIRD = frozenset({"they", "them", "both", "all", "these", "those"})
ALONE = frozenset({"he", "him", "she", "her"})
FORCE = ("ASSAULT", "COERCE")
CROWDS = ("PROTEST", "ASSAULT")
NEAR = 2


def captives(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Those who were taken just before; none where the clause itself names others."""
    tree = scene.tree
    fated = trigger.entry.mode in FATES or (trigger.entry.type in FORCE and not roles.recipients)
    if trigger.entry.kind != "v" or not fated or not _unnamed(scene, trigger, roles):
        return ()
    here = tree.words[trigger.at].sentence
    for act in reversed(told):
        if here - tree.words[act.trigger.at].sentence > NEAR:
            return ()
        taken = _taken(act)
        if not taken and (act.trigger.entry.mode in HELD or act.trigger.entry.type in CROWDS):
            return ()
        if taken and not set(taken) & set(roles.actors):
            others = set(roles.recipients) - set(act.roles.actors) - set(roles.actors)
            return () if others else taken
    return ()


def _taken(act: Told) -> Ids:
    """Whom an act leaves in the hands of others: those it takes, those who protest or attack."""
    if act.trigger.entry.type in CROWDS:
        return act.roles.actors
    return act.roles.recipients if act.trigger.entry.mode in HELD else ()


def _unnamed(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a pronoun or a number stands for those acted upon: "they", "some 60 of them"."""
    tree = scene.tree
    if roles.recipients and any(tree.lows[k] in ALONE for k in tree.objects(trigger.at)):
        return True
    for k in tree.objects(trigger.at):
        number = tree.words[k].upos == "NUM" or tree.lemma(k) in COUNTS
        counted = number and all(tree.lows[j] in THIRD for j in tree.phrases(k, "of"))
        if tree.lows[k] in THIRD or counted:
            return True
    return False
