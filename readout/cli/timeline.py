"""``readout timeline``: what happened when, and when it was reported."""

from __future__ import annotations

from readout.cli.facts import OwnFacts
from readout.cli.linked import AllowPrivate, Form, Out, Published, Shape, Sources, left, printed, records_of


def timeline(
    sources: Sources,
    published: Published = None,
    format: Form = Shape.text,
    out: Out = None,
    allow_private: AllowPrivate = False,
    knowledge: OwnFacts = None,
) -> None:
    """Put the events of the texts in order, event date and report date apart.

    Planned events stand among them; a date known by the month stays a month.
    """
    records, failed = records_of(sources, published, allow_private)
    from readout.compare import timeline as timeline_of
    from readout.export import sides, sides_html, sides_text

    times = timeline_of(records)
    printed(
        format,
        out,
        lambda width, color: sides_text.times(times, records, width=width, color=color),
        lambda: sides.page(times),
        lambda: sides_html.times(times, records),
    )
    left(failed)
