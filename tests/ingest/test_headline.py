"""What heads a text: the headline, not its issuer, its label or its date."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from readout.ingest.headline import headline

PROSE = "The two ministers met on Monday and spoke about the price of tin for an hour."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (["Tin duty halved", ""], "Tin duty halved"),
        (["Ministry of Mines", "", "Tin duty halved", ""], "Tin duty halved"),
        (["MINISTRY OF MINES", "", "PRESS RELEASE", "", "Tin duty halved", ""], "Tin duty halved"),
        (["Government of Malta", "Ministry of Mines", "", "Readout of the talks with Fiji", "5 May 2026", ""],
         "Readout of the talks with Fiji"),
        (["Presidency of the Republic", "", "Tunis, 4 May 2026", "", "Talks on gas end", ""], "Talks on gas end"),
        (["The White House", "", "Statement by the Press Secretary", ""], "Statement by the Press Secretary"),
        (["Prime Minister’s Office", "", "For Immediate Release", "No. 14/2026", "", "Ferry line reopens", ""],
         "Ferry line reopens"),
        (["Ministry of Mines", "", "Communiqué", ""], "Ministry of Mines"),
        (["Ministry of Mines", "Weekly press briefing, Suva, 4 June 2026", "Spokesperson: Ana Sosa", ""],
         "Weekly press briefing, Suva, 4 June 2026"),
        (["Council Briefing – May 2, 2026", ""], "Council Briefing – May 2, 2026"),
        (["Union says no to the ferry", "By Ana Sosa", ""], "Union says no to the ferry"),
        (["Bank of Reefs raises rates", ""], "Bank of Reefs raises rates"),
        (["Will the ferry sail?", ""], "Will the ferry sail?"),
        (["Suva, 4 June 2026", ""], None),
        (["PRESS RELEASE", ""], None),
        (["The ferry was sold.", ""], None),
        (["one line of a list", "another line of it"], None),
    ],
)  # fmt: skip
def test_the_headline(head: list[str], expected: str | None) -> None:
    assert headline([*head, PROSE]) == expected


def test_a_text_of_nothing_has_none() -> None:
    assert headline([]) is headline(["", ""]) is headline([PROSE]) is None


def test_the_table_is_lower_case_and_without_twins() -> None:
    told = tomllib.loads(files("readout.ingest").joinpath("headings.toml").read_text("utf-8"))
    for words in told.values():
        assert words == [word.casefold() for word in words] and len(words) == len({*words})


@pytest.mark.parametrize("example", ["Embassy of Malta", "For immediate release", "Prime Minister's Office"])
def test_examples_of_the_table(example: str) -> None:
    assert headline([example, "", "Ferry line reopens", "", PROSE]) == "Ferry line reopens"
