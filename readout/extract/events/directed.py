"""Whom an act is directed at, by its own clause and by the acts told before it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.events.captives import captives
from readout.extract.events.earlier import Told, concerned, spoken_with
from readout.extract.events.gifts import further_gift, to_the_needy, topic
from readout.extract.events.hearers import ahead, answered, meant_for, shared, summoned, told_to, written_to
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles, parties
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids, who


def directed(scene: Scene, trigger: Trigger, type_: str, told: Sequence[Told]) -> tuple[Roles, Ids]:
    """The parties of an act read as a type, and those recipients that its own clause names."""
    roles = parties(scene.matcher, trigger, scene.acts)
    if type_ != trigger.entry.type:
        roles = _refused(scene, trigger, roles)
    own = roles.recipients
    if type_ == "REQUEST" and own and (met := summoned(scene, trigger, roles)):
        roles, own = Roles(roles.actors, met), met
    return _further(scene, trigger, type_, roles, told), own


def _further(scene: Scene, trigger: Trigger, type_: str, roles: Roles, told: Sequence[Told]) -> Roles:
    """The parties with those whom the text around the clause makes recipients."""
    mutual = trigger.entry.parties.mutual
    if taken := captives(scene, trigger, roles, told):
        return Roles(roles.actors, taken)
    if roles.recipients:
        mover = () if mutual else answered(scene, trigger, roles)
        return Roles(roles.actors, mover) if mover else roles
    if not mutual:
        found = (
            shared(scene, trigger, roles)
            or answered(scene, trigger, roles)
            or told_to(scene, trigger)
            or written_to(scene, trigger)
            or ahead(scene, trigger)
            or meant_for(scene, trigger)
            or concerned(scene, trigger, roles, told)
        )
        return Roles(roles.actors, tuple(id for id in found if id not in roles.actors))
    if type_ == "AGREE" and len(roles.actors) == 1:
        met = (
            answered(scene, trigger, roles)
            or topic(scene, trigger)
            or spoken_with(scene, trigger, roles, told)
            or to_the_needy(scene, trigger, roles, told)
            or further_gift(scene, trigger, roles, told)
        )
        return Roles(roles.actors, tuple(id for id in met if id not in roles.actors))
    return roles


def _refused(scene: Scene, trigger: Trigger, roles: Roles) -> Roles:
    """Who refuses and who is refused, where both would have acted together ("will not begin talks with")."""
    doers = who(scene.matcher, scene.tree.agent(trigger.at))
    rest = tuple(id for id in (*roles.recipients, *roles.actors) if id not in doers)
    return Roles(doers, rest) if doers else roles
