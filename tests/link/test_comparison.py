"""Accounts side by side: two short texts of our own -> rows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.compare import compare
from readout.model.account import Comparison, Row
from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.record import Record
from readout.read import reader

Compare = Callable[..., Comparison]

ICELAND = """Ministry of Foreign Affairs of Iceland

Reykjavik, 3 June 2025

Meeting with the Minister of Fisheries of Mauritania

Minister for Foreign Affairs Hildur Arnadottir received the Minister of Fisheries of Mauritania, Sidi Ould Cheikh, in Reykjavik today.

The two ministers discussed the cod quota, port inspections and training for coast guards. Minister Arnadottir said that Iceland would grant 45 scholarships to Mauritanian students by the end of 2026.

On the loan for the port of Nouadhibou, the Minister stressed that no money can be paid before the accounts have been audited.

Iceland has returned the trawler Sula, which was seized in March.

The ministers agreed that the joint committee will meet in Nouakchott on 12 September 2025.
"""
MAURITANIA = """NOUAKCHOTT, June 4, 2025 - Mauritania's fisheries minister, Sidi Ould Cheikh, said on Wednesday that Iceland had promised 60 scholarships for Mauritanian students during his visit to Reykjavik.

Ould Cheikh told reporters that the cod quota had been at the centre of the talks. "We spoke as partners," he said.

The minister said the loan for the port of Nouadhibou should be paid out this year without further conditions.

The trawler Sula had not been returned, according to the Mauritanian coast guard.

Ould Cheikh made no mention of port inspections.

The joint committee will meet on 12 September, the ministry said in a statement.
"""
GEORGIA = """TBILISI, Georgia, Nov. 18, 2024 - Georgia said on Monday that its talks with Armenia had produced an agreement to reopen the railway through the Debed gorge by the end of 2025.

Kavtaradze, the Georgian transport minister, accused Armenian customs officers of holding up 300 trucks at Sadakhlo.

The ministers will meet again in Gyumri on Dec. 9, the Georgian ministry said.
"""
ARMENIA = """YEREVAN, Armenia, Nov. 19, 2024 - Armenia's infrastructure minister, Arman Petrosyan, said on Tuesday that the railway through the Debed gorge would not reopen before 2027.

Armenia's customs service denied that any trucks were being held up at the border.

The next meeting will take place in Gyumri on Dec. 12, according to the Armenian ministry.
"""
STORY = """Mexico's president, Elena Duarte, said on Tuesday that her call with Japan's prime minister, Ryo Tanabe, covered avocados, visas and the old ferry.

Japan's cabinet office said they had also talked about visas and whaling. It did not mention the ferry.

Tanabe told Duarte that whaling was a matter of tradition. Duarte made no mention of whaling.

Analysts say both sides want calm.
"""


@pytest.fixture(scope="module")
def compared() -> Compare:
    try:
        engine = reader(1)
    except MissingModelError as missing:
        pytest.skip(str(missing))

    def read(number: int, text: str, published: str) -> Record:
        lines = tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
        title = text.split("\n")[0] if len(text.split("\n")[0]) < 60 else None
        return engine.read(Document(f"sha256:{number}", text, lines, title=title, published=published))

    def made(*texts: str, published: str = "2025-06-04") -> Comparison:
        return compare([read(number, text, published) for number, text in enumerate(texts)])

    return made


def row(comparison: Comparison, word: str) -> Row:
    return next(row for row in comparison.topics if word in row.label)


def stances(comparison: Comparison, word: str) -> dict[str, str]:
    holders = {account.id: account.country or account.holder for account in comparison.accounts}
    return {holders[cell.account]: cell.stance for cell in row(comparison, word).cells}


@pytest.mark.parametrize(
    ("word", "verdict", "kind"),
    [
        ("scholarships", "contradict", "amount"),
        ("trawler", "contradict", "polarity"),
        ("loan", "differ", None),
        ("cod quota", "agree", None),
        ("committee", "agree", None),
        ("inspections", "one-sided", None),
    ],
)
def test_two_texts(compared: Compare, word: str, verdict: str, kind: str | None) -> None:
    found = row(compared(ICELAND, MAURITANIA), word)
    assert found.verdict == verdict
    assert (found.conflict.kind if found.conflict else None) == kind


@pytest.mark.parametrize(
    ("word", "kind"), [("railway", "date"), ("trucks", "polarity"), ("next meeting", "date")]
)
def test_contradictions_of_two_stories(compared: Compare, word: str, kind: str) -> None:
    found = row(compared(GEORGIA, ARMENIA, published="2024-11-19"), word)
    assert found.verdict == "contradict" and found.conflict and found.conflict.kind == kind


def test_accounts_are_the_sides(compared: Compare) -> None:
    assert [account.country for account in compared(ICELAND, MAURITANIA).accounts] == ["ISL", "MRT"]


def test_a_silence_is_not_the_same_as_nothing_found(compared: Compare) -> None:
    comparison = compared(ICELAND, MAURITANIA)
    assert stances(comparison, "inspections") == {"ISL": "said", "MRT": "silence reported"}


def test_one_story_that_quotes_two_sides(compared: Compare) -> None:
    comparison = compared(STORY)
    assert stances(comparison, "visas") == {"MEX": "said", "JPN": "said"}
    assert stances(comparison, "ferry") == {"MEX": "said", "JPN": "silence reported"}
    assert stances(comparison, "whaling") == {"MEX": "silence reported", "JPN": "said"}
    assert stances(comparison, "avocados") == {"MEX": "said", "JPN": "not found"}
    assert row(comparison, "visas").verdict == "agree"


def test_every_piece_of_evidence_stands_in_its_text(compared: Compare) -> None:
    texts = {f"sha256:{number}": text for number, text in enumerate((ICELAND, MAURITANIA))}
    for found in compared(ICELAND, MAURITANIA).topics:
        evidence = [e for cell in found.cells for e in cell.evidence]
        evidence += [found.conflict.left, found.conflict.right] if found.conflict else []
        assert all(e.anchor.holds(texts[e.document]) for e in evidence)
        assert all(bool(cell.evidence) == (cell.stance != "not found") for cell in found.cells)


@pytest.mark.parametrize("texts", [("",), ("", ""), ("Nobody spoke.",), (ICELAND,), (STORY, STORY)])
def test_odd_inputs_give_a_table_all_the_same(compared: Compare, texts: tuple[str, ...]) -> None:
    comparison = compared(*texts)
    assert len(comparison.documents) == len(texts)


TURNS = """Transcript of the press point of Minister Ada Orr
Embassy of Malta, Lima, 4 May 2031

