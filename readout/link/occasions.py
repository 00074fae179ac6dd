"""Which texts tell of one encounter: the same parties met at dates that fit, or speak of each other then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readout.link.accounts.sides import JOINT, harmonised, side_of
from readout.link.encounter import PAST, TYPES
from readout.model.account import Encounter, Occasion
from readout.model.event import Event
from readout.model.record import Record
from readout.model.when import When

NEAR = 3
"""Days between two publications within which texts without a date may tell of one encounter."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An encounter as one text tells of it."""

    record: Record
    event: Event
    parties: frozenset[str]
    when: When | None

    @property
    def weight(self) -> float:
        """How much it looks like what the text is an account of: a call or a meeting, named early."""
        known = bool(self.event.mode) + 0.5 * bool(self.when)
        return 4.0 * (self.event.type == "CONSULT") + known - 0.15 * self.record.events.index(self.event)


def occasions(records: Sequence[Record]) -> tuple[Occasion, ...]:
    """The encounters that the texts are accounts of, those with most texts first.

    >>> # two governments' readouts of one call on 3 March, and a story on it -> one occasion, three texts
    """
    records = harmonised(records)
    told = {id(record): tuple(_told(record)) for record in records}
    groups: list[list[_Told]] = []
    mains = [max(several, key=lambda one: one.weight) for several in told.values() if several]
    for main in sorted(mains, key=lambda one: -one.weight):
        group = next((group for group in groups if any(_same(main, one) for one in group)), None)
        groups.append([main]) if group is None else group.append(main)
    found = [_occasion(group, records, told) for group in groups]
    return tuple(sorted(found, key=lambda one: -len(one.documents)))


def _told(record: Record) -> Iterator[_Told]:
    """Each encounter of at least two sides that a text tells of."""
    whens = {when.id: when for when in record.whens}
    for event in record.events:
        actors = [record.actor(id) for id in (*event.actors, *event.recipients)]
        parties = frozenset(side for actor in actors if (side := side_of(record, actor)) and side != JOINT)
        if event.type in TYPES and event.status in PAST and len(parties) > 1:
            yield _Told(record, event, parties, whens.get(event.when or ""))


def _same(one: _Told, other: _Told) -> bool:
    """One type, the same parties; dates that overlap, or texts published within days of each other."""
    if (one.event.type, one.parties) != (other.event.type, other.parties):
        return False
    spans = [(told.when.start, told.when.end) for told in (one, other) if told.when]
    if len(spans) == 2 and all(end for span in spans for end in span):
        return max(start or "" for start, _ in spans) <= min(end or "" for _, end in spans)
    return _near(one.record, other.record)


def _near(one: Record, other: Record) -> bool:
    try:
        first, second = (date.fromisoformat(record.document.published or "") for record in (one, other))
    except ValueError:
        return False
    return abs((first - second).days) <= NEAR


def _occasion(
    group: Sequence[_Told], records: Sequence[Record], told: dict[int, tuple[_Told, ...]]
) -> Occasion:
    best = max(group, key=lambda one: one.weight)
    ids = [record.document.id for record in records if _tells(record, group, told[id(record)])]
    actors = [best.record.actor(id) for id in (*best.event.actors, *best.event.recipients)]
    names = [actor.name for actor in actors if actor and side_of(best.record, actor) in best.parties]
    mode = next((one.event.mode for one in group if one.event.mode), None)
    when = next((one.when.edtf for one in group if one.when and one.when.edtf), None)
    encounter = Encounter(best.event.type, mode, tuple(dict.fromkeys(names)), when)
    return Occasion(encounter, tuple(dict.fromkeys(ids)))


def _tells(record: Record, group: Sequence[_Told], own: Sequence[_Told]) -> bool:
    """Whether a text tells of the encounter, or is on its parties and came out when others told of it."""
    if any(_same(one, other) for one in own for other in group):
        return True
    if any(one.event.type == group[0].event.type for one in own):
        return False
    return _subject(record) == group[0].parties and any(_near(record, one.record) for one in group)


def _subject(record: Record) -> frozenset[str]:
    """The two sides that a text names most."""
    named: Counter[str] = Counter()
    for actor in record.actors:
        side = side_of(record, actor)
        if side and side != JOINT:
            named[side] += len(actor.mentions)
    return frozenset(side for side, _ in named.most_common(2))
