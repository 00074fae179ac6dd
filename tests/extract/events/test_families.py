"""Families of news sentences: one act told in many ways, and what looks like it and is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]

TRIGGERS = [
    # idioms of blame, force, retreat
    ("Kenya took Uganda to task over the delay.", {"ACCUSE"}),
    ("Chad laid the blame at Libya's door.", {"ACCUSE"}),
    ("Soldiers roughed up two reporters.", {"ASSAULT"}),
    ("The air force struck at rebel camps.", {"ASSAULT"}),
    ("Militiamen drove thousands of farmers from their homes.", {"COERCE"}),
    ("Crowds jeered the president.", {"PROTEST"}),
    ("A man threw eggs at the mayor of Lyon.", {"PROTEST"}),
    ("The truce took effect on Friday.", {"RETREAT"}),
    ("The junta gave the strikers two days to return.", {"THREATEN"}),
    ("The two ministers will meet in Oslo next week.", {"CONSULT"}),
    ("The president dined with the pope.", {"CONSULT"}),
    ("Peru and Chile signed a pact.", {"AGREE"}),
    ("Malta denied that it had turned away a boat of migrants.", {"REJECT"}),
    # ships, seizures, searches
    ("Libya's navy intercepted a Maltese boat on Tuesday.", {"COERCE"}),
    ("Coast guards boarded the vessel at dawn.", {"COERCE"}),
    ("The Star of Limerick was boarded at dawn.", {"COERCE"}),
    ("The seizure of two Latvian ships by Estonia caused alarm.", {"COERCE"}),
    ("Latvian coast guards escorted the ship to Ventspils.", {"COERCE"}),
    ("Four sailors were marched off the ship at gunpoint.", {"COERCE"}),
    ("The editor was led away in handcuffs.", {"COERCE"}),
    ("Switzerland has frozen 40 million francs belonging to the former president of Tunisia.", {"COERCE"}),
    ("Inspectors from the fisheries agency carried out an inspection of a trawler.", {"ACCUSE"}),
    # courts and cases
    ("The court ordered the ministry to pay the widow 20,000 euros.", {"REQUEST"}),
    ("The case that Gambia filed against Myanmar has not been heard.", {"ACCUSE"}),
    ("Bangladesh brought a case against Myanmar in The Hague.", {"ACCUSE"}),
    # money and debts
    ("Japan wrote off debts of 300 million yen owed by Laos.", {"AID"}),
    ("The African Development Bank approved $90 million for Malawi.", {"AID"}),
    ("The IMF released $200 million to Zambia.", {"AID"}),
    # trade measures
    ("Canada will more than double its duty on steel on May 6.", {"SANCTION"}),
    ("Canada hit back with duties on American steel.", {"SANCTION"}),
    ("Mexico is weighing a ban on American corn.", {"SANCTION"}),
    ("Kuwait stopped issuing visas to Filipinos.", {"SANCTION"}),
    ("The council stripped Libya of its seat.", {"SANCTION"}),
    # talks and offers
    ("Ghana sought consultations with China at the World Trade Organization.", {"CONSULT"}),
    ("Turkey proposed a joint patrol to Greece.", {"REQUEST"}),
    ("Chile offered Peru a share of the gas.", {"AGREE"}),
    ("The two ministers shook hands on a deal.", {"AGREE"}),
    ("Togo has signed up to the treaty.", {"AGREE"}),
    # protest and force
    ("Thousands of nurses walked out over pay.", {"PROTEST"}),
    ("Iran test-fired a missile on Sunday.", {"MOBILIZE"}),
    ("South Korea scrambled fighter jets.", {"MOBILIZE"}),
    ("The army commander vowed revenge on the rebels.", {"THREATEN"}),
    ("Azerbaijan gave Armenia until Friday to leave the village.", {"THREATEN"}),
]


@pytest.mark.parametrize(("text", "types"), TRIGGERS, ids=[t[0][:40] for t in TRIGGERS])
def test_what_kind_of_act(text: str, types: set[str], tells: Tells) -> None:
    assert types <= {e.type for e in tells(text)}


QUIET = [
    "The ministry will not release the documents.",
    "She said the archive would release the tapes next month.",
    "Brazil supplies a third of the country's sugar.",
    "The farmers have never sold their land.",
    "He had been told by guards to leave.",
    "The crowd hailed a taxi.",
    "The wounded were treated at a clinic.",
    "The fishermen were treated as guests.",
    "The minister conceded that prices were too high.",
    "They called him a fool.",
    "A diplomat briefed on the plan left early.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_an_act(text: str, tells: Tells) -> None:
    assert tells(text) == []


REPORTED = [
    "The general told the president that rebels attacked the town.",
    "Peru warned Chile that smugglers fired on a boat.",
    "“My clients were punished for a fridge,” she told the minister.",
]


@pytest.mark.parametrize("text", REPORTED)
def test_who_tells_what_was_done_threatens_nobody(text: str, tells: Tells) -> None:
    assert not [e for e in tells(text) if e.type == "THREATEN"]


def test_what_is_done_beside_saying_is_the_speakers(tells: Tells) -> None:
    text = "Peru ruled the sale out, saying Chile could not afford to lose it, and offered the farmers land."
    assert [set(e.actors) for e in tells(text) if e.type == "AGREE"] == [{"Peru"}]


ROLES = [
    ("Denmark and Sweden traded accusations over the cable.", "ACCUSE", {"Denmark", "Sweden"}, set()),
    ("Kenya and Uganda exchanged barbs about the dam.", "ACCUSE", {"Kenya", "Uganda"}, set()),
    ("Azerbaijan accused Armenia of shelling a village.", "ASSAULT", {"Armenia"}, None),
    ("Japan wrote off debts of 300 million yen owed by Laos.", "AID", {"Japan"}, {"Laos"}),
    ("Iran test-fired a missile on Sunday.", "MOBILIZE", {"Iran"}, None),
    ("The minister, it went on, assured the mayor that the road would be built.", "AGREE", {"minister"}, {"mayor"}),
    ("Germany delivered 18 of the 30 tanks it promised to Ukraine.", "AID", {"Germany"}, {"Ukraine"}),
    ("Japan asked Laos for sand. Laos rejected the request.", "REJECT", {"Laos"}, {"Japan"}),
    ("Norway told Malawi that it would send doctors.", "AID", {"Norway"}, {"Malawi"}),
    ("Seoul said it had agreed with Jakarta to build two ships.", "AGREE", {"South Korea", "Indonesia"}, set()),
    ("Iran said it was prepared to free the crew.", "AGREE", {"Iran"}, None),
    ("Serbia was promised a loan by China.", "AGREE", {"China"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), ROLES, ids=[r[0][:40] for r in ROLES])
def test_who_does_it_to_whom(
    text: str, type_: str, actors: set[str], recipients: set[str] | None,
    tells: Tells,
) -> None:  # fmt: skip
    told = next((e for e in tells(text) if e.type == type_), None)
    assert told is not None
    assert told.actors == actors
    assert recipients is None or told.recipients == recipients


STATUS = [
    ("Rwanda is to send 300 troops to Mozambique.", "MOBILIZE", "planned"),
    ("The committee is supposed to meet the king.", "CONSULT", "planned"),
    ("Mexico is weighing a ban on American corn.", "SANCTION", "possible"),
    ("Spain may expel the envoy.", "SANCTION", "possible"),
    ("Neither side fired a shot.", "ASSAULT", "negated"),
    ("Neither Ghana nor Togo attacked Benin.", "ASSAULT", "negated"),
    ("Not one of the shells hit Malta.", "ASSAULT", "negated"),
    ("The gunmen killed no one.", "ASSAULT", "negated"),
    ("The rebels freed no one but shelled the camp.", "ASSAULT", "happened"),
    ("Police arrested nobody at the rally.", "COERCE", "negated"),
    ("Nothing was seized by the police.", "COERCE", "negated"),
    ("Kenya closed the border instead of attacking Uganda.", "ASSAULT", "negated"),
    ("Rather than invade Togo, Ghana closed the border.", "ASSAULT", "negated"),
    ("Chile has yet to recall its ambassador from Peru.", "SANCTION", "negated"),
    ("Hardly a shot was fired by the militia.", "ASSAULT", "negated"),
    ("The guards refrained from firing on the crowd.", "ASSAULT", "negated"),
    ("Sudan decided against expelling the envoys.", "SANCTION", "negated"),
    ("Not all of the hostages were freed by the rebels.", "RETREAT", "happened"),
    ("Not only did Peru attack Chile, it expelled the envoy.", "ASSAULT", "happened"),
    ("Norway told reporters it would expel the envoy.", "SANCTION", "planned"),
]


@pytest.mark.parametrize(("text", "type_", "status"), STATUS, ids=[s[0][:40] for s in STATUS])
def test_whether_it_happened(text: str, type_: str, status: str, tells: Tells) -> None:
    assert [e.status for e in tells(text) if e.type == type_] == [status]


UNTOLD_BEFORE = [
    # blame, protest notes, envoys called in
    ("The mayor of Riga blamed the ferry company for the delay.", "ACCUSE"),
    ("Oman called in the consul of Ghana over the leak.", "ACCUSE"),
    ("Yemen lodged sharp representations with Oman.", "ACCUSE"),
    ("Togo lodged what it termed a solemn complaint with Benin.", "ACCUSE"),
    # appeals and requests
    ("Jamaica has appealed for tents and water pumps.", "REQUEST"),
    ("Fiji has asked to be heard by the tribunal.", "REQUEST"),
    ("Kosovo has asked to join the talks.", "REQUEST"),
    ("Timor applied for membership in May.", "REQUEST"),
    ("Tuvalu applied to join the bank.", "REQUEST"),
    # what is turned down
    ("The governor of Jalisco dismissed that account as gossip.", "REJECT"),
    ("Latvia has never accepted the treaty.", "REJECT"),
    ("Estonia did not recognise the court.", "REJECT"),
    ("Cyprus ruled out any return of the ships.", "REJECT"),
    ("Nauru tore up the treaty with Fiji.", "REJECT"),
    # troops and guns on the move
    ("Eritrea has massed 6,000 men along the river.", "MOBILIZE"),
    ("Chile sent a frigate to the strait.", "MOBILIZE"),
    ("Asked whether Ghana would send warships, an aide smiled.", "MOBILIZE"),
    ("Chad conscripted two thousand men.", "MOBILIZE"),
    ("Iran will restart its reactor in June.", "MOBILIZE"),
    ("Some 200 Ugandan soldiers had left the valley by dawn.", "RETREAT"),
    ("Chad is to withdraw its heavy guns from the town by June 8.", "RETREAT"),
    ("Chad brought its troops home.", "RETREAT"),
    ("Iran froze its reactor under the accord.", "RETREAT"),
    ("Sudan has disbanded its militias.", "RETREAT"),
    # force
    ("A clerk was dragged across the yard and beaten.", "COERCE"),
    ("Two sailors were bundled into a van.", "COERCE"),
    ("Guards hauled the editor off at noon.", "COERCE"),
    ("Three guards were sent home for theft.", "SANCTION"),
    ("Japan suspended its share of the payments.", "SANCTION"),
    ("Canada barred Maltese lorries from its roads.", "SANCTION"),
    ("Qatar warned that it could resume the boycott.", "THREATEN"),
    ("Norway warned that it would deploy frigates.", "THREATEN"),
    # streets, signatures, awards
    ("The archbishop called his followers onto the streets.", "PROTEST"),
    ("Truckers barricaded the port of Lagos.", "PROTEST"),
    ("The rebels and the army of Chad signed a truce on Monday.", "AGREE"),
    ("The treasury of Malawi will sign the loan.", "AGREE"),
    ("The envoy of Gabon accepted at once.", "AGREE"),
    ("The tribunal awarded the islet to Gabon.", "CONCEDE"),
]


@pytest.mark.parametrize(("text", "type_"), UNTOLD_BEFORE, ids=[u[0][:40] for u in UNTOLD_BEFORE])
def test_verbs_told_in_ways_of_their_own(text: str, type_: str, tells: Tells) -> None:
    assert type_ in {e.type for e in tells(text)}


MERELY = [
    "The guard asked not to be named.",
    "The poet accepted the prize on Friday.",
    "The mayor accepts that prices are high.",
    "The sailors sent money home.",
    "The minister was asked whether the bridge was safe.",
]


@pytest.mark.parametrize("text", MERELY)
def test_what_only_looks_like_it(text: str, tells: Tells) -> None:
    assert tells(text) == []


TWO = [
    ("Peru and Chile met in Lima on Monday. Each side accused the other of delay.", "ACCUSE", {"Peru", "Chile"}),
    (
        "Kenya and Uganda held talks on Friday. Each government blamed the other for the fire.",
        "ACCUSE",
        {"Kenya", "Uganda"},
    ),
    ("Olga Berg and Chad's prime minister, Ali Issa, met in Oslo.", "CONSULT", {"Olga Berg", "Ali Issa"}),
    ("Her deputy, Jon Vik, said that Oslo would keep its word but ruled out loans.", "REJECT", {"Jon Vik"}),
]


@pytest.mark.parametrize(("text", "type_", "actors"), TWO, ids=[t[0][:40] for t in TWO])
def test_who_acts_together_or_beside(text: str, type_: str, actors: set[str], tells: Tells) -> None:
    assert any(e.type == type_ and set(e.actors) == actors for e in tells(text))


FRESH = [
    # protest by body, by noise, by what is left undone or put in the way
    ("Dockers formed a human chain around the ministry in Lima.", "PROTEST"),
    ("Nurses banged saucepans outside the parliament on Monday.", "PROTEST"),
    ("Two hundred welders walked off the job on Tuesday.", "PROTEST"),
    ("Herders rolled boulders across the road to the mine.", "PROTEST"),
    ("Three monks chained themselves to the gate of the embassy.", "PROTEST"),
    # force
    ("A grenade went off in a bus on Friday, wounding two.", "ASSAULT"),
    ("The trawler rammed a customs launch.", "ASSAULT"),
    ("Guards beat a carpenter and gave him electric shocks.", "ASSAULT"),
    ("Gunmen raked the minister's car with bullets.", "ASSAULT"),
    # coercion
    ("The junta put the port under a curfew.", "COERCE"),
    ("Malta sent back ninety migrants on Monday.", "COERCE"),
    ("The frigate took two dhows in tow.", "COERCE"),
    ("Agents bugged the office of the envoy.", "COERCE"),
    # retreat, help, movement of troops
    ("The king fled the country at night.", "RETREAT"),
    ("Chad threw its border open to the refugees.", "RETREAT"),
    ("The second Danish battalion left Mali on Sunday.", "RETREAT"),
    ("Medics handed out blankets to the villagers.", "AID"),
    ("Just 4 million euros had arrived by the end of May.", "AID"),
    ("The governor sent in two hundred policemen.", "MOBILIZE"),
    ("Kenya put four hundred soldiers on the border.", "MOBILIZE"),
    # talks, promises, demands, refusals
    ("The envoy brought the two generals together in Doha.", "CONSULT"),
    ("The premier saw the president at the airport.", "CONSULT"),
    ("Peru and Chile ended a third round of talks on Friday.", "CONSULT"),
    ("The two airlines have renewed their partnership.", "AGREE"),
    ("Uruguay called for the return of the sailors.", "REQUEST"),
    ("The ministry said in a statement that Peru had asked Chile for gas.", "REQUEST"),
    ("The mayor went back on his promise to the miners.", "REJECT"),
    ("Norway asked for a delay. Iceland declined.", "REJECT"),
    ("The opposition leader denounced the accord as a sellout.", "ACCUSE"),
    ("The senator called the general a traitor.", "ACCUSE"),
    ("The queen relieved the admiral of his command.", "SANCTION"),
    ("Canada will charge extra duties on shoes from Peru.", "SANCTION"),
    ("Qatar left OPEC in January.", "SANCTION"),
    ("Mali's rebels gave the king a week to dismiss his guard.", "THREATEN"),
    ("The three envoys put their names to the accord on Thursday.", "AGREE"),
    ("The governor's supporters burst into the parliament.", "PROTEST"),
    ("The king gave up the throne on Sunday.", "RETREAT"),
    ("Sudan ordered two charities out.", "COERCE"),
    ("Portugal will resettle two thousand Syrians.", "AID"),
    ("Chad sent another 1,700 men.", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "type_"), FRESH, ids=[f[0][:40] for f in FRESH])
def test_acts_by_their_idioms(text: str, type_: str, tells: Tells) -> None:
    assert type_ in {e.type for e in tells(text)}


STILL = [
    "The plan calls for forty clinics.",
    "The two teams will march under one flag.",
    "The trawler landed forty tons of cod.",
    "Exports declined by four percent.",
    "The scandal rocked the market.",
    "The queen saw a doctor on Monday.",
]


@pytest.mark.parametrize("text", STILL)
def test_the_same_words_without_the_act(text: str, tells: Tells) -> None:
    assert tells(text) == []


COMING = [
    ("The minister leaves for Oslo on Friday.", "CONSULT", "planned"),
    ("There is a rally at the consulate of Peru tomorrow.", "PROTEST", "planned"),
    ("The minister left for Oslo on Monday.", "CONSULT", "happened"),
]


@pytest.mark.parametrize(("text", "type_", "status"), COMING, ids=[c[0][:40] for c in COMING])
def test_what_lies_after_the_day_of_the_text(text: str, type_: str, status: str, tells: Tells) -> None:
    assert [e.status for e in tells(text) if e.type == type_] == [status]


WHERE = [
    ("Kenya sent troops to Somalia in May.", "MOBILIZE", "Somalia"),
    ("Police clashed with students in Kisumu, where crowds burned two buses.", "ASSAULT", "Kisumu"),
]


@pytest.mark.parametrize(("text", "type_", "place"), WHERE, ids=[w[0][:40] for w in WHERE])
def test_where_those_sent_go_and_what_a_clause_hangs_on(text: str, type_: str, place: str, tells: Tells) -> None:
    assert {e.where for e in tells(text) if e.type == type_} == {place}
