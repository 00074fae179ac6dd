"""Sentence -> (said, source, content) of silences told by a turn of phrase, by an absence, by "did not" alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.extract.statements.lexicon import turns_of_phrase
from readout.model.statement import Statement
from tests.extract.statements.test_lexicon import MARK, marked, words
from tests.extract.statements.test_silences import hush, hushes

Reader = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize("example", turns_of_phrase()["examples"])
def test_idiom_is_read_in_its_example(example: str, statements: Reader) -> None:
    (found,) = statements(MARK.sub("", example))
    said, source, content = hush(found)
    assert (said, source, words(content)) == (
        "not said",
        marked(example, "[", "]"),
        words(marked(example, "<", ">")),
    )


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The premier tiptoed carefully around the subject of the port.", "The premier", "the subject of the port"),
        ("Oslo's account left the reef out.", "Oslo's account", "the reef"),
        ("The minister drew a veil over the failed vote.", "The minister", "the failed vote"),
        ("Her question was met with silence.", None, "Her question"),
        ("The chairman took no questions on the merger.", "The chairman", "the merger"),
        ("The harbour office held back details of the fine.", "The harbour office", "details of the fine"),
        ("Asked who had paid, the consul put down the phone.", "the consul", "who had paid"),
        ("The agent stonewalled when asked about the cargo.", "The agent", "the cargo"),
        ("The speech was devoid of any reference to the strike.", "The speech", "the strike"),
        ("The release was short on details about the leak.", "The release", "the leak"),
        ("The consul could not be reached for comment on the visas.", "The consul", "the visas"),
        ("The bishop was not available for comment.", "The bishop", "comment"),
        ("The customs office was unable to give a figure for the losses.", "The customs office", "a figure for the losses"),
        ("There is no trace of the quarrel in the final text.", "the final text", "the quarrel"),
        ("There was no word from Dili on the fate of the crew.", "Dili", "the fate of the crew"),
        ("The treasury had no immediate response to the report.", "The treasury", "the report"),
        ("The length of the lease was not given.", None, "The length of the lease"),
        ("The king made a point of not naming the general.", "The king", "the general"),
        ("The newspaper ignored the march.", "The newspaper", "the march"),
        ("Missing, too, was any word on the ferry.", None, "any word on the ferry"),
        ("Of the reef she said nothing.", "she", "the reef"),
        ("The envoy waltzed around the question of tolls.", "The envoy", "the question of tolls"),
        ("The clerk let the question pass.", "The clerk", "the question"),
        ("No mention of the reef appears in the Danish text.", "the Danish text", "the reef"),
        ("The charter is vague about who would pay.", "The charter", "who would pay"),
        ("A statement spoke of roads. It did not touch on the strike.", "It", "the strike"),
        ("Left out of the official summary was the walkout by the cooks.", "the official summary", "the walkout by the cooks"),
        ("The envoy's note avoids the word “war”.", "The envoy's note", "the word “war”"),
        ("The union did not claim responsibility for the fire.", "The union", "responsibility for the fire"),
        ("The general brushed off reporters who asked about the coup.", "The general", "the coup"),
        ("The mayor ignored the council's demand for an answer.", "The mayor", "the council's demand for an answer"),
        ("The minister volunteered nothing on the loan.", "The minister", "the loan"),
        ("The palace's silence on the debt surprised nobody.", "The palace", "the debt"),
        ("The delegates parted without a word on the reef.", "The delegates", "the reef"),
        ("The port office failed to return two e-mails.", "The port office", "two e-mails"),
        ("The mayor kept the contract under wraps.", "The mayor", "the contract"),
        ("The agency offered scant detail on the theft.", "The agency", "the theft"),
        ("The state broadcaster did not report the shipwreck.", "The state broadcaster", "the shipwreck"),
        ("How many men had crossed, the ministry has yet to disclose.", "the ministry", "How many men had crossed"),
        ("Peru, once the loudest voice at such talks, has said nothing about the dam.", "Peru, once the loudest voice at such talks", "the dam"),
    ],
)  # fmt: skip
def test_not_said(text: str, source: str | None, content: str, statements: Reader) -> None:
    assert hushes(statements(text)) == [("not said", source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Danish note mentions cod. The Scottish note does not.", "The Scottish note", "cod"),
        ("The German text speaks of repatriation; the Czech one does not.", "the Czech one", "repatriation"),
        ("The draft says little about cod and nothing about haddock.", "The draft", "haddock"),
        ("The mayor did not name the men or say where they were held.", "The mayor", "where they were held"),
        ("The palace did not mention the debt. Nor did Beirut.", "Beirut", "the debt"),
    ],
)
def test_echoed(text: str, source: str, content: str, statements: Reader) -> None:
    assert ("not said", source, content) in hushes(statements(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Lagos regrets the envoy's refusal to name the buyer.", "the envoy", "the buyer"),
        ("Both yards have declined interview requests.", "Both yards", "interview requests"),
        ("The judge would not be pressed on the date.", "The judge", "the date"),
        ("We won't go into who paid.", "We", "who paid"),
        ("The abbot declined to condemn the raid.", "The abbot", "the raid"),
    ],
)
def test_declined(text: str, source: str, content: str, statements: Reader) -> None:
    assert ("declined", source, content) in hushes(statements(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers steered clear of the collapsed wing because of gas.",
        "The guns along the ridge fell silent on Tuesday morning.",
        "The plan leaves out 3,000 families who live below the dam.",
        "The team did not respond to the early goal.",
        "The bill, which excludes farm workers, passed by 40 votes.",
        "The judge passed over two senior lawyers for the post.",
        "Asked about the fine, she laughed and said that it was paid.",
        "The dam held back the flood.",
        "She did not swim and he did not.",
        "The union did not address the parcels to the wrong office.",
        "The minister did not mention only the roads.",
        "He did not name the boat after his wife.",
        "Life in the port revolves around the question of tolls.",
        "Silence fell on the square at noon.",
        "The first deal included a clause on visas; the others did not.",
    ],
)
def test_no_silence(text: str, statements: Reader) -> None:
    assert hushes(statements(text)) == []
