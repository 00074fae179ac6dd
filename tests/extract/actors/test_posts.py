"""Offices as the text tells them: none stays in the name, and the country and sector come from the text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from readout.extract.actors.lexicon import title_sectors
from readout.model.record import Record

Reader = Callable[..., Record]

POSTS = [
    ("Uzbekistan's Minister of Transport Ilhom Karimov opened the bridge.", "Ilhom Karimov", "UZBGOV", "minister of transport"),
    ("Secretary of State Dana Reyes said the United States would wait.", "Dana Reyes", "USAGOV", "secretary of state"),
    ("OSLO, Norway — Governor of the Central Bank Marta Lind said no.", "Marta Lind", "NORGOV", "governor of the central bank"),
    ("EU foreign policy chief Elin Castellano warned Belarus.", "Elin Castellano", "IGOEUR", "EU foreign policy chief"),
    ("Ghana's former defence minister Yaw Mensah denied it.", "Yaw Mensah", "GHAGOV", "former defence minister"),
    ("Acting Interior Minister Zeynep Arslan said Turkey would wait.", "Zeynep Arslan", "TURGOV", "acting interior minister"),
    ("Croatia's then-Foreign Minister Luka Horvat signed it in 2009.", "Luka Horvat", "HRVGOV", "then-foreign minister"),
    ("Finland's prime minister-designate, Aino Virtala, spoke.", "Aino Virtala", "FINGOV", "prime minister-designate"),
    ("Peruvian President-elect Rosa Quispe spoke in Lima.", "Rosa Quispe", "PERGOV", "president-elect"),
    ("Kenya's Minister for Women and Youth Affairs Grace Achieng resigned.", "Grace Achieng", "KENGOV", "minister for women and youth affairs"),
    ("Ukraine's Chief of the General Staff Gen. Oleksandr Tkach said no.", "Oleksandr Tkach", "UKRMIL", "chief of the general staff"),
    ("Austria's Ambassador to the United Nations Lena Fischer said no.", "Lena Fischer", "AUTGOV", "ambassador to the United Nations"),
    ("Britain's Chancellor of the Exchequer Ruth Ashdown raised taxes.", "Ruth Ashdown", "GBRGOV", "chancellor of the exchequer"),
    ("Head of the Federal Security Service Oleg Sorokin said no.", "Oleg Sorokin", "RUSSPY", "head of the Federal Security Service"),
    ("Iran's Deputy Foreign Minister for Political Affairs Reza Farahani left.", "Reza Farahani", "IRNGOV", "deputy foreign minister for political affairs"),
    ("Zambia's Oil and Energy Minister Joy Phiri said no.", "Joy Phiri", "ZMBGOV", "oil and energy minister"),
    ("Egypt's ex-minister Mona Sabry said no.", "Mona Sabry", "EGYGOV", "ex-minister"),
    ("State Department spokesperson Mia Cole said no.", "Mia Cole", "USAGOV", "State Department spokesperson"),
    ("Jean-Claude Mbarga, Cameroon's minister of mines, objected.", "Jean-Claude Mbarga", "CMRGOV", "minister of mines"),
    ("Nguyen Thi Hoa, deputy head of Vietnam's coast guard, objected.", "Nguyen Thi Hoa", "VNMMIL", "deputy head of the coast guard"),
    ("Suharyo, the Indonesian navy chief, objected.", "Suharyo", "IDNMIL", "navy chief"),
    ("Aroha Ngata, New Zealand's ambassador to Japan, objected.", "Aroha Ngata", "NZLGOV", "ambassador to Japan"),
    ("Ivan Sergeyevich Morozov, the head of Belarus's customs service, objected.", "Ivan Sergeyevich Morozov", "BLRGOV", "head of the customs service"),
    ("Hun Sreymom, Cambodia's new commerce minister, said no.", "Hun Sreymom", "KHMGOV", "commerce minister"),
    ("Ludwig von Arnim, Austrian envoy to Kyiv, objected.", "Ludwig von Arnim", "AUTGOV", "envoy to Kyiv"),
    ("Colonel Abdoulaye Traoré, spokesman for the Malian army, objected.", "Abdoulaye Traoré", "MLIMIL", "spokesman for the army"),
    ("Peter Sands, chief executive of the British firm Orrin Steel, objected.", "Peter Sands", "GBRBUS", "chief executive of Orrin Steel"),
    ("Mayor Lindiwe Dube of Durban, South Africa, objected.", "Lindiwe Dube", "ZAFGOV", "mayor"),
    ("The Chilean senator Paz Rojas-Lindqvist objected.", "Paz Rojas-Lindqvist", "CHLLEG", "senator"),
    ("Tor Vik is Norway's defence minister.", "Tor Vik", "NORGOV", "defence minister"),
    ("Ann Lee was named Kenya's envoy to Peru on Monday.", "Ann Lee", "KENGOV", "envoy to Peru"),
    ("Ann Lee, who is Kenya's foreign minister, said no.", "Ann Lee", "KENGOV", "foreign minister"),
    ("ASEAN's special envoy, Nurul Izzah Rahman, spoke in Myanmar. The envoy left.", "Nurul Izzah Rahman", "IGO", "special envoy"),
    ("Serbian President Milan Jović's visit was called off. Serbia's leader said no.", "Milan Jović", "SRBGOV", "president"),
    ("Botswana's newly elected president, Thabo Kgosi, spoke.", "Thabo Kgosi", "BWAGOV", "president"),
    ("Hamas spokesman Yusuf Amin said no.", "Yusuf Amin", "PSEREB", "Hamas spokesman"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "code", "office"), POSTS)
def test_the_office_leaves_the_name(reads: Reader, text: str, name: str, code: str, office: str) -> None:
    (person,) = [actor for actor in reads(text).actors if actor.kind == "person"]
    assert (person.name, person.code, person.offices) == (name, code, (office,))


def test_one_person_may_hold_two_offices(reads: Reader) -> None:
    text = "Vietnam's Deputy Prime Minister and Minister of Finance Tran Nhan Duc resigned."
    (person,) = [actor for actor in reads(text).actors if actor.kind == "person"]
    assert (person.name, person.offices) == (
        "Tran Nhan Duc",
        ("deputy prime minister", "minister of finance"),
    )


def test_a_title_in_the_plural_goes_with_every_name(reads: Reader) -> None:
    record = reads("Presidents Ada Nwosu of Nigeria, Luis Prado of Peru and Mei Tan met in Lima.")
    people = [(a.name, a.country, a.offices) for a in record.actors if a.kind == "person"]
    assert people == [
        ("Ada Nwosu", "NGA", ("president",)),
        ("Luis Prado", "PER", ("president",)),
        ("Mei Tan", None, ("president",)),
    ]


def test_who_leads_a_body_acts_for_its_country(reads: Reader) -> None:
    (person,) = [
        a for a in reads("Tor Vik, who heads Norway's navy, sat down.").actors if a.name == "Tor Vik"
    ]
    assert (person.country, person.sector) == ("NOR", "MIL")


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ann Lee is not a minister. Ann Lee said so.", ()),
        ("Ann Lee will be a senator, Ann Lee said.", ()),
        ("Tor Vik, a father of two, said no.", ()),
    ],
)
def test_what_is_no_office(reads: Reader, text: str, offices: tuple[str, ...]) -> None:
    people = [actor for actor in reads(text).actors if actor.kind == "person"]
    assert [(len(people), person.offices) for person in people] == [(1, offices)]


ROWS = (resources.files("readout.extract.actors") / "titles.tsv").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize(("sector", "example"), [tuple(row.split("\t")[1:]) for row in ROWS])
def test_the_sector_of_a_title(reads: Reader, sector: str, example: str) -> None:
    assert len(title_sectors()) == len(ROWS)
    assert sector in [actor.sector for actor in reads(example).actors if actor.kind == "person"]


def test_a_president_of_no_country_said_is_the_one_who_publishes(reads: Reader) -> None:
    text = (
        "Office of the President of the Republic of Ghana\n\nAccra, 9 February 2026\n\n"
        "President Speaks with the President of Togo\n\n"
        "President Kofi Ansah-Boateng spoke by telephone with the President of the Togolese Republic, Abla Mensan."
    )
    found = {actor.name: actor.country for actor in reads(text, "2026-02-09").actors}
    assert found["Kofi Ansah-Boateng"] == "GHA"
    assert found["Abla Mensan"] == "TGO"
    assert "Togolese Republic" not in found
