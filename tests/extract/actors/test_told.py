"""Whoever is told something is somebody: "warned skippers", "told a rally", "replied to the union"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

TOLD = [
    ("The harbour master told lorry drivers that the quay was shut.", "lorry drivers"),
    ("Estate owners warned pluckers that wages would be late.", "pluckers"),
    ("The mayor urged members to stay calm.", "members"),
    ("The agency asked donor governments to release the money.", "donor governments"),
    ("The bishop called on all parties to let the lorries through.", "parties"),
    ("The coroner told the families that the ship had been found.", "families"),
    ("Ada Orr told a rally in Lima that the mine would close.", "rally in Lima"),
    ("Ada Orr told a meeting of growers that the mine would close.", "meeting of growers"),
    ("The skipper told a radio station in Bergen that nobody was hurt.", "radio station"),
    ("Ines Ruiz told a crowd of about 3,000 weavers that the mill was sold.", "crowd of about 3,000 weavers"),
    ("Tor Vik thanked the nurses who had stayed.", "nurses"),
    ("Tor Vik thanked President Ama Boateng for the boats.", "Ama Boateng"),
    ("Tor Vik expressed his gratitude to the French pilots.", "French pilots"),
    ("The mayor urged both camps to lay down their arms.", "camps"),
    ("The clerk told a caller that the office was shut.", "caller"),
    ("In a letter to the three oil companies, Chad demanded higher royalties.", "oil companies"),
    ("The board advised parties to register by April.", "parties"),
    ("The clerk declined to tell reporters whether it was true.", "reporters"),
    ("They asked UNICEF to hold a second meeting in June.", "UNICEF"),
    ("Joseph Hale, the bishop of Lund, met Mayor Tor Vik and told him that he would wait.", "Tor Vik"),
]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_who_is_told_is_somebody(reads: Reader, text: str, name: str) -> None:
    record = reads(text, "2015-06-10")
    names = {actor.id: actor.name for actor in record.actors}
    assert name in [names.get(s.addressee.actor or "") for s in record.statements if s.addressee]


@pytest.mark.parametrize("text", ["The clerk told lies.", "The mayor asked questions.", "She told the time to no one."])
def test_what_is_told_is_nobody(reads: Reader, text: str) -> None:
    assert not [a for a in reads(text).actors if a.kind == "group"]


SAID = [
    ("“We seek no bases,” Tass quoted a ministry official as saying.", "ministry official"),
    ("Two makers refused to sell. A third has not said when it could sell.", "third maker"),
    ("Dita King, a nurse, walked to the quay. “We left with what we had on,” she said.", "Dita King"),
    ("Minister Aurelia Stoica met Ambassador Klaus Brandl and told him no. He replied that he was sorry.", "Klaus Brandl"),
    ("A spokesman, Martin Kessel, said no. A harbour spokeswoman said yes. She added that it was late.", "harbour spokeswoman"),
    ("The envoy, Ines Ruiz, met Mayor Ada Hale on Sunday. “Both will come,” she told reporters in Lima.", "Ines Ruiz"),
    ("“I sorted the fish,” joked one of them, Ada Orr.", "Ada Orr"),
    ("Savers rang the regulator, which told them to wait.", "regulator"),
    ("Two banks failed in May. Two of them said that the ministry knew.", "two of them"),
    ("Peru’s air force said that a jet was lost.", "Peruvian air force"),
    ("Wharf checkers said that the crane had failed.", "Wharf checkers"),
    ("Médecins Sans Frontières (MSF) came to Gao. MSF said 41 nurses had fled.", "Médecins Sans Frontières"),
]


@pytest.mark.parametrize(("text", "name"), SAID)
def test_who_says_it(reads: Reader, text: str, name: str) -> None:
    record = reads(text, "2015-06-10")
    names = {actor.id: actor.name for actor in record.actors}
    source = record.statements[-1].source
    assert source is not None and names.get(source.actor or "") == name


def test_whom_one_speaks_to_is_not_who_says_it(reads: Reader) -> None:
    text = "Q: Minister Orr, the Danish Energy Ministry says that 40 cables were cut. Is it true?\n\nMinister Orr: No.\n\nQ: Who did it?\n\nMinister Orr: Nobody."
    record = reads(text, "2015-06-10")
    names = {actor.id: actor.name for actor in record.actors}
    said = [s for s in record.statements if s.cue and s.cue.exact == "says"]
    assert [names[s.source.actor or ""] for s in said if s.source] == ["Ministry of Energy of Denmark"]
