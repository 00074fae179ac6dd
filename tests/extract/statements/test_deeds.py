"""Deeds and states that are no statement, silences that are none, and denials of a mere "that"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Kent swears in its first woman fire chief.",
        "The road was expected to be open again by Friday.",
        "FIRE CHIEF REPORTS 'TOTAL LOSS' AT MILL",
        "A strike was called at the Bolton plant on Monday after talks broke down.",
        "Workers in white suits were seen carrying boxes out of the shop.",
        "The law withdraws the county from the water compact.",
        "He was charged with theft of a bicycle.",
        "She was admitted to a hospital in Leeds with a broken wrist.",
        "They did not report the theft.",
        "The union called a second strike.",
        "The auditor did not recommend a fine.",
        "The press conference announcing her appointment drew forty people.",
    ],
)
def test_what_is_done_is_not_said(text: str, statements: Reader) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The new chancellor does not answer to anyone.",
        "These shelves don't take up a lot of space.",
        "She cannot tell the truth from a lie.",
        "Cows don't talk, and trees can't speak.",
        "His death remains unexplained.",
        "The home side had no answer to his bowling.",
        "The same can't be said of the ferry.",
        "The patient did not respond to the new antibiotic.",
    ],
)
def test_silences_that_are_none(text: str, statements: Reader) -> None:
    assert [one.said for one in statements(text) if one.said != "yes"] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A spokesman, Giles Pember, denied that.", "that"),
        ("Vera disputes that.", "that"),
        ("Peru rejected that.", "that"),
        ("Bell again accused Kent of having a corrupt port, which its leaders deny.", "having a corrupt port"),
    ],
)
def test_what_is_denied(text: str, content: str, statements: Reader) -> None:
    assert content in [one.content[0].exact for one in statements(text) if one.said == "denied"]


def test_he_is_no_country(statements: Reader) -> None:
    text = "Elda Roth told the paper that Peru warned the port to close and said he was “glad to see” it empty."
    (one,) = [one for one in statements(text) if one.cue and one.cue.exact == "said"]
    assert one.source and one.source.anchor and one.source.anchor.exact == "Elda Roth" and one.within is None


def test_a_question_is_of_whoever_asked_it_first(statements: Reader) -> None:
    found = statements('The reporter asked Governor Hale, "Will you run again?" Hale asked why he should tell.')
    assert ["run" in one.content[-1].exact for one in found] == [True, False]
