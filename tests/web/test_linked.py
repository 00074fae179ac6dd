"""Comparison, ledger, timeline, people."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from readout.dossier import new
from readout.model.account import (
    Account,
    Cell,
    Comparison,
    Conflict,
    Encounter,
    Evidence,
    Occasion,
    Row,
    Source,
)
from readout.web import linked
from readout.web.pages import compare

from .browser import complaints, followed, one, several, text, until
from .conftest import EMOJI
from .serving import Served, Visitor, served


@pytest.fixture
def compared(standing: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison made by hand: a contradiction, a silence, an agreement."""
    first, second = (standing.dossier.record(standing.dossier.find(number)).document for number in ("1", "2"))

    def told(document: object, words: str) -> Evidence:
        start = document.text.index(words)  # type: ignore[attr-defined]
        return Evidence(document.id, None, document.anchor(start, start + len(words)))  # type: ignore[attr-defined]

    left, right = told(first, "40 ships"), told(second, "🚢 crew 👩‍🚀")
    rows = (
        Row(
            "ships",
            "contradict",
            "They count otherwise.",
            (Cell("A", "said", (left,)), Cell("B", "said", (right,))),
            Conflict("amount", left, right),
        ),
        Row(
            "tons",
            "one-sided",
            "B is silent.",
            (
                Cell("A", "said", (told(first, "3 tons"),)),
                Cell("B", "silence reported", (told(second, "nobody"),)),
            ),
        ),
        Row(
            "café",
            "one-sided",
            "Only B.",
            (Cell("A", "not found"), Cell("B", "said", (told(second, "café"),))),
        ),
    )
    accounts = (Account("A", "Chile", "CHL", ("Ada Ruiz",)), Account("B", "Peru", "PER", ("Emil Sato",)))
    made = Comparison((Source(first.id), Source(second.id)), accounts, rows)
    monkeypatch.setattr(linked, "compared", lambda records: made)


@pytest.mark.usefixtures("compared")
@pytest.mark.parametrize(
    ("only", "labels"),
    [
        ("", ["ships", "tons", "café"]),
        ("contradictions", ["ships"]),
        ("silences", ["tons"]),
        ("shared", ["ships", "tons"]),
    ],
)
def test_filters_of_a_comparison_live_in_the_address(
    reader: Chrome, standing: Served, only: str, labels: list[str]
) -> None:
    reader.get(f"{standing.base}/compare?text=1&text=2&only={only}")
    found = [label.text.lstrip("0123456789").strip() for label in several(reader, ".row-label a")]
    assert found == labels
    assert one(reader, f"input[name=only][value='{only}']").is_selected()


