"""Actors without names of their own: ships and patrols, ages, hosts, homelands, offices of one country."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

ACTORS = [
    ("A Malian patrol fired at a truck. The patrol withdrew.", "Malian patrol", ["A Malian patrol", "The patrol"]),
    ("Three Norwegian trawlers called for help. The trawlers left.", "Norwegian trawlers",
     ["Three Norwegian trawlers", "The trawlers"]),
    ("Saboteurs burned a depot. The saboteurs fled.", "Saboteurs", ["Saboteurs", "The saboteurs"]),
    ("General Tomas Arce declared his candidacy. The 61-year-old promised to sell the airline.", "Tomas Arce",
     ["General Tomas Arce", "his", "The 61-year-old"]),
    ("Minister Dewi Santoso met Prime Minister Somchai Rattana. Her host promised rice.", "Somchai Rattana",
     ["Prime Minister Somchai Rattana", "Her host"]),
    ("Foreign Minister Ama Boateng of Ghana spoke. Her envoy left. She said her country would pay.", "Ghana",
     ["Ghana", "her country"]),
    ("Tonga signed the treaty. Ministers in the kingdom were glad.", "Tonga", ["Tonga", "the kingdom"]),
    ("The Kenya Red Cross counted the dead. The Red Cross said it would stay.", "Kenya Red Cross",
     ["The Kenya Red Cross", "The Red Cross", "it"]),
    ("The council blamed the union. The union said no.", "Union", ["the union", "The union"]),
    ("The Russian Defense Ministry denied it. The Ministry of Defence of Russia said no.", "Ministry of Defense of Russia",
     ["The Russian Defense Ministry", "the Ministry of Defence"]),
    ("Growers told the Daily Monitor that rain was late.", "Daily Monitor", ["the Daily Monitor"]),
    ("The United Nations Protection Force left the road.", "United Nations Protection Force",
     ["The United Nations Protection Force"]),
    ("A spokesperson for the Ministry of Health of Malawi, Chisomo Banda, said no.", "Chisomo Banda",
     ["A spokesperson", "Chisomo Banda"]),
    ("The commander of Malian forces in the north, General Issa Keita, met rebels.", "Issa Keita",
     ["The commander", "General Issa Keita"]),
    ("The contractor, Delta Works, had finished.", "Delta Works", ["the contractor", "Delta Works"]),
    ("The minister told the newspaper Folha do Vale that rain was late. The paper was pleased.", "Folha do Vale",
     ["the newspaper Folha do Vale", "The paper"]),
    ("Hunters in the valley found a cave. Ann Hunter said no.", "Ann Hunter", ["Ann Hunter"]),
    ("The Sunday Observer reported that rain was late. The minister accused the paper of bad faith.", "Sunday Observer",
     ["The Sunday Observer", "the paper"]),
    ("Minister Petra Vogel will resign. The 52-year-old had been accused of fraud.", "Petra Vogel",
     ["Minister Petra Vogel", "The 52-year-old"]),
    ("Two Danish cutters blocked the harbour.", "Danish cutters", ["Two Danish cutters"]),
    ("Harlan Rail will supply the wagons.", "Harlan Rail", ["Harlan Rail"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), ACTORS)
def test_described(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact.casefold() for m in a.mentions] for a in reads(text).actors}
    assert found.get(name.casefold()) == [m.casefold() for m in mentions], found


def test_an_office_has_its_holder_s_mentions_no_more(reads: Reader) -> None:
    """ "The Prime Minister's Office" speaks of no prime minister."""
    record = reads(
        "TOKYO, April 8 - The Prime Minister's Office of Japan said no. The Kantei was silent.", "2011-04-08"
    )
    assert {a.name for a in record.actors} == {"Office of the Prime Minister of Japan", "Japan"}


ROWS = (resources.files("readout.extract.actors") / "offices.tsv").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", ROWS)
def test_offices_of_one_country(reads: Reader, row: str) -> None:
    _, country, example = row.split("\t")
    assert country in {a.country for a in reads(example).actors if a.kind == "person"}
