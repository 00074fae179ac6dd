"""The forms in which a dossier is handed on."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from readout.export import parquet
from readout.export.annotations import notes
from readout.export.brief import fragment, section
from readout.export.csl import citation
from readout.export.csv import write
from readout.export.dossier import STREAMS, Heading
from readout.export.plover import events
from readout.export.sheet import Sheet
from readout.export.tables import TABLES, rows
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.judgement import Judgement
from readout.model.record import Record


@pytest.fixture
def sheet(record: Record) -> Sheet:
    said = Judgement(
        "j1",
        record.document.id,
        "statement",
        "s2",
        record.statements[1].content,
        "comment",
        "ana",
        "2026-03-03T00:00:00Z",
        note="asked her",
    )
    return Sheet(7, 2, "ships.html", "2026-03-03T10:00:00Z", record, (said,), {("statement", "s2"): "accept"})


def test_every_row_fits_its_table(sheet: Sheet) -> None:
    found = dict(rows(sheet))
    assert set(found) == set(TABLES)
    assert {name: len(row) for name, row in found.items()} == {
        name: len(columns) for name, columns in TABLES.items()
    }


def test_csv_has_a_mark_and_names_and_disarms_formulas(sheet: Sheet, tmp_path: Path) -> None:
    evil = replace(sheet.record, document=replace(sheet.record.document, title="=HYPERLINK(1)"))
    counts = write([sheet, replace(sheet, record=evil)], tmp_path)
    assert counts["statements"] == 2 * len(sheet.record.statements)
    assert (tmp_path / "statements.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,id,source,")
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert second["title"] == "'=HYPERLINK(1)" and first["text"] == sheet.record.document.text
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["id"] == "s2")
    assert (row["verdict"], row["document"], row["content"]) == ("accept", "7", "that 40 ships would sail")


def test_parquet_holds_the_same_rows_with_types(sheet: Sheet, tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    counts = parquet.write([sheet], tmp_path)
    for name, columns in TABLES.items():
        table = read_table(tmp_path / f"{name}.parquet")
        assert (table.num_rows, table.column_names) == (counts[name], list(columns))
    amounts = read_table(tmp_path / "amounts.parquet").to_pylist()
    assert amounts[2]["value"] == 2_500_000.0 and amounts[2]["currency"] == "USD"


def test_annotations_quote_and_place(sheet: Sheet) -> None:
    text = sheet.record.document.text
    made = list(notes(sheet))
    assert all(one["type"] == "Annotation" and one["target"] for one in made)
    for one in made:
        for target in one["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text and text[position["start"] : position["end"]] == quote["exact"]
    broken = next(one for one in made if one["id"].endswith(":statement:s3"))
    assert len(broken["target"]) == 2 and broken["target"][0]["source"] == "https://paper.example/ships"


def test_plover_codes_what_is_ahead_and_keeps_the_act(sheet: Sheet) -> None:
    (one,) = events(sheet)
    assert (one["event_type"], one["readout_type"], one["future"]) == ("AGREE", "COOPERATE", True)
    assert one["event_date"] == "2026-03-02" and one["location_country"] == "CHL"
    assert one["magnitude"] == [{"text": "40 ships", "value": 40.0, "unit": None}]


@pytest.mark.parametrize(
    ("status", "coded"),
    [("planned", "CONCEDE"), ("happened", "RETREAT"), ("possible", "RETREAT"), ("negated", "RETREAT")],
)
def test_plover_flags(sheet: Sheet, status: str, coded: str) -> None:
    event = replace(sheet.record.events[0], type="RETREAT", status=status)  # type: ignore[arg-type]
    (one,) = events(replace(sheet, record=replace(sheet.record, events=(event,))))
    assert one["event_type"] == coded
    assert (one["future"], one["hypothetical"], one["negated"]) == (
        status == "planned",
        status == "possible",
        status == "negated",
    )


def test_a_citation(sheet: Sheet) -> None:
    made = citation(sheet)
    assert made["type"] == "article-newspaper" and made["container-title"] == "The Paper"
    assert made["issued"] == {"date-parts": [[2026, 3, 2]]} and made["accessed"] == {
        "date-parts": [[2026, 3, 3]]
    }
    assert "author" not in made


@pytest.mark.parametrize("form", ["annotations", "csl"])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_lists_are_json_however_long(sheet: Sheet, form: str, count: int) -> None:
    made = json.loads(b"".join(STREAMS[form]([sheet] * count, Heading("Ships"))))
    listed = made["items"] if form == "annotations" else made
    assert len(listed) == count * (len(list(notes(sheet))) if form == "annotations" else 1)


def test_the_brief_tells_everything_and_escapes_it(sheet: Sheet) -> None:
    page = b"".join(STREAMS["html"]([sheet], Heading("Ships", "actor Ruiz"))).decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page
    assert "only actor Ruiz" in page and "… commented by ana, 2026-03-03 – asked her" in page
    assert 'http-equiv="Content-Security-Policy"' in page and "default-src 'none'" in page
    shown = [line for group in section(sheet).groups for line in group.lines]
    record = sheet.record
    kinds = (
        record.statements,
        record.events,
        record.commitments,
        record.amounts,
        record.whens,
        record.unread,
    )
    assert len(shown) == sum(map(len, kinds))


def test_the_brief_tells_what_is_in_force_in_words(sheet: Sheet) -> None:
    def judged(id: str, action: str, **more: object) -> Judgement:
        made = {"machine": {"source": {"actor": "aide", "anchor": "his aide"}}, **more}
        return Judgement(id, "d", "statement", "s2", (), action, "ana", "2026-03-03T00:00:00Z", **made)  # type: ignore[arg-type]

    said = (
        judged("j1", "reject"),
        judged("j2", "undo", undoes="j1"),
        judged("j3", "accept"),
        judged("j4", "correct", field="source", value="Ada Ruiz"),
    )
    page = b"".join(STREAMS["html"]([replace(sheet, judgements=said)], Heading("Ships"))).decode()
    assert "✓ accepted by ana, 2026-03-03" in page
    assert "✎ corrected by ana, 2026-03-03: source “aide” → “Ada Ruiz”" in page
    assert "rejected by" not in page and "took back" not in page and "his aide" not in page


def test_a_text_without_a_title_is_cited_by_its_first_words(sheet: Sheet) -> None:
    bare = replace(sheet.record, document=replace(sheet.record.document, title=None))
    assert citation(replace(sheet, record=bare))["title"].startswith(bare.document.text[:20])


def test_the_word_brief_opens_and_holds_the_same(sheet: Sheet) -> None:
    import docx

    odd = replace(sheet.record, document=replace(sheet.record.document, title="A\x07B \ud800"))
    made = b"".join(STREAMS["docx"]([sheet, replace(sheet, record=odd)], Heading("Ships", "actor Ruiz")))
    words = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs)
    assert "Only actor Ruiz." in words and "that 40 ships would sail" in words and "in the original" in words


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("one-China, & more", "one%2DChina%2C%20%26%20more"),
        ("two\nlines of it", "two%20lines%20of%20it,two%20lines%20of%20it"),
    ],
)
def test_text_fragments(exact: str, text: str) -> None:
    document = Document("", exact, url="https://paper.example/a#top")
    assert fragment(document, Anchor(0, len(exact), exact)) == f"https://paper.example/a#:~:text={text}"
    assert fragment(replace(document, url="javascript:alert(1)"), Anchor(0, 3, exact[:3])) is None
