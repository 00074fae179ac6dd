"""Comparison, ledger and timeline as text, JSON and pages, from a hand-made record."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from readout.export import sides, sides_html, sides_text
from readout.export.drawing import drawing
from readout.link.ledger import ledger
from readout.link.timeline import timeline
from readout.model.account import Account, Cell, Comparison, Conflict, Encounter, Evidence, Row, Source
from readout.model.record import Record
from readout.model.timeline import Timeline

VOID = {"meta", "input", "br", "line", "rect"}


class Reading(HTMLParser):
    """Checks that tags nest, and gathers ids and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "img", "link", "iframe")
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture
def comparison(record: Record) -> Comparison:
    """One row of each verdict over the hand-made record."""
    id = record.document.id
    first, second, silence = record.statements[0], record.statements[2], record.statements[3]
    said = Evidence(id, first.id, first.content[0])
    other = Evidence(id, second.id, second.content[0])
    quiet = Evidence(id, silence.id, silence.content[0])
    cells = (Cell("A", "said", (said,)), Cell("B", "said", (other,)))
    return Comparison(
        (Source(id, record.document.title),),
        (Account("A", "Chile", "CHL", ("Ada <Ruiz>",)), Account("B", "Peru", "PER", ("Emil Sato",))),
        (
            Row("ships", "contradict", "They cannot both be true.", cells, Conflict("amount", said, other)),
            Row("peace & quiet", "differ", "Not alike.", cells),
            Row("sailing", "agree", "Nothing conflicts.", cells),
            Row("aides", "one-sided", "One speaks.", (Cell("A", "silence reported", (quiet,)), Cell("B", "denied", (other,)))),
            Row("tons", "one-sided", "One speaks.", (Cell("A", "said", (said,)), Cell("B", "not found"))),
        ),
        Encounter("CONSULT", "phone", ("Ada Ruiz", "Emil Sato"), "2026-03-02"),
    )  # fmt: skip


def test_the_page_nests_and_every_link_has_its_place(comparison: Comparison, record: Record) -> None:
    read = Reading(sides_html.compared(comparison, [record]))
    assert len(read.ids) == len(set(read.ids))
    assert [link for link in read.links if link.removeprefix("#") not in read.ids] == []


def test_the_page_carries_nothing_of_the_text_as_markup(comparison: Comparison, record: Record) -> None:
    page = sides_html.compared(comparison, [record])
    assert "<script" not in page and "Ada &lt;Ruiz&gt;" in page and "peace &amp; quiet" in page


def test_every_cell_has_a_word_an_icon_and_a_colour(comparison: Comparison, record: Record) -> None:
    page = sides_html.compared(comparison, [record])
    for icon, word, kind in sides.STANCES.values():
        assert re.search(rf'<td class="cell {kind}">.*?{re.escape(icon)} {word}', page, re.DOTALL)
    for icon, word in sides.VERDICTS.values():
        assert re.search(rf"{re.escape(icon)}</span> {word}</span>", page)


@pytest.mark.parametrize("width", [40, 80, 110])
def test_the_terminal_view_keeps_to_its_width(comparison: Comparison, record: Record, width: int) -> None:
    shown = sides_text.compared(comparison, [record], width=width)
    assert max(map(len, shown.splitlines())) <= width
    assert "CONTRADICT" in shown and "silence reported" in shown and "not found" in shown
    assert "\x1b" not in shown
    assert "\x1b[" in sides_text.compared(comparison, [record], width=width, color=True)


def test_the_voices_of_an_account_stay_beside_it(comparison: Comparison, record: Record) -> None:
    many = replace(comparison.accounts[0], voices=("Ada Ruiz", "a spokeswoman for the harbour office", "Emil Sato"))
    told = replace(comparison, accounts=(many, *comparison.accounts[1:]))
    lines = sides_text.compared(told, [record], width=40).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("A  Chile  "))
    assert lines[at + 1].startswith(" " * 10)


def test_several_texts_are_named_by_their_numbers(record: Record) -> None:
    other = replace(record, document=replace(record.document, id="sha256:other", title="Ships & peace"))
    both = [record, other]
    numbers = {record.document.id: 7, "sha256:other": 12}
    for shown in (
        sides_text.kept(ledger(both), both, numbers=numbers),
        sides_text.times(timeline(both), both, numbers=numbers),
    ):
        titles = shown.partition("\nTEXTS\n")[2].splitlines()
        assert titles[-1].startswith("12  Ships & peace")
    assert "TEXTS" not in sides_text.kept(ledger([record]), [record])


def test_json_is_as_the_contract_has_it(comparison: Comparison) -> None:
    tree = json.loads(sides.page(comparison))
    assert next(iter(tree)) == "readout"
    assert tree["encounter"] == {
        "type": "CONSULT",
        "mode": "phone",
        "actors": ["Ada Ruiz", "Emil Sato"],
        "when": "2026-03-02",
    }
    row = tree["topics"][0]
    assert row["cells"][0]["stance"] == "said" and row["conflict"]["kind"] == "amount"
    assert set(row["cells"][0]["evidence"][0]) == {"document", "statement", "anchor"}


def test_ledger_and_timeline_of_a_record(record: Record) -> None:
    kept, times = ledger([record]), timeline([record])
    for page in (sides_html.kept(kept, [record]), sides_html.times(times, [record])):
        read = Reading(page)
        assert [link for link in read.links if link.removeprefix("#") not in read.ids] == []
    assert "What was promised" in sides_text.kept(kept, [record])
    assert "reported" in sides_text.times(times, [record])
    assert json.loads(sides.page(kept))["readout"] == json.loads(sides.page(times))["readout"] == "1"


def test_empty_results_are_pages_too(record: Record) -> None:
    bare = replace(record, statements=(), events=(), commitments=(), topics=())
    empty = Comparison((Source("x"),), (), ())
    Reading(sides_html.compared(empty, [bare]))
    Reading(sides_html.kept(ledger([bare]), [bare]))
    Reading(sides_html.times(Timeline((), ()), []))
    assert "nothing to compare" in sides_text.compared(empty, [bare])


def test_a_drawing_is_as_wide_as_its_dates_are_precise(record: Record) -> None:
    (moment, *_) = timeline([record]).moments or (None,)
    if moment is None:
        pytest.skip("the record has no dated event")
    day = replace(moment, start="2026-03-02", end="2026-03-02", edtf="2026-03-02")
    year = replace(moment, start="2026-01-01", end="2026-12-31", edtf="2026")
    bars = drawing([day, year]).bars
    assert bars[1].width > 300 * bars[0].width / 7
