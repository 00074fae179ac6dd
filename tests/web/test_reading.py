"""The reader in a real Chromium: highlights, permalinks, layers, citations."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

from readout.web.citing import permalink

from .browser import complaints, followed, one, several, text, until
from .conftest import EMOJI
from .serving import Served, Visitor

SELECT = """
const [from, to] = arguments, walker = document.createTreeWalker(document.querySelector('main.text'), NodeFilter.SHOW_TEXT);
const range = document.createRange();
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (!range.begun && node.data.includes(from)) { range.setStart(node, node.data.indexOf(from)); range.begun = true; }
  if (range.begun && node.data.includes(to)) { range.setEnd(node, node.data.indexOf(to) + to.length); break; }
}
const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
"""


def test_every_highlight_stands_on_its_characters(reader: Chrome, standing: Served) -> None:
    record = standing.dossier.record(standing.dossier.find("2"))
    reader.get(f"{standing.base}/texts/2")
    for statement in record.statements:
        assert text(reader, f"main .of-{statement.id}.told") == "".join(
            part.exact for part in statement.content
        )
        assert text(reader, f"main .of-{statement.id}.source") == statement.source.anchor.exact  # type: ignore[union-attr]
    assert complaints(reader) == []


def test_the_whole_text_is_there_and_nothing_else(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/2")
    script = """return [...document.querySelectorAll('main p[data-start]')].map(p => {
      const copy = p.cloneNode(true); copy.querySelectorAll('.lead').forEach(e => e.remove()); return copy.textContent })"""
    assert reader.execute_script(script) == EMOJI.split("\n")


@pytest.mark.parametrize(
    ("first", "last", "exact"),
    [
        ("crew", "safe", "crew 👩‍🚀 is safe"),
        ("🚢🚢", "𝔏ima", "🚢🚢 Port of 𝔏ima"),
        ("🧑🏽‍✈️", "left", "🧑🏽‍✈️ left"),
        ("Sato", "40 ships", "Sato said 40 ships"),
        ("café", "café", "café"),
    ],
)
def test_selected_words_have_an_address(
    reader: Chrome, standing: Served, first: str, last: str, exact: str
) -> None:
    reader.get(f"{standing.base}/texts/2")
    reader.execute_script(SELECT, first, last)
    until(reader, lambda browser: several(browser, "#cite-link"))
    followed(reader, one(reader, "#cite-link"))
    start = EMOJI.index(exact)
    assert f"at={start}-{start + len(exact)}" in reader.current_url
    assert text(reader, "main .here") == exact


def test_a_selection_over_paragraphs_has_an_address(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/2")
    reader.execute_script(SELECT, "sailed", "café")
    until(reader, lambda browser: several(browser, "#cite-link"))
    followed(reader, one(reader, "#cite-link"))
    assert "at=" in reader.current_url
    assert text(reader, "main .here") == "sailed.The café"


def test_each_sentence_has_a_permalink(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/2")
    one(reader, "#show-sentence").click()
    links = several(reader, "main a.pilcrow")
    assert len(links) == 5
    until(reader, lambda _: links[2].is_displayed())
    followed(reader, links[2])
    assert text(reader, "main .here") == "Emil Sato said 40 ships sailed."


def test_a_permalink_whose_words_are_gone_is_shown_as_lost(guest: Visitor, standing: Served) -> None:
    document = standing.dossier.record(standing.dossier.find("2")).document
    link = permalink(document, document.anchor(0, 7)).removesuffix("#here")
    assert "no longer stand there" not in guest.get(link).body
    changed = guest.get(link.replace("at=0-7", "at=1-8")).body
    assert "no longer stand there" in changed and 'class="told here' not in changed
    for at in ("9-3", "0-99999", "x", "٣-٤", "-", "1" * 30 + "-" + "2" * 30):
        assert guest.get(f"/texts/2?at={quote(at)}").status in (200, 400)


def test_layers_are_switched_and_live_in_the_address(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/1")
    style = "return getComputedStyle(document.querySelector('main .amount')).borderBottomWidth"
    assert reader.execute_script(style) == "2px"
    one(reader, "#show-amount").click()
    until(reader, lambda browser: browser.execute_script(style) == "0px" and "amount" in browser.current_url)
    reader.refresh()
    assert not one(reader, "#show-amount").is_selected() and reader.execute_script(style) == "0px"


def test_a_quotation_is_copied_with_its_citation(reader: Chrome, standing: Served) -> None:
    origin = {"origin": standing.base, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    reader.execute_cdp_cmd("Browser.grantPermissions", origin)
    reader.get(f"{standing.base}/texts/1")
    one(reader, "#s3 button.copy").click()
    until(reader, lambda browser: one(browser, "#said").text == "Copied")
    copied = str(reader.execute_async_script("navigator.clipboard.readText().then(arguments[0])"))
    assert copied.startswith(
        "“They sail <b>soon</b> & in peace,” … “or never.” (Ada Ruiz, in: “Ships & <script>"
    )
    assert "The Paper, 2026-03-02, https://paper.example/ships#:~:text=" in copied


def test_the_original_is_linked_with_a_text_fragment(guest: Visitor) -> None:
    body = guest.get("/texts/1").body
    assert 'href="https://paper.example/ships#:~:text=that%2040%20ships%20would%20sail"' in body


def test_residue_and_unread_places_can_be_seen(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/1")
    one(reader, "details.removed summary").click()
    until(reader, lambda browser: "Continue with Google" in one(browser, "details.removed").text)
    assert "a quotation mark is never closed" in reader.page_source


def test_the_mark_and_the_card_lead_to_each_other(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/1")
    one(reader, "#at-s4").click()
    until(reader, lambda browser: browser.current_url.endswith("#s4"))
    outline = "return getComputedStyle(document.querySelector('main .of-s4.told-silent')).outlineStyle"
    until(reader, lambda browser: browser.execute_script(outline) == "solid")
    one(reader, "#s4 .back").click()
    until(reader, lambda browser: browser.current_url.endswith("#at-s4"))


def test_versions_and_their_difference(guest: Visitor, standing: Served) -> None:
    newest = guest.get("/texts/4")
    assert "version 2 of 2" in newest.body
    assert "There is a newer version of this text" in guest.get("/texts/3").body
    changes = guest.get("/texts/4/changes").body
    assert "<del>two</del><ins>three</ins>" in changes


def test_bytes_come_as_they_came_in_and_cannot_run(guest: Visitor) -> None:
    answer = guest.get("/texts/2/bytes")
    assert answer.body == EMOJI
    assert (
        "attachment" in answer.headers["content-disposition"]
        and "emoji.txt" in answer.headers["content-disposition"]
    )
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert guest.get("/texts/1/bytes").status == 404


@pytest.mark.parametrize("name", ["9", "nothing", "https://paper.example/none", "0"])
def test_a_text_that_is_not_there(guest: Visitor, name: str) -> None:
    assert guest.get(f"/texts/{name.replace('/', '%2F')}").status == 404


def test_the_first_page_lists_texts_and_progress(reader: Chrome) -> None:
    titles = [link.text for link in several(reader, "table.list a.title")]
    assert titles == ["Ships & <script>alert(1)</script> promises", "Emoji & astral", "Ships sail"]
    assert "0 of" in one(reader, "header.head").text and several(reader, "progress")
    assert complaints(reader) == []


def test_keys_walk_over_the_cards_and_help_is_there(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/1")
    ActionChains(reader).send_keys("jj").perform()
    until(reader, lambda browser: browser.switch_to.active_element.get_attribute("id") == "s2")
    ActionChains(reader).send_keys("k?").perform()
    until(reader, lambda browser: one(browser, "dialog#keys").is_displayed())
    ActionChains(reader).send_keys(Keys.ESCAPE).perform()
    until(reader, lambda browser: not one(browser, "dialog#keys").is_displayed())


def test_the_first_keys_skip_to_the_text_and_to_what_was_found(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/texts/1")
    skips = [(link.get_attribute("href").rpartition("#")[2]) for link in several(reader, "body > a.skip")]
    assert skips == ["main", "found"]


def test_paper_is_white_whatever_the_screen_is(reader: Chrome, standing: Served) -> None:
    dark = {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    reader.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    try:
        reader.get(f"{standing.base}/texts/1")
        colour = "return getComputedStyle(document.querySelector('.told')).backgroundColor"
        assert reader.execute_script(colour) == "rgb(223, 240, 226)"
    finally:
        reader.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def test_reading_needs_no_script(chrome: Chrome, standing: Served) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(f"{standing.base}/texts/1")
        assert "told Emil Sato on Monday" in chrome.find_element(By.CSS_SELECTOR, "main").text
        one(chrome, "#at-s4").click()
        until(chrome, lambda browser: browser.current_url.endswith("#s4"))
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
