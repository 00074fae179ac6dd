"""Which of a unit's phrases it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.extract.topics.phrase import Phrase
from readout.extract.topics.units import Unit

LEAST = 1.2
SECOND = 1.5
FAINT = -0.05
LEAST_BESIDE = 0.2
"""From what weight a phrase stands beside those that only say who: "soldiers" and their "outpost"."""
DENIED = -1.0
"""From what weight a phrase is what a denial is of: "denied that there was an exchange"."""
MOST = 3


def chosen(unit: Unit, phrases: Sequence[Phrase], counts: Mapping[str, int]) -> list[Phrase]:
    """All members of a list, else the weightiest phrase or two; one only for a silence or denial.

    >>> # "raised the new tax on schools and the harbour fees" -> "new tax", "harbour fees"
    """
    again = [0.4 * min(2, counts.get(p.key[-1], 1) - 1) for p in phrases]
    weighed = [p.weighing(p.weight + more) if more else p for p, more in zip(phrases, again, strict=True)]
    listed = [p for p in weighed if p.listed]
    rest = sorted((p for p in weighed if not p.listed), key=lambda p: -p.weight)
    kept = [p for n, p in enumerate(rest[:MOST]) if p.weight >= (LEAST if n == 0 else SECOND)]
    if not kept and not listed:
        kept = [p for p in rest[:1] if p.weight >= FAINT]
    silence = unit.statement is not None and unit.statement.said in ("not said", "declined")
    if silence:
        kept = kept[:1] if not listed else []
        if not kept and not listed:
            kept = [p for p in rest[:1] if p.weight >= 0]
    elif unit.silent:
        kept = kept[:2] if not listed else []
        if not kept and not listed:
            kept = [p for p in rest[:1] if p.weight >= DENIED]
    elif listed:
        kept = kept[:1]
    if kept and not listed and not silence and all(p.acts for p in kept):
        kept += [p for p in rest if not p.acts and p.weight >= LEAST_BESIDE][:1]
    return sorted([*listed, *kept], key=lambda p: -p.weight)
