"""Antecedents and chains from scores, under what grammar rules out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.language.coreference.mentions import Candidate
from readout.language.coreference.pairs import NAMES, Pairs
from readout.language.coreference.scorer import Scores
from readout.language.coreference.traits import Traits
from readout.language.encoder import Array
from readout.model.analysis import Reference

KEPT = 5
"""Likely antecedents that a mention keeps."""
NEVER = -30.0
NAMED = 1.0
"""What speaks for a name that is all or the last part of an earlier one, beyond what was learned."""
SHARED = {name: at for at, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Linked:
    """The mentions of a text with their likely antecedents, and the chains of those that corefer."""

    mentions: tuple[Reference, ...]
    chains: tuple[tuple[int, ...], ...]

    def antecedents(self, count: int) -> tuple[int, ...]:
        """For each of ``count`` words the head of the likeliest antecedent of its mention, -1 for none."""
        found = [-1] * count
        for mention in self.mentions:
            if mention.antecedents and mention.antecedents[0][1] > mention.alone:
                found[mention.head] = self.mentions[mention.antecedents[0][0]].head
        return tuple(found)


def linked(mentions: Sequence[Candidate], traits: Traits, pairs: Pairs, scores: Scores) -> Linked:
    """Each mention joins its likeliest antecedent, unless to be alone is likelier or its chain disagrees."""
    logs = np.where(_barred(traits, pairs), NEVER, scores.links + NAMED * _named_alike(traits, pairs))
    starts = np.searchsorted(pairs.later, np.arange(len(mentions) + 1))
    chain_of = list(range(len(mentions)))
    sexes = {at: {int(sex)} - {0} for at, sex in enumerate(traits.sex)}
    found = []
    for at, mention in enumerate(mentions):
        part = slice(starts[at], starts[at + 1])
        likely, alone = _likely(logs[part], pairs.earlier[part], float(scores.alone[at]))
        found.append(Reference(mention.first, mention.last, mention.head, likely, alone))
        for other, log in likely:
            root = chain_of[other]
            if log > alone and not (sexes[at] and sexes[root] and sexes[at] != sexes[root]):
                chain_of[at] = root
                sexes[root] |= sexes[at]
                break
    return Linked(tuple(found), _chains(chain_of))


def _likely(logs: Array, earlier: Array, alone: float) -> tuple[tuple[tuple[int, float], ...], float]:
    """The best antecedents with their log-probabilities, likeliest first, and that of none."""
    top = max(alone, float(logs.max(initial=NEVER)))
    total = top + float(np.log(np.exp(logs - top).sum() + np.exp(alone - top)))
    order = np.argsort(-logs, kind="stable")[:KEPT]
    likely = zip(earlier[order].tolist(), (logs[order] - total).tolist(), strict=True)
    return tuple((at, round(log, 3)) for at, log in likely if log > NEVER / 2), round(alone - total, 3)


def _named_alike(traits: Traits, pairs: Pairs) -> Array:
    """Pairs of names the later of which is in the earlier: "Ama Boateng … Boateng"."""
    shared, names = pairs.table > 0, traits.among("name")
    alike = shared[:, SHARED["last name"]] & shared[:, SHARED["within"]]
    return np.asarray(alike & names[pairs.later] & names[pairs.earlier])


def _barred(traits: Traits, pairs: Pairs) -> Array:
    """Pairs that cannot corefer: one within the other, both arguments of one verb, a man and a woman."""
    shared = pairs.table > 0
    owner, free = traits.among("owner"), traits.pronouns & ~traits.among("reflexive", "owner")
    arguments = traits.among("nsubj", "obj", "iobj")
    nested = (shared[:, SHARED["holds it"]] & ~owner[pairs.later]) | shared[:, SHARED["held by it"]]
    mates = shared[:, SHARED["same verb"]] & free[pairs.later]
    mates &= arguments[pairs.later] & arguments[pairs.earlier]
    return np.asarray(nested | mates | shared[:, SHARED["sex differs"]])


def _chains(chain_of: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    held: dict[int, list[int]] = {}
    for at, root in enumerate(chain_of):
        held.setdefault(root, []).append(at)
    return tuple(tuple(members) for members in held.values() if len(members) > 1)
