"""``readout timeline``: what happened when, and when it was reported."""

from __future__ import annotations

from readout.cli.linked import Printing, laid
from readout.cli.options import Worded
from readout.cli.texts import Inputs, Sources, texts_of


def timeline(sources: Sources = None, *, inputs: Inputs, printing: Printing, only: Worded) -> None:
    """Put the events of the texts in order, event date and report date apart.

    Planned events stand among them; a date known by the month stays a month.
    """
    laid("timeline", texts_of(sources, inputs, only), printing)
