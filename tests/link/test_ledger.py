"""Promises of several texts put together."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from readout.link.ledger import ledger
from readout.link.timeline import timeline
from readout.model.actor import Actor, Mention
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment, Progress
from readout.model.document import Document
from readout.model.event import Event
from readout.model.record import Record
from readout.model.when import When

TEXT = "Peru pledged to buy 12 tons of wheat by 2027; 3 tons arrived, 4 tons were ordered. It met Chile on 2 May."


def at(words: str) -> Anchor:
    return Anchor.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def told(id: str, *, target: float = 12, deadline: str = "2027", published: str = "2026-01-01") -> Record:
    """One telling of Peru's promise, with its own target and deadline."""
    amounts = tuple(
        Amount(f"q{n}", at(words), words, value, unit="t")
        for n, (words, value) in enumerate([("12 tons", target), ("3 tons", 3), ("4 tons", 4)], 1)
    )
    progress = (
        Progress("q2", "arrived", at("3 tons arrived"), as_of="2026-01-01"),
        Progress("q3", "ordered", at("4 tons")),
    )
    promise = Commitment("c1", at("Peru pledged to buy 12 tons of wheat"), "buy", "a1", object="12 tons of wheat",
                         amount="q1", deadline="w1", by_account=("a1",), progress=progress)  # fmt: skip
    whens = (
        When("w1", at("2027"), "2027", deadline, f"{deadline}-01-01", f"{deadline}-12-31", "year"),
        When("w2", at("2 May"), "2 May", "2025-05-02", "2025-05-02", "2025-05-02", "day"),
    )
    actors = tuple(
        Actor(i, n, "country", (Mention(a.start, a.end, a.exact),), c)
        for i, n, c, a in (("a1", "Peru", "PER", at("Peru")), ("a2", "Chile", "CHL", at("Chile")))
    )
    met = Event("e1", "CONSULT", at("met"), at("It met Chile on 2 May"), actors=("a1", "a2"), when="w2")
    later = Event(
        "e2", "COOPERATE", at("buy"), at("buy 12 tons"), actors=("a1",), status="planned", when="w1"
    )
    return Record(
        Document(id, TEXT, published=published), actors, (), (met, later), whens, amounts, (promise,)
    )


def test_one_promise_told_twice_is_one_entry() -> None:
    kept = ledger([told("a"), told("b")])
    (promise,) = kept.promises
    (target,) = promise.targets
    assert promise.by == "Peru" and not promise.disputed and len(target.evidence) == 2


def test_disputed_targets_and_deadlines_stand_apart() -> None:
    (promise,) = ledger([told("a"), told("b", target=20), told("c", deadline="2030")]).promises
    assert promise.disputed
    assert [
        (t.amount.value if t.amount else None, t.deadline.edtf if t.deadline else None)
        for t in promise.targets
    ] == [
        (12, "2027"),
        (20, "2027"),
        (12, "2030"),
    ]


def test_every_figure_keeps_its_basis_and_date() -> None:
    (promise,) = ledger([told("a")]).promises
    steps = [(step.basis, step.as_of, step.shares) for step in promise.steps]
    assert steps == [("arrived", "2026-01-01", (0.25,)), ("ordered", None, (pytest.approx(1 / 3),))]


def test_what_is_left_is_counted_from_the_newest_text() -> None:
    kept = ledger([told("a"), told("b", published="2026-12-01")])
    assert kept.as_of == "2026-12-01"
    assert kept.promises[0].targets[0].days_left == 395


def test_no_share_where_units_differ() -> None:
    record = told("a")
    amounts = (record.amounts[0], replace(record.amounts[1], unit="km"), record.amounts[2])
    (promise,) = ledger([replace(record, amounts=amounts)]).promises
    assert promise.steps[0].shares == (None,)


