"""Antecedents and chains from scores, under what grammar rules out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
Likely = tuple[tuple[tuple[int, float], ...], float]
"""Antecedents with their log-probabilities, and the log-probability of none."""
SHARED = {name: at for at, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Linked:
    """The mentions of a text with their likely antecedents, and the chains of those that corefer."""

    mentions: tuple[Reference, ...]
    chains: tuple[tuple[int, ...], ...]


def linked(mentions: Sequence[Candidate], traits: Traits, pairs: Pairs, scores: Scores) -> Linked:
    """Each mention joins its likeliest antecedent, unless to be alone is likelier or its chain disagrees."""
    found = linked_back(mentions, traits, pairs, scores).mentions
    chain_of = list(range(len(mentions)))
    sexes = [1 << sex if sex else 0 for sex in traits.sex.tolist()]
    for at, mention in enumerate(found):
        for other, log in mention.antecedents:
            root = chain_of[other]
            if log > mention.alone and not (sexes[at] and sexes[root] and sexes[at] != sexes[root]):
                chain_of[at] = root
                sexes[root] |= sexes[at]
                break
    return Linked(found, _chains(chain_of))


def linked_back(mentions: Sequence[Candidate], traits: Traits, pairs: Pairs, scores: Scores) -> Linked:
    """Each mention with the likely antecedents among its pairs, without chains."""
    logs = np.where(_barred(traits, pairs), NEVER, scores.links + NAMED * _named_alike(traits, pairs))
    likely = dict(_likely(logs, pairs, scores.alone))
    lone: Likely = ((), 0.0)
    found = (Reference(m.first, m.last, m.head, *likely.get(at, lone)) for at, m in enumerate(mentions))
    return Linked(tuple(found), ())


def _likely(logs: Array, pairs: Pairs, every: Array) -> Iterator[tuple[int, Likely]]:
    """Of each mention with pairs the best antecedents with their log-probabilities, and that of none."""
    counted = np.bincount(pairs.later, minlength=len(every))
    rows = np.flatnonzero(counted)
    sizes, alone = counted[rows], every[rows]
    starts = np.cumsum(sizes) - sizes
    grid = np.full((len(rows), int(sizes.max(initial=1))), -np.inf)
    grid[np.repeat(np.arange(len(rows)), sizes), np.arange(len(logs)) - np.repeat(starts, sizes)] = logs
    top = np.maximum(alone, grid.max(1))
    totals = top + np.log(np.exp(grid - top[:, None]).sum(1) + np.exp(alone - top))
    best, values = _best(grid)
    values -= totals[:, None]
    others = pairs.earlier.take(starts[:, None] + best, mode="clip").tolist()
    counts = (values > NEVER / 2).sum(1).tolist()
    lone = (alone - totals).round(3).tolist()
    columns = rows.tolist(), counts, others, values.round(3).tolist(), lone
    for at, count, row, likely, none in zip(*columns, strict=True):
        yield at, (tuple(zip(row[:count], likely[:count], strict=True)), none)


def _best(grid: Array) -> tuple[Array, Array]:
    """The places and values [rows, KEPT] of the highest entries of each row, which are taken out of it."""
    rows = np.arange(len(grid))
    places = np.zeros((len(grid), KEPT), np.int64)
    values = np.zeros((len(grid), KEPT))
    for kept in range(KEPT):
        places[:, kept] = grid.argmax(1)
        values[:, kept] = grid[rows, places[:, kept]]
        grid[rows, places[:, kept]] = -np.inf
    return places, values


def _named_alike(traits: Traits, pairs: Pairs) -> Array:
    """Pairs of names the later of which is in the earlier: "Ama Boateng … Boateng"."""
    names = traits.among("name")
    alike = _shared(pairs, "last name") & _shared(pairs, "within")
    return np.asarray(alike & names[pairs.later] & names[pairs.earlier])


def _barred(traits: Traits, pairs: Pairs) -> Array:
    """Pairs that cannot corefer: one within the other, both arguments of one verb, a man and a woman."""
    owner, free = traits.among("owner"), traits.pronouns & ~traits.among("reflexive", "owner")
    arguments = traits.among("nsubj", "obj", "iobj")
    nested = (_shared(pairs, "holds it") & ~owner[pairs.later]) | _shared(pairs, "held by it")
    mates = _shared(pairs, "same verb") & (free & arguments)[pairs.later] & arguments[pairs.earlier]
    return np.asarray(nested | mates | _shared(pairs, "sex differs"))


def _shared(pairs: Pairs, name: str) -> Array:
    return np.asarray(pairs.table[:, SHARED[name]])


def _chains(chain_of: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    held: dict[int, list[int]] = {}
    for at, root in enumerate(chain_of):
        held.setdefault(root, []).append(at)
    return tuple(tuple(members) for members in held.values() if len(members) > 1)
