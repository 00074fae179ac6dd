"""What is told in the future and binds nobody: "I would resign before I signed", "are to hold talks"."""

from __future__ import annotations

from readout.extract.events import status
from readout.extract.events.scene import Scene


def appointment(scene: Scene, i: int) -> bool:
    """Whether only a meeting is told: "Peru and Chile are to hold talks in May"."""
    return status.is_to(scene.tree, i) and any(
        t.entry.type == "CONSULT" and i in (t.at, t.light) for t in scene.triggers
    )


def rhetorical(scene: Scene, i: int, subject: int) -> bool:
    """What is said of what is not the case: "I would sit down with the devil if they could sleep"."""
    tree = scene.tree
    if not any(tree.words[k].text.lower() == "would" for k in tree.kids(i, "aux")):
        return False
    if any(tree.lows[k] in ("rather", "sooner") for k in tree.kids(i, "advmod")) or (
        tree.lows[subject] == "i" and any(_before(scene, k) for k in tree.kids(i, "advcl"))
    ):
        return True
    clauses = (k for j in tree.kids(i, "advcl") for k in (j, *tree.kids(j, "aux", "cop")) if _if(scene, j))
    return any(tree.words[k].text.lower() in ("could", "were", "had") for k in clauses)


def _before(scene: Scene, i: int) -> bool:
    """Whether a clause is "before I signed"."""
    tree = scene.tree
    return tree.words[i].xpos == "VBD" and any(tree.lows[k] == "before" for k in tree.kids(i, "mark"))


def _if(scene: Scene, i: int) -> bool:
    return any(scene.tree.words[k].text.lower() == "if" for k in scene.tree.kids(i, "mark"))
