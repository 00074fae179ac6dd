"""Judgements: by keyboard, by form, without scripts; the machine's value stays beside."""

from __future__ import annotations

import pytest
from selenium.webdriver import ActionChains, Chrome

from readout.dossier import Dossier

from .browser import complaints, followed, one, several, until
from .serving import Served, Visitor


def press(browser: Chrome, keys: str) -> None:
    ActionChains(browser).send_keys(keys).perform()


def actions(dossier: Dossier, document: str = "1") -> list[tuple[str, str]]:
    return [(one.action, one.item) for one, _ in dossier.judgements(dossier.find(document))]


def focused(browser: Chrome) -> str:
    return str(browser.execute_script("return document.activeElement.id"))


def test_the_queue_goes_by_keyboard(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/review?kind=statement&documents=1")
    ids = [turn.get_attribute("id") for turn in several(editor, "[data-turn]")]
    assert len(ids) == 6
    press(editor, "j")
    until(editor, lambda browser: focused(browser) == ids[0])
    press(editor, "jjk")
    until(editor, lambda browser: focused(browser) == ids[1])
    for key, verdict, action in (
        ("a", "accepted", "accept"),
        ("x", "rejected", "reject"),
        ("u", "unsure", "unsure"),
    ):
        judged, following = ids.index(focused(editor)), ids.index(focused(editor)) + 1
        press(editor, key)
        until(editor, lambda browser, at=following: focused(browser) == ids[at])
        assert verdict in one(editor, f"[id='{ids[judged]}'] .verdict-mark").text
        assert actions(site.dossier)[-1] == (action, str(ids[judged]).rpartition("-")[2])
    assert complaints(editor) == []


def test_a_comment_by_keyboard(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/review?kind=statement&documents=1")
    press(editor, "jc")
    until(editor, lambda browser: browser.switch_to.active_element.tag_name == "textarea")
    press(editor, "heard on the radio: jjax?")
    one(editor, "[data-turn] button[value=comment]").click()
    until(editor, lambda browser: "heard on the radio: jjax?" in one(browser, ".history").text)
    assert "ana" in one(editor, ".history").text
    assert [action for action, _ in actions(site.dossier)] == ["comment"]


def test_taking_back_by_keyboard(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/review?kind=statement&documents=1")
    press(editor, "ja")
    until(editor, lambda browser: several(browser, ".history"))
    judged = one(editor, "[data-turn]:has(.history)").get_attribute("id")
    press(editor, "k")
    until(editor, lambda browser: focused(browser) == judged)
    press(editor, "z")
    until(editor, lambda browser: several(browser, ".history .undone"))
    assert [action for action, _ in actions(site.dossier)] == ["accept", "undo"]
    assert several(editor, ".verdict-mark") == []


def test_a_correction_stands_beside_the_machines_value(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/texts/1/statement/s5")
    field = one(editor, "input[name='value-source']")
    assert field.get_attribute("value") == "Kim Oh"
    field.clear()
    field.send_keys("Emil Sato")
    one(editor, "button[name=field][value=source]").click()
    until(editor, lambda browser: several(browser, ".beside"))
    beside = one(editor, ".beside").text
    assert "the machine read “Kim Oh”" in beside and "ana says “Emil Sato”" in beside and "UTC" in beside
    editor.get(f"{site.base}/texts/1")
    assert one(editor, "#s5 .who strong").text == "Emil Sato"
    assert "the machine read “Kim Oh”" in one(editor, "#s5 .beside").text


def test_one_form_holds_the_verdicts_of_all_cards_of_a_text(chrome: Chrome, site: Served) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(f"{site.base}/texts/1")
        followed(chrome, one(chrome, "#s4 button[aria-label=Unsure]"))
        assert actions(site.dossier) == [("unsure", "s4")]
        assert "unsure" in one(chrome, "#s4 .verdict-mark").text
        assert len(several(chrome, "main form, aside form")) == 0
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("verdict", ["statement", "statement s1", "statement s1 burn", "ship s1 accept", " "])
def test_a_verdict_that_is_none_is_refused(visitor: Visitor, verdict: str) -> None:
    fields = {"token": visitor.token(), "document": "1", "verdict": verdict}
    assert visitor.post("/judge", fields).status in (400, 404)


def test_judging_needs_no_script(chrome: Chrome, site: Served) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(f"{site.base}/review?kind=statement&documents=1")
        followed(chrome, one(chrome, "[id='1-statement-s4'] button[value=reject]"))
        assert "/review?kind=statement&documents=1" in chrome.current_url
        assert actions(site.dossier) == [("reject", "s4")]
        chrome.get(f"{site.base}/texts/1")
        assert several(chrome, "#s4") == [] and "statement s4" in one(chrome, "aside .plain-list").text
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize(
    ("kind", "item", "field", "value", "kept"),
    [
        ("statement", "s1", "said", "denied", "denied"),
        ("statement", "s2", "when", "2026-03", "2026-03"),
        ("statement", "s2", "topics", "ships, peace", ["ships", "peace"]),
        ("statement", "s2", "addressee", "", None),
        ("amount", "q2", "value", "3,500", 3500.0),
        ("when", "w2", "edtf", "2026-06", "2026-06"),
        ("commitment", "c1", "by", "Peru", "Peru"),
        ("actor", "a3", "name", "Kim Oh Jr", "Kim Oh Jr"),
        ("topic", "t1", "label", "fleets", "fleets"),
    ],
)
def test_what_may_be_corrected(
    visitor: Visitor, site: Served, kind: str, item: str, field: str, value: str, kept: object
) -> None:
    answer = visitor.judge(kind, item, "", field=field, **{f"value-{field}": value})
    assert answer.status == 200
    ((made, _),) = site.dossier.judgements(site.dossier.find("1"))
    assert (made.action, made.field, made.value, made.who) == ("correct", field, kept, "ana")
    assert visitor.get(f"/texts/1/{kind}/{item}").status == 200


def test_two_names_of_one_person_are_merged(visitor: Visitor, site: Served) -> None:
    body = visitor.get("/texts/1/actor/a3").body
    assert '<option value="0-8:Ada Ruiz">Ada Ruiz</option>' in body
    assert visitor.judge("actor", "a3", "", field="merge", **{"value-merge": "0-8:Ada Ruiz"}).status == 200
    names = [actor.name for actor in site.dossier.record(site.dossier.find("1")).actors]
    assert names == ["Ada Ruiz", "Emil Sato", "Chile"]
    assert "the same as “Ada Ruiz”" in visitor.get("/texts/1/actor/a3").body


def test_one_name_of_two_people_is_split(visitor: Visitor, site: Served) -> None:
    places = [one.start for one in site.dossier.record(site.dossier.find("1")).actors[1].mentions]
    assert f'value="{places[1]}-{places[1] + 4}:Sato"' in visitor.get("/texts/1/actor/a2").body
    told = {"value-split": "Rui Sato", "mention": f"{places[1]}-{places[1] + 4}:Sato"}
    assert visitor.judge("actor", "a2", "", field="split", **told).status == 200
    names = {actor.name: len(actor.mentions) for actor in site.dossier.record(site.dossier.find("1")).actors}
    assert (names["Emil Sato"], names["Rui Sato"]) == (1, 1)
    assert "apart as Rui Sato" in visitor.get("/texts/1/actor/a2").body


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "applaud"},
        {"action": "comment"},
        {"kind": "poem", "action": "accept"},
        {"item": "s99", "action": "accept"},
        {"document": "99", "action": "accept"},
        {"field": "said", "value-said": "perhaps"},
        {"field": "when", "value-when": "someday"},
        {"field": "id", "value-id": "s9"},
        {"kind": "amount", "item": "q1", "field": "value", "value-value": "many"},
        {"kind": "actor", "item": "a1", "field": "merge", "value-merge": "nobody"},
        {"kind": "actor", "item": "a1", "field": "split", "value-split": "Rui"},
        {"kind": "actor", "item": "a1", "field": "split", "value-split": "", "mention": "0-8:Ada Ruiz"},
    ],
)
def test_what_is_no_judgement_is_told_and_changes_nothing(
    visitor: Visitor, site: Served, fields: dict[str, str]
) -> None:
    form = {"token": visitor.token(), "document": "1", "kind": "statement", "item": "s1"} | fields
    answer = visitor.post("/judge", form)
    assert answer.status in (400, 404) and 'class="wrong"' in answer.body
    assert site.dossier.judgements(site.dossier.find("1")) == []


def test_a_fault_in_the_queue_is_said_and_the_card_stays(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/texts/1/statement/s2")
    field = one(editor, "input[name='value-when']")
    field.clear()
    field.send_keys("someday")
    one(editor, "button[name=field][value=when]").click()
    until(editor, lambda browser: "is no date" in one(browser, "#said").text)
    assert several(editor, "[data-turn]") and site.dossier.judgements(site.dossier.find("1")) == []


def test_other_pages_follow_the_judgements(visitor: Visitor) -> None:
    visitor.judge("commitment", "c1", "reject")
    assert "No promise was found" in visitor.get("/ledger?text=1").body
    visitor.judge("event", "e1", "reject")
    assert "No event was found" in visitor.get("/timeline?text=1").body
    assert "2 of" in visitor.get("/").body
