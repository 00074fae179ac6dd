"""The brief for a terminal: everything is on it, and nothing in a text can drive the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.export import phrase
from readout.export.text import brief
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record

LINES = [
    "Ada Ruiz  President of Chile · CHL",
    "● said      “They sail <b>soon</b> & in peace,” … “or never.”",
    "❝ direct · “said” · line 1, 86–121 [s3]",
    "○ not said  the ships",
    "– declined  comment",
    "No source named",
    "✗ denied    that 3 tons had been lost",
    "› indirect · “told” · to Emil Sato · via Emil Sato · 2026-03-02 · within s1",
    "COOPERATE: Chile → Emil Sato",
    "Chile → Emil Sato: send money (at least $2.5 million), by June  pledged",
    "at least USD 2,500,000",
    "a quotation mark is never closed",
    "Taken out: sign-in button",
]


@pytest.mark.parametrize("line", LINES)
def test_what_was_read_is_on_the_brief(record: Record, line: str) -> None:
    assert line in brief(record, width=110)


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_it_wraps_to_the_width(record: Record, width: int) -> None:
    assert max(len(line) for line in brief(record, width=width).splitlines()) <= width


def test_colours_only_when_asked_for(record: Record) -> None:
    assert "\x1b[" not in brief(record)
    assert "\x1b[" in brief(record, color=True)


def test_the_words_are_the_same_without_colour(record: Record) -> None:
    import re

    assert re.sub("\x1b\\[[0-9;]*m", "", brief(record, color=True)) == brief(record)


@pytest.mark.parametrize("mark", ["\x1b[2J", "\x9b2J", "\x07", "\r", "\u202e", "\x00"])
def test_control_characters_do_not_reach_the_terminal(record: Record, mark: str) -> None:
    hostile = replace(record, document=replace(record.document, title=f"a{mark}b", publisher=mark))
    assert mark not in brief(hostile)


def test_nothing_found_is_said() -> None:
    assert "Nobody is reported to have said anything." in brief(Record(Document("sha256:0", "Rain.")))


def test_an_office_that_the_name_tells_is_not_told_twice(record: Record) -> None:
    actors = [replace(record.actors[0], name="port aide", offices=("aide",)), *record.actors[1:]]
    lines = brief(replace(record, actors=tuple(actors))).splitlines()
    assert "  port aide  CHL" in lines and not any("aide  aide" in line for line in lines)


def test_where_a_promise_stands_is_on_a_line_of_its_own(record: Record) -> None:
    lines = brief(record, width=110).splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("pledged"))
    assert lines[at + 1].startswith("    line ") and lines[at + 1].endswith("[c1]")


@pytest.mark.parametrize(
    ("amount", "read", "measured"),
    [
        (Amount("q1", Anchor(0, 3, "six"), "six", value=6, of="divers"), "6", "6 divers"),
        (Amount("q1", Anchor(0, 3, "six"), "six", value=6, unit="km2", of="forest"), "6 km²", "6 km²"),
        (Amount("q1", Anchor(0, 3, "six"), "six", value=6, currency="USD", of="aid"), "USD 6", "USD 6"),
        (Amount("q1", Anchor(0, 3, "six"), "six", of="divers"), "not certain", "not certain"),
    ],
)
def test_a_figure_says_what_it_counts(amount: Amount, read: str, measured: str) -> None:
    assert (phrase.reading(amount), phrase.measured(amount)) == (read, measured)


def test_a_text_without_a_title_goes_by_its_first_words() -> None:
    text = "Rain fell on Lima for the third day, " * 5
    assert brief(Record(Document("sha256:0", text))).splitlines()[1].endswith(" …")
