"""``readout ledger``: what was promised against what was delivered."""

from __future__ import annotations

from readout.cli.linked import Printing, laid
from readout.cli.options import Worded
from readout.cli.texts import Inputs, Sources, texts_of


def ledger(sources: Sources = None, *, inputs: Inputs, printing: Printing, only: Worded) -> None:
    """List every promise in the texts: its targets, its deadlines, and each figure of progress.

    Targets and deadlines that are told in more than one way stand apart; a figure keeps its basis (ordered,
    shipped, arrived, paid ...), its reporter and its date.
    """
    laid("ledger", texts_of(sources, inputs, only), printing)
