"""The commands of a dossier from the outside: what they print, what they leave behind, the exit code."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readout.batch.filling import Filling, fill
from readout.dossier import new, opened
from readout.ingest import gather

FIRST = "Ada Ruiz, the mayor, said on Monday that the old bridge was safe. Emil Sato declined to comment on the bridge.\n"
SECOND = "Kim Oh, a driver, said that the ferry was late. The mayor, Ada Ruiz, did not mention the ferry.\n"
PAGE = """<html><head><title>The bridge</title><link rel="canonical" href="https://paper.example/bridge">
</head><body><article><h1>The bridge</h1><p>Ada Ruiz, the mayor, said on Monday that the old bridge over the
river was {}. Engineers had looked at it for a week, and the town had paid for their work.</p><p>The river rose again
in the night, and the people of the town stood on its banks to see it pass.</p></article></body></html>"""


Run = Callable[..., Any]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two stories, both in d.dossier."""
    folder = tmp_path_factory.mktemp("stories")
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    with new(folder / "d.dossier") as dossier:
        inputs = (raw for name in ("first.txt", "second.txt") for raw in gather(str(folder / name)))
        told = list(fill(dossier, inputs, Filling("ana", "2026-03-02")))
        assert [one.error for one in told] == [None, None]
    return folder


@pytest.fixture
def filled(run: Run, stories: Path, tmp_path: Path) -> Run:
    """The stories and their dossier in the folder in which commands run."""
    shutil.copytree(stories, tmp_path, dirs_exist_ok=True)
    return run


def test_adding_tells_what_became_of_each(filled: Run) -> None:
    ran = filled("add", "first.txt", "none.txt", "--to", "d.dossier")
    assert ran.code == 1 and "known already" in ran.out and "none.txt does not exist" in ran.err
    rows = [json.loads(line) for line in filled("list", "d.dossier", "--format", "jsonl").out.splitlines()]
    assert [(row["number"], row["published"], row["added_by"]) for row in rows] == [
        (1, "2026-03-02", "ana"),
        (2, "2026-03-02", "ana"),
    ]


def test_a_changed_page_is_a_version_and_its_changes_are_shown(run: Run, tmp_path: Path) -> None:
    run("new", "d.dossier")
    for word in ("safe", "closed"):
        (tmp_path / f"{word}.html").write_text(PAGE.format(word))
        told = run("add", f"{word}.html", "--to", "d.dossier")
    assert "version 2" in told.out
    assert "[-safe-]{+closed+}" in run("show", "d.dossier", "2", "--as", "changes").out
    assert (
        len(run("show", "d.dossier", "https://paper.example/bridge", "--as", "versions").out.splitlines())
        == 2
    )
    assert len(run("list", "d.dossier").out.splitlines()) == 1
    assert len(run("list", "d.dossier", "--versions").out.splitlines()) == 2


def test_a_document_is_shown(filled: Run) -> None:
    assert "WHO SAID WHAT" in filled("show", "d.dossier", "1").out
    assert (
        json.loads(filled("show", "d.dossier", "1", "--as", "json").out)["document"]["published"]
        == "2026-03-02"
    )
    assert filled("show", "d.dossier", "1", "--as", "raw").out == FIRST
    assert "(current)" in filled("show", "d.dossier", "1", "--as", "readings").out


def test_search_prints_the_words_where_they_stand(filled: Run) -> None:
    ran = filled("search", "d.dossier", "mayor")
    assert ran.out.count("[mayor]") == 2 and ran.err == ""
    ran = filled("search", "d.dossier", "mayor", "--limit", "1")
    assert ran.err == "1 of 2 are shown: see all with --limit\n"
    ran = filled("search", "d.dossier", "--stance", "declined", "--format", "jsonl")
    (hit,) = map(json.loads, ran.out.splitlines())
    assert (hit["number"], hit["kind"]) == (1, "statement")
    assert filled("search", "d.dossier", "zeppelin").err == "nothing was found\n"


