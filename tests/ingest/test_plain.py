"""Plain text: paragraphs, wrapped lines, title, author, date; nothing vanishes."""

import textwrap
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.ingest import document_of_text
from readout.ingest.wrapping import unwrapped
from readout.model.errors import ReadoutError, RefusedError, UnreadableError

PARAGRAPHS = [
    (
        "The harbour minister said on Tuesday that the new ferry would be delivered in May and that the old one"
        " would be sold to a company in the north, which has not yet paid for it."
    ),
    "“We were never asked,” said Ada Ruiz, who leads the dockers’ union. She added that the union would meet.",
    (
        "Sign up, she told them, before Friday. The ministry had no comment on the demands of the dockers and"
        " their many lawyers in the city."
    ),
]


def paragraphs(document):
    return [document.text[start:end] for start, end in document.paragraphs]


@pytest.mark.parametrize(
    ("width", "indent"), [(60, ""), (66, ""), (72, ""), (80, ""), (66, "   "), (72, "    ")]
)
def test_wrapped_lines_are_joined(width, indent):
    text = "\n\n".join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)
    assert paragraphs(document_of_text(text)) == PARAGRAPHS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \n\t\n"])
def test_lines_that_are_paragraphs_stay_apart(end):
    assert paragraphs(document_of_text(end.join(PARAGRAPHS))) == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        [
            "- tin",
            "- copper and everything that comes with it, ready to be shipped by the end of the week",
            "- zinc",
        ],
        [
            "Q: Will the army leave?",
            "MR. OBI: That is for the council to decide when it meets again",
            "Q: When?",
        ],
        ["Short title", "The paragraph under it."],
    ],
)
def test_lists_and_turns_stay_apart(lines):
    assert unwrapped(lines) == lines


@pytest.mark.parametrize(
    ("text", "title", "author", "published"),
    [
        (
            "Ferry to sail again\n\nBy Ida Holm\n\nThe ferry will sail on Friday, they said.",
            "Ferry to sail again",
            "Ida Holm",
            None,
        ),
        ("OSLO, March 3, 2024 — The king spoke to the council.", None, None, "2024-03-03"),
        (
            "Council Briefing – May 2, 2023\n\nMS. OBI: Good morning.",
            "Council Briefing – May 2, 2023",
            None,
            "2023-05-02",
        ),
        (
            "Ministry of Ports\n\nLomé, 4 May 2023\n\nThe minister met the envoy.",
            "Ministry of Ports",
            None,
            "2023-05-04",
        ),
        ("Published: Tuesday, 5 May 2020\n\nThe minister met the envoy of Peru.", None, None, "2020-05-05"),
        ("On March 3, 2024, the king spoke to the council of ministers.", None, None, None),
        ("OSLO, March 3 — The king spoke to the council.", None, None, None),
        ("03/04/2024\n\nThe king spoke to the council.", None, None, None),
        ("LIMA, Feb. 30, 2024 — The council met in secret.", None, None, None),
        ("The ferry will sail.\n\nIt is late.", None, None, None),
    ],
)
def test_what_the_top_of_a_text_says(text, title, author, published):
    document = document_of_text(text)
    assert (document.title, document.author, document.published) == (title, author, published)


def test_given_dates_stand_above_written_ones():
    text = "OSLO, March 3, 2024 — The king spoke to the council."
    assert document_of_text(text, published="2024-03-04", publisher="Fjord Post").published == "2024-03-04"


def test_the_title_stays_in_the_text():
    assert document_of_text("Ferry to sail\n\nIt sails on Friday, they said.").text.startswith(
        "Ferry to sail\n\nIt"
    )


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "…", "Share\nTweet\nCopy link"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(UnreadableError, match="the text holds"):
        document_of_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "El ministro dijo el lunes que no habría acuerdo con los sindicatos sobre la mina, y se negó a dar razones.",
        "Der Minister sagte am Montag, es werde keine Einigung geben, und die Gespräche gingen am Freitag weiter.",
        "Министр заявил в понедельник, что соглашения не будет, и отказался назвать причины этого решения.",
        "部长星期一表示，双方没有达成协议，谈判将继续进行。这是一个重要的时刻，双方都希望尽快解决问题。",
    ],
)
def test_another_language_is_refused(text):
    with pytest.raises(UnreadableError, match="another language"):
        document_of_text(text)


@pytest.mark.parametrize(
    "text", ["Ruiz: no.", "Xi Jinping, Narendra Modi, Luiz Inácio Lula da Silva", "Bonjour, said Macron."]
)
def test_a_short_text_is_let_through(text):
    assert document_of_text(text).text == text


def test_a_long_text_is_read_and_an_endless_one_refused():
    sentence = "The minister said that the bridge over the river was safe and open. "
    assert len(document_of_text(sentence * 8_000).text.split()) > 100_000
    with pytest.raises(RefusedError, match="longer than 10,000,000 characters"):
        document_of_text("a" * 10_000_001)


BITS = st.sampled_from(
    [
        "Share",
        "Continue with Google",
        "\n\n",
        "\n",
        "She said no.",
        "Related stories",
        "A headline of four",
        "By Ida Holm",
        "\n" * 7,
        "OK",
    ]
)
ANY = st.one_of(
    st.text(), st.text(st.characters()), st.lists(st.one_of(BITS, st.text(max_size=40))).map("\n".join)
)


def visible(text):
    return Counter(c for c in text if not c.isspace())


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_nothing_vanishes_and_paragraphs_lie_in_the_text(text):
    try:
        document = document_of_text(text)
    except ReadoutError:
        return
    clean = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text.lstrip("\ufeff"))
    assert visible(document.text) + visible("".join(p.text for p in document.removed)) == visible(clean)
    at = 0
    for start, end in document.paragraphs:
        assert not document.text[at:start].strip()
        assert start < end
        assert document.text[start:end] == document.text[start:end].strip()
        at = end
    assert at == len(document.text)
    document.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufeff"), max_size=60))
def test_code_points_are_kept(text):
    """No normal forms: an accent that stands apart stays apart."""
    sentence = f"The minister said {' '.join(c for c in text if c.isprintable())} to the union of dockers."
    assert document_of_text(sentence).text == " ".join(sentence.split(" ")).strip()


UNSPACED = [
    *PARAGRAPHS,
    "Experts say the sale is overdue.",
    (
        "Kim Oh, of an institute for the coast, put the cost of the old vessel at 3 million crowns a year, a figure"
        " that the ministry disputes and that the union calls absurd."
    ),
]


@pytest.mark.parametrize("width", [62, 72, 78])
@pytest.mark.parametrize(
    ("first", "others"), [("    ", ""), ("  ", ""), ("", "  "), ("", "")], ids=["indent", "two", "hanging", "flush"]
)
def test_wrapped_paragraphs_without_blank_lines(width, first, others):
    wrapped = [textwrap.fill(p, width, initial_indent=first, subsequent_indent=others) for p in UNSPACED]
    assert paragraphs(document_of_text("\n".join(wrapped))) == UNSPACED


def test_a_heading_over_a_wrapped_paragraph_stays_a_line():
    text = "FERRY TO BE SOLD\n" + "\n".join(textwrap.fill(p, 72) for p in UNSPACED)
    assert paragraphs(document_of_text(text)) == ["FERRY TO BE SOLD", *UNSPACED]
