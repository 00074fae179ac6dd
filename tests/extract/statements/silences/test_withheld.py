"""Silences of papers that hold nothing, questions that are met with nothing, claims that are brushed aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]


def told(text: str, statements: Reader) -> list[tuple[str, str]]:
    return [(one.said, " ".join(anchor.exact for anchor in one.content)) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "said", "what"),
    [
        ("The decree makes no provision for the return of the exiles.", "not said", "provision for the return of the exiles"),
        ("The log records no reply.", "not said", "reply"),
        ("The shipping line has put out nothing at all about the missing.", "not said", "the missing"),
        ("Neither the premier nor the mayor touched on the strike.", "not said", "the strike"),
        ("Lima's note mentions the reef twice; Quito's note mentions it nowhere.", "not said", "it"),
        ("The bank admitted the error but stopped short of an apology.", "not said", "an apology"),
        ("A clerk hung up when a reporter inquired about the arrests.", "not said", "the arrests"),
        ("The text takes no position on who owns the wells.", "not said", "who owns the wells"),
        ("The king has made no public statement since Friday.", "not said", "public statement"),
        ("Ms. Tran was guarded about the second loan: “Ask the bank.”", "not said", "the second loan"),
        ("He was in no position to comment on the raid.", "declined", "the raid"),
        ("Asked for a date, the bishop demurred.", "declined", "a date"),
        ("A spokesman, asked about the gap, said he would not speculate.", "declined", "the gap"),
        ("The bank waved away suggestions that it had hidden losses.", "denied", "suggestions that it had hidden losses"),
        ("The minister brushed aside reports that the bridge was unsafe.", "denied", "reports that the bridge was unsafe"),
    ],
)  # fmt: skip
def test_what_was_withheld(text: str, said: str, what: str, statements: Reader) -> None:
    assert (said, what) in told(text, statements)


@pytest.mark.parametrize(
    "text", ["The shop carries no bread.", "The army set no date for the march.", "He tried to brush aside talk of a rift."]
)  # fmt: skip
def test_no_silence(text: str, statements: Reader) -> None:
    assert not {said for said, _ in told(text, statements)} - {"yes"}


def test_a_question_that_is_declined_in_a_transcript(statements: Reader) -> None:
    found = told("QUESTION: Why?\n\nMS. ORR: I have no comment on what his brother did.", statements)
    assert ("declined", "what his brother did") in found
