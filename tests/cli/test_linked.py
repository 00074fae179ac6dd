"""``compare``, ``ledger``, ``timeline`` and ``events`` from the outside."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in this process, as the console script does."""
    from readout.cli.main import main

    def ran(*words: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["readout", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return int(left.value.code or 0), out.decode(), err.decode()

    return ran


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
    verdicts = {row["label"]: row["verdict"] for row in tree["topics"]}
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
