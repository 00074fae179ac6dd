"""People over all texts: the list and its filters, one of them, pairs by keyboard, splitting, taking back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys

from readout.dossier import Among, Somebody
from readout.model.actor import Actor
from readout.model.record import Record

from ..store.makers import record_of, source
from .browser import complaints, followed, one, several, text, until
from .serving import Served, Visitor
from .test_access import axe, findings, look

__all__ = ["axe"]
MACRON = "emmanuel macron"
TEXTS = (
    ("Tor Vik said the ships sail. Ola Vik said no. crew said nothing.", "2026-03-05"),
    ("Vik said perhaps. Reef Board said never.", "2026-03-06"),
    ("Tor Vik said it is done. Emmanuel Macron said yes.", "2026-04-01"),
)


def known(actor: Actor) -> Actor:
    facts = {
        "Tor Vik": {"country": "NOR", "offices": ("defence minister",)},
        "Ola Vik": {"country": "NOR"},
        "Reef Board": {"kind": "organization"},
        "crew": {"kind": "group"},
        "Emmanuel Macron": {"country": "FRA", "known_as": MACRON},
    }
    return replace(actor, **facts.get(actor.name, {}))  # type: ignore[arg-type]


@pytest.fixture
def peopled(site: Served) -> Served:
    """Three texts more: two of one surname, a surname alone, a body, a crew, one whom the facts know."""
    for number, (words, day) in enumerate(TEXTS):
        made = record_of(words, published=day, title=f"Report {number}")
        record: Record = replace(made, actors=tuple(known(actor) for actor in made.actors))
        site.dossier.add(record, source(words, f"{number}.txt"))
    return site


def vik(served: Served, name: str = "Vik") -> Somebody:
    return next(found for found in served.dossier.people() if found.name == name)


def press(browser: Chrome, keys: str) -> None:
    ActionChains(browser).send_keys(keys).perform()


def count(browser: Chrome, css: str) -> int:
    """How many there are, also while a page is on its way."""
    return int(browser.execute_script("return document.querySelectorAll(arguments[0]).length", css))


def words(browser: Chrome, css: str) -> str:
    return str(browser.execute_script("return document.querySelector(arguments[0])?.textContent", css))


def rows(browser: Chrome) -> list[str]:
    return [link.text for link in several(browser, "table.cast th[scope=row] a")]


def test_one_row_each_and_no_noise(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people")
    names = rows(chrome)
    assert len(names) == len(set(names)) and {"Tor Vik", "Ola Vik", "Vik", "Reef Board", "Chile"} <= {*names}
    assert "crew" not in names and names[0] == "Ada Ruiz"
    counts = [cell.text for cell in several(chrome, "table.cast tbody tr:first-child td.figure")]
    assert counts[0] == "3" and complaints(chrome) == []


def test_filters_live_in_the_address(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people?kind=organization")
    assert rows(chrome) == ["Reef Board"]
    chrome.get(f"{peopled.base}/people?kind=person&country=NOR")
    assert rows(chrome) == ["Tor Vik", "Ola Vik"]
    box = one(chrome, "input[name=words]")
    followed(chrome, box, "ola v*", Keys.ENTER)
    assert "words=ola" in chrome.current_url
    assert rows(chrome) == ["Ola Vik"] and "country=NOR" in chrome.current_url
    chrome.get(f"{peopled.base}/people?kind=country&country=NOR")
    assert "Nobody in this dossier meets these filters" in one(chrome, "main").text


def test_a_person_over_all_texts(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people")
    followed(chrome, one(chrome, "table.cast a[href$='" + vik(peopled, "Tor Vik").id + "']"))
    assert one(chrome, "h1").text == "Tor Vik"
    said = text(chrome, ".twin section:first-child")
    assert "the ships sail" in said and "it is done" in said and "perhaps" not in said
    assert "taken for one because of: full name, country" in one(chrome, "header.head").text
    followed(chrome, one(chrome, "a[href*='order=time']"))
    dates = [found.text for found in several(chrome, ".twin section:first-child time")]
    assert dates == ["2026-03-05", "2026-04-01"] and complaints(chrome) == []


def test_offices_of_the_facts_with_their_dates(guest: Visitor, peopled: Served) -> None:
    body = peopled.visitor.get(f"/people/{vik(peopled, 'Emmanuel Macron').id}").body
    assert "President of France, since 2017-05-14" in body and "<td>President of France</td>" in body


def test_pairs_are_decided_by_keyboard_and_taken_back(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people/{vik(peopled).id}")
    assert len(several(chrome, ".pairs [data-turn]")) == 2
    names = [found.text for found in several(chrome, ".pairs strong")]
    press(chrome, "j" * (names.index("Ola Vik (NOR)") + 1) + "x")
    until(chrome, lambda browser: count(browser, ".pairs [data-turn]") == 1)
    press(chrome, "a")
    until(chrome, lambda browser: words(browser, "h1") == "Tor Vik" and not count(browser, ".pairs"))
    assert peopled.dossier.somebody("Tor Vik").documents == 3
    assert "the same as “Tor Vik” in another text" in one(chrome, ".history").text
    press(chrome, "jjz")
    until(chrome, lambda _: peopled.dossier.somebody("Tor Vik").documents == 2)
    assert peopled.dossier.somebody("Tor Vik").documents == 2
    assert complaints(chrome) == []


def test_all_pairs_on_one_page(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people")
    followed(chrome, one(chrome, "a[href='/people/unsure']"))
    assert len(several(chrome, "[data-turn]")) == 2
    press(chrome, "x")
    until(chrome, lambda browser: count(browser, "[data-turn]") == 1)
    press(chrome, "x")
    until(chrome, lambda browser: "No pair is left open" in words(browser, "main"))


def test_split_and_join_by_hand(chrome: Chrome, peopled: Served) -> None:
    chrome.get(f"{peopled.base}/people/{vik(peopled, 'Tor Vik').id}")
    several(chrome, "input[name=text]")[1].click()
    followed(chrome, one(chrome, "form[action='/people/split'] button"))
    assert several(chrome, ".history")
    viks = peopled.dossier.people(Among(words="Tor Vik"))
    assert [found.documents for found in viks] == [1, 1]
    one(chrome, "input[name=other][list]").send_keys(
        viks[1].id if viks[1].id not in chrome.current_url else viks[0].id
    )
    followed(chrome, one(chrome, "form.filters button[value=accept]"))
    assert peopled.dossier.people_counted(Among(words="Tor Vik")) == 1


def test_without_scripts(chrome: Chrome, peopled: Served) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(f"{peopled.base}/people/unsure")
        followed(chrome, one(chrome, ".pairs button[value=accept]"))
        assert peopled.dossier.unsure_pairs() < 2
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_ways_to_somebody(peopled: Served) -> None:
    visitor, tor = peopled.visitor, vik(peopled, "Tor Vik")
    for path in (f"/people/{tor.id}", "/people?who=tor+vik", "/people?text=5&actor=a1"):
        assert "<h1>Tor Vik</h1>" in visitor.get(path).body
    assert "/people?text=5&amp;actor=a1" in visitor.get("/texts/5").body
    assert "<h1>Search</h1>" in visitor.get("/people?text=5&actor=a3").body
    for path in ("/people/i000000000000", "/people/x", "/people?who=nobody", "/people?text=99&actor=a1"):
        assert visitor.get(path).status == 404


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("tie", {"one": "Tor Vik", "other": "Ola Vik"}),
        ("tie", {"one": "Tor Vik", "other": "Tor Vik", "action": "accept"}),
        ("tie", {"one": "Tor Vik", "other": "", "action": "accept"}),
        ("tie", {"one": "Tor Vik", "other": "Nobody", "action": "accept"}),
        ("split", {"one": "Tor Vik"}),
        ("split", {"one": "Tor Vik", "text": "x"}),
        ("split", {"one": "Tor Vik", "text": "99"}),
    ],
)
def test_what_says_nothing_is_told_and_changes_nothing(
    peopled: Served, path: str, fields: dict[str, str]
) -> None:
    visitor = peopled.visitor
    answer = visitor.post(f"/people/{path}", fields | {"token": visitor.token()})
    assert answer.status in (400, 404) and 'class="wrong"' in answer.body
    assert visitor.post(f"/people/{path}", fields).status == 403
    assert peopled.dossier.judged() == []


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 520)], ids=["light", "dark"])
def test_the_pages_meet_wcag_and_fit(
    chrome: Chrome, peopled: Served, axe: str, dark: bool, width: int
) -> None:
    peopled.dossier.part(vik(peopled), vik(peopled, "Ola Vik"), who="ana")
    look(chrome, dark=dark, width=width)
    for path in ("", "/unsure", f"/{vik(peopled).id}", f"/{vik(peopled, 'Emmanuel Macron').id}"):
        chrome.get(f"{peopled.base}/people{path}")
        assert findings(chrome, axe) == []
        assert chrome.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_a_narrow_screen(chrome: Chrome, peopled: Served) -> None:
    size = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for path in ("", "/unsure", f"/{vik(peopled).id}", f"/{vik(peopled, 'Tor Vik').id}"):
            chrome.get(f"{peopled.base}/people{path}")
            assert chrome.execute_script("return document.documentElement.scrollWidth") <= 360
    finally:
        chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
