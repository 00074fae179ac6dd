"""Which body of no country a text is the account of."""

from __future__ import annotations

from collections.abc import Callable

from readout.link.accounts.posts import settled
from readout.link.accounts.tellings import tellings
from readout.model.record import Record

Reader = Callable[..., Record]

UNION = """BRIGHTPORT, May 4, 2031 - The United Dock Workers said on Sunday that the strike was over.

Chair Ida Moss said that wages would go up by 6 percent. "It was worth it," Moss said.
"""
TERMINALS = """BRIGHTPORT, May 4, 2031 - Sola Terminals said that work at the port would resume on Monday.

The company said wages would go up by 4 percent, director Ole Krag said.
"""
RELEASE = """{head}

Press release, 4 May 2031

{name} signed a deal on ferries with {other} today.

Chief executive {person} said the ferries would sail in June.
"""


def sides(records: list[Record]) -> list[str | None]:
    return [owner.side for owner in settled(records)[1]]


def test_a_union_and_a_company(read: Reader) -> None:
    records = [read(UNION), read(TERMINALS)]
    assert sides(records) == ["United Dock Workers", "Sola Terminals"]
    told = tellings(*settled(records))
    assert {telling.side for telling in told} == {"United Dock Workers", "Sola Terminals"}


def test_two_companies_of_which_only_the_heads_speak(read: Reader) -> None:
    texts = [
        RELEASE.format(head="Sola Ferries", name="Sola Ferries", other="Brand Maritime", person="Ida Moss"),
        RELEASE.format(head="Brand Maritime", name="Brand Maritime", other="Sola Ferries", person="Ole Krag"),
    ]
    assert sides([read(text) for text in texts]) == ["Sola Ferries", "Brand Maritime"]


def test_a_country_keeps_its_text(read: Reader) -> None:
    text = "OSLO, May 4 - The Norwegian government said on Sunday that it had ordered ferries from Sola Ferries."
    assert sides([read(text), read(TERMINALS)])[0] == "NOR"


MINISTRY = """MINISTRY OF WATER, AMMAN

Minister of Water Raed Haba met the head of the Lower Valley Authority today.

The Minister said that 84 kilometres of pipe had been laid.
"""
AUTHORITY = """Lower Valley Authority - Press release

AQABA, 4 May 2031 - The head of the Authority, Katrin Voss, met Jordan's water minister on Sunday.

Only 61 kilometres had been laid, Ms. Voss said.
"""


def test_an_authority_beside_the_ministry_of_its_country(read: Reader) -> None:
    records = [read(MINISTRY), read(AUTHORITY)]
    assert sides(records) == ["JOR", "Lower Valley Authority"]


MINE = """Larkspur Tin plc
Arlen, 4 May 2031

Talks on the pit at Arlen

Managing director Ole Krag met leaders of the pit workers' union today.

The company offered 4 percent more, Mr. Krag said.
"""
PIT = """ARLEN, May 4, 2031 - The strike at the pit goes on, union leader Rosa Orr said on Sunday.

Orr said that the offer stood at 3 percent. "It buys no bread," she said.

Talks resume on May 12, said the union's safety delegate, Ivo Lund.
"""
BOARD = """ARLEN, May 4, 2031 - The town's water board told a hearing on Sunday that the pipes were sound.

Board chairwoman Ida Moss said bills would be frozen. "We are nearly there," Moss said.
"""


def test_a_union_that_goes_by_no_name_but_in_the_other_text(read: Reader) -> None:
    assert sides([read(MINE), read(PIT)]) == ["Larkspur Tin plc", "Pit workers' union"]


def test_a_board_in_small_letters(read: Reader) -> None:
    assert sides([read(BOARD), read(AUTHORITY)])[0] == "Water board"


GULF = """DOHA, May 4, 2031 - Qatar will sell Malta gas, Qatar's energy minister said on Sunday at the end of a visit by his Maltese colleague.

Sheikh Nasser al-Attar said the price had been settled. Attar also spoke of visas, he said.
"""
MALTA = """Ministry of Energy of Malta
Valletta, 4 May 2031

On Libya, Minister Luca Borg said that pipes had to be mended.

The Minister met Minister of State Sheikh Nasser al-Attar in Doha.
"""


def test_officials_are_of_the_side_in_whose_text_they_speak(read: Reader) -> None:
    records, owners = settled([read(GULF), read(MALTA)])
    assert [owner.side for owner in owners] == ["QAT", "MLT"]
    told = tellings(records, owners)
    assert {t.side for t in told if t.record is records[0]} == {"QAT"}
    assert next(a.country for a in records[1].actors if "Borg" in a.name) == "MLT"
