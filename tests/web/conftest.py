"""A dossier of three texts, its pages on a free port, and a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from samples import record as hand_made
from selenium.webdriver import Chrome

from readout.dossier import Source, new
from readout.model.record import Record

from ..store.makers import record_of, source
from .browser import chromium
from .serving import Served, Visitor, served

EMOJI = (
    "🚢🚢 Port of 𝔏ima 🇵🇪. Ada Ruiz said the 🚢 crew 👩‍🚀 is safe 🙂 and well. Emil Sato said 40 ships sailed.\n"
    "The café closed 🙃 early. Kim Oh said nobody 🧑🏽‍✈️ left."
)
OLD = "Ada Ruiz said two ships sailed on Monday. Emil Sato said the harbour was shut."
STILL = [{"name": "prefers-reduced-motion", "value": "reduce"}]
NEW = "Ada Ruiz said three ships sailed on Monday. Emil Sato said the harbour was shut."


def sample() -> Record:
    """The hand-made record under a hash as real ones are."""
    record: Record = hand_made()
    return replace(record, document=replace(record.document, id=f"sha256:{'5a' * 32}"))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed dossier with one of every kind of item, astral characters, and a page in two versions."""
    path = tmp_path_factory.mktemp("shelf") / "talks.dossier"
    with new(str(path)) as dossier:
        dossier.add(sample(), Source(name="ships.html", by="ana"))
        dossier.add(
            record_of(EMOJI, title="Emoji & astral", published="2026-03-03"), source(EMOJI, "emoji.txt")
        )
        for text in (OLD, NEW):
            facts = {"url": "https://paper.example/two", "title": "Ships sail", "published": "2026-03-01"}
            dossier.add(record_of(text, **facts), source(text, "two.txt"))
    return path


@pytest.fixture(scope="session")
def standing(shelf: Path) -> Iterator[Served]:
    """The pages of a dossier that no test changes."""
    with served(shelf) as running:
        yield running


@pytest.fixture
def guest(standing: Served) -> Visitor:
    """Someone without a browser who only reads."""
    return standing.visitor


@pytest.fixture
def site(shelf: Path, tmp_path: Path) -> Iterator[Served]:
    """The pages of a fresh copy of the dossier."""
    path = tmp_path / "talks.dossier"
    shutil.copy(shelf, path)
    with served(path) as running:
        yield running


@pytest.fixture
def visitor(site: Served) -> Visitor:
    """Someone without a browser."""
    return site.visitor


@pytest.fixture(scope="session")
def _chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def chrome(_chrome: Chrome) -> Chrome:
    """A real Chromium with nothing left of other tests."""
    _chrome.set_window_size(1280, 900)
    _chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": STILL, "media": ""})
    _chrome.get_log("browser")
    return _chrome


@pytest.fixture
def reader(chrome: Chrome, standing: Served) -> Chrome:
    """The browser at the first page of a dossier that no test changes."""
    chrome.get(standing.base)
    return chrome


@pytest.fixture
def editor(chrome: Chrome, site: Served) -> Chrome:
    """The browser at the first page of a dossier of its own."""
    chrome.get(site.base)
    return chrome
