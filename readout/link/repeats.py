"""One contradiction, one row: what several matters would repeat is told in that which is nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.matters.labels import LONGEST
from readout.link.matters.matter import Matter, listed
from readout.model.account import Conflict, Evidence, Row


def distinct(rows: Sequence[tuple[Matter, Row]], told: Mapping[int, Telling]) -> list[tuple[Matter, Row]]:
    """The rows without those that hold the very tellings of another one which says more of them.

    >>> # "dust monitors: contradict" and "gallery: agree", of the same two sentences: of the monitors
    """
    kept: list[tuple[Matter, Row]] = []
    for matter, row in sorted(rows, key=lambda pair: (VERDICTS.index(pair[1].verdict), -len(pair[0].places))):
        spoken = {n: told[n] for n in matter.places if n in told}
        shared = len({t.side for t in spoken.values()}) > 1
        named = any(listed(telling, matter.places[n]) for n, telling in spoken.items())
        alike = ((m, r) for m, r in kept if shared and not named and set(m.places) == set(matter.places))
        best = next((m for m, r in alike if not _two_conflicts(r, row)), None)
        if best is None:
            kept.append((matter, row))
        else:
            _named(best, matter)
    return [pair for pair in rows if any(pair[0] is matter for matter, _ in kept)]


def _two_conflicts(one: Row, other: Row) -> bool:
    """Whether two rows tell of two contradictions, in other words of the same tellings."""
    if not (one.conflict and other.conflict):
        return False
    here, there = (
        {(e.document, e.anchor) for e in (c.left, c.right)} for c in (one.conflict, other.conflict)
    )
    return not any(a[0] == b[0] and a[1].overlaps(b[1]) for a in here for b in there)


def once(rows: Sequence[tuple[Matter, Row]]) -> list[Row]:
    """The rows, those of one contradiction as one: that whose label has most words of what is quoted."""
    found = [replace(row, label=matter.label) for matter, row in rows]
    for group in _repeated([(m, row) for (m, _), row in zip(rows, found, strict=True)]):
        best = max((row for _, row in group), key=_worded)
        found = [row for row in found if row is best or not any(row is other for _, other in group)]
    return found


def _worded(row: Row) -> int:
    ends = (row.conflict.left, row.conflict.right) if row.conflict else ()
    told = {stem for cell in row.cells for e in cell.evidence for stem in stems(e.anchor.exact)}
    quoted = {stem for end in ends for stem in stems(end.anchor.exact)} or told
    return len(set(stems(row.label)) & quoted)


VERDICTS = ("contradict", "differ", "one-sided", "agree")
"""What says more first."""


def told_once(
    rows: Sequence[tuple[Matter, Row]], told: Mapping[int, Telling]
) -> tuple[list[Matter], list[Matter]]:
    """The matters that stay as they are, and those to be judged anew without what another row tells.

    A matter of which nothing else is left gives its name to the other's.

    >>> # "boats" and "waters", both with "in Omani waters" against "in Yemeni waters": of the waters
    """
    kept, anew = _without_shadows(rows, told), []
    for group in _repeated(rows):
        tellings = _tellings(group[0][1].conflict, told)
        best = min((m for m, _ in group), key=lambda m: _apartness(m, tellings, group[0][1].conflict))
        for matter in (m for m, _ in group if m is not best):
            rest = _without(matter, tellings)
            kept = [one for one in kept if one is not matter]
            if len({told[n].side for n in rest.places if n in told and not told[n].silent}) > 1:
                anew.append(rest)
            elif not _named(best, matter):
                kept.append(matter)
    return kept, anew


def _without_shadows(rows: Sequence[tuple[Matter, Row]], told: Mapping[int, Telling]) -> list[Matter]:
    """The matters without those that only the two tellings of a contradiction speak of."""
    clashing = [(matter, _tellings(row.conflict, told)) for matter, row in rows if row.conflict]
    kept: list[Matter] = []
    for matter, row in rows:
        spoken = {n for n in matter.places if n in told}
        shared = len({told[n].side for n in spoken}) > 1 and row.verdict in ("agree", "differ")
        best = next((m for m, pair in clashing if shared and spoken <= pair), None)
        if best is None or not _named(best, matter):
            kept.append(matter)
    return kept


def _repeated(rows: Sequence[tuple[Matter, Row]]) -> Iterator[list[tuple[Matter, Row]]]:
    """The rows that have one contradiction, where there are several; a body may have its next session's."""
    groups: dict[frozenset[object], list[tuple[Matter, Row]]] = {}
    for matter, row in rows:
        if row.conflict:
            places = frozenset((e.document, e.anchor) for e in (row.conflict.left, row.conflict.right))
            groups.setdefault(places, []).append((matter, row))
    several = (group for group in groups.values() if len(group) > 1)
    yield from (group for group in several if not any(m.key[0] == "next" for m, _ in group))


def _tellings(conflict: Conflict | None, told: Mapping[int, Telling]) -> set[int]:
    """The tellings that hold the two places of a contradiction."""
    ends = (conflict.left, conflict.right) if conflict else ()
    return {n for n, telling in told.items() if any(_holds(telling, end) for end in ends)}


def _holds(telling: Telling, end: Evidence) -> bool:
    return telling.record.document.id == end.document and any(a.overlaps(end.anchor) for a in telling.anchors)


def _apartness(matter: Matter, tellings: set[int], conflict: Conflict | None) -> tuple[int, int, int]:
    """How far a matter is from a contradiction: by its words, what else is told of it, where it stands."""
    ends = [conflict.left.anchor, conflict.right.anchor] if conflict else []
    mentions = [mention for number in tellings for mention in matter.places.get(number, ())]
    near = [min((abs(m.start - end.start) for m in mentions), default=0) for end in ends]
    worded = sum(matter.key[-1] in stems(end.exact) for end in ends)
    return -worded, len(set(matter.places) - tellings), sum(near)


def _without(matter: Matter, tellings: set[int]) -> Matter:
    places = {number: anchors for number, anchors in matter.places.items() if number not in tellings}
    return replace(matter, places=places, main=matter.main - tellings, carried=matter.carried - tellings)


def _named(best: Matter, matter: Matter) -> bool:
    """Whether a row can take the name of another beside its own."""
    parts = dict.fromkeys((*best.label.split(", "), *matter.label.split(", ")))
    label = ", ".join(parts)
    if len(label) <= LONGEST:
        best.label = label
    return len(label) <= LONGEST
