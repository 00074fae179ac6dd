"""Figures: a sentence, and what is read from it."""

from __future__ import annotations

import time
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.extract.amounts import find_amounts
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.document import Document


def amounts(text: str) -> tuple[Amount, ...]:
    return find_amounts(Document("sha256:", text, published="2024-03-14"), Analysis())


def brief(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(amount.text, amount.value, amount.currency or amount.unit) for amount in amounts(text)]


def table(name: str) -> dict:
    return tomllib.loads(files("readout.extract.amounts").joinpath(name).read_text(encoding="utf8"))


@pytest.mark.parametrize("unit", table("units.toml")["unit"], ids=lambda unit: unit["code"])
def test_each_unit_reads_its_example(unit):
    sentence, value = unit["example"]
    assert (value, unit["code"]) in [(amount.value, amount.unit) for amount in amounts(sentence)]


@pytest.mark.parametrize("entry", table("bounds.toml")["bound"], ids=lambda entry: entry["bound"])
def test_each_bound_reads_its_example(entry):
    sentence, value = entry["example"]
    (found,) = amounts(sentence)
    assert (found.bound, found.value) == (entry["bound"], value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. will sell $275 million in radars.", [("$275 million", 275e6, "USD")]),
        ("It pledged €1.5bn and £95m.", [("€1.5bn", 1.5e9, "EUR"), ("£95m", 95e6, "GBP")]),
        ("Ottawa gave C$40 million, Canberra A$12.5 million.", [("C$40 million", 40e6, "CAD"), ("A$12.5 million", 12.5e6, "AUD")]),
        ("The loan is 300 million Canadian dollars.", [("300 million Canadian dollars", 300e6, "CAD")]),
        ("India will spend 200 billion rupees.", [("200 billion rupees", 200e9, "INR")]),
        ("Islamabad asked for 5 billion rupees.", [("5 billion rupees", 5e9, "PKR")]),
        ("Norway will pay 2 billion kroner.", [("2 billion kroner", 2e9, "NOK")]),
        ("Copenhagen will pay 2 billion kroner.", [("2 billion kroner", 2e9, "DKK")]),
        ("It cost 4,500 Swiss francs.", [("4,500 Swiss francs", 4500, "CHF")]),
        ("Delhi ordered arms worth Rs 4,500 crore.", [("Rs 4,500 crore", 45e9, "INR")]),
        ("The fine was RM20 million.", [("RM20 million", 20e6, "MYR")]),
        ("Bread costs 50 cents.", [("50 cents", 0.5, "USD")]),
        ("Cairo set the price at 12,000 pounds a tonne.", [("12,000 pounds", 12000, "EGP")]),
        ("Police found 300 pounds of cocaine.", [("300 pounds", 300, "lb")]),
        ("It ships 3 million barrels a day.", [("3 million barrels a day", 3e6, "bbl/d")]),
        ("It ships 150,000 bpd.", [("150,000 bpd", 150000, "bbl/d")]),
        ("The line carries 2.1 billion cubic feet per day.", [("2.1 billion cubic feet per day", 2.1e9, "ft3/d")]),
        ("The dam makes 1.2 gigawatts.", [("1.2 gigawatts", 1.2, "GW")]),
        ("The 640-kilometer railway is unfinished.", [("640-kilometer", 640, "km")]),
        ("Fire took 3,500 square kilometers.", [("3,500 square kilometers", 3500, "km2")]),
        ("Support is 25 percent, up 2 percentage points.", [("25 percent", 25, "%"), ("2 percentage points", 2, "pp")]),
        ("Turkey lifted the quota to 500,000 tonnes from 250,000.", [("500,000 tonnes", 500000, "t"), ("250,000", 250000, "t")]),
        ("Peru earned 31 million euros from fish last year, up from 26 million in 2024.", [("31 million euros", 31e6, "EUR"), ("26 million", 26e6, "EUR")]),
        ("The police held seven men and 12 Tajik border guards.", [("seven men", 7, "person"), ("12 Tajik border guards", 12, "person")]),
        ("Camps house 40,000 Sudanese and 900 Ethiopians.", [("40,000 Sudanese", 40000, "person"), ("900 Ethiopians", 900, "person")]),
        ("Beijing banned 13 chemicals.", [("13 chemicals", 13, None)]),
        ("The town lost three post offices.", [("three post offices", 3, None)]),
        ("A dozen trucks and half a million tents came.", [("A dozen trucks", 12, None), ("half a million tents", 500000, None)]),
        ("Twenty-five villages burned.", [("Twenty-five villages", 25, None)]),
        ("Two hundred and fifty houses burned.", [("Two hundred and fifty houses", 250, None)]),
        ("Six million people fled.", [("Six million people", 6e6, "person")]),
        ("The quake killed 18 and injured 40.", [("18", 18, "person"), ("40", 40, "person")]),
        ("At least 45 were wounded.", [("At least 45", 45, "person")]),
        ("The toll rose to 213.", [("213", 213, "person")]),
        ("One soldier was killed.", [("One soldier", 1, "person")]),
        ("Dozens of trucks crossed.", [("Dozens of trucks", None, None)]),
        ("Hundreds of thousands of refugees crossed.", [("Hundreds of thousands of refugees", None, "person")]),
        ("UN staff counted 10 000 tents.", [("10 000 tents", 10000, None)]),
        ("It sent 5,000 more troops.", [("5,000 more troops", 5000, "person")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reads(text, expected):
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "bound"),
    [
        ("Nearly 3 million metric tons were lost.", 3e6, None, 3e6, "nearly"),
        ("At least 25 ships waited.", 25, 25, None, "at least"),
        ("More than $2.4 billion is needed.", 2.4e9, 2.4e9, None, "at least"),
        ("No fewer than 14 dairies closed.", 14, 14, None, "at least"),
        ("Up to 350 tents will come.", 350, None, 350, "at most"),
        ("As many as 90 ships waited.", 90, None, 90, "at most"),
        ("Fewer than 60 ships waited.", 60, None, 60, "at most"),
        ("Some 300 people waited.", 300, None, None, "about"),
        ("An estimated 400 people waited.", 400, None, None, "about"),
        ("Fifty or more ships waited.", 50, 50, None, "at least"),
        ("Duties of between 5 and 10 percent apply.", None, 5, 10, "between"),
        ("It lost between $30 and $70 each.", None, 30, 70, "between"),
        ("Prices may rise 5-10%.", None, 5, 10, "between"),
        ("It exports 5 to 10 million tons.", None, 5e6, 10e6, "between"),
        ("It exports $3 billion to $4 billion of gas.", None, 3e9, 4e9, "between"),
        ("An 8- to 16-meter wall stands there.", None, 8, 16, "between"),
        ("Two or three trucks came.", None, 2, 3, "between"),
        ("It bought 12 cranes.", 12, None, None, "exactly"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bounds(text, value, low, high, bound):
    (found,) = amounts(text)
    assert (found.value, found.low, found.high, found.bound) == (value, low, high, bound)


def test_a_change_is_two_figures():
    assert brief("The tariff fell from 25 to 15 percent.") == [("25", 25, "%"), ("15 percent", 15, "%")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister, 42, resigned.",
        "A 42-year-old man was freed.",
        "The bus left at 5 p.m. and came at 18:30.",
        "It was signed on 14 March 2023, in 2023.",
        "The truce lasted 30 days, then three weeks.",
        "Article 5 and Resolution 1701 apply.",
        "An F-16 and a Boeing 737 collided near the G7 camp.",
        "3D scanners and 4G masts stood there.",
        "7. Won by Peru in extra time.",
        "COVID-19 came first, on the 21st day.",
        "The council voted 7-2.",
        "The two leaders met; one of them spoke.",
        "One in five is hungry, and 9 out of 10 are poor.",
        "Two-thirds of the harvest failed.",
        "Trade doubled, then grew three times.",
        "A two-state solution is the aim.",
        "No. 5 is out.",
        "Call 555-0199, open 24/7.",
        "One official said so.",
    ],
)
def test_no_amounts(text):
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Norway approved $90 million in fish sales to Malta, which objected.", "fish sales to Malta"),
        ("It bought 2 million tons of Brazilian corn.", "Brazilian corn"),
        ("It holds 18 Malian soldiers.", "Malian soldiers"),
        ("It costs 5 million euros.", None),
    ],
)
def test_what_it_is_of(text, of):
    (found,) = amounts(text)
    assert found.of == of


PIECES = st.sampled_from(
    ["$", "€", "C$", "US", "2", "2.5", "60,000", "1e9", "million", "bn", "m", "percent", "%", "tons", "of", "people", "to",
     "between", "and", "-", "–", "/", "1/2", "½", "half", "a", "dozen", "hundreds", "thousand", "thousand", "two", "twenty",
     "more", "than", "at", "least", "or", "fewer", "U", ".", "S", "dollars", "rupees", "a", "day", "killed", "9" * 400,
     "٣", "²", "🙂", "\n", "\n\n", "’s", "in", "out", "pounds", "CFA", "francs", "000", "0"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=20).map("".join)))
