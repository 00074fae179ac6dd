"""PDF: running text by paragraph; broken, locked, empty and endless ones."""

import pytest

from readout.ingest import Raw, document_of
from readout.ingest import pdf as reader
from readout.model.errors import RefusedError, UnreadableError

from . import paper

RELEASE = [
    [
        [
            "The minister of ports said on Tuesday that the new ferry would be deliv-",
            "ered in May and that the old one would be sold to a company in the",
            "north of the country.",
        ],
        [
            "The union said it had not been told about the sale. It asked the min-",
            "istry for a meeting before the end of the",
        ],
    ],
    [
        ["month and said that a well-", "known lawyer would be present."],
        ["A spokesman declined to comment."],
    ],
    [["The sale must be approved by the harbour council in June."]],
]


def test_a_release_is_read_by_paragraph():
    document = document_of(Raw("release.pdf", paper.release(*RELEASE)))
    assert [document.text[start:end] for start, end in document.paragraphs] == [
        (
            "The minister of ports said on Tuesday that the new ferry would be delivered in May and that the old one"
            " would be sold to a company in the north of the country."
        ),
        (
            "The union said it had not been told about the sale. It asked the ministry for a meeting before the end of"
            " the month and said that a well-known lawyer would be present."
        ),
        "A spokesman declined to comment.",
        "The sale must be approved by the harbour council in June.",
    ]
    assert {piece.reason for piece in document.removed} == {
        "page header or footer",
        "page number",
        "hyphen at a line's end",
    }


def test_an_indent_starts_a_paragraph():
    lines = [
        (90, 700, 11, "The ferry sails on Friday, the harbour office said, and it will"),
        (72, 686, 11, "call at Saltholm before noon if the ice allows it to do so at all"),
        (90, 672, 11, "The union said that its members would not be on board of it,"),
        (72, 658, 11, "and that it had told the office so."),
    ]
    document = document_of(Raw("release.pdf", paper.pdf([lines])))
    assert len(document.paragraphs) == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\nnothing of the kind", "broken PDF"),
        (paper.release(*RELEASE)[:400], "broken PDF"),
        (paper.pdf([[]]), "without text"),
        (paper.pdf([[(72, 700, 11, "The minister said no.")]], encrypted=True), "encrypted PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_sentence(data, why):
    with pytest.raises(UnreadableError, match=f"^release.pdf is .*{why}"):
        document_of(Raw("release.pdf", data))


def test_a_pdf_that_takes_too_long_is_given_up():
    with pytest.raises(RefusedError, match="takes longer than"):
        reader.paper_of(paper.release(*RELEASE), "release.pdf", seconds=0.001)


def test_a_crash_of_the_child_is_an_unreadable_pdf(monkeypatch):
    monkeypatch.setattr(reader, "CHILD", "readout.ingest.no_such_module")
    with pytest.raises(UnreadableError, match="breaks the reader"):
        reader.paper_of(b"%PDF-1.7", "release.pdf")
