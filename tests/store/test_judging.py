"""``readout judge`` and what ``readout show`` says of items, on both databases."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from readout.dossier import Dossier, Kept
from readout.model.judgement import in_force
from readout.model.record import Record

Run = Callable[..., Any]


def ledger(dossier: Dossier, kept: Kept) -> list[tuple[str, str, str]]:
    return [(one.item, one.action, one.who) for one, _ in dossier.judgements(kept)]


@pytest.mark.parametrize("action", ["accept", "reject", "unsure"])
@pytest.mark.parametrize("item", ["s2", "e1", "w1", "q1", "c1", "a1", "t1", "u1"])
def test_every_kind_of_item_is_judged(
    run: Run, address: str, dossier: Dossier, kept: Kept, item: str, action: str
) -> None:
    ran = run("judge", address, f"1/{item}", f"--{action}", "--by", "ana")
    assert ran.code == 0 and f"1/{item}" in ran.out and ran.err == ""
    assert ledger(dossier, kept) == [(item, action, "ana")]


def test_several_items_and_a_comment_beside(run: Run, address: str, dossier: Dossier, kept: Kept) -> None:
    run("judge", address, "1/s1", f"{kept.url}/s2", "--accept", "--comment", "heard it", "--by", "ana")
    assert ledger(dossier, kept) == [("s1", "accept", "ana"), ("s2", "accept", "ana")]
    assert {one.note for one, _ in dossier.judgements(kept)} == {"heard it"}
    run("judge", address, "1/s1", "--comment", "ask again", "--by", "ben")
    assert ledger(dossier, kept)[-1] == ("s1", "comment", "ben")


@pytest.mark.parametrize(
    ("item", "typed", "expected"),
    [
        ("s4", "source=Kim Oh", "Kim Oh"),
        ("s4", "source=", None),
        ("s4", "said=denied", "denied"),
        ("s4", "topics=Ships, Secrecy", ["Ships", "Secrecy"]),
        ("e1", "when=2026-05-01/2026-05-03", "2026-05-01/2026-05-03"),
        ("e1", "actors=Chile, Peru", ["Chile", "Peru"]),
        ("w1", "edtf=2026-03", "2026-03"),
        ("q1", "value=1,200", 1200.0),
        ("c1", "deadline=2026-06-30", "2026-06-30"),
        ("a1", "name=Ada Ruiz Soto", "Ada Ruiz Soto"),
        ("t1", "label=Ferries", "Ferries"),
    ],
)
def test_a_field_is_corrected(
    run: Run, address: str, dossier: Dossier, kept: Kept, item: str, typed: str, expected: Any
) -> None:
    ran = run("judge", address, f"1/{item}", "--correct", typed)
    assert ran.code == 0 and "→" in ran.out
    ((made, standing),) = dossier.judgements(kept)
    assert (made.action, made.value, standing) == ("correct", expected, "held")
    assert dossier.record(kept) != dossier.machine(kept)


def test_actors_are_merged_by_id_or_name(
    run: Run, address: str, dossier: Dossier, kept: Kept, record: Record
) -> None:
    assert run("judge", address, "1/a3", "--merge", record.actors[1].name.upper()).code == 0
    assert dossier.record(kept).actor("a3") is None
    assert run("judge", address, "1/a3", "--undo").code == 0
    assert dossier.record(kept).actor("a3") is not None
    assert run("judge", address, "1/a3", "--merge", "1/a2").code == 0
    assert dossier.record(kept).actor("a3") is None


def test_an_actor_is_split_at_the_places_that_show_numbers(
    run: Run, address: str, dossier: Dossier, kept: Kept, record: Record
) -> None:
    assert record.actors[0].mentions[1].exact in run("show", address, "1/a1").out
    assert run("judge", address, "1/a1", "--split", "Somebody Else", "--places", "2").code == 0
    split = next(one for one in dossier.record(kept).actors if one.name == "Somebody Else")
    assert split.mentions == record.actors[0].mentions[1:2]


def test_undo_by_item_and_by_judgement(run: Run, address: str, dossier: Dossier, kept: Kept) -> None:
    run("judge", address, "1/s1", "--reject")
    run("judge", address, "1/s1", "--correct", "said=denied")
    run("judge", address, "1/s1", "--undo")
    first, second, undo = [one for one, _ in dossier.judgements(kept)]
    assert undo.undoes == second.id
    run("judge", address, first.id[:8], "--undo", "--comment", "too hasty")
    assert in_force([one for one, _ in dossier.judgements(kept)]) == []
    assert run("judge", address, "1/s1", "--undo").code == 2
    run("judge", address, undo.id[:8], "--undo")
    assert in_force([one for one, _ in dossier.judgements(kept)]) == [second]


def test_the_log_says_who_when_and_what_in_order(
    run: Run, address: str, dossier: Dossier, kept: Kept
) -> None:
    assert run("judge", address, "--log").err == "nobody judged anything here\n"
    run("judge", address, "1/s2", "--reject", "--by", "ana")
    run("judge", address, "1/s4", "--correct", "source=Kim Oh", "--by", "ben")
    run("judge", address, "1/s2", "--undo", "--by", "ben")
    lines = run("judge", address, "--log").out.splitlines()
    assert [line.split()[3] for line in lines] == ["ana", "ben", "ben"]
    assert "(taken back)" in lines[0] and "“Emil Sato” → “Kim Oh”" in lines[1]
    assert len(run("judge", address, "1/s4", "--log").out.splitlines()) == 1
    assert len(run("judge", address, "1", "--log", "--by", "ben").out.splitlines()) == 2
    rows = [json.loads(line) for line in run("judge", address, "--log", "--format", "jsonl").out.splitlines()]
    assert [(row["number"], row["item"], row["undone"]) for row in rows] == [
        (1, "s2", True),
        (1, "s4", False),
        (1, "s2", False),
    ]
    assert run("show", address, "1", "--as", "judgements").out.splitlines() == lines


def test_show_names_and_marks_the_items(run: Run, address: str, dossier: Dossier, kept: Kept) -> None:
    out = run("show", address, "1").out
    assert all(f"[1/{id}]" in out for id in ("s1", "e1", "c1", "q1", "w1", "a1", "t1", "u1"))
    run("judge", address, "1/s1", "--accept", "--correct", "act=promise")
    run("judge", address, "1/s2", "--reject")
    out = run("show", address, "1").out
    assert "[1/s1 ✓ ✎]" in out and "[1/s2]" not in out and "Rejected by people: 1/s2" in out
    assert "[1/s2]" in run("show", address, "1", "--machine").out


def test_show_of_an_item_and_of_a_dossier(run: Run, address: str, dossier: Dossier, kept: Kept) -> None:
    run("judge", address, "1/s4", "--reject", "--by", "ana", "--comment", "not so")
    out = run("show", address, "1/s4").out
    assert "Statement 1/s4  ✗ rejected" in out and "MAY BE CORRECTED" in out and "not so" in out
    assert "1 rejected" in run("show", address).out


WRONG = [
    (),
    ("1/s1",),
    ("s1", "--accept"),
    ("1", "--accept"),
    ("1/s99", "--accept"),
    ("1/s1", "1/s99", "--accept"),
    ("1/s1", "--accept", "--reject"),
    ("1/s1", "--undo"),
    ("1/s1", "--accept", "--undo"),
    ("1/s1", "--correct", "said"),
    ("1/s1", "--correct", "said=perhaps"),
    ("1/s1", "--correct", "when=soon"),
    ("1/s1", "--correct", "id=s2"),
    ("1/s1", "--correct", "said=denied", "--correct", "said=perhaps"),
    ("1/q1", "--correct", "value=many"),
    ("1/s1", "--merge", "s2"),
    ("1/a1", "--merge", "a1"),
    ("1/a1", "--merge", "Nobody"),
    ("1/a1", "--merge", "2/a2"),
    ("1/a1", "--correct", "merge=a2"),
    ("1/a1", "--split", "Other"),
    ("1/a1", "--split", "Other", "--places", "99"),
    ("1/a1", "--split", "", "--places", "1"),
    ("1/a1", "--places", "1"),
    ("1/s1", "--comment", " "),
    ("1/s1", "--accept", "--by", " "),
    ("beef", "--undo"),
    ("--log", "--accept"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_wrong_call_is_one_sentence_exit_code_2_and_writes_nothing(
    run: Run, address: str, dossier: Dossier, kept: Kept, words: tuple[str, ...]
) -> None:
    ran = run("judge", address, *words)
    assert ran.code == 2 and ran.err.startswith("readout: ") and ran.err.count("\n") == 1
    assert dossier.judgements(kept) == []


def test_a_document_that_is_not_there_is_exit_code_1(run: Run, address: str, kept: Kept) -> None:
    ran = run("judge", address, "9/s1", "--accept")
    assert (ran.code, ran.err) == (1, "readout: the dossier holds no document 9\n")
