"""Speeches that a page's heading gives to somebody: one direct statement, the rest said within it."""

from __future__ import annotations

import pytest

import readout
from readout.extract.statements.address import address
from readout.model.document import Document

OPENING = "Ladies and gentlemen,\n\nWe have waited long for this bridge. Our engineers say it is sound.\n\n"

PAGES = [
    (f"REMARKS BY THE MAYOR OF PORT LAVAL\n4 May 2013\n\n{OPENING}ENDS", "THE MAYOR OF PORT LAVAL", 2),
    (
        f"Keynote address delivered by the Minister of Trade, Ms Ada Orr, at the fair\n\n{OPENING}",
        "the Minister of Trade, Ms Ada Orr",
        2,
    ),
    ("Statement of Peter Waweru\n\nMr Speaker, I rise in anger. I saw the dam fall.", "Peter Waweru", 1),
    (
        "Message from the Archbishop on Labour Day\nCheck against delivery\n\nI urge rest. My rest is prayer.",
        "the Archbishop",
        1,
    ),
]
NONE = [
    "Statement by the Ministry of Works on the bridge\n\nThe ministry said that the bridge would open in May.",
    'Remarks by chief anger town\n\nThe chief said: "I will not leave. I am old. My house is here."',
    "The address by the chief was long.\n\nI left early. I was tired, and my feet were cold.",
    "",
]


@pytest.mark.parametrize(("text", "speaker", "pieces"), PAGES)
def test_a_headed_speech_is_one_turn(text: str, speaker: str, pieces: int) -> None:
    (turn,) = address(Document("d", text))
    assert turn.label.exact == speaker
    assert len(turn.pieces) == pieces


@pytest.mark.parametrize("text", NONE)
def test_a_report_is_no_speech(text: str) -> None:
    assert address(Document("d", text)) == ()


def test_what_is_said_in_a_speech_stands_within_it() -> None:
    text = (
        "Address by President Ada Orrington\n\nFriends,\n\n"
        "Norway told us in May that it would send two ships. I deny that we asked for them. "
        "I call on all our neighbours to keep the peace.\n"
    )
    speech, *inner = readout.read(text).statements
    assert speech.form == "direct" and speech.within is None
    assert [(one.said, one.within) for one in inner] == [
        ("yes", speech.id),
        ("denied", speech.id),
        ("yes", speech.id),
    ]
