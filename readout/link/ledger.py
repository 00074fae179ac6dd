"""Promises of many documents put together, each with its targets and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from readout.knowledge.kin import kin, stems
from readout.link.accounts.sides import holder, side_of
from readout.link.accounts.voices import voice
from readout.link.clashes.units import Span, compared, span_of
from readout.link.lexicon import kindred, promise, promised
from readout.model.account import Evidence, Source
from readout.model.amount import Amount
from readout.model.commitment import Commitment
from readout.model.ledger import Ledger, Promise, Step, Target
from readout.model.record import Record
from readout.model.when import When


@dataclass(slots=True)
class _Group:
    """Tellings of one promise."""

    by: str
    to: str | None
    action: str
    object: str | None
    key: frozenset[str]
    told: list[tuple[Record, Commitment]] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    figures: set[str] = field(default_factory=set)


def ledger(records: Sequence[Record]) -> Ledger:
    """Every promise in the records: its targets and deadlines, and each figure of progress by basis.

    >>> # two texts on one pledge, "12 million tons" and "25 million tons a year" -> one promise, two targets
    """
    groups: list[_Group] = []
    index: dict[tuple[str, str], list[_Group]] = {}
    for record in records:
        shared: dict[tuple[int, str, str | None], _Group] = {}
        for commitment in record.commitments:
            told = (commitment.anchor.start, commitment.action, commitment.amount)
            twin = shared.get(told)
            if twin is not None:
                twin.also.append(_party(record, commitment.by))
            else:
                shared[told] = _filed(groups, index, record, commitment)
    as_of = max((r.document.published for r in records if r.document.published), default=None)
    today = _day(as_of)
    groups.sort(key=lambda group: not any(commitment.progress for _, commitment in group.told))
    promises = tuple(_promise(group, f"p{n}", today) for n, group in enumerate(groups, 1))
    sources = tuple(Source(r.document.id, r.document.title) for r in records)
    return Ledger(sources, promises, as_of)


def retold(records: Sequence[Record]) -> Iterator[list[tuple[Record, Commitment]]]:
    """The promises that more than one record tells of, each with its tellings."""
    groups: list[_Group] = []
    index: dict[tuple[str, str], list[_Group]] = {}
    for record in records:
        for commitment in record.commitments:
            _filed(groups, index, record, commitment)
    for group in groups:
        if len({id(record) for record, _ in group.told}) > 1:
            yield group.told


def _filed(
    groups: list[_Group], index: dict[tuple[str, str], list[_Group]], record: Record, commitment: Commitment
) -> _Group:
    """Put a commitment with the promise that it tells of again, or open a new one."""
    by, key = _party(record, commitment.by), _key(commitment)
    figure = _figure(_amount(record, commitment.amount))
    stems = key | {figure} if figure else key
    near = {id(g): g for stem in stems for g in index.get((by, stem), ())}
    group = next((g for g in near.values() if _same(g, key, commitment, figure)), None)
    if group is None:
        to = record.actor(commitment.to)
        group = _Group(by, to.name if to else None, commitment.action, commitment.object, key)
        groups.append(group)
    for stem in stems:
        entries = index.setdefault((by, stem), [])
        if group not in entries:
            entries.append(group)
    group.told.append((record, commitment))
    group.figures.update({figure} if figure else ())
    return group


def _party(record: Record, id: str | None) -> str:
    actor = record.actor(id)
    if actor is None:
        return "nobody named"
    side = side_of(record, actor)
    return (
        holder(side)
        if side and side != "*" and actor.kind in ("country", "government", "person")
        else actor.name
    )


def _key(commitment: Commitment) -> frozenset[str]:
    words = stems(commitment.object or "") or stems(commitment.action)
    return frozenset(w for w in words if w not in promise("empty") and not w[0].isdigit()) or frozenset(
        {kin(commitment.action)}
    )


def _same(group: _Group, key: frozenset[str], commitment: Commitment, figure: str | None) -> bool:
    """Whether a telling is of a group's promise: the same thing and kindred deeds, or the same figure.

    "The 6 million tonnes it agreed to buy" names no thing, "6 million tonnes of wheat it promised" no deed.
    """
    if _on_top(commitment.object) != _on_top(group.object):
        return False
    shared = len(group.key & key)
    one, other = group.action.split()[0].casefold(), (commitment.action.split() or [""])[0].casefold()
    alike = one == other or any(one in family and other in family for family in kindred())
    told = figure is not None and figure in group.figures
    bare = {kin(group.action)} == group.key or {kin(commitment.action)} == key
    if 2 * shared < min(len(group.key), len(key)) or not shared:
        return told and bare and alike
    return alike or (told and "give" in (one, other))


def _on_top(object: str | None) -> bool:
    """Whether a thing is promised on top of what was promised before: "a further 20 buses"."""
    return bool(promised("more").search(object or ""))


def _promise(group: _Group, id: str, today: date | None) -> Promise:
    targets = _targets(group, today)
    steps = tuple(sorted(_steps(group, targets), key=lambda step: step.as_of or "9999"))
    targets = tuple(_settled(target, n, steps) for n, target in enumerate(targets))
    conditions = tuple(
        Evidence(record.document.id, None, c.condition) for record, c in group.told if c.condition is not None
    )
    firmness = tuple(dict.fromkeys(c.firmness for _, c in group.told))
    bound = " and ".join(dict.fromkeys((group.by, *group.also)))
    to = group.to if not group.also else None
    return Promise(id, bound, to, group.action, group.object, firmness, targets, steps, conditions)


def _settled(target: Target, n: int, steps: Sequence[Step]) -> Target:
    """A target without days left or overdue where it has been reached by more than orders and words."""
    done = any((step.shares[n] or 0) >= 1 for step in steps if step.basis not in promise("early"))
    return replace(target, days_left=None, pace=None) if done else target


def _targets(group: _Group, today: date | None) -> tuple[Target, ...]:
    """The targets that are told, alike ones together, unlike ones apart."""
    found: list[Target] = []
    for record, commitment in group.told:
        rest = promised("left").search(commitment.object or "") is not None
        amount = None if rest else _amount(record, commitment.amount)
        deadline = next((w for w in record.whens if w.id == commitment.deadline), None)
        evidence = Evidence(record.document.id, next(iter(commitment.said_in), None), commitment.anchor)
        told = tuple(_tellers(record, commitment))
        fitting = (n for n, t in enumerate(found) if _fits(t, amount, deadline) and (t.deadline or not rest))
        at = next(fitting, None)
        if at is None:
            found.append(_timed(Target(amount, deadline, told, (evidence,)), record, today))
        else:
            found[at] = _with(found[at], amount, deadline, told, evidence)
    return tuple(found)


def _with(
    target: Target, amount: Amount | None, deadline: When | None, told: tuple[str, ...], evidence: Evidence
) -> Target:
    return Target(
        target.amount or amount,
        target.deadline or deadline,
        tuple(dict.fromkeys((*target.told_by, *told))),
        (*target.evidence, evidence),
        target.days_left,
        target.pace,
    )


def _fits(target: Target, amount: Amount | None, deadline: When | None) -> bool:
    """Whether a telling gives the same target: figures that can both be true, deadlines that overlap."""
    if amount and target.amount and compared(span_of(amount), span_of(target.amount)) is not True:
        return False
    if deadline and target.deadline and deadline.edtf != target.deadline.edtf:
        one, other = target.deadline, deadline
        return bool(
            one.start and other.start and one.start <= (other.end or "") and other.start <= (one.end or "")
        )
    return True


def _timed(target: Target, record: Record, today: date | None) -> Target:
    end = _day(target.deadline.end or target.deadline.start) if target.deadline else None
    if end is None or today is None:
        return target
    start = _day(record.document.published) or today
    whole = (end - start).days
    pace = min(1.0, max(0.0, (today - start).days / whole)) if whole > 0 else None
    return Target(target.amount, target.deadline, target.told_by, target.evidence, (end - today).days, pace)


def _tellers(record: Record, commitment: Commitment) -> Iterator[str]:
    by_id = {statement.id: statement for statement in record.statements}
    for id in commitment.said_in:
        statement = by_id.get(id)
        side = voice(record, statement) if statement else None
        actor = record.actor(statement.source.actor) if statement and statement.source else None
        if side and side != "*":
            yield holder(side)
        elif actor:
            yield actor.name
    for id in commitment.by_account:
        actor = record.actor(id)
        if actor and not commitment.said_in:
            yield actor.name


def _steps(group: _Group, targets: tuple[Target, ...]) -> Iterator[Step]:
    """Each figure of progress once, by basis and date."""
    seen: set[tuple[str, str | None, str | None, str | None]] = set()
    for record, commitment in group.told:
        for progress in commitment.progress:
            amount = _amount(record, progress.amount)
            reporter = record.actor(progress.reporter)
            name = reporter.name if reporter else None
            mark = (progress.basis, _figure(amount), progress.as_of, name)
            if mark not in seen:
                seen.add(mark)
                own = _amount(record, commitment.amount)
                shares = tuple(_share(amount, target.amount, own, progress.basis) for target in targets)
                evidence = Evidence(record.document.id, None, progress.anchor)
                yield Step(amount, progress.basis, name, progress.as_of, evidence, shares)


def _figure(amount: Amount | None) -> str | None:
    return f"{amount.value}:{amount.low}:{amount.high}:{amount.unit}:{amount.currency}" if amount else None


def _share(amount: Amount | None, target: Amount | None, own: Amount | None, basis: str) -> float | None:
    """What part of a target a figure is; None where the units differ or either is not certain.

    A percentage is one of the target that its own text names; "none has arrived" is no part of any.
    """
    if amount is None:
        return 0.0 if target is not None and basis.startswith("none ") else None
    if amount.unit == "%" and target and own and target.unit != "%":
        same = amount.value is not None and compared(span_of(own), span_of(target)) is True
        return amount.value / 100 if same and amount.value is not None else None
    done, whole = _middle(amount), _middle(target)
    if done is None or whole is None or done.kind != whole.kind or not whole.high:
        return None
    return done.high / whole.high


def _middle(amount: Amount | None) -> Span | None:
    """The figure itself as a range of one point, in the common unit."""
    if amount is None:
        return None
    if amount.value is None:
        return span_of(amount) if amount.high is not None else None
    wide = span_of(amount)
    narrow = Amount(
        amount.id,
        amount.anchor,
        amount.text,
        low=amount.value,
        high=amount.value,
        unit=amount.unit,
        currency=amount.currency,
    )
    return span_of(narrow) if wide else None


def _amount(record: Record, id: str | None) -> Amount | None:
    return next((amount for amount in record.amounts if amount.id == id), None)


def _day(text: str | None) -> date | None:
    """The day of an ISO date; of a month or year its first."""
    parts = (text or "").split("-")
    try:
        year, month, day = (*map(int, parts), 1, 1)[:3]
        return date(year, month, day)
    except ValueError:
        return None