def test_removal(filled: Run) -> None:
    assert filled("remove", "d.dossier", "1").code == 0
    assert len(filled("list", "d.dossier").out.splitlines()) == 1
    with opened("d.dossier") as dossier:
        (kept,) = dossier.documents()
        dossier.judge(kept, "statement", "s1", "accept", who="ana")
    assert filled("remove", "d.dossier", "2").code == 1
    assert filled("remove", "d.dossier", "2", "--judged").code == 0


def test_rereading_keeps_judgements(filled: Run) -> None:
    with opened("d.dossier") as dossier:
        dossier.judge(dossier.find("1"), "statement", "s1", "accept", who="ana")
    ran = filled("reread", "d.dossier")
    assert (ran.code, ran.out) == (0, "2 read again, 0 changed; 1 judgement kept, 0 lost\n")
    assert "✓ accepted 1/s1" in filled("show", "d.dossier", "1", "--as", "judgements").out


def test_rereading_lists_what_is_lost(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from readout.batch import filling
    from readout.model.document import Document

    with opened("d.dossier") as dossier:
        dossier.judge(dossier.find("1"), "statement", "s1", "accept", who="ana")
    moved = "A headline. " + FIRST
    monkeypatch.setattr(filling, "_document", lambda kept, old, raw: Document(old.id, moved, language="en"))
    ran = filled("reread", "d.dossier")
    assert ran.code == 0 and "1  lost: accept statement s1 by ana" in ran.out
    assert "lost" in filled("show", "d.dossier", "1", "--as", "judgements").out


def test_export_and_import_lose_nothing(filled: Run, tmp_path: Path) -> None:
    with opened("d.dossier") as dossier:
        dossier.judge(dossier.find("1"), "statement", "s1", "reject", who="ana")
    assert filled("export", "d.dossier", "--as", "jsonl", "--out", "a.jsonl").code == 0
    filled("new", "e.dossier")
    assert filled("import", "e.dossier", "a.jsonl").out == "2 imported\n"
    filled("export", "e.dossier", "--as", "jsonl", "--out", "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert "2 known already" in filled("import", "e.dossier", "b.jsonl").out


def test_records_of_readout_read_can_be_imported(filled: Run) -> None:
    lines = filled("read", "first.txt", "--format", "jsonl").out
    filled("new", "e.dossier")
    assert filled("import", "e.dossier", "-", stdin=lines.encode()).out == "1 imported\n"
    assert filled("show", "e.dossier", "1", "--as", "raw").code == 1
    assert filled("reread", "e.dossier").code == 0


@pytest.mark.parametrize("form", ["annotations", "plover", "csl", "html", "docx", "jsonl"])
def test_every_form_is_written_and_counted(filled: Run, form: str, tmp_path: Path) -> None:
    ran = filled("export", "d.dossier", "--as", form, "--out", f"out.{form}")
    assert ran.code == 0 and ran.err.startswith("exported 2 documents with ")
    assert (tmp_path / f"out.{form}").stat().st_size > 1 or form == "plover"  # the stories hold no event
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_exports_obey_the_filters_and_say_so(filled: Run, tmp_path: Path) -> None:
    ran = filled("export", "d.dossier", "--as", "csv", "--out", "tables", "--stance", "declined")
    assert "exported 1 document" in ran.err and "only stance declined" in ran.err
    with (tmp_path / "tables" / "statements.csv").open(encoding="utf-8-sig") as file:
        assert [row["said"] for row in csv.DictReader(file)] == ["declined"]
    part = filled("export", "d.dossier", "--as", "jsonl", "--stance", "declined").out
    assert json.loads(part)["filtered"] == {"stance": "declined"}
    filled("new", "e.dossier")
    assert filled("import", "e.dossier", "-", stdin=part.encode()).code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("new",),
        ("new", "d.dossier"),
        ("add", "first.txt"),
        ("add", "first.txt", "--to", "d.dossier", "--published", "soon"),
        ("search", "d.dossier", "--since", "soon"),
        ("search", "d.dossier", "--kind", "rumour"),
        ("search", "d.dossier", "«»"),
        ("export", "d.dossier"),
        ("export", "d.dossier", "--as", "csv"),
        ("export", "d.dossier", "--as", "csl", "--bare"),
        ("export", "d.dossier", "--as", "csl", "--out", "no/such/folder/x"),
        ("list", "mysql://x"),
    ],
)
def test_a_wrong_call_is_exit_code_2(filled: Run, words: tuple[str, ...]) -> None:
    ran = filled(*words)
    assert ran.code == 2 and ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("list", "none.dossier"),
        ("list", "first.txt"),
        ("add", "first.txt", "--to", "none.dossier"),
        ("show", "d.dossier", "99"),
        ("remove", "d.dossier", "99"),
        ("import", "d.dossier", "none.jsonl"),
        ("import", "d.dossier", "first.txt"),
        ("list", "postgresql://desk:secret@127.0.0.1:1/talks"),
    ],
)
def test_failed_work_is_one_sentence_and_exit_code_1(filled: Run, words: tuple[str, ...]) -> None:
    ran = filled(*words)
    assert ran.code == 1 and ran.err.startswith("readout: ") and ran.err.count("\n") == 1
    assert "Traceback" not in ran.err and "secret" not in ran.err


