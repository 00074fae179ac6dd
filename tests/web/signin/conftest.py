"""A real issuer in a process of its own, and a dossier for those who sign in there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from .team import CLIENT, SECRET, Options, Team, team_of

ISSUER = Path(__file__).parent / "issuer.py"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The address of a running issuer."""
    command = [sys.executable, str(ISSUER), CLIENT, SECRET]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


@pytest.fixture
def options() -> Options:
    """How the team's server is set up; a test may parametrise it."""
    return Options()


@pytest.fixture
def team(shelf: Path, tmp_path: Path, issuer: str, options: Options) -> Iterator[Team]:
    """A fresh copy of the dossier: ana edits, everyone at paper.example reads."""
    path = tmp_path / "talks.dossier"
    shutil.copy(shelf, path)
    with team_of(path, issuer, options) as running:
        yield running


@pytest.fixture
def browser(chrome: Chrome, team: Team) -> Chrome:
    """A browser that nobody has signed in with."""
    chrome.get(f"{team.base}/static/style.css")
    chrome.delete_all_cookies()
    return chrome
