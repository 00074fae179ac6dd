"""Accounts of one encounter side by side, topic by topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from readout.link.accounts.owners import Owner
from readout.link.accounts.posts import settled
from readout.link.accounts.sides import country_of, holder, load_names, side_of
from readout.link.accounts.telling import Telling
from readout.link.accounts.tellings import tellings
from readout.link.accounts.voices import voice
from readout.link.encounter import encounter_of
from readout.link.lexicon import courtesy, opposite_number
from readout.link.matters.alignment import Likeness
from readout.link.matters.labels import figured, labelled
from readout.link.matters.matter import Matter, listed
from readout.link.matters.matters import matters
from readout.link.matters.scenes import scene
from readout.link.matters.untold import untold
from readout.link.repeats import distinct, once, told_once
from readout.link.verdict import row_of
from readout.model.account import Account, Cell, Comparison, Evidence, Row, Source, Stance
from readout.model.anchor import Anchor
from readout.model.record import Record

MOST_SIDES = 4


def comparison(records: Sequence[Record], likeness: Likeness | None = None) -> Comparison:
    """The accounts that several records, or one that quotes several sides, give of an encounter.

    ``likeness`` says how alike two phrases are in meaning; without it topics are lined up by their
    words alone.
    """
    records, owners = settled(records)
    told = tellings(records, owners)
    encounter = encounter_of(records, [telling.side for telling in told])
    chosen = _sides(told, (*(encounter.sides if encounter else ()), *_issued(owners)))
    told = [telling for telling in told if telling.side in chosen]
    accounts = tuple(_account(records, side, told, number) for number, side in enumerate(chosen))
    ids = {side: account.id for side, account in zip(chosen, accounts, strict=True)}
    told = [telling for telling in told if not scene(telling)]
    found = kept(matters(told, likeness), told)
    by_number = {telling.number: telling for telling in told}

    def judged(matters: Sequence[Matter]) -> list[tuple[Matter, Row]]:
        aside = ((m, _aside(m, matters, told)) for m in matters)
        return [(m, row_of(m, _cells(m, told, ids), others, ids, accounts)) for m, others in aside]

    judgements = distinct(judged(found), by_number)
    for matter, row in judgements:
        matter.label = figured(matter.label, row.conflict) if row.conflict else matter.label
    whole, anew = told_once(judgements, by_number)
    rows = once([pair for pair in judgements if any(pair[0] is one for one in whole)] + judged(anew))
    return Comparison(
        documents=tuple(Source(record.document.id, record.document.title) for record in records),
        accounts=accounts,
        topics=tuple(sorted(rows, key=_order)),
        encounter=encounter.reading if encounter else None,
    )


def _issued(owners: Sequence[Owner]) -> tuple[str, ...]:
    """The sides that put out a text each: three releases are three accounts, whoever met whom."""
    sides = tuple(dict.fromkeys(owner.side for owner in owners if owner.side and owner.release))
    return sides if len(sides) > 1 else ()


def _sides(told: Sequence[Telling], parties: Sequence[str]) -> list[str]:
    """The sides whose accounts stand in the table: the parties of the encounter, or who speaks most."""
    counts: Counter[str] = Counter()
    for telling in told:
        counts[telling.side] += 1 if telling.silent else 2
    ranked = [side for side, _ in counts.most_common()]
    meeting = [side for side in ranked if side in parties]
    if len(meeting) >= 2:
        return sorted(meeting[:MOST_SIDES], key=lambda side: _first(told, side))
    most = counts[ranked[0]] if ranked else 0
    loud = [side for side in ranked if counts[side] * 5 >= most * 2] if len(ranked) > 2 else ranked
    return sorted((loud if len(loud) > 1 else ranked[:2])[:MOST_SIDES], key=lambda side: _first(told, side))


def _first(told: Sequence[Telling], side: str) -> int:
    return next(telling.number for telling in told if telling.side == side)


def _account(records: Sequence[Record], side: str, told: Sequence[Telling], number: int) -> Account:
    names: list[str] = []
    others = {telling.side for telling in told} - {side}
    sides = _heard(told)
    for record in records:
        heard = {
            telling.statement.id
            for telling in told
            if telling.record is record and telling.statement and telling.side == side and not telling.silent
        }
        for statement in record.statements:
            actor = record.actor(statement.source.actor) if statement.source else None
            speaks = voice(record, statement)
            if actor and (actor.name in others or side_of(record, actor) in others):
                continue
            if actor and opposite_number().search(actor.name) and set(load_names(actor.name)) & others:
                continue
            elsewhere = (
                actor is not None and actor.kind == "person" and side not in sides.get(actor.name, {side})
            )
            if actor and not elsewhere and (speaks == side or (speaks is None and statement.id in heard)):
                names.append(actor.name)
    return Account(
        chr(ord("A") + number), holder(side), country_of(side), tuple(dict.fromkeys(names)) or (holder(side),)
    )


def _heard(told: Sequence[Telling]) -> dict[str, set[str]]:
    """In which accounts each speaker is heard."""
    found: dict[str, set[str]] = {}
    for telling in told:
        source = telling.statement.source if telling.statement and not telling.silent else None
        actor = telling.record.actor(source.actor) if source else None
        if actor:
            found.setdefault(actor.name, set()).add(telling.side)
    return found


def kept(found: Sequence[Matter], told: Sequence[Telling]) -> list[Matter]:
    """The matters worth a row: shared, denied or kept silent on; of the rest those that a telling would lack.

    A matter whose tellings all have a row already says nothing new, unless it is named in a list. A
    bare quotation beside other words of the same account opens no row of one side.
    """
    by_number = {telling.number: telling for telling in told}
    covered = {t.number for t in told if _beside(t, told) or _inner(t, told)}
    rows: list[Matter] = []
    for matter in sorted(found, key=lambda m: _rank(m, by_number)):
        numbers = {n for n in matter.places if n in by_number}
        named = any(listed(by_number[n], matter.places[n]) for n in numbers if matter.places[n])
        if _idle(matter, [by_number[n] for n in numbers]) or any(_same(matter, row) for row in rows):
            continue
        fresh = numbers - covered - matter.carried
        if numbers and (fresh or named or matter.twin or _own_row(matter, numbers, rows, by_number)):
            rows.append(matter)
            shared = len({by_number[n].side for n in numbers}) > 1
            minded = any(by_number[n].silent for n in numbers)
            told_of = numbers & (matter.main | matter.carried) if shared and not minded else numbers
            covered |= told_of - (_narrower(matter, found, by_number) if shared else set())
    rows += [m for m in untold(told, covered) if not any(n in row.places for row in rows for n in m.places)]
    return labelled(rows, by_number)


def _own_row(matter: Matter, numbers: set[int], rows: Sequence[Matter], told: dict[int, Telling]) -> bool:
    """Whether a narrow matter of two sides stands beside the broad one that has its tellings too.

    So it does where each gives a figure: "had 40 cooks aboard", of all that is told of the ferry.
    """
    if matter.name or len({told[n].side for n in numbers}) < 2 or numbers - matter.main:
        return False
    if not all(any(told[n].holds(a.anchor) for a in told[n].record.amounts) for n in numbers):
        return False
    broad = [row for row in rows if numbers <= set(row.places)]
    return all(len(row.places) > len(numbers) + 1 for row in broad) and bool(broad)


def _narrower(matter: Matter, found: Sequence[Matter], told: dict[int, Telling]) -> set[int]:
    """The tellings of a broad matter that are first about one of their own: the director of a venture."""
    counts = Counter(told[n].side for n in matter.places if n in told)
    if min(counts.values(), default=0) < BROAD:
        return set()
    return {n for other in found if other is not matter and len(other.places) <= FEW for n in other.main}


BROAD = 3
"""Tellings of each side from which on a matter is broad: the whole deal, the whole war."""
FEW = 2
"""Tellings that a matter within a broad one has at most."""


def _same(matter: Matter, row: Matter) -> bool:
    """Whether a matter only says once more what a row says."""
    if matter.name and len(matter.places) > 1 and set(matter.places) == set(row.places):
        return True
    return len(matter.main) > 1 and matter.main == row.main and set(matter.places) <= set(row.places)


def _idle(matter: Matter, spoken: Sequence[Telling]) -> bool:
    """Whether a matter is but courtesy, or the scene: who met whom and where."""
    if any(t.said != "yes" for t in spoken):
        return False
    return all(_courteous(t) for t in spoken) or (matter.name and all(_scene(t) for t in spoken))


def _courteous(telling: Telling) -> bool:
    if not courtesy().search(telling.text) or len(telling.text.split()) > COURTEOUS:
        return False
    ends = [part for part in re.split(r"(?<=[.!?]) ", telling.text) if not courtesy().search(part)]
    return all(len(part.split()) < PART for part in ends)


COURTEOUS = 20
"""Words of a courtesy; what is longer may say more."""
PART = 6
"""Words of a sentence beside one of thanks that says something."""


def _scene(telling: Telling) -> bool:
    """Whether a sentence of a text's own voice tells of the encounter itself: "They met in Bern."."""
    return telling.statement is None and any(
        event.type == "CONSULT" and event.status == "happened" and telling.holds(event.trigger)
        for event in telling.record.events
    )


