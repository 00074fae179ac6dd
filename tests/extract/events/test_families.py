"""Families of news sentences: one act told in many ways, and what looks like it and is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

TRIGGERS = [
    # ships, seizures, searches
    ("Libya's navy intercepted a Maltese boat on Tuesday.", {"COERCE"}),
    ("Coast guards boarded the vessel at dawn.", {"COERCE"}),
    ("The Star of Limerick was boarded at dawn.", {"COERCE"}),
    ("The seizure of two Latvian ships by Estonia caused alarm.", {"COERCE"}),
    ("Latvian coast guards escorted the ship to Ventspils.", {"COERCE"}),
    ("Four sailors were marched off the ship at gunpoint.", {"COERCE"}),
    ("The editor was led away in handcuffs.", {"COERCE"}),
    ("Switzerland has frozen 40 million francs belonging to the former president of Tunisia.", {"COERCE"}),
    ("Inspectors from the fisheries agency carried out an inspection of a trawler.", {"ACCUSE"}),
    # courts and cases
    ("The court ordered the ministry to pay the widow 20,000 euros.", {"REQUEST"}),
    ("The case that Gambia filed against Myanmar has not been heard.", {"ACCUSE"}),
    ("Bangladesh brought a case against Myanmar in The Hague.", {"ACCUSE"}),
    # money and debts
    ("Japan wrote off debts of 300 million yen owed by Laos.", {"AID"}),
    ("The African Development Bank approved $90 million for Malawi.", {"AID"}),
    ("The IMF released $200 million to Zambia.", {"AID"}),
    # trade measures
    ("Canada will more than double its duty on steel on May 6.", {"SANCTION"}),
    ("Canada hit back with duties on American steel.", {"SANCTION"}),
    ("Mexico is weighing a ban on American corn.", {"SANCTION"}),
    ("Kuwait stopped issuing visas to Filipinos.", {"SANCTION"}),
    ("The council stripped Libya of its seat.", {"SANCTION"}),
    # talks and offers
    ("Ghana sought consultations with China at the World Trade Organization.", {"CONSULT"}),
    ("Turkey proposed a joint patrol to Greece.", {"REQUEST"}),
    ("Chile offered Peru a share of the gas.", {"AGREE"}),
    ("The two ministers shook hands on a deal.", {"AGREE"}),
    ("Togo has signed up to the treaty.", {"AGREE"}),
    # protest and force
    ("Thousands of nurses walked out over pay.", {"PROTEST"}),
    ("Iran test-fired a missile on Sunday.", {"MOBILIZE"}),
    ("South Korea scrambled fighter jets.", {"MOBILIZE"}),
    ("The army commander vowed revenge on the rebels.", {"THREATEN"}),
    ("Azerbaijan gave Armenia until Friday to leave the village.", {"THREATEN"}),
]


@pytest.mark.parametrize(("text", "types"), TRIGGERS, ids=[t[0][:40] for t in TRIGGERS])
def test_what_kind_of_act(text: str, types: set[str], tells: Tells) -> None:
    assert types <= {e.type for e in tells(text)}


QUIET = [
    "The ministry will not release the documents.",
    "She said the archive would release the tapes next month.",
    "Brazil supplies a third of the country's sugar.",
    "The farmers have never sold their land.",
    "He had been told by guards to leave.",
    "The crowd hailed a taxi.",
    "The wounded were treated at a clinic.",
    "The fishermen were treated as guests.",
    "The minister conceded that prices were too high.",
    "They called him a fool.",
    "A diplomat briefed on the plan left early.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_an_act(text: str, tells: Tells) -> None:
    assert tells(text) == []


ROLES = [
    ("Denmark and Sweden traded accusations over the cable.", "ACCUSE", {"Denmark", "Sweden"}, set()),
    ("Kenya and Uganda exchanged barbs about the dam.", "ACCUSE", {"Kenya", "Uganda"}, set()),
    ("Azerbaijan accused Armenia of shelling a village.", "ASSAULT", {"Armenia"}, None),
    ("Japan wrote off debts of 300 million yen owed by Laos.", "AID", {"Japan"}, {"Laos"}),
    ("Iran test-fired a missile on Sunday.", "MOBILIZE", {"Iran"}, None),
    ("The minister, it went on, assured the mayor that the road would be built.", "AGREE", {"minister"}, {"mayor"}),
    ("Germany delivered 18 of the 30 tanks it promised to Ukraine.", "AID", {"Germany"}, {"Ukraine"}),
    ("Japan asked Laos for sand. Laos rejected the request.", "REJECT", {"Laos"}, {"Japan"}),
    ("Norway told Malawi that it would send doctors.", "AID", {"Norway"}, {"Malawi"}),
    ("Seoul said it had agreed with Jakarta to build two ships.", "AGREE", {"South Korea", "Indonesia"}, set()),
    ("Iran said it was prepared to free the crew.", "AGREE", {"Iran"}, None),
    ("Serbia was promised a loan by China.", "AGREE", {"China"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), ROLES, ids=[r[0][:40] for r in ROLES])
def test_who_does_it_to_whom(
    text: str, type_: str, actors: set[str], recipients: set[str] | None,
    tells: Tells,
) -> None:  # fmt: skip
    told = next((e for e in tells(text) if e.type == type_), None)
    assert told is not None
    assert told.actors == actors
    assert recipients is None or told.recipients == recipients


STATUS = [
    ("Rwanda is to send 300 troops to Mozambique.", "MOBILIZE", "planned"),
    ("The committee is supposed to meet the king.", "CONSULT", "planned"),
    ("Mexico is weighing a ban on American corn.", "SANCTION", "possible"),
    ("Spain may expel the envoy.", "SANCTION", "possible"),
    ("Neither side fired a shot.", "ASSAULT", "negated"),
    ("Norway told reporters it would expel the envoy.", "SANCTION", "planned"),
]


@pytest.mark.parametrize(("text", "type_", "status"), STATUS, ids=[s[0][:40] for s in STATUS])
def test_whether_it_happened(text: str, type_: str, status: str, tells: Tells) -> None:
    assert [e.status for e in tells(text) if e.type == type_] == [status]
