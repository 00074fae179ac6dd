"""Dates: a sentence, and what is read from it on Thursday 2024-03-14 (or on the day given)."""

from __future__ import annotations

import time
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.extract.whens import find_whens
from readout.extract.whens.find import grammar
from readout.extract.whens.parts import RULES
from readout.model.analysis import Analysis, Word
from readout.model.document import Document
from readout.model.when import When

PUBLISHED = "2024-03-14"


def whens(text: str, published: str | None = PUBLISHED) -> tuple[When, ...]:
    return find_whens(Document("sha256:", text, published=published), Analysis())


def readings(text: str, published: str | None = PUBLISHED) -> dict[str, str | None]:
    return {when.text: when.edtf for when in whens(text, published)}


def tables(name: str) -> dict:
    return tomllib.loads(files("readout.extract.whens").joinpath(name).read_text(encoding="utf8"))


RULE_ENTRIES = [*tables("whens.toml")["rules"], *tables("whens.toml")["named"]]


@pytest.mark.parametrize("entry", RULE_ENTRIES, ids=lambda entry: entry["example"])
def test_each_rule_reads_its_example(entry):
    words, edtf = entry["reading"]
    assert readings(entry["example"])[words] == (edtf or None)


def test_each_rule_has_its_reader():
    assert {rule.name for rule in grammar().rules} <= RULES.keys()


@pytest.mark.parametrize("tense", ["past", "future"])
def test_each_tense_reads_its_examples(tense):
    for sentence in tables("tenses.toml")["examples"][tense]:
        before, words, after = sentence.split("*")
        found = next(when for when in whens(before + words + after) if when.text == words)
        assert found.start is not None and found.end is not None
        assert (found.start <= PUBLISHED) == (tense == "past"), sentence
        assert found.end >= PUBLISHED or tense == "past", sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy arrived on Monday and will leave on Saturday.", {"Monday": "2024-03-11", "Saturday": "2024-03-16"}),
        ("The two sides signed on Thursday.", {"Thursday": "2024-03-14"}),
        ("Officials said on Friday that the bridge would reopen on Monday.", {"Friday": "2024-03-08", "Monday": "2024-03-18"}),
        ("A court is to hear the case in February.", {"February": "2025-02"}),
        ("He was said to have met the envoy in August.", {"August": "2023-08"}),
        ("They agreed in January to meet again in May.", {"January": "2024-01", "May": "2024-05"}),
        ("She accepted an invitation to visit Lagos in June.", {"June": "2024-06"}),
        ("In October, they signed a truce.", {"October": "2023-10"}),
        ("He has been in custody since July.", {"July": "2023-07"}),
        ("The June summit in Quito ended without a text.", {"The June summit": "2023-06"}),
        ("Ahead of Sunday's vote, the two met on Tuesday.", {"Sunday": "2024-03-17", "Tuesday": "2024-03-12"}),
        ("The order takes effect on April 1.", {"April 1": "2024-04-01"}),
        ("Talks on the dam failed on Feb. 20.", {"Feb. 20": "2024-02-20"}),
        ("They will meet on Jan. 9.", {"Jan. 9": "2025-01-09"}),
        ("It was signed on 21 October 2022.", {"21 October 2022": "2022-10-21"}),
        ("She resigned on Wednesday, March 6.", {"Wednesday, March 6": "2024-03-06"}),
        ("The note is dated 03/04/2024.", {"03/04/2024": None}),
        ("The note is dated 2023-12-31.", {"2023-12-31": "2023-12-31"}),
        ("The region flooded in 2010, 2015 and 2020.", {"2010": "2010", "2015": "2015", "2020": "2020"}),
        ("The 2015 accord limits stocks.", {"2015": "2015"}),
        ("The army has held it since 2014.", {"2014": "2014"}),
        ("Output will double by 2035.", {"2035": "2035"}),
        ("It ran from 2019 to 2021.", {"from 2019 to 2021": "2019/2021"}),
        ("The 2021-24 plan failed.", {"2021-24": "2021/2024"}),
        ("Sales fell in Q3 2023.", {"Q3 2023": "2023-07/2023-09"}),
        ("The law will pass by the end of the year.", {"the end of the year": "2024-12-31"}),
        ("Only half had been paid by the end of February.", {"the end of February": "2024-02-29"}),
        ("Prices rose last year and will fall next year.", {"last year": "2023", "next year": "2025"}),
        ("They met last week and meet again next week.", {"last week": "2024-03-04/2024-03-10", "next week": "2024-03-18/2024-03-24"}),
        ("He arrived yesterday; she leaves tomorrow.", {"yesterday": "2024-03-13", "tomorrow": "2024-03-15"}),
        ("The king spoke this morning.", {"this morning": "2024-03-14"}),
        ("Rebels took the town on Saturday. The next day they left.", {"Saturday": "2024-03-09", "The next day": "2024-03-10"}),
        ("Rebels took the town on March 2. A week later they left.", {"March 2": "2024-03-02", "A week later": "2024-03-09"}),
        ("A year earlier it had grown.", {"A year earlier": None}),
        ("It happened two days before May 13, 1999.", {"two days before": "1999-05-11", "May 13, 1999": "1999-05-13"}),
        ("The port was shut from May to July.", {"from May to July": "2023-05/2023-07"}),
        ("He ruled in the early 1980s.", {"the early 1980s": "198X"}),
        ("The 3070s sold out in the 1980s.", {"the 1980s": "198X"}),
        ("The border dates from the 19th century.", {"the 19th century": "18XX"}),
        ("A census is due in spring 2026.", {"spring 2026": "2026-21"}),
        ("The plant should open in early 2027.", {"early 2027": "2027"}),
        ("A new fiscal 2025 budget is ready.", {"fiscal 2025": None}),
        ("They will speak next Tuesday.", {"next Tuesday": "2024-03-19"}),
        ("They were arrested on June 3 last year.", {"June 3 last year": "2023-06-03"}),
        ("The strait will be shut on April 2-5.", {"April 2-5": "2024-04-02/2024-04-05"}),
        ("The conference opens on the 20th.", {"the 20th": "2024-03-20"}),
        ("Sanctions were imposed three years ago.", {"three years ago": "2021"}),
        ("The envoy will be back in ten days.", {"in ten days": "2024-03-24"}),
        ("The crew was freed a fortnight ago.", {"a fortnight ago": "2024-02-29"}),
        ("The loan must be repaid by the close of the year 2026.", {"the close of the year 2026": "2026-12-31"}),
        ("The pass was shut from mid-April to early June.", {"from mid-April to early June": "2023-04/2023-06"}),
        ("Aid will flow in the coming weeks.", {"the coming weeks": None}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reads(text, expected):
    assert readings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted three weeks.",
        "The train leaves at 5 p.m. each day.",
        "May told reporters that the deal may collapse.",
        "The march drew a crowd.",
        "Under Resolution 1973 a zone was set up.",
        "The army sent 2000 rifles.",
        "They meet every Friday.",
        "Shops cut prices on Black Friday.",
        "He was second to speak.",
        "Feb. 30 was misprinted.",
        "The 27th floor burned.",
        "April Jones spoke for the union.",
        "The 2030 Agenda was praised.",
    ],
)
def test_no_dates(text):
    assert readings(text) == {}


