"""Parties, dates and places that an act takes from the clause beside it or from the sentence before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

PARTIES = [
    # those taken before are those freed, visited, held
    (
        "Riot police arrested seven dockers. They were released in the evening.",
        "RETREAT",
        set(),
        {"dockers"},
    ),
    ("Nurses marched on the ministry in Lima. Police detained some 60 of them.", "COERCE", {"Police"}, {"Nurses"}),
    # one object of two verbs
    (
        "Ghana's navy boarded and searched two Chinese trawlers.",
        "COERCE",
        {"Ghanaian navy"},
        {"Chinese trawlers"},
    ),
    ("Soldiers arrested and later shot two farmers.", "COERCE", {"Soldiers"}, {"farmers"}),
    # "it" goes on with the clause before
    ("Japan has cut its output and last month it fined two banks.", "SANCTION", {"Japan"}, {"banks"}),
    (
        "Students marched on the Togolese embassy in Accra and pelted it with stones.",
        "ASSAULT",
        {"Students"},
        {"Togolese embassy"},
    ),
    # two of one sentence, capitals or not
    ("France and Spain drew the line by a treaty that the two powers signed.", "AGREE", {"France", "Spain"}, set()),
    # another name is no third party
    (
        "Chad ended the drill, and Russia, its ally, summoned the Chadian ambassador.",
        "ACCUSE",
        {"Russia"},
        {"Chadian ambassador", "Chad"},
    ),
    ("The union met the minister, Ana Soto. “She promised us a vote,” said its chairman, Raúl Paz.", "AGREE",
     {"Ana Soto"}, {"Raúl Paz"}),
    ("Ingrid Halvorsen, who is on a three-day visit to Colombia, thanked the mayor.", "CONSULT",
     {"Ingrid Halvorsen"}, {"Colombia"}),
    ("Pakistan sent tents to India on Tuesday. India accepted the tents.", "AGREE", {"India"}, {"Pakistan"}),
    # who is accused acts, joined passives share their agent, "it" of "as to"
    (
        "Amnesty International accused the Nigerian army of killing four demonstrators.",
        "ASSAULT",
        {"Nigerian army"},
        {"demonstrators"},
    ),
    ("Two Chinese trawlers were rammed and sunk by the Ghanaian navy.", "ASSAULT", {"Ghanaian navy"},
     {"Chinese trawlers"}),
    ("As to the Ghanaian side, it has banned our ships from its ports.", "SANCTION", {"Ghana"}, set()),
    # a place is no doer
    ("Ghana is calm. Youths in Accra threw stones at the mayor of Accra.", "ASSAULT", set(), {"mayor"}),
    # the other of two who signed, met or quarrel
    (
        "Peru and Chile signed a treaty on water in May. Peru will lend 4 million dollars for it.",
        "AID",
        {"Peru"},
        {"Chile"},
    ),
    ("Bolivia waits. Peru banned Bolivian rice.", "SANCTION", {"Peru"}, {"Bolivia"}),
    # a list of states, names behind a description, a subject cut off by "at no time"
    ("China, Mali and Chad have all recognised the council.", "SUPPORT", {"China", "Mali", "Chad"}, set()),
    (
        "Two senators from Ohio, Mike Rees and Sharon Bole, called on President Omar Diallo to lift the duties.",
        "REQUEST",
        {"Mike Rees", "Sharon Bole"},
        {"Omar Diallo"},
    ),
    # whose decision it is
    (
        "Ecuador rejects the decision of Paraguay to expel the consul of Peru.",
        "SANCTION",
        {"Paraguay"},
        {"consul of Peru", "Peru"},
    ),
    ("A sailor of Togo was granted asylum by Ghana in May.", "AID", {"Ghana"}, {"sailor of Togo"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), PARTIES)
def test_parties_of_the_thread(
    text: str, type_: str, actors: set[str], recipients: set[str], tells: Tells
) -> None:
    found = [e for e in tells(text) if e.type == type_]
    assert found
    assert set(found[-1].actors) == actors
    assert set(found[-1].recipients) == recipients


def test_the_dates_of_a_chronology(tells: Tells) -> None:
    text = (
        "Chronology of the dispute\n\n2 May: Togo closes the border with Ghana. Ghana protests.\n"
        "9 May: Togo expels two envoys of Ghana.\n30 May: The two ministers meet in Accra."
    )
    assert [e.when[-5:] for e in tells(text)] == ["05-02", "05-02", "05-09", "05-30"]


def test_what_one_comes_for_shares_its_time_and_place(tells: Tells) -> None:
    found = tells("President Omar Diallo is due in Lima on Friday for two days of talks with President Ana Soto.")
    talks = next(e for e in found if e.trigger == "talks")
    assert (talks.status, talks.where) == ("planned", "Lima")
    assert talks.when is not None


STATUS = [
    ("Kenya has condemned but not punished the raid by Ugandan soldiers.", "SANCTION", "negated"),
    ("The strike led to the cancellation of a visit by King Omar Diallo.", "CONSULT", "negated"),
    ("President Omar Diallo is on a visit to Peru.", "CONSULT", "ongoing"),
    ("Canada is weighing whether to suspend a loan to Niger.", "SANCTION", "possible"),
    ("The minister will travel to Caracas tomorrow.", "CONSULT", "planned"),
    ("Ecuador has at no time interfered in the affairs of Paraguay.", "COERCE", "negated"),
    ("The Red Crescent feeds 6,000 people in Rosso.", "AID", "ongoing"),
    ("Togo will raise it when its minister meets King Omar Diallo.", "CONSULT", "planned"),
    ("The king assured the president that police officers of Norway were helping the Haitian police.", "AID",
     "happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "status"), STATUS)
def test_what_became_of_it(text: str, type_: str, status: str, tells: Tells) -> None:
    assert [e.status for e in tells(text) if e.type == type_] == [status]


def test_the_place_that_a_where_clause_follows(tells: Tells) -> None:
    found = tells("The sultan of Zanzibar sailed to Dar es Salaam, where he was given shelter.")
    assert [e.where for e in found if e.type == "AID"] == ["Dar es Salaam"]