def test_anchors_match_any_text(text):
    for amount in amounts(text):
        assert amount.anchor.holds(text) and amount.text == amount.anchor.exact


@pytest.mark.parametrize("piece", ["12 ", "two hundred ", "$5 to ", "million ", "1-", "more than 5 percent of "])
def test_long_texts_take_linear_time(piece):
    short, long = ("".join([piece] * n) for n in (200, 1600))

    def cost(text: str) -> float:
        start = time.process_time()
        amounts(text)
        return time.process_time() - start

    assert min(cost(long) for _ in range(2)) < 40 * max(min(cost(short) for _ in range(2)), 0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain owed 28 billion pesetas.", [("28 billion pesetas", 28e9, "ESP")]),
        ("Bonn paid 340 million marks.", [("340 million marks", 340e6, "DEM")]),
        ("He scored 340 marks.", [("340 marks", 340, None)]),
        ("Pretoria said bread costs R14.", [("R14", 14, "ZAR")]),
        ("It rose from 18% to 42%.", [("18%", 18, "%"), ("42%", 42, "%")]),
        ("They will more than double it, from 18% to 42%.", [("18%", 18, "%"), ("42%", 42, "%")]),
        ("Only 400 of the 1,200 tents came.", [("400", 400, None), ("1,200 tents", 1200, None)]),
        ("It gave 14 out of its 30 trucks.", [("14", 14, None), ("30 trucks", 30, None)]),
        ("It sells 900 barrels of crude oil per day.", [("900 barrels of crude oil per day", 900, "bbl/d")]),
        ("Some 300 dockers left.", [("Some 300 dockers", 300, "person")]),
    ],
)
def test_old_money_changes_and_parts(text: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert brief(text) == expected


LOCAL_MONEY = [
    ("Iceland paid 14bn krónur for the ferry.", "14bn krónur", 14e9, "ISK"),
    ("The ferry cost Akureyri 600 million króna, Iceland said.", "600 million króna", 6e8, "ISK"),
    ("Tonga spent 1.2 million pa'anga on roads.", "1.2 million pa'anga", 1.2e6, "TOP"),
    ("Tonga spent 3 million pa‘anga on roads.", "3 million pa‘anga", 3e6, "TOP"),
    ("The loan was worth $A30 million.", "$A30 million", 3e7, "AUD"),
    ("The loan was worth $NZ7.5 million.", "$NZ7.5 million", 7.5e6, "NZD"),
    ("Suva owes FJ$40 million.", "FJ$40 million", 4e7, "FJD"),
    ("Senegal raised the price to 350 CFA francs a kilo.", "350 CFA francs", 350, "XOF"),
    ("The toll is 2.5 lari a car.", "2.5 lari", 2.5, "GEL"),
    ("The bridge cost 30 lakh taka.", "30 lakh taka", 3e6, "BDT"),
    ("Peru paid 3 million nuevos soles.", "3 million nuevos soles", 3e6, "PEN"),
    ("Samoa lent 4 million tala.", "4 million tala", 4e6, "WST"),
    ("Vanuatu lent 3 million vatu.", "3 million vatu", 3e6, "VUV"),
    ("Eritrea owes 20m nakfa.", "20m nakfa", 2e7, "ERN"),
    ("Swaziland owes 12m emalangeni.", "12m emalangeni", 1.2e7, "SZL"),
    ("The port cost ISK 900 million.", "ISK 900 million", 9e8, "ISK"),
]


@pytest.mark.parametrize(("text", "figure", "value", "currency"), LOCAL_MONEY, ids=[m[1] for m in LOCAL_MONEY])
def test_money_by_its_local_name(text: str, figure: str, value: float, currency: str) -> None:
    assert (figure, value, currency) in brief(text)


TAKEN_UP = [
    ("Chad freed 30 prisoners; Niger put the number at 14.", ("14", 14, None)),
    ("Six barges sank, the mayor said; the right figure is 17.", ("17", 17, None)),
    ("The court counted 90 votes. The ministry put the total at 86.", ("86", 86, None)),
    ("The union says the number of closures was 12.", ("12", 12, None)),
    ("Her ships sailed at noon, all nine of them.", ("nine", 9, None)),
    ("Nine drunken constables dined there.", ("Nine drunken constables", 9, "person")),
    ("The farm yields 4,000 tonnes of milk a day.", ("4,000 tonnes of milk a day", 4000, "t/d")),
]


@pytest.mark.parametrize(("text", "figure"), TAKEN_UP, ids=[t[0][:40] for t in TAKEN_UP])
def test_figures_that_take_up_others(text: str, figure: tuple[str, float, str | None]) -> None:
    assert figure in brief(text)


PARTS = [
    ("Only two thirds of the loan was paid.", [("two thirds", 66.666667, "%")]),
    ("They had built three-quarters of it.", [("three-quarters", 75, "%")]),
    ("Chad paid more than half the sum.", [("more than half", 50, "%")]),
    ("Rents rose in the second half of 2023.", []),
    ("A third of the grain has been sold; so far only half has arrived.", [("A third", 33.333333, "%"), ("half", 50, "%")]),
    ("Two of the five icebreakers are afloat.", [("Two", 2, None), ("five icebreakers", 5, None)]),
    ("Half the world was watching a third man.", []),
    ("Of the 36 clinics, nine are open and three have doctors.", [("36 clinics", 36, None), ("nine", 9, None), ("three", 3, None)]),
    ("Six of the 10 hostages were freed; the other four are alive.", [("Six", 6, "person"), ("10 hostages", 10, "person"), ("four", 4, None)]),
    ("It pumps 2.8m b/d for 40m people behind a wall of 5m.", [("2.8m b/d", 2.8e6, "bbl/d"), ("40m people", 4e7, "person"), ("5m", 5, "m")]),
    ("A quarter of a million people marched.", [("A quarter of a million people", 250_000, "person")]),
    ("Most of the 300 nurses are under 30.", [("300 nurses", 300, "person")]),
    ("Italy sent all of the 150 it pledged.", [("150", 150, None)]),
    ("France sent 2,000 troops, of whom 400 landed at noon.", [("2,000 troops", 2000, "person"), ("400", 400, "person")]),
    ("It promised 45 schools and has built 12 so far.", [("45 schools", 45, None), ("12", 12, None)]),
    ("Togo owed 60 million guilders; 9 million of the 60 million guilders were paid.",
     [("60 million guilders", 6e7, "NLG"), ("9 million", 9e6, "NLG"), ("60 million guilders", 6e7, "NLG")]),
    ("The guard has no fewer than 2000.", [("no fewer than 2000", 2000, None)]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[p[0][:40] for p in PARTS])
def test_parts_of_a_whole(text: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert brief(text) == expected


BY_COUNTRY = [
    ("Nairobi pays 55 shillings a kilo, down from 80 shillings. Uganda pays more.", None, ["KES", "KES"]),
    ("The fund has 3 crore rupees in Nepal and 12 crore rupees in Lahore.", None, ["NPR", "PKR"]),
    ("Belgium gave 300 million francs, France 120 million francs.", "1995-05-05", ["BEF", "FRF"]),
    ("Paris lent 4 billion francs, Zurich 300 million Swiss francs.", "1997-04-04", ["FRF", "CHF"]),
    ("Khartoum asked for 50 million pounds; Cairo offered 20 million pounds.", None, ["SDG", "EGP"]),
    ("Iraq and Jordan will share a bill of 60 million dinars.", None, [None]),
    ("Ministry of Energy\nKingdom of Jordan\n\nIraq and Jordan met in Amman. It will cost 4 million dinars.", None, ["JOD"]),
    ("Iraq and Jordan signed. Jordan pays 60 million dinars.", None, ["JOD"]),
    ("France and Mali put the cost at 30 billion francs.", "2015-05-05", ["XOF"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), BY_COUNTRY, ids=[b[0][:40] for b in BY_COUNTRY])
def test_money_by_the_country_in_question(text: str, published: str | None, expected: list[str]) -> None:
    found = find_amounts(Document("sha256:", text, published=published), Analysis())
    assert [amount.currency for amount in found] == expected


BOTH_ENDS = [
    ("Sales were worth $3.1 billion-$3.4 billion.", 3.1e9, 3.4e9),
    ("Fees rose, to anywhere from 40 million to 55 million kroner.", 40e6, 55e6),
    ("Another 10,000 to 12,000 are at risk.", 10_000, 12_000),
    ("Prices have risen, ranging from 20 to 35 euros.", 20, 35),
    ("It would cost £3 million-£4 million.", 3e6, 4e6),
]


@pytest.mark.parametrize(("text", "low", "high"), BOTH_ENDS, ids=[b[0][:40] for b in BOTH_ENDS])
def test_ranges_with_a_sign_at_both_ends(text: str, low: float, high: float) -> None:
    assert (low, high) in [(amount.low, amount.high) for amount in amounts(text)]


IN_ITS_MEASURE = [
    ("The island needs 300 megawatts and has fewer than 190.", [(300, "MW"), (190, "MW")]),
    ("Sweden took in 900 refugees, Norway more than 400.", [(900, "person"), (400, "person")]),
    ("The union said 41 members had been jailed, 12 of them this year.", [(41, "person"), (12, "person")]),
    ("The raid left one fisherman dead.", [(1, "person")]),
    ("Two palaeontologists and 14 exporters were invited.", [(2, "person"), (14, "person")]),
    ("So far 640 are standing.", [(640, None)]),
    ("There are around 3,500 of them.", [(3500, None)]),
    ("About 900 people fled the village. Some 240 of them sleep in a hall.", [(900, "person"), (240, "person")]),
    ("Some 24,000 people sleep under tents; 3,500 of them have wounds.", [(24_000, "person"), (3500, "person")]),
    ("The army lost 20 tanks. Some 11 of them can be mended.", [(20, None), (11, None)]),
    ("Banned for doping were 11 of its weightlifters.", [(11, "person")]),
    ("The banks froze three of Marku's companies.", [(3, None)]),
    ("The yard had to let go 300 of the union's members.", [(300, "person")]),
    ("About 1,800 of those who work there will leave.", [(1800, "person")]),
    ("Lomax employs 28,000.", [(28_000, "person")]),
    ("Nine of its crew were Greek; four more were Thai.", [(9, "person"), (4, "person")]),
    ("Nurses at a 60-bed clinic fell ill.", [(60, None)]),
    ("In London, cocoa rose 27 pounds to 988 pounds a tonne.", [(27, "GBP"), (988, "GBP")]),
    ("TRANSCRIPT\nDoorstop interview, Canberra\nMR HALE: We gave $31 million.", [(31e6, "AUD")]),
    ("CANBERRA, May 2 - The mine cost $31 million.", [(31e6, "USD")]),
]


@pytest.mark.parametrize(("text", "expected"), IN_ITS_MEASURE, ids=[t[0][:40] for t in IN_ITS_MEASURE])
def test_figures_in_the_measure_of_what_stands_near(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert [(a.value, a.currency or a.unit) for a in amounts(text)] == expected