def _beside(telling: Telling, told: Sequence[Telling]) -> bool:
    """Whether a telling is a quotation that goes with what its account says in the same paragraph."""
    if not telling.statement or telling.statement.form != "direct":
        return False
    text, start = telling.record.document.text, telling.anchors[0].start
    for other in told:
        bare = other.statement is not None and other.statement.form == "direct"
        if other.record is telling.record and other.side == telling.side and not (bare or other.silent):
            first, last = sorted((other.anchors[0].start, start))
            if "\n" not in text[first:last]:
                return True
    return False


def _inner(telling: Telling, told: Sequence[Telling]) -> bool:
    """Whether a telling only says once more a part of another of its account: what stands within it."""
    others = (t for t in told if t is not telling and t.record is telling.record and t.side == telling.side)
    return telling.said == "yes" and any(
        t.said == "yes" and all(any(a.covers(own) and a != own for a in t.anchors) for own in telling.anchors)
        for t in others
    )


def _rank(matter: Matter, told: dict[int, Telling]) -> tuple[int, bool, float]:
    spoken = [told[n] for n in matter.places if n in told]
    silences = sum(t.said != "yes" and t.number in matter.main for t in spoken)
    sides = len({t.side for t in spoken})
    return (-(2 if silences else 0) - (1 if sides > 1 else 0), matter.acts, -matter.confidence)


