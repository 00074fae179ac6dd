"""The verb: records in, the accounts that they give of one encounter side by side out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.model.account import Comparison
    from readout.model.ledger import Ledger
    from readout.model.record import Record
    from readout.model.timeline import Timeline
    from readout.read import Engine


def compare(records: Iterable[Record], *, likeness: Callable[[str, str], float] | None = None) -> Comparison:
    """Line up what each side says of one encounter: agreement, difference, contradiction, silence.

    The records are those of several accounts, or of one story that quotes several sides. ``likeness``
    says how alike two phrases are in meaning; by default the language engine does.

    >>> comparison = compare([read("a.txt"), read("b.txt")])           # doctest: +SKIP
    >>> [(row.label, row.verdict) for row in comparison.topics]        # doctest: +SKIP
    [('ceasefire', 'agree'), ('prisoners', 'contradict')]
    """
    from readout.link.comparison import comparison

    return comparison(tuple(records), likeness or meaning_of(None))


def meaning_of(engine: Engine | None) -> Callable[[str, str], float]:
    """How alike two phrases are by the engine's vectors, each phrase analysed once and by itself."""
    vectors: dict[str, Sequence[float]] = {}

    def vector(phrase: str) -> Sequence[float]:
        if phrase not in vectors:
            vectors[phrase] = _vector(engine, phrase)
        return vectors[phrase]

    return lambda one, other: sum(a * b for a, b in zip(vector(one), vector(other), strict=False))


def _vector(engine: Engine | None, phrase: str) -> Sequence[float]:
    from readout.model.document import Document
    from readout.read import reader

    analysis = (engine or reader(0).engine).analyse(Document("", phrase, ((0, len(phrase)),)))
    return analysis.meaning.vector(0, len(analysis.words)) if analysis.meaning and analysis.words else ()


def ledger(records: Iterable[Record]) -> Ledger:
    """Every promise in the records with its targets, deadlines and figures of progress."""
    from readout.link.ledger import ledger as linked

    return linked(tuple(records))


def timeline(records: Iterable[Record]) -> Timeline:
    """The events of the records in the order in which they happened; report dates apart."""
    from readout.link.timeline import timeline as linked

    return linked(tuple(records))