Minister Orr: Thank you all. I had a long talk with the Peruvian minister. Malta will lend Peru two ferries next spring. On the quinoa tariff, we do not agree. It will stay where it is. I note that the Peruvian release does not mention the lighthouse keepers.

Question: Was the price of anchovies discussed?

Minister Orr: No. The price of anchovies was not raised at all.
"""
RELEASE = """Ministry of Foreign Affairs of Peru

Lima, 4 May 2031

Minister of Foreign Affairs Luis Quispe received his Maltese counterpart, Ada Orr, today.

Minister Quispe asked that the quinoa tariff be lifted and voiced disappointment over the price of anchovies.

Peru will borrow two ferries from Malta. Minister Quispe offered to share the copper cable. The Maltese guest made no statement about the copper cable.
"""


def test_the_sentences_of_a_turn_are_told_apart(compared: Compare) -> None:
    found = compared(TURNS, RELEASE, published="2031-05-04")
    assert [account.country for account in found.accounts] == ["MLT", "PER"]
    assert stances(found, "ferries") == {"MLT": "said", "PER": "said"}
    assert stances(found, "anchovies") == {"MLT": "denied", "PER": "said"}
    assert stances(found, "lighthouse") == {"MLT": "said", "PER": "silence reported"}
    assert stances(found, "copper") == {"MLT": "silence reported", "PER": "said"}


NIGER = """NIAMEY, Niger, May 4, 2031 - Niger said on Sunday that the toll on the ferry would rise to 5 dollars a car from July.

"The flag of Niger is flying over Bani island tonight," President Ada Sani told a crowd.

The defence ministry said its forces had shot down three Beninese jets and two helicopters since April.

Sani said Niger would rebuild the jetty at its own expense. The ministry said the treaty must still be ratified by both parliaments.

Niger demanded the immediate release of the boatmen. It will pay for the lamp on the pier itself, the ministry said. The ministry said that the causeway would be opened gradually.

The navy said it had sunk two trawlers and a tug in March. It said its marines had taken Tera reef.

The number of visas for drivers had risen to 900, the ministry said.
"""
BENIN = """COTONOU, Benin, May 4, 2031 - Benin said on Sunday that the toll on the ferry stays at 4 dollars a car.

President Luc Adje said Beninese troops had captured Bani island on Friday.

Benin has lost two planes and a helicopter in the fighting, the army said.

The jetty will be rebuilt with money from the African Development Bank, Adje said. The government said the treaty would be sent to parliament in June.

Benin called for the immediate release of the boatmen. The lamp on the pier will be financed jointly, Adje said. The causeway will be opened in June, the ministry said.

The navy said that one trawler and a tug had been lost in March. "The Beninese flag still flies over Tera reef," Adm. Jean Kota said.

The number of visas for drivers would remain at 900, the ministry said.
"""


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("toll", "contradict"),
        ("Bani", "contradict"),
        ("helicopter", "contradict"),
        ("jetty", "differ"),
        ("treaty", "agree"),
        ("boatmen", "agree"),
        ("trawlers", "contradict"),
        ("Tera reef", "contradict"),
        ("lamp", "contradict"),
        ("causeway", "differ"),
        ("visas", "agree"),
    ],
)
def test_what_differs_in_substance(compared: Compare, word: str, verdict: str) -> None:
    assert row(compared(NIGER, BENIN, published="2031-05-04"), word).verdict == verdict


TOGO = """Ministry of Foreign Affairs of Togo

