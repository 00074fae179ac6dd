"""The verb: records in, the accounts that they give of one encounter side by side out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.model.account import Comparison, Occasion
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

    return comparison(tuple(records), likeness or Meanings())


def occasions(records: Iterable[Record]) -> tuple[Occasion, ...]:
    """The encounters that the records tell of, each with its documents; those told by most come first."""
    from readout.link.occasions import occasions as linked

    return linked(tuple(records))


class Meanings:
    """How alike two stretches are by the engine's vectors, each seen once; many at once are one pass.

    >>> Meanings(engine)("the old bridge", "a bridge of 1902")         # doctest: +SKIP
    0.81
    """

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine
        self._vectors: dict[str, Sequence[float]] = {}

    def __call__(self, one: str, other: str) -> float:
        self.prepare((one, other))
        left, right = self._vectors[one], self._vectors[other]
        likeness: float = sum(map(mul, left, right))
        return likeness

    def prepare(self, phrases: Iterable[str]) -> None:
        """See all phrases that were not seen before, as the paragraphs of one text."""
        fresh = [phrase for phrase in dict.fromkeys(phrases) if phrase not in self._vectors]
        if fresh:
            self._vectors |= dict(zip(fresh, self._seen(fresh), strict=True))

    def _seen(self, phrases: Sequence[str]) -> Iterator[Sequence[float]]:
        from readout.model.document import Document
        from readout.read import reader

        ends = list(accumulate(len(phrase) + 2 for phrase in phrases))
        ranges = tuple((end - len(p) - 2, end - 2) for p, end in zip(phrases, ends, strict=True))
        document = Document("", "\n\n".join(phrases), ranges)
        analysis = (self._engine or reader(0).engine).analyse(document)
        starts = [word.start for word in analysis.words]
        for start, end in ranges:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            known = analysis.meaning is not None and first < last
            yield analysis.meaning.vector(first, last) if analysis.meaning and known else ()


def ledger(records: Iterable[Record]) -> Ledger:
    """Every promise in the records with its targets, deadlines and figures of progress."""
    from readout.link.ledger import ledger as linked

    return linked(tuple(records))


def timeline(records: Iterable[Record]) -> Timeline:
    """The events of the records in the order in which they happened; report dates apart."""
    from readout.link.timeline import timeline as linked

    return linked(tuple(records))
