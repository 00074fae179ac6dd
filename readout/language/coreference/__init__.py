"""Who is who within a text: mentions from the parse, scores of pairs, chains (after Lee et al. 2017).

Every noun phrase, name and pronoun is a mention. A small network, fitted on the encoder's word vectors,
the agreement of two mentions and what stands between them, gives each mention its antecedent or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from readout.language.branches import Branches
from readout.language.coreference.chains import Linked, linked, linked_back
from readout.language.coreference.mentions import candidates
from readout.language.coreference.pairs import pairs
from readout.language.coreference.scorer import score
from readout.language.coreference.traits import traits
from readout.language.encoder import Array
from readout.model.analysis import Attribution, Entity

__all__ = ["Linked", "resolve"]

LEAST = 2
"""Mentions below which there is nothing to link."""
ASKED = ("male", "female", "neuter", "plural", "definite")
"""What makes a mention one whose antecedents a reader asks for."""


def resolve(
    weights: Mapping[str, Array],
    branches: Branches,
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    vectors: Array,
    chains: bool = False,
) -> Linked:
    """The mentions of a text; ``vectors`` [words, 384] are the encoder's, one a word.

    Antecedents are looked for where a reader asks for them, at third persons and "the …"; with ``chains``
    at every mention, and the chains of the text come with them.

    "The envoy met Ama Boateng. She thanked him": She → Ama Boateng, him → the envoy.
    """
    found = candidates(branches)
    if len(found) < LEAST or not weights:
        return Linked((), ())
    about = traits(branches, found, entities, attributions)
    tied = pairs(branches, found, about, None if chains else about.among(*ASKED))
    heads = np.array([mention.head for mention in found])
    scores = score(weights, vectors[heads], about.table, tied)
    return linked(found, about, tied, scores) if chains else linked_back(found, about, tied, scores)