Lome, 8 May 2031

Foreign Minister Ama Kpodo received the Foreign Minister of Cyprus, Nikos Leou, today.

Minister Kpodo invited her guest to visit Kara on 9 June. {answer}
"""
CYPRUS = """Ministry of Foreign Affairs of Cyprus

Nicosia, 8 May 2031

Foreign Minister Nikos Leou met his counterpart of Togo, Ama Kpodo, in Lome.

Leou will travel to Kara on {day} at the invitation of the Togolese side.
"""


@pytest.mark.parametrize(
    ("answer", "day", "verdict"),
    [
        ("The invitation was accepted.", "20 June", "contradict"),
        ("The invitation was accepted.", "9 June", "agree"),
        ("She praised the port.", "20 June", "agree"),
    ],
)
def test_the_day_of_a_visit_that_was_accepted(compared: Compare, answer: str, day: str, verdict: str) -> None:
    found = compared(TOGO.format(answer=answer), CYPRUS.format(day=day), published="2031-05-08")
    assert row(found, "Kara").verdict == verdict


KENYA = """Ministry of Mines
Republic of Kenya

Nairobi, 3 June 2031

The Minister of Mines, Amina Oduya, met the Minister of Mines of Malawi, Peter Banda, in Nairobi today.

Kenya will lay a power line to the Sotik quarry. The line will cost 80 million dollars.

The Minister demanded that Malawi withdraw its guards from the quarry.

Kenya will keep its engineers at Sotik until the end of 2033.
"""
MALAWI = """LILONGWE, June 4, 2031 - Malawi's mines minister, Peter Banda, said on Tuesday that Kenya would lay a power line to the Sotik quarry for 95 million dollars.

Banda said there was no question of withdrawing the guards.

He said the Kenyan engineers would stay at Sotik until the end of 2031.
"""


@pytest.mark.parametrize(
    ("label", "verdict"), [("power line", "contradict"), ("engineers", "contradict"), ("guards", "differ")]
)
def test_what_is_taken_up_and_what_is_only_asked_for(compared: Compare, label: str, verdict: str) -> None:
    assert row(compared(KENYA, MALAWI, published="2031-06-04"), label).verdict == verdict


ABBEY = """Museum of Weaving, Lyme
Statement on the loom

3 June 2025

The Museum of Weaving met the Weavers' Guild on Monday about the old loom.

The Museum said that 84 kilometres of thread have been spun and that visitors will see the loom by March 2026.

The looms of the school will be repaired in July.
"""
GUILD = """Weavers' Guild
News release

4 June 2025

The Weavers' Guild met the Museum of Weaving on Monday.

Only 61 kilometres have been spun, chairwoman Ada Orr said. "Visitors will not see the loom before November 2026," she said.

The repair of the school looms was not discussed.
"""


def test_what_stands_under_one_verb_is_of_one_matter(compared: Compare) -> None:
    comparison = compared(ABBEY, GUILD)
    assert [account.holder for account in comparison.accounts] == ["Museum of Weaving", "Weavers' Guild"]
    assert {row.conflict.kind for row in comparison.topics if row.conflict} == {"amount", "date"}


LINE = """Statement by Sorrel Lines
Lyme, 4 June 2031

Sorrel Lines regrets the stranding of the ferry Tansy.

The Tansy had 40 cooks aboard, the company said. Tansy returns to service on 20 June.

The Authority has said nothing about the broken lamp, the company pointed out.
"""
HARBOUR = """Harbour Authority of Lyme
Announcement

4 June 2031

The ferry was carrying 60 cooks, harbour master Ada Orr said.

The Authority has fined the company 6,000 crowns.

The ferry may not sail before 15 July, said the harbour master.
"""


def test_a_thing_and_its_name_are_one(compared: Compare) -> None:
    comparison = compared(LINE, HARBOUR)
    assert row(comparison, "ferry").verdict == "contradict"
    assert row(comparison, "cooks").verdict == "contradict"
    assert any("crowns" in found.label or "fined" in found.label for found in comparison.topics)
    assert set(stances(comparison, "lamp").values()) == {"said", "silence reported"}
    assert not any("master" in found.label for found in comparison.topics)


def test_the_words_of_a_contradiction_come_first(compared: Compare) -> None:
    found = row(compared(LINE, HARBOUR), "ferry")
    assert found.conflict is not None
    firsts = {cell.evidence[0].anchor for cell in found.cells}
    assert all(any(e.anchor.overlaps(first) for first in firsts) for e in (found.conflict.left, found.conflict.right))
