"""Whether what is told as done belongs to a promise: by party, by object, by what "of it" takes up.

"Peru pledged $9 million. A third of the money has been paid" belongs; "Chile has paid $3 million" does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from readout.extract.commitments import deeds, tables
from readout.extract.events.scene import Scene
from readout.extract.events.tree import Tree
from readout.model.amount import Amount
from readout.model.commitment import Commitment

GIVERS = ("country", "government", "organization")
REACH = 2
"""How many sentences after a promise "it" and bare counts are still of it."""
_WORD = re.compile(r"[a-z]{4,}")
_PLAIN = frozenset(
    ["million", "billion", "thousand", "metric", "tonne", "have", "been", "that", "which", "they", "with"]
) | {"more", "than", "only", "from", "into"}


@dataclass(frozen=True)
class Promised:
    """A promise with its figure and where its words stand."""

    scene: Scene
    commitment: Commitment
    target: Amount | None

    @cached_property
    def words(self) -> range:
        """The words of the binding clause."""
        anchor = self.commitment.anchor
        return self.scene.tree.beginning(anchor.start, anchor.end)

    @cached_property
    def content(self) -> frozenset[str]:
        """The content words of what is promised."""
        return content(f"{self.commitment.object or ''} {self.commitment.anchor.exact}")

    def after(self, i: int) -> int:
        """How many sentences behind the promise a word stands; negative before it."""
        words = self.scene.tree.words
        if not self.words:
            return -1
        first, last = words[self.words[0]].sentence, words[self.words[-1]].sentence
        at = words[i].sentence
        return 0 if first <= at <= last else at - last


def latest(i: int, promised: Promised, all_: Sequence[Promised], kind: tuple[str | None, str | None]) -> bool:
    """Whether no other promise counted in the same kind stands between a promise and a word behind it."""
    begun = promised.words[0] if promised.words else i
    for other in all_:
        target = other.target
        if target is None or target is promised.target or not other.words:
            continue
        if begun < other.words[0] < i and (target.unit, target.currency) == kind:
            return False
    return True


def belongs(i: int, figure: Amount, promised: Promised, all_: Sequence[Promised]) -> bool:
    """Whether the deed is the promised one: same party or nobody named, same object or taken up by "it"."""
    tree = promised.scene.tree
    if _beyond(figure, promised.target) or not _same_doer(i, figure, promised):
        return False
    far, target = promised.after(i), promised.target
    if far == 0 and target is not None:
        return True
    kind = (target.unit, target.currency) if target else (figure.unit, figure.currency)
    near = 0 <= far <= REACH and latest(i, promised, all_, kind)
    if target is None:
        return near and _of_object(tree, i, figure, promised)
    bare = figure.unit is None and figure.currency is None and figure.of is None
    if near and (bare or _taken_up(tree, i, figure)):
        return True
    basis = tables.bases().get(tree.lemma(i))
    flows = tree.lemma(i) in tables.words("standing") or basis in tables.words("flows")
    flows = flows or bool(target and figure.unit == target.unit and basis in tables.words("makings"))
    counted_on = near and far == 1 and target is not None and figure.unit == target.unit and figure.of is None
    if counted_on and figure.unit not in (None, "person", "%") and deeds.far_along(tree, i):
        return True
    if near and far == 1 and flows and figure.of is None and figure.unit not in (None, "person", "%"):
        return True
    if near and figure.currency and figure.currency == (target.currency if target else None):
        return basis in tables.words("payments")
    alike = basis is not None and basis == tables.bases().get(promised.commitment.action)
    if near and far == 1 and alike and not figure.currency:
        return True
    patient = tree.patient(i)
    said = " ".join(tree.lemma(k) for k in tree.under(patient if patient is not None else i, "acl"))
    units = content(figure.anchor.exact) if figure.unit not in (None, "person") else frozenset()
    if (content(said) & promised.content) - units:
        return True
    return tree.lemma(i) == promised.commitment.action and figure.unit != "%"


def _beyond(figure: Amount, target: Amount | None) -> bool:
    """Whether a figure is far more than what was promised, so of something else."""
    if target is None or (figure.unit, figure.currency) != (target.unit, target.currency):
        return False
    whole_ = target.value or target.high or target.low
    return bool(whole_ and figure.value and figure.value > 2 * whole_)


def _of_object(tree: Tree, i: int, figure: Amount, promised: Promised) -> bool:
    """Whether a figure counts the very things promised without one: "sell its mines; four have been sold"."""
    things, counted = content(promised.commitment.object or ""), content(figure.of or "")
    action = promised.commitment.action
    done = tables.bases().get(tree.lemma(i))
    if figure.unit == "%":
        return done is not None and promised.after(i) == 1 and figure.of is not None
    same = tree.lemma(i) == action or (done is not None and done == tables.bases().get(action))
    if things & counted or (same and (figure.of is None or bool(figure.currency))):
        return True
    if things & content(" ".join(tree.lemma(k) for k in tree.under(i, "ccomp", "conj", "parataxis"))):
        return figure.of is None
    agent = None if figure.currency or done is None else tree.agent(i)
    return agent is not None and tree.lows[agent] in ("it", "they", "he", "she", "we")


def _same_doer(i: int, figure: Amount, promised: Promised) -> bool:
    """Whether who did it is the party bound, its countryman, or nobody named."""
    scene, tree = promised.scene, promised.scene.tree
    if tree.lemma(i) in tables.words("taken") or tree.passive(i):
        return True
    agent = tree.agent(i)
    if agent is None or figure.anchor.start <= tree.words[agent].start < figure.anchor.end:
        return True
    doers = scene.cast.who(agent)
    if not doers or promised.commitment.by in doers or whole(figure):
        return True
    again = tree.lemma(i) == promised.commitment.action and promised.target is not None
    if again and tree.lows[agent] in ("it", "they", "he", "she") and 0 <= promised.after(i) <= 1:
        return True  # "It promised to spend $9 million. The regulator says it has spent $4 million."
    bound, doer = scene.cast.ids.get(promised.commitment.by or ""), scene.cast.ids.get(doers[0])
    if bound is None or doer is None:
        return False
    if not doer.country and (tree.lows[agent] == "we" or doer.kind == "government"):
        return True
    if (
        bound.kind == "group" and doer.kind in GIVERS
    ):  # "Creditors will cancel it; France has cancelled a third"
        return True
    if promised.after(i) < 0 and bound.kind == doer.kind:  # another body of the same country, told of before
        return False
    return bool(bound.country and bound.country == doer.country)


def whole(figure: Amount) -> bool:
    """Whether a figure is part of what was spoken of: "half of the money", "$4 million of that sum"."""
    return figure.of is not None and figure.of.lower().split(" ")[-1] in tables.words("wholes")


def _taken_up(tree: Tree, i: int, figure: Amount) -> bool:
    """Whether "of it", "of the money", "them" take up what was promised."""
    if whole(figure):
        return True
    below = tree.under(i, "advcl", "acl", "conj", "nsubj")
    return any(tree.lows[k] in ("it", "them") for k in below)


@cache
def _of(text: str) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in _WORD.findall(text)) - _PLAIN


def content(text: str) -> frozenset[str]:
    """The content words of a phrase, in the singular, without units."""
    return _of(text.lower()) - {"ton"}
