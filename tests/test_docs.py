"""What is written is true: help texts, the schema, links, commands and snippets."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from readout.read import Reader

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|(?:src|href)=\"([^\"#]+)\"")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def _fences(page: Path, language: str) -> list[str]:
    return [code for kind, code in FENCE.findall(page.read_text("utf-8")) if kind == language]


def _generated() -> dict[Path, str]:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: dict[Path, str] = module.generated()
    return made


def test_help_texts_and_schema_are_as_the_code_says() -> None:
    stale = [path.name for path, text in _generated().items() if path.read_text("utf-8") != text]
    assert stale == [], "run: python docs/generate.py"


def test_every_command_has_a_page() -> None:
    from readout.cli.main import app

    commands = {command.name for command in app.registered_commands}
    assert commands == {page.stem for page in (DOCS / "commands").glob("*.md")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = [one or other for one, other in LINK.findall(page.read_text("utf-8"))]
    inner = [link for link in links if "://" not in link]
    assert [link for link in inner if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("folder", ["", "decisions"])
def test_every_page_is_listed(folder: str) -> None:
    listed = (DOCS / folder / "README.md").read_text("utf-8")
    pages = [*(DOCS / folder).glob("*.md"), *([] if folder else (DOCS / "commands").glob("*.md"))]
    assert [page.name for page in pages if page.name != "README.md" and f"{page.name})" not in listed] == []


def test_every_example_is_described() -> None:
    described = set(re.findall(r"`([\w-]+\.\w+)`", (DOCS / "examples.md").read_text("utf-8")))
    assert described == {path.name for path in (ROOT / "examples").iterdir()}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _fences(page, "python")], ids=lambda page: page.name
)
def test_python_snippets_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"Reader": Reader}
    for code in _fences(page, "python"):
        exec(compile(code, str(page), "exec"), names)


COMMANDS = sorted(
    {
        line
        for page in PAGES
        for code in _fences(page, "sh")
        for line in code.splitlines()
        if re.search(r"\breadout ", line)
    }
)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dossier of the examples, and all of it in JSON Lines."""
    from readout.batch.filling import Filling, fill
    from readout.cli.exporting import Export
    from readout.dossier import Filters, new
    from readout.ingest import gather

    folder = tmp_path_factory.mktemp("talks")
    with new(folder / "talks.dossier") as dossier:
        assert not [told for told in fill(dossier, gather(str(ROOT / "examples")), Filling("ana")) if told.error]
        dossier.judge(dossier.find("3"), "event", "e1", "accept", who="ana")
        Export(dossier, Filters(), folder / "talks.jsonl").write("jsonl")
    return folder


@pytest.mark.parametrize("line", COMMANDS)
def test_command_lines_run(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    from readout.cli.main import main

    piped = re.fullmatch(r"cat (\S+) \| (.*)", line)
    words = shlex.split(piped[2] if piped else line)
    assert words[0] == "readout"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    if "talks." in line:
        shutil.copytree(request.getfixturevalue("talks"), tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", words)
    with (tmp_path / (piped[1] if piped else "examples/call.txt")).open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(SystemExit) as left:
            main()
    assert left.value.code in (0, None)


HOST = re.compile(r"pypi\.org|pythonhosted|files\.python|/tmp/|/work/|/root/")


def test_no_setup_file_names_a_registry_or_a_machine() -> None:
    files = [ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".ci/run", *(ROOT / "constraints").iterdir()]
    assert [path.name for path in files if path.is_file() and HOST.search(path.read_text("utf-8"))] == []


def test_every_example_in_a_help_text_stands_in_the_documentation() -> None:
    from readout.cli.examples import EXAMPLES

    examples = [f"readout {command} {words}" for command, lines in EXAMPLES.items() for words in lines]
    unending = (DOCS / "commands" / "serve.md").read_text("utf-8")
    assert [one for one in examples if one not in COMMANDS and f"\n{one}\n" not in unending] == []


def test_every_command_that_takes_something_has_an_example() -> None:
    from readout.cli import main
    from readout.cli.examples import EXAMPLES

    assert set(main.COMMANDS) - set(EXAMPLES) == {"about", "schema"}
