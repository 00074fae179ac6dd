"""JSON as the contract has it."""

from __future__ import annotations

import json
from dataclasses import replace

from readout.export.json import line, page, schema
from readout.model.record import Record

KEYS = ["readout", "model", "document", "actors", "statements", "events", "whens", "amounts"]
KEYS += ["commitments", "topics", "unread", "withheld"]


def test_a_record_starts_with_its_contract_and_keeps_every_key(record: Record) -> None:
    assert list(json.loads(line(record))) == KEYS


def test_nulls_are_printed_and_anchors_are_whole(record: Record) -> None:
    read = json.loads(line(record))
    assert read["statements"][0]["hedge"] is None
    assert read["statements"][5]["source"] is None
    assert read["statements"][0]["cue"] == {"start": 80, "end": 84, "exact": "said"}
    assert read["document"]["removed"] == [{"text": "Continue with Google", "reason": "sign-in button"}]


def test_whole_figures_have_no_point(record: Record) -> None:
    assert b'"value":2500000,' in line(record)
    odd = replace(record, amounts=(replace(record.amounts[0], value=2.5),))
    assert b'"value":2.5,' in line(odd)


def test_one_line_is_one_line_and_a_page_says_the_same(record: Record) -> None:
    assert b"\n" not in line(record)
    assert json.loads(page(record)) == json.loads(line(record))


def test_the_schema_names_every_field_of_what_is_printed(record: Record) -> None:
    nouns = json.loads(schema())["$defs"]
    assert set(nouns["Record"]["required"]) == set(KEYS)
    printed = json.loads(line(record))
    for noun, item in (
        ("Statement", "statements"),
        ("Amount", "amounts"),
        ("Actor", "actors"),
        ("When", "whens"),
    ):
        assert set(nouns[noun]["required"]) == set(printed[item][0])
