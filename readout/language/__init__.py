"""Text → Analysis: one encoder, one pass, many heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.language.engine import Engine

__all__ = ["load"]


def load(threads: int = 0, chains: bool = False) -> Engine:
    """The engine with the shipped model; ``threads`` 0 takes what the machine has.

    ``chains`` asks for the coreference chains of all mentions, which reading has no use for.
    :class:`~readout.model.errors.MissingModelError` when the weights are not installed.
    """
    from readout.language.engine import Engine
    from readout.language.model import shipped

    return Engine(shipped(threads), chains)
