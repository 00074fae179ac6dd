"""Sentence → the event it tells: type, word, who to whom, status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

ROLES = [
    ("Chad withdrew its troops from Niger.", "RETREAT", {"Chad"}, {"Niger"}),
    ("Norway condemned Peru.", "ACCUSE", {"Norway"}, {"Peru"}),
    ("Peru and Chile signed an agreement on fishing.", "AGREE", {"Peru", "Chile"}, set()),
    ("Peru and Chile accused Bolivia of spying.", "ACCUSE", {"Peru", "Chile"}, {"Bolivia"}),
    ("Kenya bought wheat from Ukraine.", "COOPERATE", {"Kenya"}, {"Ukraine"}),
    ("Norway gave Malawi medicine.", "AID", {"Norway"}, {"Malawi"}),
    ("Two editors were arrested.", "COERCE", set(), None),
    ("The bridge was attacked by Chad.", "ASSAULT", {"Chad"}, None),
    ("Mali, which had expelled two diplomats, apologised to France.", "CONCEDE", {"Mali"}, {"France"}),
    ("Kenya imposed sanctions on Sudan.", "SANCTION", {"Kenya"}, {"Sudan"}),
    ("Japan agreed to send medicine to Fiji.", "AID", {"Japan"}, {"Fiji"}),
    ("Nepal summoned the Indian envoy and demanded a refund.", "REQUEST", {"Nepal"}, None),
    ("The sale of jets to Oman was approved by France.", "COOPERATE", None, {"Oman"}),
    ("Canada's sanctions against Belarus took effect.", "SANCTION", {"Canada"}, {"Belarus"}),
    ("The visit of the Danish king to Ghana ended on Monday.", "CONSULT", None, {"Ghana"}),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), ROLES, ids=[r[0][:40] for r in ROLES])
def test_who_does_it_to_whom(
    text: str, type_: str, actors: set[str] | None, recipients: set[str] | None,
    tells: Tells,
) -> None:  # fmt: skip
    told = [e for e in tells(text) if e.type == type_]
    assert told, tells(text)
    if actors is not None:
        assert told[0].actors == actors
    if recipients is not None:
        assert told[0].recipients == recipients


STATUS = [
    ("Chad withdrew its troops from Niger.", "RETREAT", "happened"),
    ("Chad will withdraw its troops from Niger.", "RETREAT", "planned"),
    ("Chad agreed to withdraw its troops from Niger.", "RETREAT", "planned"),
    ("Chad threatened to attack Niger.", "ASSAULT", "possible"),
    ("Chad could attack Niger.", "ASSAULT", "possible"),
    ("Chad denied that it had attacked Niger.", "ASSAULT", "negated"),
    ("Chad did not attack Niger.", "ASSAULT", "negated"),
    ("If Chad attacks Niger, the war will last.", "ASSAULT", "possible"),
    ("Chad is attacking Niger.", "ASSAULT", "ongoing"),
    ("The captain is being held in Dakar.", "COERCE", "ongoing"),
    ("Chad is not going to attack Niger.", "ASSAULT", "negated"),
    ("The king was to have met the president on Friday.", "CONSULT", "negated"),
    ("Unless the strike ends, Chad will send troops to the docks.", "MOBILIZE", "possible"),
    ("Norway is considering whether to expel the envoy.", "SANCTION", "possible"),
    ("No agreement was reached between Laos and Thailand.", "AGREE", "negated"),
    ("Peru and Chile are set to hold talks in Lima.", "CONSULT", "planned"),
    ("Peru and Chile held talks in Lima.", "CONSULT", "happened"),
    ("Peru considered a loan to Chile.", "AID", "possible"),
    ("The minister did not say whether Chad would attack Niger.", "ASSAULT", "possible"),
]


@pytest.mark.parametrize(("text", "type_", "status"), STATUS, ids=[r[0][:40] for r in STATUS])
def test_whether_it_happened(text: str, type_: str, status: str, tells: Tells) -> None:
    told = [e for e in tells(text) if e.type == type_]
    assert [e.status for e in told][:1] == [status], told


SPEECH = [
    "The minister said that the road was long.",
    "The bank declined to comment.",
    "The envoy called the delay unwise.",
    "The king expressed concern about the dam.",
    "The bank rejected accusations of fraud.",
    "An earthquake killed two people.",
    "Experts agree that prices will rise.",
    "The plant met its target.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_plain_speech_is_no_event(text: str, tells: Tells) -> None:
    assert tells(text) == []


def test_refusing_to_give_way_is_a_rejection(tells: Tells) -> None:
    told = tells("Japan will not lift the ban on Chilean fish.")
    assert [(e.type, e.status) for e in told] == [("REJECT", "happened")]


def test_a_participle_shares_the_day_of_its_verb(tells: Tells) -> None:
    told = tells("Police stormed the bank on Monday, arresting two men.", "2026-03-04")
    arrest = next(e for e in told if e.type == "COERCE")
    assert arrest.when == "2026-03-02"


def test_the_day_of_saying_is_not_the_day_of_doing(tells: Tells) -> None:
    told = tells("Chad said on Monday that it had freed two sailors.", "2026-03-04")
    assert [e.when for e in told if e.type == "RETREAT"] == [None]


def test_where_it_took_place(tells: Tells) -> None:
    told = tells("Peru and Chile held talks in Oslo.")
    assert [e.where for e in told] == ["Oslo"]


def test_the_two_leaders_are_the_two_named_before(tells: Tells) -> None:
    text = "Brazilian President Ana Lima met Kenyan President Sam Otieno in Oslo. The two leaders discussed trade."
    told = [e for e in tells(text) if e.trigger.startswith("discussed")]
    assert [sorted(e.actors) for e in told] == [["Ana Lima", "Sam Otieno"]]


def test_an_event_told_twice_is_one_event(reads: Callable[..., Any]) -> None:
    text = (
        "Norway and Ghana spoke by phone on Monday. The phone call between Norway and Ghana lasted an hour."
    )
    record = reads(text)
    calls = [e for e in record.events if e.mode == "phone"]
    assert [len(e.also) for e in calls] == [1]


def test_within_is_the_statement_that_reports_it(reads: Callable[..., Any]) -> None:
    record = reads("Kenya's foreign ministry said that Sudan had attacked a village.")
    assert record.events[0].within == record.statements[0].id


@pytest.mark.parametrize(
    "text", ["", "\n", "???", "Attack. Attack! Sanctions:", "The the of of withdrew by by."]
)
def test_odd_input_is_read_without_fuss(text: str, reads: Callable[..., Any]) -> None:
    record = reads(text)
    assert all(e.trigger.holds(text) and e.anchor.holds(text) for e in record.events)
