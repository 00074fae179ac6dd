"""``readout compare``: accounts of one encounter side by side."""

from __future__ import annotations

from readout.cli.facts import OwnFacts
from readout.cli.linked import AllowPrivate, Form, Out, Published, Shape, Sources, left, printed, records_of


def compare(
    sources: Sources,
    published: Published = None,
    format: Form = Shape.text,
    out: Out = None,
    allow_private: AllowPrivate = False,
    knowledge: OwnFacts = None,
) -> None:
    """Lay the accounts of one encounter side by side: where they agree, differ, contradict, stay silent.

    Give one text for each side, or one story that quotes several sides.
    """
    records, failed = records_of(sources, published, allow_private)
    from readout.compare import compare as compared
    from readout.export import sides, sides_html, sides_text

    comparison = compared(records)
    printed(
        format,
        out,
        lambda width, color: sides_text.compared(comparison, records, width=width, color=color),
        lambda: sides.page(comparison),
        lambda: sides_html.compared(comparison, records),
    )
    left(failed)
