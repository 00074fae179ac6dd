"""People whom the text only places, posts that each place has, countries that are no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

STORY = "TAMPICO, Mexico, May 3 - The port was shut on Friday. "
COUNTRIES = [
    # posts of the place that the text tells of
    (f"{STORY}Judge Ana Ruiz freed two men.", "Ana Ruiz", "MEX"),
    (f"{STORY}Tor Vik, the fire chief, spoke.", "Tor Vik", "MEX"),
    (f"{STORY}The Commissioner of Police, Mr. Tor Vik, spoke.", "Tor Vik", "MEX"),
    (f"{STORY}The activist Ana Ruiz spoke.", "Ana Ruiz", None),
    (f"{STORY}Ana Ruiz of the teachers’ union spoke.", "Ana Ruiz", None),
    (f"{STORY}Union leader Ana Ruiz spoke.", "Ana Ruiz", None),
    (f"{STORY}Ana Ruiz, the company’s security chief, spoke.", "Ana Ruiz", None),
    (f"{STORY}The analyst Ana Ruiz spoke.", "Ana Ruiz", None),
    (f"{STORY}The shopkeeper Ana Ruiz spoke.", "Ana Ruiz", None),
    # bodies of several countries
    (f"{STORY}The Caribbean Court of Appeal will hear the case.", "Caribbean Court of Appeal", None),
    (f"{STORY}Tor Vik of the Nile Basin Commission spoke.", "Tor Vik", None),
    # where the words beside a name place somebody who serves a state; others act for nobody
    (f"{STORY}Ana Ruiz, a nurse from Maracaibo, wept.", "Ana Ruiz", None),
    (f"{STORY}Councillor Tor Vik of Bergen said no.", "Tor Vik", "NOR"),
    (f"{STORY}Tor Vik, a doctor at a clinic in Mombasa, said no.", "Tor Vik", None),
    (f"{STORY}Tor Vik, an analyst in Mombasa, said no.", "Tor Vik", None),
    (f"{STORY}Miners from Oruro protested.", "Miners from Oruro", None),
    # towns tell the country as capitals do
    ("The mayor of Pusan resigned.", "mayor", "KOR"),
    ("Osaka’s governor, Kenta Mori, said no.", "Kenta Mori", "JPN"),
    ("Ana Salta said no. Salta left.", "Ana Salta", None),
]


@pytest.mark.parametrize(("text", "name", "country"), COUNTRIES)
def test_whom_they_act_for(reads: Reader, text: str, name: str, country: str | None) -> None:
    assert {a.name: a.country for a in reads(text).actors}[name] == country


PAST = [
    ("Soviet troops entered Kabul. Moscow said nothing.", "1980-01-03", "Soviet Union", "SUN"),
    ("Russian troops entered Grozny. Moscow said nothing.", "1980-01-03", "Russia", "RUS"),
    ("Veterans of Soviet wars marched. Moscow said nothing.", "2010-01-03", "Russia", "RUS"),
    ("The Kremlin denied it. The Soviet army moved.", "1980-01-03", "Kremlin", "SUN"),
    ("The Yugoslav army left. Belgrade protested.", "1999-06-03", "Yugoslavia", "YUG"),
    ("East German guards fired. Prague said nothing.", "1971-06-03", "Czechoslovakia", "CSK"),
    ("PRAGUE, May 3 — The Czechoslovak radio was silent. Judge Jan Hora freed two men.", "1968-05-04", "Jan Hora", "CSK"),
]


@pytest.mark.parametrize(("text", "date", "name", "country"), PAST)
def test_countries_that_are_no_more(reads: Reader, text: str, date: str, name: str, country: str) -> None:
    assert {a.name: a.country for a in reads(text, published=date).actors}[name] == country


BODIES = [
    # regions of a country, papers of other places, a department and a company of the country that the text tells of
    ("The Bavarian interior minister, Ana Roth, met Spain’s king.", "Ana Roth", "DEU"),
    ("The Bavarian government said no.", "Government of Bavaria", "DEU"),
    ("The Times of Mombasa said so.", "Times", None),
    ("MANILA — The Department of Agriculture said so.", "Department of Agriculture of the Philippines", "PHL"),
    ("MANILA — The U.S. Department of Agriculture said so.", "Department of Agriculture", "USA"),
    (f"{STORY}The National Salt Company said so.", "National Salt Company", "MEX"),
    (f"{STORY}The Salt Company said so.", "Salt Company", None),
    # the opposition, people in a state's service, one side's own text
    (f"{STORY}The Opposition’s spokesman, Tor Vik, said no.", "Tor Vik", "MEX"),
    (f"{STORY}Opposition senator Ana Ruiz said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}Army commanders said no.", "Army commanders", "MEX"),
    (f"{STORY}Company officers said no.", "Company officers", None),
    (f"{STORY}The Omani version, read out by the palace spokesman, Tor Vik, was short.", "Tor Vik", "OMN"),
    ("Kenyan lawmakers wrote to Uganda. The speaker, Ana Ruiz, said no. Uganda slept.", "Ana Ruiz", "KEN"),
    ("Tonga must pass a law, which Sela Fonua, the finance minister, will write. Peru pays, and Chile.", "Sela Fonua", "TON"),
]


@pytest.mark.parametrize(("text", "name", "country"), BODIES)
def test_whose_it_is(reads: Reader, text: str, name: str, country: str | None) -> None:
    found = {a.name: a.country for a in reads(text).actors}
    assert found.get(name, "nobody") == country, found


NATIONS = [
    # of which nation somebody is, by words that no list of trades need hold
    (f"{STORY}Ana Ruiz, an Argentine, said no.", "Ana Ruiz", "ARG"),
    (f"{STORY}Ana Ruiz, 61, a Dutch Jesuit, said no.", "Ana Ruiz", "NLD"),
    (f"{STORY}A Swiss glassblower, Tor Vik, said no.", "Tor Vik", "CHE"),
    (f"{STORY}South Korean glassblower Tor Vik said no.", "Tor Vik", "KOR"),
    (f"{STORY}Tor Vik, a German-born cook, said no.", "Tor Vik", None),
    (f"{STORY}The commander of the Portuguese garrison, Gen. Rui Alves, said no.", "Rui Alves", "PRT"),
    # parties are of the country that the text tells of, and so are their people; rebels are of none
    (f"{STORY}Tor Vik of the Forum for Democratic Change said no.", "Tor Vik", "MEX"),
    (f"{STORY}Alba deputy Ana Ruiz said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}Ana Ruiz, a lawmaker of the opposition Democratic Party, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}Tor Vik of the rebel Workers’ Front said no.", "Tor Vik", None),
    # whom an envoy meets where he serves; who was something once; who speaks for a firm
    (f"{STORY}Peru’s ambassador in Oslo met the fisheries minister, Tor Vik.", "Tor Vik", "NOR"),
    (f"{STORY}Tor Vik, a former policeman, said no.", "Tor Vik", None),
    (f"{STORY}Nordkraft Corp. shut its kilns. A spokesman, Tor Vik, said no.", "Tor Vik", None),
    (f"{STORY}The Danish-flagged ship said no.", "Danish-flagged ship", "DNK"),
    (f"{STORY}The Club Alba’s president, Tor Vik, said no.", "Tor Vik", None),
    (f"{STORY}Tor Vik, who runs the desk at the Danish aid agency, said no.", "Tor Vik", "DNK"),
    (f"{STORY}Petra, the official news agency, said no.", "Petra", "MEX"),
    (f"{STORY}The state broadcaster NBC said no.", "NBC", "MEX"),
    (f"{STORY}His Excellency Juan Ruiz said no.", "Juan Ruiz", None),
    # heads of a state's bodies, whoever names these; civic councils and firms are no state's
    (f"{STORY}Parliament’s speaker, Ana Ruiz, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}Peru’s securities regulator said no. The regulator’s chairwoman, Ana Ruiz, agreed.", "Ana Ruiz", "PER"),
    (f"{STORY}The Executive Director of the Ministry, Ana Ruiz, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}The Council of Churches’ General Secretary, Ana Ruiz, said no.", "Ana Ruiz", None),
    (f"{STORY}A French firm, Nordkraft, won. Its project leader, Guy Roux, said no.", "Guy Roux", None),
    (f"{STORY}Nigeria cut off the oil. Its external affairs minister, Ravi Nair, said no.", "Ravi Nair", "NGA"),
    (f"{STORY}The commander of the Baltic Fleet, Admiral Guy Roux, said no.", "Guy Roux", None),
    (f"{STORY}A Foreign Ministry spokesman in Quito, Tor Vik, said no.", "Tor Vik", "ECU"),
    (f"{STORY}The Danish envoy was summoned to the Foreign Ministry.", "Ministry of Foreign Affairs of Mexico", "MEX"),
    (f"{STORY}The Chinese embassy said no. The ambassador raised it.", "ambassador", "CHN"),
    (f"{STORY}The Labour Party said no.", "Labour Party", "MEX"),
    (f"{STORY}In Oslo, the ministry’s director, Tor Vik, said no.", "Tor Vik", "NOR"),
    ("MINISTRY OF TRADE AND PORTS\n\nAccra, 3 May 2019\n\nThe Ministry said no.", "Ministry of Trade and Ports of Ghana", "GHA"),
    # whose party it is; unions of workers are no parties; who is only of a capital; firms give nobody the floor
    (f"{STORY}Ana Ruiz, whose Popular Front lost the vote, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}The General Workers’ Union said no.", "General Workers’ Union", None),
    (f"{STORY}The bishop of Quito, Juan Ruiz, said no.", "Juan Ruiz", None),
    (f"{STORY}The Peruvian coach Ana Ruiz told the Port Authority to wait.", "Port Authority", "MEX"),
    (f"{STORY}The Peruvian ambassador left. Greenpeace’s Juan Ruiz said no.", "Juan Ruiz", None),
    (f"{STORY}Across the border in Tucson, Judge Ann Lee said no.", "Ann Lee", "USA"),
    (f"{STORY}Tor Vik, director general for Asia at the Danish ministry, said no.", "Tor Vik", "DNK"),
    (f"{STORY}Ana Ruiz, a member of the Alpine regional parliament, said no.", "Ana Ruiz", None),
    ("Media briefing\n\nPretoria, 4 May 2014\n\nSpeaker: Ann Lee, South African Minister of Trade\n\nMS LEE: All is calm. The ambassador in Lagos rang us.\n\nQ: Thanks.\n\nMS LEE: Thank you.", "ambassador", "ZAF"),
    (f"{STORY}The Danish transport ministry said no. A member of its delegation, Tor Vik, agreed.", "Tor Vik", "DNK"),
    (f"{STORY}Its chairman, Tor Vik, Norway’s former transport minister, said no.", "Tor Vik", "NOR"),
    (f"{STORY}Peru’s trade representative said no. Magistrate Ana Ruiz will hear them.", "Ana Ruiz", "MEX"),
    ("CAYENNE, French Guiana — The prefect, Guy Roux, said no.", "Guy Roux", "FRA"),
    ("CARMEL, Calif. - Judge Ana Ruiz said no.", "Ana Ruiz", "USA"),
    ("BISSAU, Guinea-Bissau (Lusa) - Judge Ana Ruiz said no.", "Ana Ruiz", "GNB"),
    ("Government Information Service, Dublin\n\nThe chief whip, Ana Ruiz, said no.", "Ana Ruiz", "IRL"),
]


@pytest.mark.parametrize(("text", "name", "country"), NATIONS)
def test_of_which_nation(reads: Reader, text: str, name: str, country: str | None) -> None:
    found = {a.name: a.country for a in reads(text).actors}
    assert found.get(name, "nobody") == country, found


FURTHER = [
    # whom the first sentence is about counts for more; a secretary general is no officer; who is exiled is away
    (("Four men drowned off Calais, French officials said. The French interior minister slept. London wept. Britain, "
     "London said, had warned.\n\nFire chief Guy Roux spoke."), "Guy Roux", "FRA"),
    (f"{STORY}Secretary General Joseph Vik was pleased.", "Joseph Vik", None),
    (f"{STORY}Exiled information minister Ana Ruiz thanked them.", "Ana Ruiz", None),
    (f"{STORY}French troops stayed in their barracks, General Guy Roux said.", "Guy Roux", "FRA"),
    (f"{STORY}Admiral Guy Roux, who commands France’s navy, said no.", "Guy Roux", "FRA"),
    (f"{STORY}Guy Roux, who runs Calais, said no.", "Guy Roux", "FRA"),
    (f"{STORY}Qlayaro’s mayor, Ana Ruiz, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}The port’s director, Ana Ruiz, said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}The hospital’s director, Ana Ruiz, said no.", "Ana Ruiz", None),
    (f"{STORY}His lawyer, Ana Ruiz, said no.", "Ana Ruiz", None),
    (f"{STORY}Ana Ruiz, the deputy head of mission in Ottawa, said no.", "Ana Ruiz", None),
    (f"{STORY}Ana Ruiz, a former engineer in Kyoto, said no.", "Ana Ruiz", None),
    (f"{STORY}Protest leader Ana Ruiz said no.", "Ana Ruiz", None),
    (f"{STORY}Prosecutors asked for ten years.", "Prosecutors", "MEX"),
    (f"{STORY}State television showed the ships.", "State television", "MEX"),
    (f"{STORY}In Brussels, Judge Ana Ruiz said no.", "Ana Ruiz", "MEX"),
    (f"{STORY}In The Hague, Foreign Minister Max Vos of the Netherlands slept. In Brussels, Belgium slept.", "Max Vos", "NLD"),
    (f"{STORY}In Lima, Ambassador Ana Ruiz said no.", "Ana Ruiz", None),
    (f"{STORY}The Italian side was led by Admiral Ugo Neri.", "Ugo Neri", "ITA"),
    (f"{STORY}General Ugo Neri, who commands the United Nations force there, said no.", "Ugo Neri", None),
    (f"{STORY}Colonel Ugo Neri, NATO’s spokesman in Lima, said no.", "Ugo Neri", None),
    (f"{STORY}Ugo Neri, director of the disaster institute, said no.", "Ugo Neri", "MEX"),
    (f"{STORY}Doctor Ugo Neri said no.", "Ugo Neri", None),
    (f"{STORY}A Tunisian, Khaled Vik, was held.", "Khaled Vik", "TUN"),
    ("Kenyan police fired on Friday before Ghana played in Mombasa. Ghana won. Fire chief Tor Vik slept.", "Tor Vik", "KEN"),
    ("HELSINKI/TALLINN — Judge Ana Ruiz said no.", "Ana Ruiz", "FIN"),
]


@pytest.mark.parametrize(("text", "name", "country"), FURTHER)
def test_where_somebody_belongs(reads: Reader, text: str, name: str, country: str | None) -> None:
    found = {a.name: a.country for a in reads(text).actors}
    assert found.get(name, "nobody") == country, found
