"""Names and dates in, facts out."""

from pathlib import Path

import pytest

from readout.knowledge import load
from readout.model.errors import UsageError

HELD = [
    ("president", "USA", "1992-06-01", "George H.W. Bush"),
    ("president", "USA", "2005", "George W. Bush"),
    ("president", "USA", "2021-01-19", "Donald Trump"),
    ("president", "USA", "2021-01-20", "Joe Biden"),
    ("secretary of state", "USA", "2016-01-01", "John Kerry"),
    ("defence secretary", "USA", "2003-03-20", "Donald Rumsfeld"),
    ("prime minister", "GBR", "2022-09-20", "Liz Truss"),
    ("prime minister", "GBR", "2022-10-26", "Rishi Sunak"),
    ("foreign secretary", "GBR", "2017", "Boris Johnson"),
    ("chancellor", "DEU", "2021-12-08", "Olaf Scholz"),
    ("foreign minister", "DEU", "1999", "Joschka Fischer"),
    ("president", "FRA", "1994", "François Mitterrand"),
    ("prime minister", "ITA", "2012", "Mario Monti"),
    ("president", "RUS", "2010", "Dmitry Medvedev"),
    ("foreign minister", "RUS", "2022", "Sergey Lavrov"),
    ("president", "UKR", "2014-07-01", "Petro Poroshenko"),
    ("premier", "CHN", "2024", "Li Qiang"),
    ("foreign minister", "CHN", "2023-05-01", "Qin Gang"),
    ("foreign minister", "CHN", "2023-08-01", "Wang Yi"),
    ("prime minister", "JPN", "2009-10-01", "Yukio Hatoyama"),
    ("president", "KOR", "2025-07-01", "Lee Jae-myung"),
    ("prime minister", "IND", "1997-05-01", "I.K. Gujral"),
    ("prime minister", "PAK", "2018-09-01", "Imran Khan"),
    ("president", "PHL", "2000", "Joseph Estrada"),
    ("president", "IDN", "1998-06-01", "B.J. Habibie"),
    ("prime minister", "AUS", "2015-09-14", "Tony Abbott"),
    ("prime minister", "NZL", "2023-01-26", "Chris Hipkins"),
    ("president", "ZAF", "1995", "Nelson Mandela"),
    ("president", "EGY", "2013-01-01", "Mohamed Morsi"),
    ("president", "NGA", "2012", "Goodluck Jonathan"),
    ("president", "KEN", "2022-09-14", "William Ruto"),
    ("president", "ZMB", "2024", "Hakainde Hichilema"),
    ("president", "BRA", "2016-12-01", "Michel Temer"),
    ("president", "ARG", "2001-01-01", "Fernando de la Rúa"),
    ("president", "PER", "2020-11-12", "Manuel Merino"),
    ("prime minister", "CAN", "2025-03-20", "Mark Carney"),
    ("president", "IRN", "2006", "Mahmoud Ahmadinejad"),
    ("prime minister", "ISR", "2021-07-01", "Naftali Bennett"),
    ("president", "TUR", "2015", "Recep Tayyip Erdoğan"),
    ("king", "SAU", "2010", "Abdullah"),
    ("secretary-general", "United Nations", "1993", "Boutros Boutros-Ghali"),
    ("secretary general", "NATO", "2024-10-02", "Mark Rutte"),
    ("president", "European Central Bank", "2012", "Mario Draghi"),
    ("ambassador to kenya", "USA", "2010", "Michael Ranneberger"),
]


@pytest.mark.parametrize(("office", "country", "date", "person"), HELD)
def test_holder_of_an_office_on_a_date(office: str, country: str, date: str, person: str) -> None:
    assert [term.person for term in load().holder(office, country, date)] == [person]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Kyiv", "UKR"), ("Kiev", "UKR"), ("the U.S.", "USA"), ("Britons", "GBR"), ("Dutch", "NLD"),
     ("Burma", "MMR"),
     ("DRC", "COD"), ("Türkiye", "TUR"), ("N’Djamena", "TCD"), ("Côte d’Ivoire", "CIV"), ("KGZ", "KGZ"),
     ("South Korea", "KOR"), ("Congolese", None), ("Atlantis", None), ("Dominican", None)],
)  # fmt: skip
def test_country_of_a_name(name: str, code: str | None) -> None:
    found = load().country(name)
    assert (found.iso3 if found else None) == code


def test_ambiguity_is_kept_and_settled_by_date() -> None:
    assert {p.name for p in load().persons("George Bush")} == {"George H.W. Bush", "George W. Bush"}
    assert [p.name for p in load().persons("George Bush", "2002-02-02")] == ["George W. Bush"]
    assert {c.country for c in load().lookup("Georgian")} == {"GEO"}
    assert {p.name for p in load().surnamed("Kim", "2000")} >= {"Kim Jong Il", "Kim Dae-jung"}


def test_names_in_a_text_are_the_longest_and_anchored() -> None:
    text = "Niger’s Foreign Ministry told Nigeria and the UN Security Council that Guinea-Bissau agreed."
    found = [text[f.start : f.end] for f in load().names_in(text)]
    assert found == ["Niger", "Nigeria", "UN Security Council", "Guinea-Bissau"]


def test_own_facts_win(tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text("name,office,country,start,end,kind\nAda Berg,prime minister,NOR,2024-01-01,,person\n"
                     "Fjord Watch,,NOR,,,organization\n", encoding="utf8")  # fmt: skip
    knowledge = load(facts)
    assert [t.person for t in knowledge.holder("prime minister", "NOR", "2025")] == ["Ada Berg"]
    assert knowledge.lookup("Fjord Watch")[0].country == "NOR"


def test_unreadable_own_facts_are_one_sentence(tmp_path: Path) -> None:
    bad = tmp_path / "facts.toml"
    bad.write_text("[[fact]\n", encoding="utf8")
    with pytest.raises(UsageError, match="cannot be read"):
        load(bad)


@pytest.mark.parametrize(
    ("name", "sex"), [("Katrin Moe", "f"), ("Tor Vik", "m"), ("Xu Ruo", None), ("Rosa", None)]
)
def test_gender_by_given_name(name: str, sex: str | None) -> None:
    assert load().gender(name) == sex


def test_ours_is_loaded_once() -> None:
    assert load() is load()
