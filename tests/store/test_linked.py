"""Comparison, ledger, timeline and events of a dossier's texts, on both databases, as people left them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from readout.dossier import Dossier, Kept, Source
from readout.link.accounts.tellings import tellings
from readout.model.record import Record

from .makers import record_of, source

Run = Callable[..., Any]


@pytest.fixture
def other(dossier: Dossier, kept: Kept) -> Kept:
    """A second text, after the hand-made record."""
    text = "Emil Sato said the ships had sailed. Ada Ruiz said the ships were in port."
    return dossier.add(record_of(text, published="2026-03-05"), source(text)).document


@pytest.mark.parametrize("verb", ["compare", "ledger", "timeline"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_every_form_of_all_texts(
    run: Run, address: str, kept: Kept, other: Kept, verb: str, form: str
) -> None:
    ran = run(verb, "--dossier", address, "--format", form)
    assert ran.code == 0 and ran.out
    if form == "json":
        assert [one["id"] for one in json.loads(ran.out)["documents"]] == [kept.id, other.id]


def test_texts_are_named_and_come_in_that_order(run: Run, address: str, kept: Kept, other: Kept) -> None:
    ran = run("timeline", "2", kept.url, "--dossier", address, "--format", "json")
    assert [one["id"] for one in json.loads(ran.out)["documents"]] == [other.id, kept.id]


def test_places_are_told_by_the_dossiers_numbers(
    run: Run, address: str, dossier: Dossier, record: Record
) -> None:
    text = "Kim Oh said that it rained."
    dossier.add(record_of(text), source(text))
    dossier.add(record, Source(name="ships.html"))
    assert "text 2, line 1" in run("timeline", "2", "1", "--dossier", address).out


def test_filters_are_obeyed(run: Run, address: str, kept: Kept, other: Kept, record: Record) -> None:
    ran = run("timeline", "--dossier", address, "--until", "2026-03-03", "--format", "json")
    assert [one["id"] for one in json.loads(ran.out)["documents"]] == [kept.id]
    type = record.events[0].type
    assert run("events", "--dossier", address, "--type", type, "--format", "jsonl").out.count("\n") == 1
    assert "[1/e1]" in run("events", "--dossier", address, "--kind", "event").out


def test_two_versions_of_a_page_are_compared_when_both_are_named(
    run: Run, address: str, dossier: Dossier
) -> None:
    for day, words in (("2026-03-01", "Ada Ruiz said yes."), ("2026-03-02", "Ada Ruiz said no.")):
        record = record_of(words, url="https://paper.example/vote", published=day)
        dossier.add(record, Source(name="vote", data=words.encode(), by="ana"))
    ran = run("compare", "1", "2", "--dossier", address, "--format", "json")
    assert len(json.loads(ran.out)["documents"]) == 2
    ran = run("compare", "--dossier", address, "--format", "json")
    assert len(json.loads(ran.out)["documents"]) == 1


def moments(run: Run, address: str) -> list[Any]:
    tree = json.loads(run("timeline", "--dossier", address, "--format", "json").out)
    return [*tree["moments"], *tree["undated"]]


def test_results_follow_the_judgements(run: Run, address: str, dossier: Dossier, kept: Kept) -> None:
    (before,) = moments(run, address)
    made = dossier.judge(kept, "event", "e1", "correct", who="ana", field="when", value="2026-04-01")
    (after,) = moments(run, address)
    assert (before["edtf"], after["edtf"]) != ("2026-04-01", before["edtf"])
    dossier.undo(kept, made.id, who="ana")
    assert moments(run, address) == [before]
    dossier.judge(kept, "event", "e1", "reject", who="ana")
    assert moments(run, address) == []


@pytest.mark.parametrize(
    "words", [("99",), ("--encounter", "99"), ("--encounter", "1"), ("--actor", "Nobody")]
)
def test_what_is_not_there_is_one_sentence_and_exit_code_1(
    run: Run, address: str, kept: Kept, words: tuple[str, ...]
) -> None:
    ran = run("compare", *words, "--dossier", address)
    assert ran.code == 1 and ran.err.startswith("readout: ") and ran.err.count("\n") == 1


def test_a_rejected_silence_is_not_told_as_the_texts_own_words(
    run: Run, address: str, dossier: Dossier, kept: Kept
) -> None:
    dossier.judge(kept, "statement", "s4", "reject", who="ana")
    (record,) = dossier.records()
    told = [telling for telling in tellings([record]) if any("ships" in one.exact for one in telling.anchors)]
    assert record.withheld and not any(
        anchor.overlaps(place) for telling in told for anchor in telling.anchors for place in record.withheld
    )
    dossier.undo(kept, dossier.judgements(kept)[0][0].id, who="ana")
    assert dossier.record(kept).withheld == ()
