"""Judgements: added to, never changed; the record and the search follow them; the machine's value stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from readout.dossier import Dossier, Filters, Saying
from readout.dossier.text import text
from readout.model.anchor import Anchor
from readout.model.errors import UsageError
from readout.model.items import KINDS, items_of, misplaced
from readout.model.judgement import in_force
from readout.model.record import Record
from readout.store import Kept


def correct(dossier: Dossier, kept: Kept, kind: Any, item: str, field: str, value: Any) -> Record:
    dossier.judge(kept, kind, item, "correct", who="ana", field=field, value=value)
    read = dossier.record(kept)
    assert list(misplaced(read)) == []
    assert _dangling(read) == []
    return read


def _dangling(record: Record) -> list[str]:
    """References that lead nowhere."""
    ids = {id for kind in KINDS for id, _ in items_of(record, kind)}
    told = [
        party.actor for one in record.statements for party in (one.source, one.addressee, *one.via) if party
    ]
    told += [
        id
        for one in record.events
        for id in (*one.actors, *one.recipients, *one.amounts, one.when, one.within)
    ]
    told += [id for one in record.statements for id in (*one.topics, one.when, one.within)]
    told += [
        id for one in record.commitments for id in (one.by, one.to, one.amount, one.deadline, *one.said_in)
    ]
    return [id for id in told if id is not None and id not in ids]


def speaker(record: Record, statement: str) -> str | None:
    source = next(one for one in record.statements if one.id == statement).source
    actor = record.actor(source.actor) if source else None
    return actor.name if actor else None


def test_a_judgement_says_who_when_and_on_what(dossier: Dossier, kept: Kept) -> None:
    made = dossier.judge(kept, "statement", "s4", "accept", who="ana", note="heard it")
    assert [(one, standing) for one, standing in dossier.judgements(kept)] == [(made, "held")]
    assert (made.document, made.who, made.note) == (kept.id, "ana", "heard it")
    assert made.made.endswith("Z") and made.places[0].exact == "the ships"
    assert made.machine["said"] == "not said"


def test_the_types_of_an_event_are_those_that_are_read() -> None:
    from readout.extract.events.lexicon import TYPES
    from readout.store.fields import correctable, value_of

    fields = {field.name: field for field in correctable("event")}
    assert set(fields["type"].options) == set(TYPES)
    assert value_of("event", "type", "agree") == "AGREE"


def test_a_type_that_is_none_is_refused(dossier: Dossier, kept: Kept) -> None:
    with pytest.raises(UsageError, match="choose one of ACCUSE, AGREE"):
        dossier.judge(kept, "event", "e1", "correct", who="ana", field="type", value="NONSENSE")


def test_a_type_that_an_older_dossier_took_is_still_read(record: Record) -> None:
    from readout.store.corrections import corrected

    assert corrected(record, "event", "e1", "type", "NONSENSE").events[0].type == "NONSENSE"


def test_the_machines_value_stays_beside_a_correction(dossier: Dossier, kept: Kept, record: Record) -> None:
    read = correct(dossier, kept, "statement", "s5", "source", "Emil Sato")
    assert speaker(read, "s5") == "Emil Sato"
    assert dossier.machine(kept) == record
    ((judgement, _),) = dossier.judgements(kept)
    assert judgement.machine["source"]["actor"] == "Kim Oh" and judgement.value == "Emil Sato"


def test_a_source_that_the_text_does_not_have_becomes_an_actor_there(dossier: Dossier, kept: Kept) -> None:
    read = correct(dossier, kept, "statement", "s6", "source", "Zoe Park")
    assert speaker(read, "s6") == "Zoe Park"
    hits = dossier.search(Filters(actor="Zoe Park", kind="statement")).hits
    assert [hit.item for hit in hits] == ["s6"]


@pytest.mark.parametrize(
    ("kind", "item", "field", "value", "read"),
    [
        ("statement", "s6", "said", "yes", "yes"),
        ("amount", "q2", "value", 30, 30.0),
        ("amount", "q2", "unit", None, None),
        ("when", "w2", "edtf", "2026-06", "2026-06"),
        ("actor", "a1", "name", "Ada Ruiz Paz", "Ada Ruiz Paz"),
        ("topic", "t1", "label", "the fleet", "the fleet"),
        ("commitment", "c1", "firmness", "offered", "offered"),
        ("event", "e1", "status", "happened", "happened"),
    ],
)
def test_fields_are_corrected(
    dossier: Dossier, kept: Kept, kind: Any, item: str, field: str, value: Any, read: Any
) -> None:
    record = correct(dossier, kept, kind, item, field, value)
    found = dict(items_of(record, kind))[item]
    assert getattr(found, field) == read


def test_a_corrected_date_counts_in_the_search(dossier: Dossier, kept: Kept) -> None:
    read = correct(dossier, kept, "event", "e1", "when", "2026-05-01/2026-05-03")
    when = {one.id: one for one in read.whens}[read.events[0].when or ""]
    assert (when.start, when.end) == ("2026-05-01", "2026-05-03")
    found = dossier.search(Filters(kind="event", after="2026-05-02", before="2026-05-02")).hits
    assert [hit.item for hit in found] == ["e1"]


def test_topics_of_a_statement_are_named(dossier: Dossier, kept: Kept) -> None:
    read = correct(dossier, kept, "statement", "s5", "topics", ["Ships", "secrecy"])
    assert len(read.statements[4].topics) == 2 and len(read.topics) == 2
    assert [hit.item for hit in dossier.search(Filters(topic="secrecy", kind="statement")).hits] == ["s5"]


def test_actors_are_merged(dossier: Dossier, kept: Kept, record: Record) -> None:
    other = record.actors[1].mentions[0]
    into = {"into": {"start": other.start, "end": other.end, "exact": other.exact}}
    read = correct(dossier, kept, "actor", "a3", "merge", into)
    assert speaker(read, "s5") == record.actors[1].name and read.actor("a3") is None
    assert {*record.actors[1].mentions, *record.actors[2].mentions} <= set(read.actors[1].mentions)


def test_actors_are_split(dossier: Dossier, kept: Kept, record: Record) -> None:
    spoken = record.statements[2].source
    assert spoken and spoken.anchor and spoken.actor == "a1"
    value = {"name": "Somebody Else", "mentions": [spoken.anchor]}
    read = correct(dossier, kept, "actor", "a1", "split", value)
    assert speaker(read, "s3") == "Somebody Else"
    assert read.statements[1].source == record.statements[1].source


def test_the_latest_verdict_counts_and_rejected_items_are_gone(dossier: Dossier, kept: Kept) -> None:
    dossier.judge(kept, "statement", "s2", "accept", who="ana")
    dossier.judge(kept, "statement", "s2", "reject", who="ben")
    read = dossier.record(kept)
    assert "s2" not in [one.id for one in read.statements] and _dangling(read) == []
    assert read.events[0].within is None
    assert "s2" not in [hit.item for hit in dossier.search(Filters(kind="statement")).hits]
    (hit,) = dossier.search(Filters(verdict="reject")).hits
    assert (hit.item, hit.verdict) == ("s2", "reject")


def test_a_rejected_actor_leaves_no_reference(dossier: Dossier, kept: Kept) -> None:
    dossier.judge(kept, "actor", "a1", "reject", who="ana")
    assert _dangling(dossier.record(kept)) == []


def test_what_nobody_judged_waits(dossier: Dossier, kept: Kept, record: Record) -> None:
    dossier.judge(kept, "statement", "s2", "unsure", who="ana")
    waiting = dossier.search(Filters(kind="statement", verdict="none")).hits
    assert len(waiting) == len(record.statements) - 1
    assert dossier.progress().judged == 1


def test_undo_and_undo_of_undo(dossier: Dossier, kept: Kept) -> None:
    made = dossier.judge(kept, "statement", "s2", "reject", who="ana")
    taken = dossier.undo(kept, made.id, who="ben")
    assert len(dossier.record(kept).statements) == len(dossier.machine(kept).statements)
    dossier.undo(kept, taken.id, who="ana")
    assert "s2" not in [one.id for one in dossier.record(kept).statements]
    ledger = [one for one, _ in dossier.judgements(kept)]
    assert [one.action for one in ledger] == ["reject", "undo", "undo"]
    assert in_force(ledger) == ledger[:1]


def test_undoing_a_correction_brings_the_one_before_back(dossier: Dossier, kept: Kept) -> None:
    correct(dossier, kept, "statement", "s6", "source", "Ada Ruiz")
    last = dossier.judge(kept, "statement", "s6", "correct", who="ben", field="source", value="Emil Sato")
    assert speaker(dossier.record(kept), "s6") == "Emil Sato"
    dossier.undo(kept, last.id, who="ana")
    assert speaker(dossier.record(kept), "s6") == "Ada Ruiz"


WRONG: list[dict[str, Any]] = [
    {"item": "s99"},
    {"kind": "event"},
    {"who": " "},
    {"action": "correct", "field": "id", "value": "x"},
    {"action": "correct", "field": "said", "value": "perhaps"},
    {"action": "correct", "field": "when", "value": "soon"},
    {"action": "correct", "field": None},
    {"action": "accept", "value": 3},
    {"action": "comment"},
    {"action": "undo"},
    {"note": "a\0b"},
    {"kind": "actor", "item": "a1", "action": "correct", "field": "name", "value": " "},
    {"kind": "actor", "item": "a1", "action": "correct", "field": "merge", "value": {"into": "a2"}},
    {"kind": "amount", "item": "q1", "action": "correct", "field": "value", "value": "many"},
]


@pytest.mark.parametrize("given", WRONG)
def test_a_judgement_that_is_none_is_a_wrong_call(
    dossier: Dossier, kept: Kept, given: dict[str, Any]
) -> None:
    call: dict[str, Any] = {"kind": "statement", "item": "s1", "action": "accept", "who": "ana"} | given
    with pytest.raises(UsageError):
        dossier.judge(kept, call.pop("kind"), call.pop("item"), call.pop("action"), **call)
    assert dossier.judgements(kept) == []


def test_several_judgements_are_written_all_or_none(dossier: Dossier, kept: Kept) -> None:
    said = [
        Saying(document=kept, kind="statement", item=item, action="accept", who="ana")
        for item in ("s1", "s2")
    ]
    assert [one.item for one in dossier.judge_all(said)] == ["s1", "s2"]
    with pytest.raises(UsageError):
        dossier.judge_all([said[0], replace(said[1], item="s99")])
    ((standings),) = dossier.judged()
    assert [one.item for one, _ in standings.judgements] == ["s1", "s2"]


# reading again


def shifted(record: Record, by: str) -> Record:
    """The record as it would be with words put before the text: every anchor elsewhere."""
    from readout.store.readings import decoded, encoded

    tree = encoded(record)
    moved = decoded(tree)
    return replace(moved, document=replace(moved.document, text=by + moved.document.text))


def test_judgements_hold_where_the_item_is_found_again_under_another_id(
    dossier: Dossier, kept: Kept, record: Record
) -> None:
    made = dossier.judge(kept, "statement", "s5", "reject", who="ana")
    later = replace(
        record,
        model="m-2",
        statements=tuple(replace(one, id=f"s{n}0") for n, one in enumerate(record.statements)),
    )
    told = dossier.reread(kept, later)
    assert (told.changed, told.kept, told.lost, told.unmatched) == (True, 1, (), ())
    assert "s40" not in [one.id for one in dossier.record(kept).statements]
    assert [reading.record.model for reading in dossier.readings(kept)] == [record.model, "m-2"]
    assert dossier.judgements(kept) == [(made, "held")]
    shown = text(dossier, kept)
    assert shown.verdict("statement", "s40") == "reject" and shown.verdict("statement", "s5") is None


def test_a_judgement_whose_words_are_gone_is_lost_and_not_moved(
    dossier: Dossier, kept: Kept, record: Record
) -> None:
    made = dossier.judge(kept, "statement", "s5", "reject", who="ana")
    told = dossier.reread(kept, replace(shifted(record, "NEW. "), statements=(), actors=()))
    assert told.lost == (made,) and told.kept == 0
    assert dossier.judgements(kept) == [(made, "lost")]
    ((lost),) = dossier.lost()
    assert lost.judgements == ((made, "lost"),)
    back = dossier.reread(kept, record)
    assert back.lost == () and dossier.judgements(kept) == [(made, "held")]


def test_a_judgement_on_an_item_that_is_no_longer_read_is_kept_and_listed(
    dossier: Dossier, kept: Kept, record: Record
) -> None:
    made = dossier.judge(kept, "statement", "s5", "reject", who="ana")
    told = dossier.reread(kept, replace(record, statements=record.statements[:4]))
    assert (told.kept, told.unmatched, told.lost) == (1, (made,), ())


def test_a_judgement_on_an_item_that_reads_otherwise_now_is_told(
    dossier: Dossier, kept: Kept, record: Record
) -> None:
    made = dossier.judge(kept, "statement", "s5", "accept", who="ana")
    fifth = replace(record.statements[4], said="denied")
    told = dossier.reread(kept, replace(record, statements=(*record.statements[:4], fifth)))
    assert told.reads_otherwise == (made,) and told.kept == 1


def test_a_correction_outlives_a_rereading(dossier: Dossier, kept: Kept, record: Record) -> None:
    correct(dossier, kept, "statement", "s5", "source", "Emil Sato")
    later = replace(record.statements[4], id="s9", confidence=0.2)
    dossier.reread(kept, replace(record, statements=(*record.statements[:4], later), model="m-2"))
    assert speaker(dossier.record(kept), "s9") == "Emil Sato"


def test_the_same_reading_again_changes_nothing(dossier: Dossier, kept: Kept, record: Record) -> None:
    assert not dossier.reread(kept, record).changed
    assert len(dossier.readings(kept)) == 1


def test_places_are_anchors_of_the_text(dossier: Dossier, kept: Kept, record: Record) -> None:
    made = dossier.judge(kept, "event", "e1", "accept", who="ana")
    assert all(isinstance(place, Anchor) and place.holds(record.document.text) for place in made.places)
