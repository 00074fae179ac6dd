"""Text -> the quotations in it, marks included."""

from __future__ import annotations

import pytest

from readout.extract.statements.quotations import NEVER_CLOSED, NEVER_OPENED, quotations
from tests.extract.statements.conftest import page


def pieces(text: str) -> list[list[str]]:
    found, _ = quotations(page(text))
    return [[piece.exact for piece in quotation.pieces] for quotation in found if quotation.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” and “never.”", [["“no”"], ["“never.”"]]),
        ('He said "yes".', [['"yes"']]),
        ("“What I wanted,” she told them, “was a boat.”", [["“What I wanted,”"], ["“was a boat.”"]]),
        ("(“in brackets”)—“after a dash”", [["“in brackets”"], ["“after a dash”"]]),
        ("“One.”“Two.”", [["“One.”"], ["“Two.”"]]),
        ("``Old marks,'' he wrote. ''Older ones,'' she wrote.", [["``Old marks,''"], ["''Older ones,''"]]),
        ("«Non», dit-il. «Oui.»", [["«Non»"], ["«Oui.»"]]),
        ("»Ja«, sagte er.", [["»Ja«"]]),
        ("„Nein“, sagte er. „Doch.“", [["„Nein“"], ["„Doch.“"]]),
        ("„Nie”, powiedział.", [["„Nie”"]]),
        ("“Mixed marks," + '" he said.', [["“Mixed marks," + '"']]),
    ],
)
def test_marks_of_many_kinds(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We can’t wait,’ he said.", [["‘We can’t wait,’"]]),
        (
            "'We don't know,' said Jo. 'It's the workers' day.'",
            [["'We don't know,'"], ["'It's the workers' day.'"]],
        ),
        ("‘The nurses’ pay is low,’ she said.", [["‘The nurses’ pay is low,’"]]),
        ("The nurses' pay and the doctors' pay rose.", []),
        ("’Tis the season of the ’90s, rock ’n’ roll and all.", []),
        ("'Twas in the '80s.", []),
        ("She called it 'rotten'.", [["'rotten'"]]),
        ("James' boat and Iris' oars are the boys' own.", []),
    ],
)
def test_single_marks_and_apostrophes_are_told_apart(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A 6\'2" man bought a 12" pipe.', []),
        ('"I have a 12" record," he said.', [['"I have a 12" record,"']]),
        ("The film runs 90' and the screen is 40\" wide.", []),
        ('"It grew by 5"', [['"It grew by 5"']]),
    ],
)
def test_inches_and_minutes_are_no_marks(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


def test_nested_quotations_have_their_depth() -> None:
    found, unread = quotations(page("“He said ‘the “big” one’ to me,” she wrote."))
    assert [(quotation.pieces[0].exact, quotation.depth) for quotation in found] == [
        ("“He said ‘the “big” one’ to me,”", 0),
        ("‘the “big” one’", 1),
        ("“big”", 2),
    ]
    assert not unread


def test_a_quotation_goes_on_where_the_next_paragraph_opens_anew() -> None:
    text = "He said: “First.\n\n“Second ‘inner’ part.\n\n“Third.” Then he left."
    assert pieces(text) == [["“First.", "“Second ‘inner’ part.", "“Third.”"]]
    assert not quotations(page(text))[1]


def test_a_mark_that_is_never_closed_loses_nothing_else() -> None:
    text = "“We won, he said.\n\nLater he said “we lost.”"
    assert pieces(text) == [["“We won, he said."], ["“we lost.”"]]
    assert [(one.anchor.start, one.reason) for one in quotations(page(text))[1]] == [(0, NEVER_CLOSED)]


def test_a_mark_that_was_never_opened_is_reported() -> None:
    text = "It was late” and “quiet.”"
    assert pieces(text) == [["“quiet.”"]]
    assert [one.reason for one in quotations(page(text))[1]] == [NEVER_OPENED]


def test_a_forgotten_close_ends_where_the_next_mark_opens() -> None:
    text = '"We won, he said. "We lost," he added.'
    assert pieces(text)[1] == ['"We lost,"']


def test_time_grows_with_the_text_not_faster() -> None:
    text = '“He said ‘no’ to the "5" men’s 12" offer.\n' * 2_000
    found, unread = quotations(page(text))
    assert found
    assert all(one.anchor.holds(text) for one in unread)
