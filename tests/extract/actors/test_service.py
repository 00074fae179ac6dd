"""Where a text is at home, and who serves whom there: one sentence or two, whom they tell of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

COUNTRIES = [
    # whose office issues a text; whom it met is another one
    (("Ministry of Fisheries of Iceland\n\nMinister visits Nuuk\n\nThe Minister of Fisheries, Ari Jonsson, met the Premier of "
     "Greenland in Nuuk. Greenland will host talks. The fisheries secretary, Eva Holm, went too."), "Eva Holm", "ISL"),
    (("Readout of the President's call with the President of Ghana\n\nPresident Tor Vik spoke today with the President of "
     "Ghana. Norway will send a ship. Norway has two. The Minister of Trade, Ana Moe, took part."), "Ana Moe", "NOR"),
    # a party of the same name elsewhere, a department of another country
    ("TIRANA — Arta Leka of the Democratic Party of Albanians said no.", "Arta Leka", None),
    ("SUVA, Fiji — The Department of Agriculture will pay, the secretary, Ana Waqa, said.", "Ana Waqa", "FJI"),
    ("LIMA, Peru — Senator Ann Lee, Democrat of Nevada, said no.", "Ann Lee", "USA"),
    ("NASSAU, Bahamas — They met.\n\nIn the House of Commons, the foreign secretary, Alan Marsh, said no.", "Alan Marsh", "GBR"),
    # a foreign envoy is not of the place where he is received
    ("DAKAR, Senegal — The minister summoned the ambassador. The ambassador said that he would pass it on.", "ambassador", None),
    # commas and "and" after what somebody is
    (("LIMA, Peru — We are joined by Ambassador Eva Lind, Sweden’s envoy for the lakes, and by General Abdou Maiga of Niger."),
     "Eva Lind", "SWE"),
    ("LIMA, Peru — Her deputy is a Kenyan nurse named Asha Otieno.", "Asha Otieno", "KEN"),
    # who leads a service, whose spokesman, whose officials
    ("SKOPJE, Macedonia — Boris Vel, who heads the customs service, said no.", "Boris Vel", "MKD"),
    ("LIMA, Peru — Ana Ruiz, a spokeswoman for the Ghanaian leader, said no.", "Ana Ruiz", "GHA"),
    ("LIMA, Peru — Officials in the capital have not answered.", "Officials in the capital", "PER"),
    ("LIMA, Peru — A magistrate in Puno Alto ordered them held.", "magistrate in Puno Alto", "PER"),
    ("LIMA, Peru — Soldiers detained ten people.", "Soldiers", "PER"),
    ("LIMA, Peru — The public broadcaster Ondas told of it.", "Ondas", "PER"),
    (("Weekly briefing, Ministry of Ports of the Republic of Malta\n\nMR VIK: Japan sent two ships. Japan’s envoy came, and "
     "Italy’s.\n\nQ: And the police?\n\nMR VIK: They will brief you."), "Vik", "MLT"),
    ("BANGKOK, Thailand — The talks failed.\n\nMyanmar stayed away. A major, Aung Zaw, said so.", "Aung Zaw", "MMR"),
    ("BANGKOK, Thailand — Indonesia waited. Fishermen from Langkuru pulled them out.", "Fishermen from Langkuru", None),
    ("CAIRO, Egypt — India offered to mediate. Pilots asked the canal authority for a promise.", "canal authority", "EGY"),
    ("LIMA, Peru — Troops fired.\n\nIn neighboring Chile, a government spokesman, Tor Vik, said no.", "Tor Vik", "CHL"),
    ("LIMA, Peru — Chile’s envoy, Ana Moe, said he had not been at the embassy.", "Embassy of Chile", "CHL"),
    ("LIMA, Peru — The Indian embassy blamed a paper. The editor was questioned by police.", "Police", "PER"),
    ("LIMA, Peru — Chile’s president is working on it. An official in his palace said so.", "official in his palace", "CHL"),
    ("LIMA, Peru — The Dutch embassy has it. A diplomat there said so.", "diplomat", "NLD"),
    ("LIMA, Peru — Fiji’s director of prosecutions, Tor Vik, said no.", "Tor Vik", "FJI"),
    ("LIMA, Peru — Tor Vik was a citizen of Norway.", "Tor Vik", "NOR"),
    ("DELHI, India — A Nepalese team headed by the water secretary, Ana Bastola, will come.", "Ana Bastola", "NPL"),
    ("LIMA, Peru — The opposition Harvesters, led by Ana Ruiz, said no.", "Ana Ruiz", "PER"),
    ("LIMA, Peru — Norway’s Havlaks said it was sorry. The boats had come, the harbour office said.", "harbour office", "PER"),
]


@pytest.mark.parametrize(("text", "name", "country"), COUNTRIES)
def test_country(reads: Reader, text: str, name: str, country: str | None) -> None:
    actors = {actor.name: actor.country for actor in reads(text, "2003-05-05").actors}
    assert name in actors
    assert actors[name] == country


NAMES = [
    ("MALE, Maldives — The Maldivian Democratic Party said no.", "Maldivian Democratic Party"),
    ("LIMA, Peru — The Food and Veterinary Authority said no.", "Food and Veterinary Authority"),
    ("LIMA, Peru — The Hill Farmers’ Front said no.", "Hill Farmers’ Front"),
    ("They met. A fishermen’s union called a strike.", "fishermen’s union"),
    ("LIMA, Peru — The People’s Harvest Party said no.", "People’s Harvest Party"),
    ("LIMA, Peru — The salmon farmer Nordlaks said no.", "Nordlaks"),
    ("CHENNAI, India — The state government said no.", "state government"),
    ("NUKU’ALOFA, Tonga — The Tongan Weather Service said no.", "Tongan Weather Service"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_name(reads: Reader, text: str, name: str) -> None:
    assert name in {actor.name for actor in reads(text, "2003-05-05").actors}


SAME = [
    ("They met in May. Harbour Lantern reports that the ship was called. The paper is right.", "Harbour Lantern", "The paper"),
    ("LIMA, Peru — Dr. Ana Ruiz runs the ward. The mayor thanked her. “It is full,” the doctor said.", "Ana Ruiz", "the doctor"),
    ("ROSEAU — Dominica wants the money. The aid has not reached the island.", "Dominica", "the island"),
    ("LIMA, Peru — Dockers walked out, and their union said more would. The Dockers’ Union wants ten dollars.", "Dockers’ Union", "their union"),
    ("LIMA, Peru — Tor Vik heads the rebel Hill Party. The rebels agreed to disarm.", "Hill Party", "The rebels"),
    ("LIMA, Peru — Ana Ruiz leads the strike. Oslo sent the bill to Lima.", "Peru", "Lima"),
    ("Q: Where is the nurse, Ana Ruiz?\n\nMS. MOE: Our consul saw her. She is well.\n\nQ: And?\n\nMS. MOE: That is all.", "Ana Ruiz", "She"),
]


@pytest.mark.parametrize(("text", "name", "said"), SAME)
def test_same(reads: Reader, text: str, name: str, said: str) -> None:
    actor = next(a for a in reads(text, "2003-05-05").actors if a.name == name)
    assert said in {mention.exact for mention in actor.mentions}


APART = [
    ("PORT LOUIS, Mauritius — Prime Minister Tor Vik spoke last night. The minister saw Ana Moe.", "Tor Vik", "The minister"),
    ("PARIS — Prime Minister Jüri Vik spoke. The minister of fisheries met them on Monday.", "Jüri Vik", "The minister"),
    ("ACCRA, Ghana — Mahama rang both Tor Vik and Ana Moe, an aide said.", "Ana Moe", "an aide"),
    ("KANDY, Sri Lanka — Prime Minister Sela Fonua of Tonga came. He will call on the Prime Minister of Samoa.", "Sela Fonua", "the Prime Minister"),
    ("LIMA, Peru — The leader of a tribal revolt signed. Ana Ruiz, the opposition leader, protested.", "Ana Ruiz", "The leader"),
    ("DELHI, India — India’s foreign secretary, Ravi Nair, will see his Uzbek counterpart.", "Vladimir Norov", "his Uzbek counterpart"),
]


@pytest.mark.parametrize(("text", "name", "said"), APART)
def test_apart(reads: Reader, text: str, name: str, said: str) -> None:
    for actor in reads(text, "2022-06-10").actors:
        assert actor.name != name or said not in {mention.exact for mention in actor.mentions}
