"""Names as the tagger saw them, mended by the tree and by the words in and around them.

An uncased encoder of six layers cuts a few names wrong ("Bergen, Norway" as one) and cannot tell an unknown
company from a person. What the text itself says settles many: "Kestrel, a haulage company".
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.language.branches import Branches
from readout.language.names.borders import borders
from readout.language.names.labels import labels
from readout.language.names.page import Page
from readout.model.analysis import Entity

__all__ = ["mended"]


def mended(entities: Sequence[Entity], branches: Branches) -> tuple[Entity, ...]:
    """Names with their right ends first, with their right labels then; in order, none over another.

    "talks in Bergen, Norway": Bergen, Norway (one place) → Bergen (place), Norway (place).
    """
    if not branches.words:
        return tuple(entities)
    page = Page(branches)
    return tuple(labels(borders(entities, page), page))
