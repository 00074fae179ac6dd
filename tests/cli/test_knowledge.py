"""A user's own facts, as the documentation shows them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout.knowledge import load, use
from readout.model.errors import UsageError

PAGE = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text("utf-8")
STORY = "Tor Vik said on Monday that the reef was safe. The Norwegian foreign minister thanked Fjord Watch.\n"


@pytest.fixture(autouse=True)
def ours_again() -> Iterator[None]:
    yield
    use(None)


def _shown(kind: str, folder: Path) -> Path:
    found = re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    path = folder / f"facts.{kind}"
    path.write_text(found[1], "utf-8")
    return path


@pytest.mark.parametrize("kind", ["csv", "toml"])
def test_the_facts_of_the_documentation_win(kind: str, tmp_path: Path) -> None:
    use(_shown(kind, tmp_path))
    assert [t.person for t in load().holder("foreign minister", "NOR", "2026-04-01")] == ["Tor Vik"]


def test_bodies_and_countries_of_the_documentation(tmp_path: Path) -> None:
    use(_shown("csv", tmp_path))
    assert [t.person for t in load().holder("secretary-general", "Reef Council", "2026")] == ["Ada Ruiz"]
    found = load().country("Elbonian")
    assert found is not None and found.iso3 == "EBN"
    assert [c.name for c in load().lookup("RC")] == ["RC"]


def test_ours_ends_where_a_users_holder_begins(tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text("name,office,country,start\nAda Berg,president,France,2024-01-01\n", "utf-8")
    use(facts)
    assert load().persons("Emmanuel Macron", "2024-02-01") == ()
    assert [p.name for p in load().persons("Emmanuel Macron", "2023-02-01")] == ["Emmanuel Macron"]


def test_read_takes_the_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from readout.cli.main import main

    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    words = ["read", str(story), "--published", "2026-04-02", "--format", "json"]
    monkeypatch.setattr(sys, "argv", ["readout", *words, "--knowledge", str(_shown("csv", tmp_path))])
    with pytest.raises(SystemExit):
        main()
    actors = json.loads(capsysbinary.readouterr().out)["actors"]
    vik = next(actor for actor in actors if actor["name"] == "Tor Vik")
    assert vik["country"] == "NOR"


def test_facts_that_cannot_be_read_are_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        use(tmp_path / "none.csv")
    assert load().countries
