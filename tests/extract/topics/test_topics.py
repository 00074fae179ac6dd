"""What statements and sentences are about: sentence -> labels."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.extract.topics import find_topics, with_topics
from readout.extract.topics.lexicon import examples
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.record import Record
from readout.read import reader

Reader = Callable[[str], Record]


@pytest.fixture(scope="module")
def read() -> Reader:
    """A reader of short texts; skipped where the weights are not installed."""
    try:
        engine = reader(1)
    except MissingModelError as missing:
        pytest.skip(str(missing))

    def made(text: str) -> Record:
        lines = tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
        return engine.read(Document("sha256:test", text, lines, published="2026-03-04"))

    return made


def labels(record: Record) -> list[str]:
    return [topic.label for topic in record.topics]


def of(record: Record, words: str) -> list[str]:
    """The topics of the statement whose content holds these words."""
    named = {topic.id: topic.label for topic in record.topics}
    statement = next(s for s in record.statements if any(words in anchor.exact for anchor in s.content))
    return [named[id] for id in statement.topics]


@pytest.mark.parametrize(
    ("text", "topics"), examples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_examples_of_the_word_lists(read: Reader, text: str, topics: tuple[str, ...]) -> None:
    assert set(topics) <= set(labels(read(text)))


def test_a_list_gives_every_member(read: Reader) -> None:
    record = read(
        "According to Brenner, the conversation covered Kosovo, sugar prices, and sales of Danish turbines."
    )
    assert of(record, "conversation covered") == ["Kosovo", "sugar prices", "Danish turbines"]


def test_mentions_of_one_matter_are_merged(read: Reader) -> None:
    record = read(
        "The ministry said two railway bridges would open.\n\nThe embassy made no mention of the bridges."
    )
    assert labels(record).count("railway bridges") == 1
    assert of(record, "the bridges") == ["railway bridges"]


def test_what_points_back_takes_the_topic_before(read: Reader) -> None:
    record = read(
        "Minister Okoye said that ivory poaching must end. The Kenyan envoy did not mention this point."
    )
    assert of(record, "this point") == ["ivory poaching"]


def test_the_matter_before_the_speaker_counts(read: Reader) -> None:
    record = read("On fishing quotas, Minister Okoye said the count would go on until May.")
    assert "fishing quotas" in of(record, "the count would")


def test_speakers_are_no_topics(read: Reader) -> None:
    record = read(
        "Kenya's foreign minister said Tanzania had promised to buy the old ferry. Tanzania denied that it had agreed to buy the ferry."
    )
    assert not {"Kenya", "Tanzania", "foreign minister"} & set(labels(record))
    assert any("ferry" in label for label in labels(record))


def test_every_mention_stands_in_the_text(read: Reader) -> None:
    record = read(
        "The premier welcomed low-cost housing rules, the World Cup and “visas for all”. She did not mention the strike."
    )
    assert all(mention.holds(record.document.text) for topic in record.topics for mention in topic.mentions)


@given(st.text(max_size=80))
def test_nothing_raises_without_a_parse(text: str) -> None:
    document = Document("sha256:test", text)
    assert find_topics(document, Analysis(), ()) == ()
    assert with_topics(document, (), ()) == ()
