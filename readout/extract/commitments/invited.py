"""Invitations that are accepted: whoever was asked to come has promised to.

"He invited the minister to visit Lima in May. The invitation was accepted" binds the minister to visit Lima.
"""

from __future__ import annotations

from readout.extract.commitments.clause import Promise
from readout.extract.events.scene import Scene

REACH = 2
"""So many sentences back is the invitation told that "the invitation" takes up."""


def accepted(scene: Scene, i: int) -> Promise | None:
    """The visit that "accepted the invitation" promises, where the invitation was told before."""
    tree = scene.tree
    thing = tree.patient(i)
    alone = thing is None and not tree.kids(i, "xcomp", "ccomp")  # "invited her to Lima, and she accepted"
    if not alone and (thing is None or tree.lemma(thing) not in ("invitation", "it")):
        return None
    if tree.negated(i) or (thing is not None and (tree.phrases(thing, "to") or tree.kids(thing, "acl"))):
        return None
    at = tree.words[i].sentence
    for asking in range(i - 1, -1, -1):
        if at - tree.words[asking].sentence > REACH:
            return None
        if tree.lemma(asking) == "invite" and tree.words[asking].upos == "VERB" and not tree.negated(asking):
            return _visit(scene, i, asking)
    return None


def _visit(scene: Scene, i: int, asking: int) -> Promise | None:
    """The promise of those who were invited: the deed they were invited to, else the invitation itself."""
    tree = scene.tree
    guest = next(iter(tree.kids(asking, "obj", "nsubj:pass")), None)
    bound = scene.cast.who(guest, deep=False) if guest is not None else ()
    deed = next((k for k in tree.kids(asking, "xcomp", "advcl") if tree.words[k].upos == "VERB"), None)
    if bound and deed is None and (place := next(iter(tree.phrases(asking, "to")), None)) is not None:
        return Promise(asking, asking, place, bound, "agreed")  # "invited him to Lima"
    if not bound or deed is None:
        return None
    return Promise(deed, deed, tree.patient(deed), bound, "agreed")