def test_a_dateline_stands_in_for_the_publication_date():
    text = "OSLO, June 3, 2022 — The minister said on Thursday that talks would resume next month."
    found = whens(text, published=None)
    assert [(when.edtf, when.basis) for when in found] == [
        ("2022-06-03", None), ("2022-06-02", "text"), ("2022-07", "text"),
    ]


def test_without_any_clock_relative_dates_stay_open():
    assert readings("They met on Monday, and in May 2020.", published=None) == {"Monday": None, "May 2020": "2020-05"}


def test_a_clock_of_a_month_settles_months_and_years_only():
    assert readings("He came last month, not last year, on Monday.", "2024-03") == {
        "last month": "2024-02", "last year": "2023", "Monday": None,
    }


@pytest.mark.parametrize(
    ("text", "start", "end", "grain", "basis"),
    [
        ("They met in April 2023.", "2023-04-01", "2023-04-30", "month", None),
        ("They will meet next year.", "2025-01-01", "2025-12-31", "year", "published"),
        ("They met last week.", "2024-03-04", "2024-03-10", "week", "published"),
        ("The census is due in winter 2025.", "2025-12-01", "2026-02-28", "season", None),
        ("He fled in the 1990s.", "1990-01-01", "1999-12-31", "year", None),
    ],
)
def test_days_and_grain(text, start, end, grain, basis):
    (found,) = whens(text)
    assert (found.start, found.end, found.grain, found.basis) == (start, end, grain, basis)


@pytest.mark.parametrize("published", ["", "soon", "2024-13-45", "0000", "9999-12-31", "2024-02-29", "1500", None])
def test_odd_clocks_do_not_raise(published):
    whens("Yesterday, last week, in May, three years ago, the next day, in 2500 years, 9999 years ago.", published)


def parsed(tagged: str) -> tuple[str, Analysis]:
    """A text and its parse from ``word/xpos/deprel/head`` pieces, one sentence."""
    words, place = [], 0
    for index, piece in enumerate(tagged.split()):
        text, xpos, deprel, head = piece.rsplit("/", 3)
        upos = "PUNCT" if deprel == "punct" else "X"
        words.append(Word(index, place, place + len(text), text, text.lower(), upos, xpos, {}, int(head), deprel, 0))
        place += len(text) + 1
    return " ".join(word.text for word in words), Analysis(tuple(words), ((0, len(words)),))


