"""The name of an actor: the fullest that the text gives, in the text's own spelling."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

CALLED = [
    # letters after a name and the office below it in a heading, an apostrophe in a name, "and" in a body's
    (("The Hon Joy Otieno MP\nMinister for Mines\n\nTRANSCRIPT\n\nMS OTIENO: Good morning, everybody.\n\nQUESTION: Why?\n\n"
      "MS OTIENO: No reason. \n\nQUESTION: Thank you."), "Joy Otieno", ["Hon Joy Otieno", "Minister for Mines", "MS OTIENO", "MS OTIENO"]),
    ("Governor Ng’ang’ Mang’oli said no.", "Ng’ang’ Mang’oli", ["Governor Ng’ang’ Mang’oli"]),
    ("The Sugar and Cotton Exchange said no. It gave no reason.", "Sugar and Cotton Exchange", ["The Sugar and Cotton Exchange", "It"]),
    # a country by the full name that the text uses
    ("Timor-Leste said no. Its foreign ministry said so.", "Ministry of Foreign Affairs of Timor-Leste", ["Its foreign ministry"]),
    ("Türkiye said no.", "Türkiye", ["Türkiye"]),
    # the text's spelling of a known name
    ("Serbian President Vucic spoke. Aleksandar Vucic said more.", "Aleksandar Vucic", ["Serbian President Vucic", "Aleksandar Vucic"]),
    ("Turkish President Erdogan spoke. Recep Tayyip Erdogan left.", "Recep Tayyip Erdogan", ["Turkish President Erdogan", "Recep Tayyip Erdogan"]),
    ("Slovak Prime Minister Fico spoke.", "Robert Fico", ["Slovak Prime Minister Fico"]),
    # what an acronym stands for, where the text says it
    ("The Korean Central News Agency said no. KCNA gave no reason.", "Korean Central News Agency", ["The Korean Central News Agency", "KCNA"]),
    ("KCNA said no.", "KCNA", ["KCNA"]),
    ("The World Food Programme said no. WFP trucks left.", "World Food Programme", ["The World Food Programme", "WFP"]),
    # a name and what its bearer is
    ("He told the NOVA news agency that it was over.", "NOVA", ["the NOVA news agency"]),
    ("The Alba Mar aid group said no.", "Alba Mar", ["The Alba Mar aid group"]),
    ("The Brannvik rights group said no. The group waited.", "Brannvik", ["The Brannvik rights group", "The group"]),
    ("She told KLM radio that it was over.", "KLM radio", ["KLM radio"]),
    ("The poultry lobby, AvesNord, said no.", "AvesNord", ["The poultry lobby", "AvesNord"]),
    # short names of organisations
    ("The company Redmoor Dairies said no. Redmoor’s shares fell.", "Redmoor Dairies", ["The company Redmoor Dairies", "Redmoor"]),
    ("Kestrel Mining said no. Kestrel waited.", "Kestrel Mining", ["Kestrel Mining", "Kestrel"]),
    ("The Elysee press office said no. The press office added little.", "Elysee press office", ["The Elysee press office", "The press office"]),
    ("The Harbour Pilots Guild said no. The guild waited.", "Harbour Pilots Guild", ["The Harbour Pilots Guild", "The guild"]),
    # descriptions with what follows them
    ("A source in the company told reporters so.", "source in the company", ["A source"]),
    ("A person close to the council said no. The person left.", "person close to the council", ["A person", "The person"]),
    ("A spokeswoman for the port authority said no.", "spokeswoman for the port authority", ["A spokeswoman"]),
    ("Monitors from the Arab League saw it. They left.", "Monitors from the Arab League", ["Monitors", "They"]),
    ("Residents of the valley said no. Residents left.", "Residents of the valley", ["Residents", "Residents"]),
    ("The African Union's mission praised the poll.", "African Union mission", ["The African Union's mission"]),
    ("Two people briefed on the plan said no.", "people briefed on the plan", ["Two people"]),
    # offices that one holds alone
    ("They told the Tongan Foreign Minister so.", "Foreign Minister of Tonga", ["the Tongan Foreign Minister"]),
    ("Malta's energy minister said no.", "Energy Minister of Malta", ["Malta's energy minister"]),
    ("A Chadian minister said no.", "Chadian minister", ["A Chadian minister"]),
    ("The Tajik ambassador said no.", "Tajik ambassador", ["The Tajik ambassador"]),
    # people by what they are
    ("Donors promised little.", "Donors", ["Donors"]),
    ("The skipper said no.", "skipper", ["The skipper"]),
    ("Armed sailors boarded the ship.", "Armed sailors", ["Armed sailors"]),
    ("Some marchers threw stones.", "marchers", ["Some marchers"]),
    ("The contractors cleared the road.", "contractors", ["The contractors"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), CALLED)
def test_what_they_are_called(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name: [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name) == mentions, found
