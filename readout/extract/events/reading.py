"""What act a trigger tells of: its type and mode, which a refusal changes, and whether it took place.

"Peru withdrew" is RETREAT, "Peru refused to withdraw" REJECT; "Peru will withdraw" is planned.
"""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract.events import status
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.scene import Scene
from readout.model.event import Status

UNREAL = -0.5
TAKEN = words("taken")
YIELDING = ("CONCEDE", "RETREAT", "AID", "AGREE", "COOPERATE", "CONSULT", "SUPPORT")
CONTENT_MODES = {
    "REQUEST": {
        "AID": "assist",
        "COOPERATE": "assist",
        "CONCEDE": "yield",
        "RETREAT": "yield",
        "CONSULT": "meet",
    },
    "THREATEN": {
        "ASSAULT": "violence",
        "COERCE": "restrict",
        "SANCTION": "relations",
        "MOBILIZE": "violence",
    },
}
CONTENT_MODES["REJECT"] = CONTENT_MODES["REQUEST"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The type, the mode and the status of an act; no status where none of its own is told."""

    type: str
    mode: str | None
    status: Status | None


def read(scene: Scene, trigger: Trigger) -> Reading | None:
    """How a trigger is read; None where a matter was not discussed or nothing was accepted."""
    entry, found = trigger.entry, status.status_of(scene.tree, trigger)
    carried = found == "refused" and _carried(scene, trigger)
    if found == "refused" and scene.tree.lemma(trigger.at) == "discuss" and not entry.needs:
        return None
    if found == "refused" and entry.type in YIELDING and not carried:
        return Reading("REJECT", CONTENT_MODES["REJECT"].get(entry.type, "change"), "happened")
    if found == "negated" and entry.kind == "v" and scene.tree.lemma(trigger.at) in TAKEN:
        return None if _only_pronouns(scene, trigger) else Reading("REJECT", "change", "happened")
    settled = status.settled("negated" if found == "refused" and not carried else found)
    return Reading(entry.type, _content_mode(scene, trigger), _backed(scene, trigger, settled))


def _only_pronouns(scene: Scene, trigger: Trigger) -> bool:
    """Whether what was not accepted is not named: "did not accept that"."""
    return all(scene.tree.words[k].upos == "PRON" for k in scene.tree.objects(trigger.at))


def _backed(scene: Scene, trigger: Trigger, settled: Status | None) -> Status | None:
    """The status, unless the model is sure that the act has not taken place ("to rebuild the towns")."""
    factuality = scene.analysis.factuality
    if settled == "happened" and trigger.entry.kind == "v" and trigger.at < len(factuality):
        return "possible" if factuality[trigger.at] < UNREAL else settled
    return settled


def _carried(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger above already tells of the refusal ("refused to withdraw")."""
    told = (scene.acts.get(over) for over in scene.tree.up(trigger.at))
    return any(act is not None and act.entry.type == "REJECT" for act in told)


def _content_mode(scene: Scene, trigger: Trigger) -> str | None:
    """The mode of a request, refusal or threat by the act that it is about."""
    modes = CONTENT_MODES.get(trigger.entry.type)
    if modes is None:
        return trigger.entry.mode
    below = set(scene.tree.under(trigger.at)) - {trigger.at}
    inner = next((t.entry.type for t in scene.triggers if t.at in below), None)
    return (
        modes.get(inner or "")
        or trigger.entry.mode
        or ("change" if trigger.entry.type != "THREATEN" else None)
    )
