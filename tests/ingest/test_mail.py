"""E-mail pasted as text: its head, quote marks and signature go, with reasons; the message stays."""

import textwrap

import pytest

from readout.ingest import document_of_text
from readout.ingest.mail import without_mail

STORY = [
    (
        "The harbour minister said on Tuesday that the new ferry would be delivered in May and that the old one"
        " would be sold to a company in the north, which has not yet paid for it."
    ),
    (
        "The ministry had no comment on the demands. A spokesman told reporters that a statement would follow in"
        " due course, and that nobody should expect it before the weekend."
    ),
    "Experts say the sale is overdue.",
]
HEAD = "From: Press Office <press@ports.example>\nTo: news desk\nDate: Tue, 7 May 2024 10:00:00 +0000\nSubject: Ferry sold\n"


def paragraphs(document):
    return [document.text[start:end] for start, end in document.paragraphs]


def test_a_mail_is_its_message():
    body = "\n".join(textwrap.fill(paragraph, 72) for paragraph in STORY)
    document = document_of_text(f"{HEAD}\n{body}\n\n-- \nPress Office, Ministry of Ports\nTel. 555 0101\n")
    assert paragraphs(document)[2:] == STORY
    assert document.published == "2024-05-07"
    assert {piece.reason for piece in document.removed} == {"e-mail header", "e-mail signature"}


def test_quoted_lines_are_read_without_their_marks():
    body = "\n".join(f"> {line}" for paragraph in STORY for line in textwrap.fill(paragraph, 70).split("\n"))
    document = document_of_text(f"Dear all,\n\nhere is what they sent.\n\n{body}")
    assert paragraphs(document)[2:] == STORY
    assert [piece.reason for piece in document.removed] == ["e-mail quote marks"]


@pytest.mark.parametrize(
    "lines",
    [
        ["From: the harbour to the bridge it is a mile.", "She walked."],
        ["Q: From: whom?", "A: Nobody."],
        ["To: all ships", "", "Stay in port."],
        ["> 40 ships", "sailed."],
        ["The talks ended.", "-- ", *["A line of the story."] * 20],
        ["Date: 3 May 2024", "Place: Lima", "", "The council met."],
    ],
)
def test_what_only_looks_like_a_mail_stays(lines):
    assert without_mail(lines) == (lines, [])