def _aside(matter: Matter, rows: Sequence[Matter], told: Sequence[Telling]) -> list[Telling]:
    """The tellings without those that are about another row of both sides and not about this one."""
    sides = {telling.number: telling.side for telling in told}
    shared = [row for row in rows if row is not matter and len({sides[n] for n in row.main & set(sides)}) > 1]
    other = {n for row in shared for n in row.main} - set(matter.places)
    return [telling for telling in told if telling.number not in other]


def _cells(matter: Matter, told: Sequence[Telling], ids: dict[str, str]) -> tuple[Cell, ...]:
    return tuple(_cell(matter, [t for t in told if t.side == side], id) for side, id in ids.items())


def _cell(matter: Matter, own: Sequence[Telling], account: str) -> Cell:
    spoken = [t for t in own if t.number in matter.places]
    denied = [t for t in spoken if t.said == "denied" and t.number in matter.main]
    silent = [t for t in spoken if t.silent and t.number in matter.main]
    said = [t for t in spoken if t.said == "yes"]
    told_of = {id(t.record) for t in silent}
    elsewhere = [t for t in said if id(t.record) not in told_of]
    stance: Stance = "not found"
    evidence: list[Telling] = []
    if denied:
        stance, evidence = "denied", [*denied, *said]
    elif silent and not elsewhere:
        stance, evidence = "silence reported", silent
    elif said:
        stance, evidence = "said", said
    return Cell(account, stance, tuple(_evidence(matter, evidence)))


def _evidence(matter: Matter, tellings: Iterable[Telling]) -> Iterator[Evidence]:
    for telling in {_shown(matter, telling): telling for telling in tellings}.values():
        id = telling.statement.id if telling.statement else None
        yield Evidence(telling.record.document.id, id, _shown(matter, telling))


def _shown(matter: Matter, telling: Telling) -> Anchor:
    """The words to show: the part of what was said that names the matter, else the longest."""
    said = [a for a in telling.statement.content if a in telling.anchors] if telling.statement else []
    parts = said or list(telling.anchors)
    places = [m for m in matter.places.get(telling.number, ()) if m not in telling.anchors]
    named = [part for part in parts if any(part.covers(place) for place in places)]
    return max(named or parts, key=lambda anchor: anchor.end - anchor.start)


def _order(row: Row) -> tuple[int, bool]:
    silent = any(cell.stance == "silence reported" for cell in row.cells)
    return ("contradict", "differ", "agree", "one-sided").index(row.verdict), not silent