@pytest.mark.parametrize(
    ("tagged", "edtf"),
    [
        ("They/PRP/nsubj/1 agreed/VBD/root/-1 to/TO/mark/3 meet/VB/xcomp/1 in/IN/case/5 June/NNP/obl/3", "2024-06"),
        ("They/PRP/nsubj/1 failed/VBD/root/-1 to/TO/mark/3 meet/VB/xcomp/1 in/IN/case/5 June/NNP/obl/3", "2023-06"),
        ("It/PRP/nsubj/2 was/VBD/aux/2 cut/VBN/root/-1 in/IN/case/4 June/NNP/obl/2 ././punct/2", "2023-06"),
        ("It/PRP/nsubj/3 will/MD/aux/3 be/VB/aux/3 cut/VBN/root/-1 in/IN/case/5 June/NNP/obl/3", "2024-06"),
        ("The/DT/det/4 pact/NN/nsubj/5 signed/VBN/acl/1 in/IN/case/4 June/NNP/obl/2 will/MD/aux/6 hold/VB/root/-1", "2023-06"),
        ("They/PRP/nsubj/1 go/VBP/root/-1 if/IN/mark/4 we/PRP/nsubj/4 win/VBP/advcl/1 in/IN/case/6 June/NNP/obl/4", "2024-06"),
        ("A/DT/det/1 meeting/NN/nsubj/5 in/IN/case/3 April/NNP/nmod/1 was/VBD/aux/5 agreed/VBN/root/-1", "2024-04"),
        ("They/PRP/nsubj/1 wanted/VBD/root/-1 it/PRP/obj/1 before/IN/case/4 April/NNP/obl/1", "2024-04"),
        ("They/PRP/nsubj/2 will/MD/aux/2 show/VB/root/-1 the/DT/det/5 February/NNP/compound/5 film/NN/obj/2", "2024-02"),
        ("He/PRP/nsubj/1 said/VBD/root/-1 they/PRP/nsubj/3 pay/VBP/ccomp/1 by/IN/case/5 April/NNP/obl/3", "2024-04"),
        ("They/PRP/nsubj/1 lost/VBD/root/-1 it/PRP/obj/1 in/IN/case/4 April/NNP/obl/1", "2023-04"),
    ],
)
def test_the_parse_gives_the_tense(tagged, edtf):
    text, analysis = parsed(tagged)
    (found,) = find_whens(Document("sha256:", text, published=PUBLISHED), analysis)
    assert found.edtf == edtf


def test_a_month_told_before_is_the_month_of_the_meeting():
    assert readings("They will meet in June. He confirmed the June meeting.")["the June meeting"] == "2024-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet next week and sign on Thursday.", {"next week": "2024-03-18/2024-03-24", "Thursday": "2024-03-21"}),
        ("In August 2023 he said the dam would be full in November.", {"August 2023": "2023-08", "November": "2023-11"}),
        ("The ban was extended on January 9; it was postponed until May.", {"January 9": "2024-01-09", "May": "2024-05"}),
        ("The board last met on Tuesday, Nov. 14.", {"Tuesday, Nov. 14": "2023-11-14"}),
        ("Both signed in June 2022. The following March it lapsed.", {"June 2022": "2022-06", "The following March": "2023-03"}),
        ("In the sixties the port was new.", {"the sixties": "196X"}),
        ("The loan covers financial year 2022/23.", {"financial year 2022/23": "2022/2023"}),
        ("The hearing is on the 5th of July.", {"the 5th of July": "2024-07-05"}),
        ("An official told her last year to wait.", {"last year": "2023"}),
        ("The clerk died in her last year in office.", {}),
        ("A letter of Feb. 26 said the court would rule on Friday.", {"Feb. 26": "2024-02-26", "Friday": "2024-03-01"}),
        ("The king may abdicate before autumn.", {"autumn": "2024-23"}),
        ("They met on March 5; that night the guns spoke again.", {"March 5": "2024-03-05", "that night": "2024-03-05"}),
        ("They met on March 5. The guns spoke again that night.", {"March 5": "2024-03-05", "that night": "2024-03-05"}),
        ("He said that night falls early.", {}),
        ("They agreed in November to start a patrol by Feb. 28.", {"November": "2023-11", "Feb. 28": "2024-02-28"}),
    ],
)  # fmt: skip
def test_reads_from_what_is_told_before(text, expected):
    assert readings(text) == expected


PIECES = st.sampled_from(
    ["Monday", "next", "last", "the", "end", "of", "March", "2024", "14", "14th", ",", "-", "/", "in", "by", "from", "to",
     "two", "weeks", "ago", "later", "day", "year", "\n", "\n\n", ".", "’s", "quarter", "Q1", "1990s", "'90s", "99999999",
     "first", "that", "Christmas", "9/11", "29", "Feb.", "٣", "²", "\u2028", "🙂", "İ", "within", "0", "31/31/2024",
     "2024-99-99", "century", "summer"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=20).map("".join)))
def test_anchors_match_any_text(text):
    for when in whens(text):
        assert when.anchor.holds(text) and when.text == when.anchor.exact


@pytest.mark.parametrize("piece", ["the minister said on Monday that it ", "March to March ", "1-", "the end of the ", "a.a.", "two and "])
def test_long_texts_take_linear_time(piece):
    short, long = ("".join([piece] * n) for n in (200, 1600))

    def cost(text: str) -> float:
        start = time.process_time()
        whens(text)
        return time.process_time() - start

    assert min(cost(long) for _ in range(2)) < 40 * max(min(cost(short) for _ in range(2)), 0.01)
