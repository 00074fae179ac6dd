"""Descriptions that go on with whom the text has named: trades, ranks, sorts of bodies, words for fighters."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

TAKEN_UP = [
    ("Lucia Prado opens the ward at six. The nurse has worked in Belem for years. \"I was never afraid,\" she says.",
     "Lucia Prado", ["Lucia Prado", "The nurse", "I", "she"]),
    ("Sweden's Karin Holm signed first. The foreign minister said the road was open.", "Karin Holm",
     ["Karin Holm", "The foreign minister"]),
    ("Lt. Gen. Omar Diallo denied it. Soldiers had left the town, the general said.", "Omar Diallo",
     ["Lt. Gen. Omar Diallo", "the general"]),
    ("Kenya's trade minister met the Ugandan envoy on Friday. Peter Oloo told reporters that Kampala had not answered.",
     "Peter Oloo", ["Kenya's trade minister", "Peter Oloo"]),
    ("The Danish firm Norrebro Foods denied it. Norrebro Foods has 40 shops. The Danish company said it would wait.",
     "Norrebro Foods", ["The Danish firm Norrebro Foods", "Norrebro Foods", "The Danish company", "it"]),
    ("Doctors Without Borders left the town. The aid group said it would return.", "Médecins Sans Frontières",
     ["Doctors Without Borders", "The aid group", "it"]),
    ("The minister gave Alba Copper Limited a date. She gave the company ninety days.", "Alba Copper Limited",
     ["Alba Copper Limited", "the company"]),
    ("Guerrillas took the bridge. The rebels said they would stay.", "Guerrillas",
     ["Guerrillas", "The rebels", "they"]),
    ("The Desert Lions denied it. The Lions said the road was open.", "Desert Lions",
     ["The Desert Lions", "The Lions"]),
    ("Her husband, Nuno, drives a bus. He was asleep.", "Nuno", ["Her husband", "Nuno", "He"]),
    ("The European Union is worried. The Commission will sue, Ada Roux said.", "European Commission",
     ["The Commission"]),
    ("Jimmy Carter met Fidel Castro. The former US president was given a car.", "Jimmy Carter",
     ["Jimmy Carter", "The former US president"]),
    ("Tor Vik stayed after Ama Boateng fled. The colonel had promised to leave.", "Tor Vik", ["Tor Vik", "The colonel"]),
    ("Vera Lund lost the case. \"I am tired,\" the lawyer said.", "Vera Lund", ["Vera Lund", "I", "the lawyer"]),
    ("Igor Panin met the mayor. The Russian had come by train.", "Igor Panin", ["Igor Panin", "The Russian"]),
    ("Alba Foods will close two shops, the supermarket chain said.", "Alba Foods",
     ["Alba Foods", "the supermarket chain"]),
    ("Two traders were held in Lima. A judge freed the men.", "traders", ["Two traders", "the men"]),
    ("A blast killed ten people.", "people", ["ten people"]),
    ("Police deny that they fired.", "Police", ["Police", "they"]),
    ("Minister Vik of Norway met Minister Holm of Sweden. Vik thanked his counterpart.", "Holm",
     ["Minister Holm", "his counterpart"]),
    ("The Special Representative of the Secretary-General for Haiti, Ana Vik, spoke. The representative of Haiti left.",
     "Ana Vik", ["the Special Representative of the Secretary-General", "Ana Vik"]),
    ("Norway's Tor Vik said so. Norway's foreign minister denied the rest.", "Tor Vik",
     ["Tor Vik", "Norway's foreign minister"]),
    ("The Ministers of Energy of Chad and Mali met. Mali was pleased. The Ministers signed.",
     "Ministers of Energy of Chad and Mali", ["The Ministers of Energy of Chad and Mali", "The Ministers"]),
    ("The electoral commission's president, Ana Ruiz, said no.", "electoral commission", ["The electoral commission"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), TAKEN_UP)
def test_taken_up(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact.casefold() for m in a.mentions] for a in reads(text).actors}
    assert found.get(name.casefold()) == [m.casefold() for m in mentions], found


APART = [
    ("President Ama Boateng opened the port. The finance minister stayed away.", "Ama Boateng", ["President Ama Boateng"]),
    ("Vera Lund, a lawyer, opened the door. The nurse went in.", "Vera Lund", ["Vera Lund", "a lawyer"]),
    ("Fighters loyal to Colonel Sanou shelled the port. The rebels said they had left.", "rebels", ["The rebels", "they"]),
    ("The Swedish firm Berga sued. The Danish company said no.", "Berga", ["The Swedish firm Berga"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), APART)
def test_two_stay_apart(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name.casefold()) == mentions, found


QUOTED = [
    ("\"He wrote to me,\" Karin Holm said of Tor Vik.", "Karin Holm", ["me", "Karin Holm"]),
    ("Tor Vik signed the order on Monday. \"He did the right thing,\" Karin Holm said.", "Tor Vik", ["Tor Vik", "He"]),
    ("The mayor, Tor Vik, is suing the ministry. \"He knows that the money is gone,\" an official said.", "Tor Vik",
     ["The mayor", "Tor Vik", "He"]),
    ("The Ministry of Roads closed the bridge. \"They never asked us,\" said Karin Holm.", "Ministry of Roads",
     ["The Ministry of Roads", "They"]),
    ("Gunmen took the mall. \"They shot at everything,\" said Karin Holm.", "Gunmen", ["Gunmen", "They"]),
    ("\"We are sorry,\" said Ada Roux, director of the charity Amber Roads.", "Amber Roads",
     ["We", "the charity Amber Roads"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), QUOTED)
def test_in_quotations(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name.casefold()) == mentions, found


BODIES = [
    ("Ana Ruiz, the leader of Alba Nova, spoke. Her party wants peace.", "Alba Nova", ["Alba Nova", "Her party"]),
    ("Tor Vik is the owner of Vik Polymers. His company makes bags.", "Vik Polymers", ["Vik Polymers", "His company"]),
    ("The UN mission, known as Unoram, said it would stay.", "Unoram", ["The UN mission", "Unoram", "it"]),
    ("Ghana asked ECOWAS for help. The West African bloc said it would wait.", "ECOWAS",
     ["ECOWAS", "The West African bloc", "it"]),
    ("The president of the Association of Tailors and Weavers Union, Ana Ruiz, knelt.",
     "Association of Tailors and Weavers Union", ["the Association of Tailors and Weavers Union"]),
    ("Teachers met the United Federation of Potters.", "United Federation of Potters",
     ["the United Federation of Potters"]),
    ("Nigeria cut off oil to Ghana. Nigeria has often warned its neighbour.", "Ghana", ["Ghana", "its neighbour"]),
    ("Mali's opposition urged calm. She wants talks with the opposition.", "opposition",
     ["Mali's opposition", "the opposition"]),
    ("Saudi Energy Minister Faisal Amri said the kingdom would wait.", "Saudi Arabia", ["the kingdom"]),
    ("Naftogaz sued Gazprom. The two companies met in London.", "two companies", ["The two companies"]),
    ("She spoke to both sides.", "two sides", ["both sides"]),
    ("G7 foreign ministers meeting in Quebec urged calm.", "G7 foreign ministers", ["G7 foreign ministers"]),
    ("Minsk takes orders from Moscow.", "Russia", ["Moscow"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), BODIES)
def test_bodies_by_what_they_are(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name.casefold(): [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name.casefold()) == mentions, found


@pytest.mark.parametrize("text", ["There was opposition to the plan.", "It is due to market forces.",
                                  "It ended with the sanctions regime."])  # fmt: skip
def test_what_is_no_body(reads: Reader, text: str) -> None:
    assert not reads(text).actors


SEATS = [
    line.split("\t")
    for line in resources.files("readout.extract.actors").joinpath("formerly.tsv").read_text("utf8").splitlines()[1:]
]


@pytest.mark.parametrize(("city", "country", "until", "example"), SEATS)
def test_where_a_government_sat(reads: Reader, city: str, country: str, until: str, example: str) -> None:
    """The city is its government while it sat there, and a mere city later."""
    actors = reads(example, until or "2020-05-01").actors
    assert [a.country for a in actors if any(m.exact == city for m in a.mentions)] == [country]
    later = reads(example, "2024-05-01").actors
    assert any(m.exact == city for a in later for m in a.mentions) == (not until)