@pytest.mark.usefixtures("compared")
def test_a_filter_is_chosen_by_hand(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/compare?text=1&text=2")
    one(reader, "input[value=contradictions]").click()
    one(reader, "input[name=account][value=B]").click()
    followed(reader, one(reader, "header form.filters button"))
    assert "only=contradictions" in reader.current_url and "account=A" in reader.current_url
    assert [cell.text for cell in several(reader, "table.rows thead th")] == ["Topic", "Chile"]


@pytest.mark.usefixtures("compared")
def test_a_click_shows_both_places(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/compare?text=1&text=2")
    several(reader, "a.quote")[0].click()
    until(reader, lambda browser: browser.current_url.endswith("#p1-A-0"))
    seen = """return [...document.querySelectorAll('.of-r1')].filter(e => getComputedStyle(e).outlineStyle === 'solid')
      .map(e => { const b = e.getBoundingClientRect(); return [e.textContent, b.top >= 0 && b.bottom <= innerHeight] })"""
    until(reader, lambda browser: browser.execute_script(seen) == [["40 ships", True], ["🚢 crew 👩‍🚀", True]])
    assert text(reader, "[aria-label='Text 2'] .of-r1.clash") == "🚢 crew 👩‍🚀"
    assert complaints(reader) == []


def test_each_cell_has_colour_icon_and_word(guest: Visitor, compared: None) -> None:
    body = guest.get("/compare?text=1&text=2").body
    for words in (
        '<span class="sign">⚡</span> contradict',
        '<span class="sign">◐</span> one-sided',
        "● said",
        "○ silence reported",
        "· not found",
    ):
        assert words in body


def test_a_real_comparison_is_made_of_the_texts(guest: Visitor) -> None:
    answer = guest.get("/compare?text=1&text=4")
    assert answer.status == 200 and "The texts" in answer.body


def test_the_first_page_of_comparison_is_of_one_encounter(
    guest: Visitor, standing: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [standing.dossier.find(number).id for number in ("1", "2")]
    told = (
        Occasion(Encounter("CONSULT", "phone", ("Ada Ruiz", "Emil Sato"), "2026-03-02"), tuple(ids)),
        Occasion(Encounter("CONSULT", None, ("Kim Oh", "Ada Ruiz"), None), tuple(ids[:1])),
    )
    monkeypatch.setattr(linked, "_occasions", lambda records: told)
    body = guest.get("/compare").body
    assert 'href="/compare?text=1&amp;text=2" aria-current="true">Phone call: Ada Ruiz, Emil Sato' in body
    assert "Kim Oh" not in body.partition("<main")[0] and "2 texts of 3" in body
    assert "Encounters that several" not in guest.get("/compare?text=1&text=2").body


def test_a_comparison_of_nothing_says_so(tmp_path: Path) -> None:
    new(str(tmp_path / "empty.dossier")).close()
    with served(tmp_path / "empty.dossier") as site:
        body = Visitor(site.base).get("/compare").body
    assert "There is nothing here yet." in body and "The texts" not in body and "Only one side" not in body


def test_rows_are_numbered_in_the_whole_comparison(compared: None) -> None:
    lines = list(compare.lines_of(linked.compared(())))
    assert [line.number for line in lines] == [1, 2, 3]
    assert [place.id for place in lines[0].all_places] == ["p1-A-0", "p1-B-0", "p1-clash-0", "p1-clash-1"]


def test_the_ledger_shows_a_bar_a_basis(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/ledger")
    card = one(reader, ".promise-card").text
    assert "Chile" in card and "paid" in card and "pledged" in card
    assert several(reader, "svg.bar rect.full")
    followed(reader, one(reader, ".promise-card blockquote a"))
    assert text(reader, "main .here") == "Chile pledged to send “at least $2.5 million by June"
    assert complaints(reader) == []


def test_the_timeline_is_a_list_and_a_drawing(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/timeline")
    assert several(reader, ".draw svg rect.planned") and several(reader, ".draw svg rect.report")
    row = [cell.text for cell in several(reader, "table.times td")]
    assert row[0] == "2026-03-02" and "planned" in row[1] and row[3] == "2026-03-02"
    assert complaints(reader) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [("status=planned", True), ("status=happened", False), ("actor=Chile", True), ("type=AID", False)],
)
def test_filters_of_the_timeline(guest: Visitor, query: str, found: bool) -> None:
    assert ("COOPERATE: Chile" in guest.get(f"/timeline?{query}").body) == found


def test_a_person_with_everything_said(reader: Chrome, standing: Served) -> None:
    reader.get(f"{standing.base}/people")
    names = [link.text for link in several(reader, "table.cast th a")]
    assert names[0] in ("Ada Ruiz", "Emil Sato") and "Kim Oh" in names
    reader.get(f"{standing.base}/people?who=ada+ruiz")
    said = text(reader, ".twin section:first-child")
    assert (
        "the 🚢 crew 👩‍🚀 is safe 🙂 and well" in said
        and "that 40 ships would sail" in said
        and "President of Chile" in reader.page_source
    )
    assert "Ada Ruiz of Chile told Emil Sato" in text(reader, ".twin section + section")
    dates = [one.text for one in several(reader, ".twin section:first-child time")]
    assert dates == sorted(dates) or "ships" in said
    assert complaints(reader) == []


def test_a_person_on_one_topic(guest: Visitor) -> None:
    body = guest.get("/people?who=ada+ruiz&topic=ships").body
    assert "that 40 ships would sail" in body and "They sail" not in body.partition("What others say")[0]
    assert guest.get("/people?who=nobody").status == 404


def test_the_sample_is_what_these_tests_lean_on() -> None:
    assert EMOJI.index("crew") != len(EMOJI[: EMOJI.index("crew")].encode("utf-16-le")) // 2