def changed(id: str, *, object: str, amount: Amount, progress: tuple[Progress, ...] = ()) -> Record:
    """The same promise with another thing, figure and progress."""
    record = told(id)
    promise = replace(record.commitments[0], object=object, progress=progress)
    return replace(record, amounts=(amount, *record.amounts[1:]), commitments=(promise,))


def test_what_is_promised_on_top_is_a_promise_of_its_own() -> None:
    more = replace(told("a").amounts[0], value=5)
    kept = ledger([told("a"), changed("b", object="a further 5 tons of wheat", amount=more)])
    assert [p.targets[0].amount.value for p in kept.promises if p.targets[0].amount] == [12, 5]


def test_a_telling_without_its_thing_or_deed_is_known_by_its_figure() -> None:
    record = told("a")
    bare = replace(told("b"), commitments=(replace(record.commitments[0], object="12 tons"),))
    given = replace(told("c"), commitments=(replace(record.commitments[0], action="give"),))
    assert len(ledger([record, bare, given]).promises) == 1


def test_two_figures_of_one_clause_are_two_promises() -> None:
    record = told("a")
    other = replace(record.commitments[0], id="c2", object="4 tons of rye", amount="q3")
    assert len(ledger([replace(record, commitments=(*record.commitments, other))]).promises) == 2


def test_what_remains_is_no_other_target() -> None:
    rest = replace(told("a").amounts[0], value=9)
    (promise,) = ledger(
        [told("a"), changed("b", object="the remaining 9 tons of wheat", amount=rest)]
    ).promises
    assert [t.amount.value for t in promise.targets if t.amount] == [12] and not promise.disputed


def test_a_percentage_is_a_share_of_its_own_target() -> None:
    quarter = replace(told("a").amounts[1], value=25, unit="%")
    record = replace(told("a"), amounts=(told("a").amounts[0], quarter, told("a").amounts[2]))
    assert [step.shares for step in ledger([record]).promises[0].steps] == [(0.25,), (pytest.approx(1 / 3),)]


def test_nothing_yet_is_a_step_of_its_own() -> None:
    none = Progress(None, "none arrived", at("3 tons arrived"), as_of="2026-01-01")
    (promise,) = ledger(
        [changed("a", object="12 tons of wheat", amount=told("a").amounts[0], progress=(none,))]
    ).promises
    assert [(step.basis, step.shares) for step in promise.steps] == [("none arrived", (0.0,))]


def test_what_is_reached_is_not_overdue() -> None:
    all_ = replace(told("a").amounts[1], value=12)
    record = replace(told("a"), amounts=(told("a").amounts[0], all_, told("a").amounts[2]))
    late = replace(told("b", published="2028-05-01"), commitments=())
    assert ledger([record, late]).promises[0].targets[0].days_left is None
    assert (ledger([told("a"), late]).promises[0].targets[0].days_left or 0) < 0


def test_the_timeline_keeps_event_and_report_apart() -> None:
    times = timeline([told("a"), told("b", published="2026-12-01")])
    met, later = times.moments
    assert (met.edtf, met.grain, met.reported, len(met.evidence)) == (
        "2025-05-02",
        "day",
        ("2026-01-01", "2026-12-01"),
        2,
    )
    assert (later.edtf, later.status, later.grain) == ("2027", "planned", "year")


def test_undated_events_are_never_put_together() -> None:
    events = tuple(replace(event, when=None) for event in told("a").events)
    times = timeline([replace(told(id), events=events) for id in "ab"])
    assert times.moments == () and len(times.undated) == 4


def test_a_thousand_records_take_less_than_two_seconds() -> None:
    records = [told(str(n), target=12 + n % 3) for n in range(1000)]
    began = time.process_time()
    kept = ledger(records)
    assert time.process_time() - began < 2
    assert len(kept.promises) == 1


def test_nothing_gives_an_empty_ledger() -> None:
    empty = Record(Document("x", ""))
    assert ledger([]).promises == () and ledger([empty]).promises == () and timeline([empty]).moments == ()
