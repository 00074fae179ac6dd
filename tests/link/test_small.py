"""The small words by which phrases are cut and figures held to what they count, on their own examples."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from readout.link.accounts.issuers import bare_office, joint_paper
from readout.link.accounts.telling import Telling
from readout.link.clashes.durations import durations
from readout.link.clashes.figures import _aim, _wanted
from readout.link.clashes.units import money
from readout.link.lexicon import small, small_words
from readout.link.matters.runs import _joining, plain
from readout.link.matters.scenes import scene
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record

EXAMPLES = small()


def telling(text: str) -> Telling:
    return Telling(0, Record(Document("d", text)), "MLT", (Anchor.of(text, 0, len(text)),))


@pytest.mark.parametrize("entry", EXAMPLES["duration"]["example"], ids=lambda entry: entry["text"])
def test_lengths_of_time(entry: dict[str, object]) -> None:
    assert [(d.count, d.unit) for d in durations(telling(str(entry["text"])))] == [
        (entry["count"], entry["unit"])
    ]


@pytest.mark.parametrize("lead", EXAMPLES["aim"]["example"])
def test_a_level_to_be_reached(lead: str) -> None:
    assert _aim().search(lead)
    assert not _aim().search(f"{lead}nothing, and paid ")


def test_words_that_name_nothing() -> None:
    assert bare_office(EXAMPLES["style"]["example"]) and not bare_office("Minister Orr")
    assert all(plain(word) for word in EXAMPLES["bare"]["example"].split())
    assert all(_joining().fullmatch(word) for word in EXAMPLES["joining"]["example"].split()[:2])


@pytest.mark.parametrize("section", ["phrase", "beside"])
def test_words_in_between(section: str) -> None:
    assert small_words(section) & set(EXAMPLES[section]["example"].split())


@pytest.mark.parametrize(("section", "pattern"), [("wanted", _wanted)])
def test_what_is_only_asked_for(section: str, pattern: Callable[[], re.Pattern[str]]) -> None:
    found = pattern().search(EXAMPLES[section]["example"].split("50")[0])
    assert found and not pattern().search("received at least ")


def test_money_without_a_country_counts_nothing() -> None:
    text = EXAMPLES["money"]["example"]
    amount = Amount("q1", Anchor.of(text, 0, len(text)), text, 40.0)
    assert money(amount) == "kroner"
    assert money(replace(amount, text="40 cooks")) == ""


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("JOINT COMMUNIQUÉ", "Joint communiqué"),
        ("Oslo, 3 May\nJoint statement", "Joint statement"),
        ("Joint Commission meets in Oslo", None),
        ("MINISTRY OF HEALTH OF PERU\nJOINT STATEMENT", None),
    ],
)
def test_a_paper_of_two_sides(head: str, name: str | None) -> None:
    assert joint_paper(head) == name


@pytest.mark.parametrize("text", EXAMPLES["scene"]["example"])
def test_a_sentence_that_tells_but_the_scene(text: str) -> None:
    assert scene(telling(text))


@pytest.mark.parametrize("text", EXAMPLES["scene"]["no"])
def test_a_sentence_that_tells_more_than_the_scene(text: str) -> None:
    assert not scene(telling(text))
