"""``compare``, ``ledger``, ``timeline`` and ``events`` from the outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_two_readouts_compared(run: Run, examples: Path) -> None:
    code, out, err = run("compare", examples / "talks-iceland.txt", examples / "talks-mauritania.txt")
    assert (code, err) == (0, "")
    assert "Iceland" in out and "CONTRADICT" in out and "silence reported" in out


def test_comparison_as_json(run: Run, examples: Path) -> None:
    code, out, _ = run(
        "compare", examples / "railway-georgia.txt", examples / "railway-armenia.txt", "--format", "json"
    )
    tree = json.loads(out)
    assert code == 0 and {account["country"] for account in tree["accounts"]} == {"GEO", "ARM"}
    verdicts = {row["label"].partition(",")[0]: row["verdict"] for row in tree["topics"]}
    assert verdicts["bridges"] == verdicts["next meeting"] == "contradict"


@pytest.mark.parametrize("command", ["compare", "ledger", "timeline"])
def test_pages_go_to_a_file(run: Run, examples: Path, tmp_path: Path, command: str) -> None:
    page = tmp_path / "page.html"
    code, out, _ = run(command, examples / "pledge.txt", "--format", "html", "--out", page)
    assert (code, out) == (0, "")
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("format", ["jsonl", "plover"])
def test_events_a_line_each(run: Run, examples: Path, format: str) -> None:
    code, out, _ = run("events", examples / "border.txt", "--format", format)
    assert code == 0 and all(json.loads(line) for line in out.splitlines())


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(run: Run, examples: Path) -> None:
    code, out, err = run("ledger", "no-such-file.txt", examples / "pledge.txt")
    assert code == 1 and "no-such-file.txt" in err and "Canada" in out


def test_nothing_readable_is_an_error(run: Run) -> None:
    code, out, err = run("compare", "-", stdin=b"")
    assert code == 1 and out == "" and "could be read" in err


def test_a_date_that_is_none_is_refused(run: Run, examples: Path) -> None:
    code, _, err = run("timeline", examples / "call.txt", "--published", "yesterday")
    assert code == 2 and "yesterday" in err


@pytest.mark.parametrize(
    "words",
    [
        ("compare",),
        ("ledger", "call.txt", "--actor", "Orr"),
        ("compare", "call.txt", "--encounter", "1"),
        ("timeline", "--dossier", "d.dossier", "--published", "2026-01-01"),
        ("compare", "1", "--encounter", "1", "--dossier", "d.dossier"),
        ("events", "--dossier", "d.dossier", "--since", "soon"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    run("new", "d.dossier")
    ran = run(*words)
    assert ran.code == 2 and ran.err.startswith("readout: ") and ran.err.count("\n") == 1
