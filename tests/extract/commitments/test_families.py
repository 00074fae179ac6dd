"""Promises told in many ways, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Vows = Callable[..., "list[Any]"]

BOUND = [
    ("The energy company Helnor told its customers on Monday that it would cut prices by 15 percent.", "Helnor", "cut"),
    ("Peru accused Chile of breaking its promise to free nine airmen.", "Chile", "free"),
    ("Chad owes Togo 4 million euros, its minister said, and will pay 1 million euros by May.", "Chad", "pay"),
    ("Norway promised the UN envoy, Ann Orr, a reply by Sunday.", "Norway", "give"),
    ("Fiji announced on Monday that the census will begin on 8 November 2030.", "Fiji", "begin"),
    ("UNICEF said it would begin vaccinating 900 children on 3 May 2030.", "UNICEF", "begin"),
    ("WHO and UNICEF said they would send 40 nurses.", "World Health Organization", "send"),
    ("Oxfam will open a 60-bed clinic in Goma, its director said.", "Oxfam", "open"),
    ("Norway yesterday promised Tonga a further $68 million for wells.", "Norway", "give"),
    ("The state, Kenya's minister said, has dug 210 of the 600 wells it undertook to dig by 2030.", "Kenya", "dig"),
    ("Norway promised Malawi that no village would be left without water.", "Norway", "leave"),
    ("Accra vowed that none of the gold would be sold without a vote.", "Ghana", "sell"),
    ("Estonia pledged not to raise its port fees before 2028.", "Estonia", "not raise"),
    ("Compensation of 3 million euros will be paid by Iceland within 60 days.", "Iceland", "pay"),
    ("Serbia was promised a loan by China.", "China", "give"),
    ("Palau was promised two patrol boats by Japan.", "Japan", "give"),
    ("Iran said it was prepared to free the crew.", "Iran", "free"),
    ("Peru and Bolivia signed a pact to build a dam by 2031.", "Peru", "build"),
    ("Under the accord, Chad must free 40 prisoners within 30 days.", "Chad", "free"),
    ("Peru would withdraw its troops by June, the Peruvian defence minister said.", "Peru", "withdraw"),
    ("Kenya's president accepted an invitation to Lima.", "William Ruto", "visit"),
    ("The contract obliges Gibraltar to finish the pipe by December 2029.", "Gibraltar", "finish"),
    ("Oman and Malta signed a pact under which Oman will ship 9 tonnes of dates.", "Oman", "ship"),
    ("A pledge of $40 million by Kuwait remains unpaid.", "Kuwait", "give"),
    ("Kuwait's $40 million pledge was welcomed in Chad.", "Kuwait", "give"),
    ("Brazil has offered a loan of $45 million.", "Brazil", "give"),
    ("Kenya promised in return to pay arrears of 4 billion shillings.", "Kenya", "pay"),
    ("Chile's foreign ministry said the country would lift its visa rule in June.", "Chile", "lift"),
    ("France has repaired 16 of 20 promised lorries.", "France", "repair"),
    ("Italy has paid 9 million of the 30 million euros pledged in May.", "Italy", "pay"),
    ("Sweden promised $22 million, Kuwait $300 million and Qatar $50 million for roads.", "Qatar", "give"),
    ("Kuwait will let Iraqi planes land from June.", "Kuwait", "let"),
    ("Peru gave its word to open the border.", "Peru", "open"),
    ("Brazil has bought 1 million of the 6 million tonnes of wheat that it promised Chad.", "Brazil", "buy"),
    ("Ten ferries are to be handed over to Fiji in June, Japan's ambassador, Ken Ito, said.", "Japan", "hand over"),
    ("Under the deal that India signed with Chad, 40 tractors will be delivered to Chad in May.", "India", "deliver"),
    ("Oman pledged $5 million to pay teachers in Yemen.", "Oman", "give"),
    ("Of the 900 huts that Spain promised the town of Beira, 75 are finished.", "Spain", "give"),
    ("Peru said that Chile had cleared the pass, and promised to open its side by May.", "Peru", "open"),
    ("Kenya is sending 40 nurses to Chad on Friday, its health minister said.", "Kenya", "send"),
    ("Ghana set itself the target of planting 4 million trees.", "Ghana", "plant"),
    ('"We will not raise taxes," Ghana said.', "Ghana", "not raise"),
    ("Peru offered to train 60 men. It undertook to accept 200 nurses by 2027.", "Peru", "accept"),
    ("According to its envoy, Chad would close the road if it was not paid.", "Chad", "close"),
    ("The chancellor, Ana Soto, said that the university would not raise rents before 2028.", "university", "not raise"),
    ("Kenya will pay 45 million shillings and Uganda 12 million shillings.", "Uganda", "pay"),
    ("Chile served notice that it would file a complaint in May.", "Chile", "file"),
    ("Peru gave its word that it would lend two boats to Chad.", "Peru", "lend"),
    ("Chad has earmarked $40 million for roads.", "Chad", "give"),
    ("Togo welcomed the offer of Denmark to finance a study of the river.", "Denmark", "finance"),
    ("Mali set itself a target of 26,000 flats by 2030.", "Mali", "give"),
    ("Energy Minister Ana Soto said that the government would cut the price of power.", "Government", "cut"),
    ("The World Bank stood ready to lend $250 million to Chad.", "World Bank", "lend"),
    ("Canada came forward with C$40 million for mines in Laos.", "Canada", "give"),
    ("A loan of $9 million that Japan approved in May has not been paid.", "Japan", "give"),
    ("Mali said it would no longer buy Chadian cotton.", "Mali", "not buy"),
    ("Peru announced surcharges on shoes from Chile.", "Peru", "give"),
    ("Peru promised 900 teachers by 2030 and a freeze on fares.", "Peru", "give"),
    ("Chad committed itself to a referendum by 2030.", "Chad", "give"),
    ("Ghana signed up to ending illegal logging by 2030.", "Ghana", "end"),
    ("Britain is putting in 900 million pounds.", "United Kingdom", "put in"),
    ("The queen of Tonga invited President Ana Soto of Peru to visit Tonga. The invitation was accepted.", "Ana Soto", "visit"),
    ("Ana Soto renewed Peru's commitment to patrol the strait.", "Peru", "patrol"),
    ("Under the deal, signed after long talks in Lima, Peru will free 40 men.", "Peru", "free"),
    ("No village will be moved, Peru's mining minister, Ana Soto, said.", "Peru", "move"),
    ("Thai and Lao officers met. Thailand and Laos quarrelled. The Thai and Lao officers agreed to withdraw.", "Laos", "withdraw"),
    ('"I shall come to Lima on Tuesday," said Ana Soto.', "Ana Soto", "come"),
    ("In 2019 rich countries undertook to find $90 billion.", "rich countries", "find"),
    ("Peru urged donors, which have paid $6 million of the $9 million they pledged, to pay.", "donors", "pay"),
    ("Twelve rich countries promised $9 billion for forests.", "rich countries", "give"),
    ("A government led by Ana Soto would lower the tax on rents, Soto said.", "Ana Soto", "lower"),
    ("Peru undertook in May to replace 120 kilometres of pipe.", "Peru", "replace"),
    ("Peru has relaid 46 of the 120 kilometres of pipe that it undertook to replace.", "Peru", "replace"),
    ("Chad is to drop its complaint by June and to open its lake to six boats.", "Chad", "open"),
    ("Peru expressed its readiness to supply 40,000 tonnes of diesel.", "Peru", "supply"),
    ("Peru and Chile signed a truce on Sunday. Chile is required to free 14 prisoners.", "Chile", "free"),
    ("Peru offered to build Chad two bridges. It will also give Togo $2 billion in aid.", "Peru", "give"),
    ("There would be no redundancies, the company Havbruk said.", "Havbruk", "not make"),
    ("The unions accepted a pay freeze.", "unions", "accept"),
    ("The deal is part of the promise that Norway made in 2010 to devote $5 million to health.", "Norway", "devote"),
    ("Ana Soto of Peru said that her country intended to restart the plant by May.", "Peru", "restart"),
    ("Peru agreed to let in 200 observers and plans to deploy the army from June.", "Peru", "deploy"),
    ("President Ana Soto told Parliament that Peru would cut its imports by a fifth.", "Peru", "cut"),
    ("Some $7 million of a $9 million loan that Japan approved in 2019 has been paid.", "Japan", "pay"),
    ("President Ana Soto committed Peru to a further payment of $20 million.", "Peru", "give"),
    ("Peru's minister, Ana Soto, said the tax on fuel would be reduced by 5% on May 1, 2031.", "Peru", "reduce"),
    ("Ana Soto will open a library in Lima on December 1, 2031.", "Ana Soto", "open"),
    ("Norway promised to match every krone raised by donors, up to 300 million kroner.", "Norway", "match"),
    ("Peru said it would find homes for 630 people.", "Peru", "find"),
    ("Chad and NATO generals signed an accord under which Chad will free 40 men by June.", "Chad", "free"),
    ("The Polisario Front said that its fighters would not attack the convoys.", "Polisario Front", "not attack"),
    ("Peru agreed in May to a ban on new mines.", "Peru", "give"),
    ("President Ana Soto of Peru invited Prime Minister Ali Diop of Mali to a fair in Lima, and he accepted.", "Ali Diop", "visit"),
    ("Industry Minister Lucia Barrios said that Spain would pay 9 million euros.", "Spain", "pay"),
    ("Japan pledged $4 million. It still owes Fiji $2 million of the $3 million it vowed to pay by May.", "Japan", "pay"),
    ("Kuwait followed with $300 million.", "Kuwait", "give"),
    ("The United States announced 230 million in aid.", "United States", "give"),
    ("Japan offered Peru a discount.", "Japan", "give"),
    ("Peru consented to an inquiry into the deaths.", "Peru", "give"),
    ("Norway offered to send dogs, and Cuba, which he was to visit, promised 300 beds.", "Cuba", "give"),
]


@pytest.mark.parametrize(("text", "by", "action"), BOUND, ids=[b[0][:40] for b in BOUND])
def test_who_is_bound_to_what(text: str, by: str, action: str, vows: Vows) -> None:
    assert (by, action) in [(v.by, v.action) for v in vows(text)]


FREE = [
    "Some newspapers have written that Peru agreed to let a foreign navy use its port.",
    "Peru and Chile decided to meet again in Lima in March.",
    "Peru would stop selling gas unless it was paid by Monday, its minister said.",
    "The two leaders called on Peru to guarantee the purchase of 40 tons of sugar.",
    "A convoy of the Red Cross will probably reach Goma on Sunday, its spokesman said.",
    "Peru stands ready to deepen cooperation with Chile.",
    "The Arab League will meet in Cairo in June.",
    "Laos used to promise Fiji fish.",
    "Peru and Chile are to hold talks in May.",
    '"I would resign before I signed that," President Soto of Peru said.',
    '"Peru has its promises to keep," President Soto of Peru said.',
    "Our boats will sail at dawn, said the skipper, Joao Mendes.",
    "Peru's government expects that inflation will fall next year.",
    "The prime minister said that prices would fall in 2027.",
    "Moscow warned that it would cut off the gas if Chisinau did not pay.",
    "The court will hear the case in May.",
    "Kenya and Uganda are due to hold talks on May 30.",
    "The bank is expected to cut rates in June.",
    "Analysts at the bank said that Ghana would raise fuel prices.",
    "Every government in Lima promises a train.",
    "The two sides agreed to disagree about the river.",
    "Peru and Chile guarantee the 1929 treaty.",
    "Kenya said it would keep its promise.",
    "Peru agreed to honour its undertakings.",
    "The ministers agreed that the tax would raise rents on the coast.",
    "The ministers agreed it was a boon for hotels.",
    "Peru welcomed the judge's decision that Ana Soto was not breaking the law.",
    "Kenya decided against fact-checking the minister.",
    "If Peru wanted the boats, it would just take them.",
    "Soto will receive the keys of Peru on Monday.",
    "The accord, signed by two ministers of Peru on Monday, ends a quarrel.",
    "A man in a hat said that he would bring the missing part.",
    '"We will sell the goat," said Ali Diop, a father of seven.',
    "It will take 60 years to lift the mines, Peru's army said.",
    "Under one proposal, Peru would limit its exports to 40 tonnes.",
    "The money would have paid for forty wells, said Peru's minister, Ana Soto.",
    '"I will put it to him again," President Soto of Peru said.',
    "And will the president of Peru go to Lima in September?",
    '"We gave a date and we will keep it," said President Soto of Peru.',
    '"And then we will dance," said President Soto of Peru.',
    "Peru said that it intended to keep to that date.",
    "Peru and Kenya will meet in Lima in May.",
    "The two leaders agreed on the need to rebuild towns.",
    "“I’ll go over there myself,” said Ana Soto of Peru.",
    "Peru warned that it would hold both responsible.",
    "Peru's rail plan was late. It was to open in 2018.",
    "There is a report that Peru offered to take ten men.",
    "World leaders lined up to promise money.",
    "The ministers called on donors to honour their undertakings.",
    "Peru's bill is popular. It would oblige landlords to disclose rents.",
    '"They promised me a wall," said Ana Soto of Peru.',
    "Peru's Rimac Cement has set itself a goal of becoming clean.",
    "The U.S. recently approved $330 million in arms sales to Taiwan.",
]


@pytest.mark.parametrize("text", FREE)
def test_forecasts_threats_and_dates_bind_nobody(text: str, vows: Vows) -> None:
    assert vows(text) == []


CHANGE = "Brazil will raise its tariff on steel from 10% to 25% on June 1, the finance ministry said."


def test_of_a_change_the_end_is_promised(vows: Vows) -> None:
    assert [v.value for v in vows(CHANGE)] == [25]


PROGRESS = [
    ("Portugal undertook to plant 5,000 trees by 2030; so far 1,200 have been planted.", [(1200, "planted")]),
    ("Italy, which promised 1,000 tonnes of rice, has so far delivered 300 tonnes.", [(300, "delivered")]),
    ("Austria said it had handed over 14 of the 30 trucks it promised.", [(14, "handed over")]),
    ("Only 400 of the 1,200 tents Spain promised have turned up.", [(400, "arrived")]),
    ("Germany has so far delivered 18 of the 30 tanks it promised to Ukraine in April.", [(18, "delivered")]),
    ("Peru promised Chile 9,000 tonnes of lime. Chile has used 80% of it.", [(80, "used")]),
    ("Japan has delivered 3 of the 12 boats that it promised Fiji in 2019.", [(3, "delivered")]),
    ("Five of the 12 pumping stations which Greece undertook to complete are working.", [(5, "working")]),
    ("Of the 36 clinics that Chad promised, nine have opened.", [(9, "opened")]),
    ("Canada vowed to admit 5,000 Tibetan refugees by 2028; 3,900 have arrived so far.", [(3900, "arrived")]),
    ("Kenya undertook to move 42 villages. So far it has moved only six villages.", [(6, "moved")]),
    ("Spain pledged $20 million. It has paid two thirds of it.", [(66.666667, "paid")]),
    ("Chad, which pledged 60 million euros for the dam, has paid 14 million.", [(14e6, "paid")]),
    ("Brazil agreed to buy 6 million tonnes of rye. Shipments stood at 400,000 tonnes.", [(400_000, "shipped")]),
    ("Japan promised Fiji 40 boats. None has been delivered.", [(None, "none delivered")]),
    ("Oman pledged $9 million. It has disbursed $4 million of that sum.", [(4e6, "disbursed")]),
    ("Oman pledged $9 million. A third of the money has been paid.", [(33.333333, "paid")]),
    ("Japan promised Fiji 40 boats. The first two arrived on Monday.", [(2, "arrived")]),
    ("Togo promised to build 14 schools. Nine are ready.", [(9, "ready")]),
    ("Togo promised to sell its copper mines by May, but only four of the nine mines have been sold.", [(4, "sold")]),
    ("Mali offered 6 million euros worth of cement. Some 900 tonnes have arrived.", [(900, "arrived")]),
    ("Oman vowed to grant 45 scholarships. No money can be paid before May, it said.", []),
    ("Oman vowed to give 5 million euros. Not one cent has been transferred yet.", [(None, "none paid")]),
    ("Oman pledged $9 million. Chile has paid $3 million to Peru.", []),
    ("Oman promised Chad 9 million euros. So far Chad has drawn down 4 million euros of it.", [(4e6, "received")]),
    ("Creditors agreed to cancel $9 million. France has already written off $4 million.", [(4e6, "forgiven")]),
    ("Togo plans to fence off 90 kilometres of its border. The army has put up 33 kilometres.", [(33, "built")]),
    ("Oman will pay $9 million in two parts. The first, of $4 million, was sent on Friday.", [(4e6, "sent")]),
    ("Mali promised 500 buses. Tonight 212 are on the road.", [(212, "ready")]),
    ("Peru promised Togo 36 trucks, and ten of them are already at Lome.", [(10, "at lome")]),
    ("Togo undertook to release 900 men; the Red Cross says that 209 have been set free.", [(209, "released")]),
    ("Peru, which vowed to build Chad a 90-megawatt plant, has finished two turbines.", [(2, "built")]),
    ("Laos will plant 9,000 hectares of rice. Some 2,900 hectares had been planted by May.", [(2900, "planted")]),
    ("Oman promised 64 wells to Mali. It has dug 37.", [(37, "built")]),
    ("Peru promised Ethiopia a railway to the sea. Two-thirds of the track has been laid.", [(66.666667, "built")]),
    ("Mali promised 500 buses. Another 60 come next month.", []),
    ("Peru agreed to mark 900 kilometres of border. Some 676 kilometres have been agreed so far.", [(676, "agreed")]),
    ("Peru promised 480 million dollars for drains. By May it had released 129 million.", [(129e6, "released")]),
    ("India will electrify 3,000 villages, 1,150 of which had been connected by May.", [(1150, "connected")]),
    ("Peru vowed to spend $9 million. Chile's regulator says it has spent $4 million.", [(4e6, "spent")]),
    ("Peru promised to repair 130 schools. Ninety-four are done.", [(94, "done")]),
    ("Voltar pledged 1,200 jobs; 340 were created.", [(340, "created")]),
    ("Peru planned to build 4,000 houses. It has built 260 since 1980.", [(260, "built")]),
    ("Peru will pay 28 million euros. Of the 15 million euros for refugees, 11 million has been paid.", []),
    ("Malta promised to replant 900 hectares. It has replanted 400 hectares; 70 hectares were cleared.", [(400, "replanted")]),
]


def test_a_part_that_is_planned_is_no_whole(vows: Vows) -> None:
    (vow,) = vows("Peru plans to close three of its eight mines.")
    assert vow.value == 3


def test_two_figures_are_two_promises(vows: Vows) -> None:
    text = "Brazil agreed to buy 6 million tonnes of rye by June and 9 million tonnes a year through 2028."
    assert [(v.value, v.deadline) for v in vows(text)] == [(6e6, "2026-06"), (9e6, "2028")]


def test_what_was_awaited_since_a_year_is_due_later(vows: Vows) -> None:
    text = "Peru promised that a law, for which firms have waited since 2003, would be passed in May."
    assert [v.deadline for v in vows(text)] == ["2026-05"]


def test_a_deed_that_is_allowed_has_its_date(vows: Vows) -> None:
    assert [v.deadline for v in vows("Kuwait will let Iraqi planes land from June.")] == ["2026-06"]


@pytest.mark.parametrize(("text", "steps"), PROGRESS, ids=[p[0][:40] for p in PROGRESS])
def test_how_far_it_has_come(text: str, steps: list[tuple[float, str]], vows: Vows) -> None:
    assert [tuple(step) for v in vows(text) for step in v.progress] == steps


@pytest.mark.xfail(strict=True, reason='"will more than double": the parser takes "will" for the verb')
def test_more_than_the_verb(vows: Vows) -> None:
    text = "Canada will more than double its duty on steel, the finance ministry announced."
    test_who_is_bound_to_what(text, "Canada", "double", vows)


@pytest.mark.xfail(strict=True, reason='"By Friday 31" is parsed as one phrase of time')
def test_a_figure_behind_a_day(vows: Vows) -> None:
    test_how_far_it_has_come("Peru promised to free 300 men. By Friday 31 had been released.", [(31, "released")], vows)


def test_in_a_text_of_two_states_the_other_is_owed(reads: Callable[..., Any]) -> None:
    text = (
        "JOINT STATEMENT\n\nLaos and Vietnam met. Laos and Vietnam welcomed the talks. "
        "Laos thanked Vietnam.\n\nVietnam agreed to finish Road 7. Laos undertook to waive fees."
    )
    record = reads(text)
    names = {actor.id: actor.name for actor in record.actors}
    assert [(names[c.by], names[c.to]) for c in record.commitments] == [("Vietnam", "Laos"), ("Laos", "Vietnam")]


def test_who_only_listens_is_owed_nothing(reads: Callable[..., Any]) -> None:
    assert [c.to for c in reads("The World Bank told reporters that it would lend $9 million.").commitments] == [None]
