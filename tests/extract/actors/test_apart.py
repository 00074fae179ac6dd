"""Bodies of places that act as states and have no code of one, and prime ministers' offices of two countries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.extract.actors.apart import apart_in
from readout.model.record import Record

Reader = Callable[..., Record]

APART = [
    ("TBILISI, Georgia — The South Ossetian Interior Ministry called it theatre.", "Ministry of Internal Affairs of South Ossetia", None),
    ("CHISINAU, Moldova — The Transnistrian Foreign Ministry said no.", "Ministry of Foreign Affairs of Transnistria", None),
    ("CHISINAU, Moldova — Transnistria's defence ministry denied it.", "Ministry of Defence of Transnistria", None),
    ("MOSCOW, Russia — The Chechen Health Ministry said no.", "Ministry of Health of Chechnya", None),
    ("MOGADISHU, Somalia — Somaliland said it would pay. Hargeisa promised the money.", "Somaliland", None),
    # bodies of states keep theirs
    ("MINSK, Belarus — The interior ministry said no.", "Ministry of Internal Affairs of Belarus", "BLR"),
    ("India's Coast Rescue Force denied it.", "Coast Rescue Force", "IND"),
    # whose office: that of the city where the story was written, whoever is named besides
    ("OTTAWA: Denmark's president, Hans Krog, called.\n\nA statement from the Prime Minister's office said nothing.",
     "Office of the Prime Minister of Canada", "CAN"),
    ("LISBON: Morocco's king called. Morocco sent a letter.\n\nA statement from the Prime Minister's office said nothing.",
     "Office of the Prime Minister of Portugal", "PRT"),
    ("RIGA/TALLINN, May 3: Sweden and Finland called, Sweden and Finland wrote.\n\nThe Prime Minister's office said nothing.",
     "Office of the Prime Minister of Latvia", "LVA"),
    ("DUBLIN: Iceland's foreign minister, Jon Berg, called. Iceland sent a letter.\n\nThe Prime Minister's office said nothing.",
     "Office of the Prime Minister of Ireland", "IRL"),
    ("WARSAW, 4 May: Spain called and Spain wrote.\n\nThe Prime Minister's office said nothing.",
     "Office of the Prime Minister of Poland", "POL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), APART)
def test_whose_body(reads: Reader, text: str, name: str, country: str | None) -> None:
    found = {a.name: a.country for a in reads(text).actors}
    assert found.get(name, "nobody") == country, found


def test_words_that_hold_a_place_say_nothing_of_it() -> None:
    found = apart_in("Palestine and the Abkhazians of Pale saw Tiraspol.")
    assert [candidate.name for _, _, candidate in found] == ["Tiraspol"]
