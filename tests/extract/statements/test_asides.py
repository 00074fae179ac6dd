"""Cues in the middle of what they report, clefts, nouns that speak, those who are cited, who is told, where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Party, Statement

Reader = Callable[[str], tuple[Statement, ...]]


def exact(party: Party | None) -> str | None:
    return party.anchor.exact if party and party.anchor else None


def said(statement: Statement) -> tuple[str | None, str]:
    return exact(statement.source), " ".join(anchor.exact for anchor in statement.content)


def test_a_speech_around_an_aside_holds_another(statements: Reader) -> None:
    outer, inner = statements(
        "The president of Georgia, it went on, assured Ivan that the gas would flow again."
    )
    assert said(outer) == ("it", "The president of Georgia assured Ivan that the gas would flow again")
    assert said(inner) == ("The president of Georgia", "that the gas would flow again")
    assert inner.within == outer.id


def test_what_somebody_says_they_were_told(statements: Reader) -> None:
    outer, inner = statements("The bishop has been told, he says, that his flock is safe.")
    assert said(outer) == ("he", "The bishop has been told that his flock is safe")
    assert said(inner) == (None, "that his flock is safe")
    assert exact(inner.addressee) == "The bishop"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The deal, she continued, gave Chile a road to the port.", "she", "The deal gave Chile a road to the port"),
        ("What my office did say, in a note last month, is that the rule would be reviewed.", "my office", "that the rule would be reviewed"),
        ("What I told the Danish minister in May still stands: we will pay before winter.", "I", "we will pay before winter"),
        ("The wind park on Storheia, 80 turbines owned mostly by the state utility Statkraft, was ruled a breach of herders’ rights by Norway’s Supreme Court in October 2021.", "Norway’s Supreme Court", "The wind park on Storheia, 80 turbines owned mostly by the state utility Statkraft a breach of herders’ rights"),
        ("All he would say was that the talks were long.", "he", "that the talks were long"),
        pytest.param("The general's message was blunt: the war would go on.", "The general", "the war would go on", marks=pytest.mark.xfail(strict=True, reason='the tagger leaves "on" out')),
        ("Her answer was short: “No.”", "Her", "“No.”"),
        ("The minister's advice to farmers: sell now.", "The minister", "sell now"),
        ("By the ministry's own account, 30 people died.", "the ministry", "30 people died"),
        ("In the words of the mayor, the plan is “a joke.”", "the mayor", "the plan is “a joke.”"),
        ("Under the treaty Peru promised that ships would pass.", "Peru", "that ships would pass"),
        ("Miners have threatened to block the road unless the mine is closed by June.", "Miners", "to block the road unless the mine is closed by June"),
        pytest.param("Peru will cut tariffs on rice, provided that Lima gets a loan, the minister, Inés Quiroga, told the session.", "the minister, Inés Quiroga", "Peru will cut tariffs on rice, provided that Lima gets a loan", marks=pytest.mark.xfail(strict=True, reason='the name is parsed as beside "a loan"; the tagger begins at "that"')),
    ],
)  # fmt: skip
def test_who_said_what(text: str, source: str, content: str, statements: Reader) -> None:
    assert [said(one) for one in statements(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("The daily Kurier, quoting unnamed officers, wrote that the tanks had left.", "unnamed officers", "The daily Kurier"),
        ("Broadcaster Hikari, citing people briefed on the plan, reported that the bridge would be sold.", "people briefed on the plan", "Broadcaster Hikari"),
        ("The daily Kurier is reporting, citing army sources in Tartu, that Estonia planned to close its border.", "army sources in Tartu", "The daily Kurier"),
        ("The envoy was quoted by the daily Posten as saying that talks had failed.", "The envoy", "the daily Posten"),
    ],
)  # fmt: skip
def test_the_cited_speak_through_an_outlet(text: str, source: str, via: str, statements: Reader) -> None:
    (one,) = statements(text)
    assert (exact(one.source), [exact(party) for party in one.via]) == (source, [via])


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Orr hinted to reporters on the train that the deal was close.", "reporters"),
        ("The king has asked us for a little patience.", "us"),
        ("Speaking to reporters on the quay, Orr said the ship was lost.", "reporters"),
        ("Under the pact France promised Malian farmers a quota of 300 tonnes.", "Malian farmers"),
        ("The clerk complained to the mayor that the roof leaked.", "the mayor"),
        ("Petrov informed the survey mission that two of his men were missing.", "the survey mission"),
        ("The rebels demanded of the government that it withdraw its troops from Bouar.", "the government"),
    ],
)
def test_who_is_told(text: str, addressee: str, statements: Reader) -> None:
    (one,) = statements(text)
    assert exact(one.addressee) == addressee
    assert addressee not in said(one)[1]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("In a report on the fire, the inspector put the loss at 4 million euros and said the wiring was old.", "report"),
        ("The guild “regrets the delay,” it said in an emailed note.", "emailed note"),
        ("The skipper told his wife by satellite phone that the boat was lost.", "satellite phone"),
        ("Writing on X, the envoy accused Chad of hiding the bodies.", "X"),
        ("The spokesman called the plan “a tax with no end” on Radio Pacific this morning.", "Radio Pacific"),
    ],
)  # fmt: skip
def test_where_it_was_said(text: str, medium: str, statements: Reader) -> None:
    assert {one.medium for one in statements(text)} == {medium}


def test_what_somebody_is_understood_to_have_said_is_hedged(statements: Reader) -> None:
    (one,) = statements("Warsaw's envoy is understood to have demanded an apology.")
    assert said(one) == ("Warsaw's envoy", "an apology")
    assert one.hedge is not None
    assert one.hedge.exact == "is understood"


def test_the_subject_of_a_report_is_not_its_source(statements: Reader) -> None:
    (one,) = statements("The judges were reported last week to have opened a case of their own.")
    assert said(one) == (None, "The judges to have opened a case of their own")


def test_another_speaker_after_a_semicolon_is_no_part_of_a_claim(statements: Reader) -> None:
    text = "The Guild of Bakers claimed that a 2-kg loaf would cost 3 euros by May; that figure was called “nonsense” by Ada Orr, whose mill employs 20."
    assert said(statements(text)[0]) == ("The Guild of Bakers", "that a 2-kg loaf would cost 3 euros by May")


def test_a_word_outside_the_marks_makes_a_quotation_mixed(statements: Reader) -> None:
    (one,) = statements("It “regrets the decision,” the bank said.")
    assert one.form == "mixed"


def test_what_one_does_by_speaking_is_no_second_statement(statements: Reader) -> None:
    assert len(statements("“We are asking our partners to wait,” said Orr.")) == 1


@pytest.mark.parametrize(
    ("text", "source", "addressee"),
    [
        ('"Is it safe?" asked a boy.', "a boy", None),
        ("“Who will pay?” asks a farmer in the crowd.", "a farmer", None),
        ("“Who will pay?” he asked the mayor.", "he", "the mayor"),
    ],
)
def test_who_asks_after_the_question(
    text: str, source: str, addressee: str | None, statements: Reader
) -> None:
    (one,) = statements(text)
    assert (exact(one.source), exact(one.addressee)) == (source, addressee)


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("The ship was seized, a move Chad called “piracy.”", "a move “piracy.”", "mixed"),
        ("Chad seized the ship, which the premier described as “an act of war.”", "the ship as “an act of war.”", "mixed"),
        ("The law, which critics call a gag, passed.", "The law a gag", "indirect"),
        ("The law was called “a gag” by the union.", "The law “a gag”", "mixed"),
        ("He attacked what he called the “theft of the mill.”", "the “theft of the mill.”", "mixed"),
    ],
)  # fmt: skip
def test_what_a_relative_clause_calls_a_thing(text: str, content: str, form: str, statements: Reader) -> None:
    assert [(said(one)[1], one.form) for one in statements(text)] == [(content, form)]
