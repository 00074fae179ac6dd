"""``readout ledger``: what was promised against what was delivered."""

from __future__ import annotations

from readout.cli.facts import OwnFacts
from readout.cli.linked import AllowPrivate, Form, Out, Published, Shape, Sources, left, printed, records_of


def ledger(
    sources: Sources,
    published: Published = None,
    format: Form = Shape.text,
    out: Out = None,
    allow_private: AllowPrivate = False,
    knowledge: OwnFacts = None,
) -> None:
    """List every promise in the texts: its targets, its deadlines, and each figure of progress.

    Targets and deadlines that are told in more than one way stand apart; a figure keeps its basis
    (ordered, shipped, arrived, paid ...), its reporter and its date.
    """
    records, failed = records_of(sources, published, allow_private)
    from readout.compare import ledger as ledger_of
    from readout.export import sides, sides_html, sides_text

    kept = ledger_of(records)
    printed(
        format,
        out,
        lambda width, color: sides_text.kept(kept, records, width=width, color=color),
        lambda: sides.page(kept),
        lambda: sides_html.kept(kept, records),
    )
    left(failed)
