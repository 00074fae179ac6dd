"""``readout read`` from the outside: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STORY = "Ada Ruiz, the mayor, said on Monday that the old bridge over the river was safe. “We tested it,” she said.\n"


Run = Callable[..., Any]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_a_brief_by_default(run: Run, story: Path) -> None:
    ran = run("read", story, "--published", "2026-03-02")
    assert ran.code == 0 and ran.err == ""
    assert "2026-03-02" in ran.out and "WHO SAID WHAT" in ran.out


def test_json_of_one_input_is_one_object(run: Run, story: Path) -> None:
    record = json.loads(run("read", story, "--format", "json", "--publisher", "The Paper").out)
    assert record["readout"] == "1"
    assert record["document"]["publisher"] == "The Paper"
    assert all(_holds(record["document"]["text"], node) for node in _anchors(record))


def _anchors(node: object) -> list[dict[str, object]]:
    if isinstance(node, dict):
        return ([node] if "exact" in node else []) + [a for child in node.values() for a in _anchors(child)]
    return [a for child in node for a in _anchors(child)] if isinstance(node, list) else []


def _holds(text: str, anchor: dict[str, object]) -> bool:
    return text[anchor["start"] : anchor["end"]] == anchor["exact"]  # type: ignore[misc]


def test_json_of_several_is_a_list_in_order(run: Run, story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Emil Sato declined to comment on the bridge over the river.\n")
    records = json.loads(run("read", other, story, "--format", "json").out)
    assert [record["document"]["text"][:4] for record in records] == ["Emil", "Ada "]


def test_json_of_a_folder_is_a_list(run: Run, story: Path) -> None:
    assert len(json.loads(run("read", story.parent, "--format", "json").out)) == 1


def test_jsonl_is_one_record_a_line(run: Run, story: Path) -> None:
    lines = run("read", story, story, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["readout"] for line in lines] == ["1", "1"]


def test_standard_input(run: Run) -> None:
    ran = run("read", "-", "--format", "json", stdin=STORY.encode())
    assert json.loads(ran.out)["document"]["text"] == STORY.strip()


def test_html_to_a_file(run: Run, story: Path, tmp_path: Path) -> None:
    ran = run("read", story, "--format", "html", "--out", tmp_path / "story.html")
    assert ran.code == 0 and ran.out == ""
    assert "We tested it" in (tmp_path / "story.html").read_text("utf-8")


def test_html_of_several_to_a_folder_with_an_index(run: Run, story: Path, tmp_path: Path) -> None:
    assert run("read", story, story, "--format", "html", "--out", tmp_path / "pages").code == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "index.html",
        "story-2.html",
        "story.html",
    ]


def test_one_page_to_a_folder_that_is_there(run: Run, story: Path, tmp_path: Path) -> None:
    assert run("read", story, "--format", "html", "--out", tmp_path).code == 0
    assert (tmp_path / "story.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_sentence(run: Run, story: Path) -> None:
    ran = run("read", story, "--out", "/dev/full")
    assert ran.code == 1
    assert ran.err.startswith("readout: the result cannot be written")


def test_a_bad_input_is_named_and_the_others_go_on(run: Run, story: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    ran = run("read", empty, story, tmp_path / "none.txt", "--format", "jsonl")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert [
        name in line for name, line in zip(("empty.txt", "none.txt"), ran.err.splitlines(), strict=True)
    ] == [True, True]


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t",
    "binary.bin": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "broken.pdf": b"%PDF-1.7\nthis is no PDF",
    "bare.html": b"<html><head><title>x</title></head><body><script>1</script></body></html>",
    "german.txt": "Der Bürgermeister sagte am Montag, die Brücke über den Fluss sei sicher und werde bald geöffnet.".encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_exit_code_1(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    ran = run("read", tmp_path / name, "--format", "json")
    assert ran.code == 1 and ran.out == ""
    assert len(ran.err.splitlines()) == 1 and name in ran.err
    assert "Traceback" not in ran.err and "fault" not in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "x.txt", "--format", "yaml"),
        ("read", "x.txt", "--published", "yesterday"),
        ("read", "x.txt", "--published", "2026-02-30"),
        ("read", "x.txt", "y.txt", "--format", "html"),
        ("read", "-", "-"),
        ("read", "x.txt", "--out", "no/such/folder/file"),
        ("write",),
    ],
)
def test_a_wrong_call_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2 and ran.out == "" and ran.err != ""
    assert "Traceback" not in ran.err


def test_a_fault_in_one_document_does_not_end_the_run(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules["readout.read"]
    honest = module.record_of  # type: ignore[attr-defined]
    calls = iter([True, False])

    def faulty(*given: object) -> object:
        if next(calls):
            raise KeyError("lost")
        return honest(*given)

    monkeypatch.setattr(module, "record_of", faulty)
    ran = run("read", story, story, "--format", "jsonl")
    assert ran.code == 1 and len(ran.out.splitlines()) == 1
    assert "story.txt" in ran.err and "KeyError" in ran.err and "Traceback" not in ran.err


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_a_closed_pipe_is_quiet(story: Path) -> None:
    command = [sys.executable, "-m", "readout.cli.main", "read", *[str(story)] * 8, "--format", "jsonl"]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout and ran.stderr
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.stderr.close()
    assert ran.wait(60) == 1


def test_ctrl_c_is_quiet(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["readout.read"], "record_of", interrupted)
    assert run("read", story) == (130, "", "")
