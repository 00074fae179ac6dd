"""Whom "his Turkish counterpart" means on the day of the text, and what is known where nobody knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.actor import Actor
from readout.model.record import Record

Reader = Callable[..., Record]


def _holder(record: Record, word: str) -> Actor:
    (found,) = [a for a in record.actors if word in [mention.exact for mention in a.mentions]]
    return found


KNOWN = [
    ("2025-06-10", "Canadian Foreign Minister Anita Anand met her counterpart from Japan.", "her counterpart", "Takeshi Iwaya"),
    ("2025-06-10", "Narendra Modi spoke with his Italian counterpart.", "his Italian counterpart", "Giorgia Meloni"),
    ("2019-05-05", "German Chancellor Angela Merkel rang her British counterpart.", "her British counterpart", "Theresa May"),
    ("2025-06-10", "During a visit to Tokyo, Philippine President Ferdinand Marcos met his counterpart.", "his counterpart", "Shigeru Ishiba"),
    ("2025-06-10", "U.S. Secretary of State Marco Rubio spoke to his Russian counterpart Sergei Lavrov. His counterpart said little.", "His counterpart", "Sergei Lavrov"),
    ("2025-06-10", "Emmanuel Macron hosted his Ukrainian counterpart, Volodymyr Zelenskyy, in Paris.", "his Ukrainian counterpart", "Volodymyr Zelenskyy"),
    ("2025-06-10", "French Foreign Minister Jean-Noël Barrot called his opposite number in Ankara.", "his opposite number", "Hakan Fidan"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "text", "word", "name"), KNOWN)
def test_a_counterpart_by_office_and_date(reads: Reader, date: str, text: str, word: str, name: str) -> None:
    assert _holder(reads(text, date), word).name == name


UNKNOWN = [
    ("Norway's fisheries minister, Tor Vik, met his Icelandic counterpart.", "his Icelandic counterpart", "ISL", ("fisheries minister",)),
    ("Iceland's fisheries minister, Sigrun Hallsdottir, met her counterpart from Peru.", "her counterpart", "PER", ("fisheries minister",)),
    ("Emmanuel Macron hosted his German counterpart.", "his German counterpart", "DEU", ()),
    ("Norway's trade minister, Tor Vik, met his counterpart in Doha.", "his counterpart", None, ("trade minister",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country", "offices"), UNKNOWN)
def test_where_nobody_can_tell_the_country_stays(
    reads: Reader, text: str, word: str, country: str | None, offices: tuple[str, ...]
) -> None:
    actor = _holder(reads(text, "2025-06-10"), word)
    assert (actor.kind, actor.country, actor.offices, actor.known_as) == ("person", country, offices, None)


def test_a_counterpart_with_a_name_holds_the_same_office(reads: Reader) -> None:
    text = "Iceland's fisheries minister, Sigrun Hallsdottir, met her Peruvian counterpart, Rosa Quispe."
    actor = _holder(reads(text), "Rosa Quispe")
    assert (actor.country, actor.sector, actor.offices) == ("PER", "GOV", ("fisheries minister",))
