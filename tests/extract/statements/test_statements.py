"""Sentence -> (source, cue, contents, said, form) of every statement in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]
Row = tuple[str | None, str | None, list[str], str, str]


def row(statement: Statement) -> Row:
    source = statement.source.anchor.exact if statement.source and statement.source.anchor else None
    cue = statement.cue.exact if statement.cue else None
    return source, cue, [anchor.exact for anchor in statement.content], statement.said, statement.form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It was,” Orr said, pausing, “a mistake.”",
            [("Orr", "said", ["“It was,”", "“a mistake.”"], "yes", "direct")],
        ),
        (
            '"We heard a bang," said Tuva Lind, who runs a bakery. "Nobody told us anything."',
            [
                (
                    "Tuva Lind, who runs a bakery",
                    "said",
                    ['"We heard a bang,"', '"Nobody told us anything."'],
                    "yes",
                    "direct",
                )
            ],
        ),
        (
            "'We weren't ignored,' said Jim Barlow. 'The residents' safety was.'",
            [
                (
                    "Jim Barlow",
                    "said",
                    ["'We weren't ignored,'", "'The residents' safety was.'"],
                    "yes",
                    "direct",
                )
            ],
        ),
        (
            "The envoy called the talks “a good start” but said that the border must stay open.",
            [
                ("The envoy", "called", ["the talks “a good start”"], "yes", "mixed"),
                ("The envoy", "said", ["that the border must stay open"], "yes", "indirect"),
            ],
        ),
        (
            "The road, the mayor said, was closed.",
            [("the mayor", "said", ["The road", "was closed"], "yes", "indirect")],
        ),
        (
            "According to the ministry, the road was closed.",
            [("the ministry", "According to", ["the road was closed"], "yes", "indirect")],
        ),
    ],
)
def test_who_said_what(text: str, expected: list[Row], statements: Reader) -> None:
    assert [row(statement) for statement in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The suspect is said to have fled north.",
            [(None, "is said", ["The suspect", "to have fled north"], "yes", "indirect")],
        ),
        (
            "Farmers were told to cull their herds.",
            [(None, "were told", ["to cull their herds"], "yes", "indirect")],
        ),
        (
            "It was reported that the dam had cracked.",
            [(None, "was reported", ["that the dam had cracked"], "yes", "indirect")],
        ),
    ],
)
def test_nobody_is_named(text: str, expected: list[Row], statements: Reader) -> None:
    assert [row(statement) for statement in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "said", "content"),
    [
        ("The bank has remained silent about the guarantee.", "not said", "the guarantee"),
        ("The president has never explained why the loan was secret.", "not said", "why the loan was secret"),
        ("He spoke for an hour without mentioning the loan.", "not said", "the loan"),
        ("The allies have yet to say whether they will join.", "not said", "whether they will join"),
        ("The operator did not respond to requests for comment.", "not said", "requests for comment"),
        ("Nothing was said about the prisoners.", "not said", "the prisoners"),
        ("He would neither confirm nor deny that his brother knew.", "declined", "that his brother knew"),
        (
            "The minister refused to answer questions about the signatures.",
            "declined",
            "questions about the signatures",
        ),
        ("I won't discuss the case.", "declined", "the case"),
        ("The company denied that anyone was at risk.", "denied", "that anyone was at risk"),
        ("The premier rejected the accusation.", "denied", "the accusation"),
    ],
)
def test_silences(text: str, said: str, content: str, statements: Reader) -> None:
    assert [(one.said, " ".join(anchor.exact for anchor in one.content)) for one in statements(text)] == [
        (said, content)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Long Quay” opened in May.",
        "The so-called “king of extras” lives in Oslo.",
        "Boats pay a “quay tax” at the mole.",
        "The army denied the convoy access to the town.",
        "The two mayors agreed to reopen the ferry line.",
        "The bridge opened on Sunday.",
        "The islands have been claimed by both kingdoms.",
        "The doctor declined the post because of his age.",
    ],
)
def test_no_statement(text: str, statements: Reader) -> None:
    assert statements(text) == ()


def test_a_statement_in_a_statement(statements: Reader) -> None:
    found = statements("The harbour office said that Ortega told Ruiz that the pier must be mended.")
    assert [(row(one)[0], one.within) for one in found] == [
        ("The harbour office", None),
        ("Ortega", found[0].id),
    ]
    assert found[1].addressee is not None
    assert found[1].addressee.anchor is not None
    assert found[1].addressee.anchor.exact == "Ruiz"


def test_the_cited_are_the_source_and_the_paper_stands_between(statements: Reader) -> None:
    (found,) = statements(
        "The ferry had no licence, the newspaper Nordlys reported, citing unnamed inspectors."
    )
    assert row(found)[0] == "unnamed inspectors"
    assert [party.anchor.exact for party in found.via if party.anchor] == ["the newspaper Nordlys"]


def test_quoted_as_saying(statements: Reader) -> None:
    (found,) = statements("The state broadcaster quoted the general as saying that the city was calm.")
    assert row(found) == ("the general", "saying", ["that the city was calm"], "yes", "indirect")
    assert [party.anchor.exact for party in found.via if party.anchor] == ["The state broadcaster"]


def test_a_quotation_that_is_signed(statements: Reader) -> None:
    (found,) = statements("“They never came back to the village.” — Ada Orr, shopkeeper")
    assert row(found) == ("Ada Orr", "—", ["“They never came back to the village.”"], "yes", "direct")


def test_a_speech_over_paragraphs_is_one_statement(statements: Reader) -> None:
    text = "“When I came here,” he said, “I promised you water.\n\n“The water has not come.\n\n“So I ask for time.”"
    found = [one for one in statements(text) if one.within is None]
    assert [row(one)[:2] for one in found] == [("he", "said")]
    assert len(found[0].content) == 4
    assert found[0].form == "direct"


def test_turns_are_direct_and_hold_what_is_reported_in_them(statements: Reader) -> None:
    text = "MS. ORR: Good morning.\n\nQ: The army says the road is open. Is it?\n\nMS. ORR: The mayor told us that it is closed."
    found = statements(text)
    turns = [one for one in found if one.within is None]
    assert [(row(one)[0], one.form) for one in turns] == [
        ("MS. ORR", "direct"),
        (None, "direct"),
        ("MS. ORR", "direct"),
    ]
    assert [(row(one)[0], row(one)[2], one.within) for one in found if one.within] == [
        ("The army", ["the road is open"], turns[1].id),
        ("The mayor", ["that it is closed"], turns[2].id),
    ]


def test_hedge_medium_and_addressee(statements: Reader) -> None:
    (told,) = statements("Ito reportedly told his party that he would step down.")
    assert told.hedge is not None
    assert told.hedge.exact == "reportedly"
    assert told.addressee is not None
    (wrote,) = statements("In a post on Telegram, the governor wrote: “The sirens were a test.”")
    assert wrote.medium == "post"


def test_an_unclosed_mark_is_reported_and_the_rest_is_read(analyse: Callable[..., object]) -> None:
    from readout.extract.statements import find_statements
    from tests.extract.statements.conftest import page

    document = page("“We won, the captain said.\n\nThe coach denied that the goal was offside.")
    found, unread = find_statements(document, analyse(document), (), ())  # type: ignore[arg-type]
    assert [one.reason for one in unread] == ["a quotation mark is never closed"]
    assert "denied" in {one.said for one in found}
