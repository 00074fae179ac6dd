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


LEFT = [
    "The minister of ports said on Tuesday",
    "that the new ferry would be deliv-",
    "ered in May. He added that the old",
    "one would be sold to a company in the",
    "north of the country, which is well-",
    "known there.",
    "The union said it had not been told.",
]
RIGHT = [
    "A spokesman for the harbour council",
    "declined to comment on the price. The",
    "council meets in June, when the sale",
    "must be approved by its members, among",
    "them two dockers who have promised to",
    "vote against it.",
]
READ = [
    "Ferry to be sold",
    (
        "The minister of ports said on Tuesday that the new ferry would be delivered in May. He added that the old one"
        " would be sold to a company in the north of the country, which is well-known there."
    ),
    "The union said it had not been told.",
    (
        "A spokesman for the harbour council declined to comment on the price. The council meets in June, when the sale"
        " must be approved by its members, among them two dockers who have promised to vote against it."
    ),
]


def told(line: str, page: int) -> str:
    """The line as it stands on a page: the second one tells the same of a barge."""
    return (
        line
        if page == 1
        else line.replace("ferry", "barge")
        .replace("Ferry", "Barge")
        .replace("it", "her")
        .replace("told", "asked")
    )


def two_columns(order: str) -> list[list[paper.LINE]]:
    """Two pages of two columns with a running head and a number, written by column or by row."""
    pages: list[list[paper.LINE]] = []
    for number in (1, 2):
        left: list[paper.LINE] = [(72, 700 - 14 * n, 10, told(line, number)) for n, line in enumerate(LEFT)]
        right: list[paper.LINE] = [
            (310, 700 - 14 * n, 10, told(line, number)) for n, line in enumerate(RIGHT)
        ]
        rows = [one for n in range(len(left)) for side in (left, right) for one in side[n : n + 1]]
        head: paper.LINE = (72, 760, 9, "Ministry of Ports - Statements of the week and other news of it")
        title: paper.LINE = (72, 740, 16, told("Ferry to be sold", number))
        foot: paper.LINE = (300, 40, 9, f"{number}")
        pages.append([head, title, *(rows if order == "row" else [*left, *right]), foot])
    return pages


@pytest.mark.parametrize("order", ["column", "row"])
def test_columns_are_read_one_after_the_other(order):
    document = document_of(Raw("two.pdf", paper.pdf(two_columns(order))))
    assert [document.text[start:end] for start, end in document.paragraphs] == [
        told(line, page) for page in (1, 2) for line in READ
    ]
    assert [piece.reason for piece in document.removed].count("page header or footer") == 2
    assert [piece.text for piece in document.removed if piece.reason == "page number"] == ["1", "2"]


def test_rows_of_a_table_stay_rows():
    cells = [
        ("Vessel", "Tons", "Year"),
        ("Alba", "3,200", "1998"),
        ("Berta", "4,100", "2004"),
        ("Cora", "900", "2011"),
    ]
    cells += [("Dora", "1,250", "2015"), ("Elsa", "700", "2019")]
    table = [
        (72 + 160 * c, 640 - 16 * n, 10, word) for n, row in enumerate(cells) for c, word in enumerate(row)
    ]
    lead = [(72, 700, 10, "The ministry said on Tuesday that it would sell five vessels in May:")]
    text = document_of(Raw("table.pdf", paper.pdf([lead + table]))).text
    assert "Alba 3,200 1998" in text and "Elsa 700 2019" in text
