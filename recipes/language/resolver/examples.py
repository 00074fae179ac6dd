"""Texts as the resolver sees them, with what corefers: OntoGUM's chains on the model's own parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from readout.evaluate.coreference import Chain, chains_of, written
from readout.language.branches import Branches
from readout.language.coreference.mentions import Candidate, candidates
from readout.language.coreference.pairs import Pairs, pairs
from readout.language.coreference.traits import Traits, traits
from readout.language.encoder import Array
from readout.language.engine import Range, analysis
from readout.language.model import Model
from readout.language.readings import read
from readout.language.spelling import Spelling, spelling_of
from readout.model.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Example:
    """One text: ``true`` [pairs] marks coreferent ones, ``taught`` [mentions] who is learned from."""

    mentions: Sequence[Candidate]
    traits: Traits
    pairs: Pairs
    vectors: Array
    true: Array
    taught: Array


def seen(model: Model, spelling: Spelling, ranges: list[Range]) -> tuple[Analysis, Array]:
    """The analysis of a text and its word vectors [words, 384]."""
    readings = read(model, spelling)
    return analysis(model, readings, ranges), readings.scores["meaning"]


def example(found: Analysis, vectors: Array, labels: Array, mentions: Sequence[Candidate]) -> Example:
    """A text whose mentions carry the number of their chain, -1 for none."""
    branches = Branches(found.words)
    about = traits(branches, mentions, found.entities, found.attributions)
    tied = pairs(branches, mentions, about)
    true = (labels[tied.later] == labels[tied.earlier]) & (labels[tied.later] >= 0)
    reached = np.isin(np.arange(len(mentions)), tied.later[true])
    first = np.zeros(len(mentions), bool)
    first[np.unique(labels, return_index=True)[1]] = True
    taught = (labels < 0) | first | reached
    heads = np.array([mention.head for mention in mentions])
    return Example(mentions, about, tied, vectors[heads], true, taught)


def ontogum(model: Model, folder: Path) -> list[Example]:
    """The documents of a folder of OntoGUM."""
    out = []
    for path in sorted(folder.glob("*.conll")):
        words, chains = chains_of(path.read_text("utf-8").splitlines())
        text, at = written(words)
        found, vectors = seen(model, spelling_of(text, at), at)
        mentions = candidates(Branches(found.words))
        out.append(example(found, vectors, _labels(found, mentions, chains), mentions))
    return out


def _labels(found: Analysis, mentions: Sequence[Candidate], chains: Sequence[Chain]) -> Array:
    """The chain of each mention: by its extent, or by its head where the extents differ."""
    extents = {(m.first, m.last): at for at, m in enumerate(mentions)}
    heads = {m.head: at for at, m in enumerate(mentions) if not m.joined}
    labels = np.full(len(mentions), -1, np.int64)
    left = []
    for number, chain in enumerate(chains):
        for span in chain:
            if span in extents:
                labels[extents[span]] = number
            else:
                left.append((number, span))
    for number, (first, last) in left:
        tops = (w.index for w in found.words[first:last] if not first <= w.head < last)
        at = next((heads[top] for top in tops if top in heads), None)
        if at is not None and labels[at] < 0:
            labels[at] = number
    return labels