@pytest.mark.parametrize(("form", "extra"), [("parquet", "pyarrow"), ("docx", "docx")])
def test_a_missing_extra_names_the_command(
    filled: Run, form: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, extra, None)
    ran = filled("export", "d.dossier", "--as", form, "--out", "out")
    assert ran.code == 1 and f"pip install 'readout[{form}]'" in ran.err
    assert not Path("out").exists()


def test_a_missing_driver_names_the_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert "pip install 'readout[postgres]'" in run("list", "postgresql://x/y").err


def test_a_hit_says_who_and_whether(filled: Run) -> None:
    ran = filled("search", "d.dossier", "--kind", "statement")
    assert "Ada Ruiz ● said: that the old bridge was safe" in ran.out
    assert "Emil Sato – declined: " in ran.out and "Ada Ruiz ○ not said: the ferry" in ran.out
    assert "Ada Ruiz: " not in filled("search", "d.dossier", "--kind", "actor").out


@pytest.mark.parametrize("country", ["Chile", "chile", "CHL", "chl", "XKX"])
def test_countries_go_by_name_and_code(filled: Run, country: str) -> None:
    ran = filled("people", "d.dossier", "--country", country)
    assert (ran.code, ran.out) == (0, "") and "nobody was found" in ran.err


def test_a_country_that_is_none_is_refused(filled: Run) -> None:
    ran = filled("people", "d.dossier", "--country", "Gondor")
    assert ran.code == 2 and "'Gondor' is no country that is known" in ran.err


def test_a_file_that_is_no_json_lines_is_one_sentence(filled: Run) -> None:
    ran = filled("import", "d.dossier", "first.txt")
    assert ran.code == 1 and "first.txt is no JSON Lines" in ran.err and ran.err.count("\n") == 1


def test_a_text_is_no_dossier(filled: Run) -> None:
    ran = filled("list", "first.txt")
    assert ran.code == 1 and ran.err == "readout: first.txt is no dossier: make one with readout new\n"


@pytest.mark.parametrize("command", [("read", ""), ("compare", "first.txt", ""), ("add", "", "--to", "d.dossier")])
def test_an_empty_name_is_no_folder(filled: Run, command: tuple[str, ...]) -> None:
    ran = filled(*command)
    assert ran.code == 2 and "an empty name stands for no file" in ran.err


def test_facts_that_are_not_there_are_told_without_an_error_number(filled: Run) -> None:
    ran = filled("read", "first.txt", "--knowledge", "none.toml")
    assert ran.code == 2 and "none.toml is no file" in ran.err and "Errno" not in ran.err


def test_what_waits_for_a_verdict_is_told(filled: Run) -> None:
    filled("judge", "d.dossier", "1/s1", "--correct", "act=request")
    ran = filled("show", "d.dossier")
    assert "to review, 0 of them with a verdict" in ran.out and "1 corrected" in ran.out


@pytest.mark.parametrize("words", [("1/s1", "--as", "json"), ("--as", "html"), ("1/s1", "--machine")])
def test_a_form_that_an_item_has_not_is_refused(filled: Run, words: tuple[str, ...]) -> None:
    ran = filled("show", "d.dossier", *words)
    assert ran.code == 2 and "is for a whole document: give its number" in ran.err
