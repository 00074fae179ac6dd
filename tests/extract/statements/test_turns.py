"""Pages laid out as speech -> (label, role, pieces)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.extract.statements.turns import turns
from readout.model.record import Record
from tests.extract.statements.conftest import page


def read(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (turn.label.exact, turn.role, [piece.exact for piece in turn.pieces]) for turn in turns(page(text))
    ]


def test_questions_and_a_spokesman() -> None:
    text = (
        "Harbour Board Briefing\n\nMS. ORR: Good morning.\n\nI have one item.\n\nQ: Is the pier safe?\n\n"
        "MS. ORR: It is.\n\n(The briefing ended.)"
    )
    assert read(text) == [
        ("MS. ORR", "speaker", ["Good morning.", "I have one item."]),
        ("Q", "asking", ["Is the pier safe?"]),
        ("MS. ORR", "speaker", ["It is."]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q. Why now?\nA. Why not?", [("Q", "asking", ["Why now?"]), ("A", "answering", ["Why not?"])]),
        (
            "QUESTION: Will you sail?\nTHE CAPTAIN: We will.",
            [("QUESTION", "asking", ["Will you sail?"]), ("THE CAPTAIN", "speaker", ["We will."])],
        ),
        (
            "Ada Brook (harbour master): We dredge in May.\nTom Hale: Too late.\nAda Brook: It is the tide.\nTom Hale: It is money.",
            [
                ("Ada Brook", "speaker", ["We dredge in May."]),
                ("Tom Hale", "speaker", ["Too late."]),
                ("Ada Brook", "speaker", ["It is the tide."]),
                ("Tom Hale", "speaker", ["It is money."]),
            ],
        ),
        (
            "[00:01:02] HOST: Who pays?\n[00:01:09] GUEST: You do.",
            [("HOST", "asking", ["Who pays?"]), ("GUEST", "answering", ["You do."])],
        ),
    ],
)
def test_layouts(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Note: the office is closed.\nContact: Ada Brook\nPhoto: Tom Hale",
        "WHO: The harbour board\nWHAT: A meeting\nWHERE: The pier",
        "The minister said one thing: no.\nThe mayor said another: yes.",
        "Verdict: guilty.",
        "",
    ],
)
def test_other_colons_are_no_turns(text: str) -> None:
    assert read(text) == []


def test_the_office_in_brackets_is_kept() -> None:
    found = turns(page("Q: Why?\nIna Voss (minister): Because.\nQ: How?\nIna Voss (minister): So."))
    assert found[1].office is not None
    assert found[1].office.exact == "minister"


def test_whom_one_speaks_to_is_no_source(reads: Callable[..., Record]) -> None:
    talk = (
        "QUESTION: Minister, the union claims that you left early.\n\nMS LOW: I did not leave.\n\n"
        "QUESTION: Is it true?\n\nMS LOW: No."
    )
    sources = [
        s.source.anchor.exact for s in reads(talk).statements if s.source and s.source.anchor and s.cue
    ]
    assert sources == ["the union"]


def test_a_line_that_tells_who_goes_on_heads_a_turn() -> None:
    text = (
        "MINISTER PAZ: We signed the accord today.\n\nMinister Orr said:\n\nI thank my friend.\n\n"
        "QUESTION: When?\n\nMINISTER PAZ: Not this year."
    )
    assert [(label, pieces) for label, _, pieces in read(text)] == [
        ("MINISTER PAZ", ["We signed the accord today."]),
        ("Minister Orr", ["I thank my friend."]),
        ("QUESTION", ["When?"]),
        ("MINISTER PAZ", ["Not this year."]),
    ]


def test_such_a_line_makes_no_transcript_by_itself() -> None:
    assert read("Minister Orr said:\n\n“We paid.”\n\nThe road is wet.\n\nMinister Orr said:\n\n“Go.”") == []


def test_members_of_a_parliament_who_speak_once() -> None:
    text = (
        "HARBOUR DUES\n\nMr. Hugh Dale (Leith): Is the minister aware of the dues?\n\n"
        "The Secretary of State for Ports (Mr. Tom Hale): I am.\n\nMr. Dale: Will he lower them?\n\n"
        "Mr. Hale: I will not.\n\nMr. Hale: Nor will anyone.\n\nSome hon. Members: Oh!"
    )
    assert [(label, pieces) for label, _, pieces in read(text)] == [
        ("Mr. Hugh Dale", ["Is the minister aware of the dues?"]),
        ("The Secretary of State for Ports", ["I am."]),
        ("Mr. Dale", ["Will he lower them?"]),
        ("Mr. Hale", ["I will not."]),
        ("Mr. Hale", ["Nor will anyone."]),
        ("Some hon. Members", ["Oh!"]),
    ]
