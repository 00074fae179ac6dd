"""Whom somebody acts for whose country the text does not say beside the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

COUNTRIES = [
    # who has the floor in the paragraph
    ("OSLO, Norway — The talks failed.\n\nMadrid saw it otherwise. Foreign Minister Ana Ruiz said no.", "Ana Ruiz", "ESP"),
    ("QUITO, Ecuador — The talks failed.\n\nPeru's account was shorter. Tomas Vega, a deputy defence minister, gave it.", "Tomas Vega", "PER"),
    ("NAIROBI, Kenya — The talks failed.\n\nTanzania denied it. The trade minister, Asha Mushi, called it a lie.", "Asha Mushi", "TZA"),
    ("RIGA, Latvia — The talks failed.\n\nMinsk refused to answer. Transport Minister Ivan Kuchma said he was busy.", "Ivan Kuchma", "BLR"),
    ("ATHENS, Greece — The talks failed.\n\nAlbania was ready to talk. Energy Minister Arben Leka said so.", "Arben Leka", "ALB"),
    ("DHAKA, Bangladesh — The talks failed.\n\nIn Colombo, the ports authority said no. A minister, Ruwan Silva, agreed.", "Ruwan Silva", "LKA"),
    # an attack gives nobody the floor
    ("VILNIUS, Lithuania — Belarus attacked the bridge. Defence Minister Jonas Petrauskas said so.", "Jonas Petrauskas", "LTU"),
    ("BAMAKO, Mali — Burkina Faso shelled the town. Interior Minister Awa Keita said so.", "Awa Keita", "MLI"),
    # the paragraph's end takes it back
    ("LIMA, Peru — Chile protested.\n\nForeign Minister Rosa Quispe was calm.", "Rosa Quispe", "PER"),
    # after talks with somebody from the place where the story was written
    (("ACCRA, Ghana — Turkey will build the dam, said Emre Kaya, deputy minister of energy, after talks with "
     "Ghanaian Water Minister Yaw Mensah."), "Emre Kaya", "TUR"),
    # no dateline: what the text tells of most
    (("Transport Ministry spokeswoman Hana Sato spoke.\n\nThe king of Denmark will visit Japan. Japan has asked for "
     "talks, and the Japanese emperor will attend."), "Hana Sato", "JPN"),
    # the opposition and members of parliament are of the country where the story is
    ("LUSAKA, Zambia — Opposition senator Ruth Phiri asked why.", "Ruth Phiri", "ZMB"),
    ("LUSAKA, Zambia — An opposition spokesman said no.", "opposition spokesman", "ZMB"),
    # officials of a place, and those of a state's matters
    # who works for an official, towns' and borders' officials, those of forces and of a parliament
    ("TALLINN, May 3 (Wire) - Minister Jaan Ots said no. Sara Kask, Mr. Ots's chief of staff, agreed.", "Sara Kask", "EST"),
    ("Kenya's president left. A senior adviser to the president said so.", "senior adviser", "KEN"),
    ("LUSAKA, May 3 (Wire) - Norway will pay, said Agnes Phiri, the mayor of Kwesanga.", "Agnes Phiri", "ZMB"),
    ("LUSAKA, May 3 (Wire) - Norway blamed customs officers, who kept the trucks.", "customs officers", "ZMB"),
    ("LUSAKA, May 3 (Wire) - The navy chief, Commodore Joy Otieno, said no.", "Joy Otieno", "ZMB"),
    ("LUSAKA, May 3 (Wire) - The Senate leader, Joy Otieno, said no.", "Joy Otieno", "ZMB"),
    ("LUSAKA, May 3 (Wire) - A spokesman for Orrin & Low said no.", "spokesman for Orrin & Low", None),
    ("An official at the port in Kwesanga said so, and one at the airport in Kampala agreed.", "official at the port in Kwesanga", None),
    ("An official at the airport in Kampala said so.", "official at the airport in Kampala", "UGA"),
    ("Government sources in Honiara said no.", "Government sources in Honiara", "SLB"),
    ("Police officers in Oslo found it.", "Police officers in Oslo", "NOR"),
    ("Prosecutors in Madrid said no.", "Prosecutors", "ESP"),
    ("A Western diplomat in Kabul said no.", "Western diplomat in Kabul", None),
    ("WARSAW, Poland — Trade officials said no.", "Trade officials", "POL"),
    ("WARSAW, Poland — Company officials said no.", "Company officials", None),
    ("LUSAKA, Zambia — The opposition's spokesman, Joseph Banda, said no.", "Joseph Banda", "ZMB"),
    # a navy officer of whom a newspaper of the place tells
    ("LIMA, Peru — Peru's navy waited.\n\nAccording to the Quito newspaper El Sol, a navy officer admitted it.", "navy officer", "ECU"),
    # a minister's own officials
    (("MINISTER TOR VIK: Good morning. Norway will wait.\n\nQUESTION: Why?\n\nMINISTER TOR VIK: Our high commissioner "
     "asked for time.\n\nQUESTION: Thank you."), "high commissioner", "NOR"),
    # a questioner's "your", a ship's letters, who heads a part of a body, a sailor in an admiral's mouth
    (("MINISTER TOR VIK: Good morning. Norway will wait.\n\nQUESTION: Will your police chief, Ann Moe, resign?\n\n"
     "MINISTER TOR VIK: No. \n\nQUESTION: Thank you."), "Ann Moe", "NOR"),
    ("HMNZS Kestrel is in the area.", "HMNZS Kestrel", "NZL"),
    ("Kenya's health ministry has inspected the wells, said Joy Otieno, who heads its local office.", "Joy Otieno", "KEN"),
    ("Peru's navy denied it. Adm. Luis Salas, its chief, spoke. “Our sailors fired into the air,” Salas said.", "sailors", "PER"),
    # a firm by the adjective of what it is; a guest; an officer and the fallen in a transcript; a station is no wire
    ("A Danish company, Orrin Works, began to dig.", "Orrin Works", "DNK"),
    (("Norway's foreign ministry issued a note.\n\nMinister Tor Vik met Senator Ana Ruiz in Lima. Norway's minister thanked "
     "her."), "Ana Ruiz", None),
    (("MINISTER TOR VIK: Good morning. Norway will wait.\n\nQUESTION: Colonel Waqa claims the strait. Did the ousted "
     "president call?\n\nMINISTER TOR VIK: No. \n\nQUESTION: Thank you."), "Waqa", None),
    ("The border closed, Reuters said. A rebel station was on the air; the station's director, Ama Addo, said so.", "Ama Addo", None),
    ("The European commission gave Norway a month.", "European Commission", None),
    # a city with hyphens, a ministry in brackets as the issuer, a name behind a long office, a local part of a body
    (("PORT-AU-PRINCE, May 3 (Ministry of Mines) - Norway and Peru have each sent a ship to Norway."), "Ministry of Mines of Haiti", "HTI"),
    ("ASTANA, May 3 (Wire) - Head of the export department Daulet Omarov flew to Latvia. Omarov met nobody.", "Daulet Omarov", "KAZ"),
    ("Hans Keller, who heads the agency's Chad office, said so.", "Hans Keller", None),
    ("A Romanian border guard, Ion Popa, said no.", "Ion Popa", "ROU"),
    # two countries, each named once: of neither
    ("The Lancer Club blamed China. The mining minister, Ann Fox, said Britain could not help.", "Ann Fox", None),
    # whose delegate, chair or head it is
    ("Portugal kept silent. Its delegate, Rui Alves, left early.", "Rui Alves", "PRT"),
    ("Estonia will wait. Its chairwoman of the board, Liis Tamm, said so.", "Liis Tamm", "EST"),
    ("The Chilean secretary of state for mines, Paz Rojas, said no.", "Paz Rojas", "CHL"),
    ("The Finnish minister of state for trade and ports, Aino Virtala, said no.", "Aino Virtala", "FIN"),
    # hour and city over a transcript; a ministry told before its minister; the opposition's leader; a seat; a legislator
    (("Press Briefing of the Department of Mines\n\n11:05 a.m., Lima\n\nMR. VIK: China has three ships in the bay. China "
     "will stay, China says. The Department of Mines has asked China to go."), "Department of Mines of Peru", "PER"),
    ("WASHINGTON — Chile's Energy Ministry said no.\n\nEnergy Minister Ana Ruiz promised talks.", "Ana Ruiz", "CHL"),
    ("SUVA, Fiji — Litia Vane, the opposition leader, said no.", "Litia Vane", "FJI"),
    ("ACCRA, Ghana — The Presidential Press Service in Lima said no.", "Presidential Press Service", "PER"),
    ("The Solomons promised Fiji two ships.", "Solomon Islands", "SLB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), COUNTRIES)
def test_whom_they_act_for(reads: Reader, text: str, name: str, country: str | None) -> None:
    assert {a.name: a.country for a in reads(text).actors}[name] == country
