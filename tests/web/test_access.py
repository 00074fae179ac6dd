"""WCAG 2.1 AA by axe on every page, light and dark, wide and narrow; nothing hangs over the edge; print."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from .serving import Served

AXE = "axe-core@4.14.1"
MISSING = "this test needs npm, to fetch axe-core: install Node.js with npm and run it again"
PAGES = (
    "/",
    "/texts/1?hide=",
    "/texts/1?at=0-8",
    "/texts/4/changes",
    "/texts/1/statement/s1",
    "/search?words=ships&kind=statement",
    "/review",
    "/compare?text=1&text=4",
    "/ledger",
    "/timeline",
    "/people",
    "/people/unsure",
    "/people?who=ada+ruiz",
    "/add",
    "/help",
    "/nothing",
)


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The checker's script, fetched by npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError(MISSING)
    folder = tmp_path_factory.mktemp("axe")
    command = [
        npm,
        "install",
        "--prefix",
        str(folder),
        "--no-save",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        AXE,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Path(folder, "node_modules", "axe-core", "axe.min.js").read_text("utf-8")


def look(browser: Chrome, *, dark: bool, width: int) -> None:
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.set_window_size(width, 900)


def findings(browser: Chrome, axe: str) -> list[str]:
    """What the checker finds wrong with the page that is shown."""
    browser.execute_script(axe)
    run = """const done = arguments[0];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
        found => done(found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)))"""
    found: list[str] = browser.execute_async_script(run)
    return found


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 520)], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_meets_wcag(
    reader: Chrome, standing: Served, axe: str, path: str, dark: bool, width: int
) -> None:
    look(reader, dark=dark, width=width)
    reader.get(standing.base + path)
    assert findings(reader, axe) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_hangs_over_a_narrow_edge(reader: Chrome, standing: Served, path: str) -> None:
    size = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    reader.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        reader.get(standing.base + path)
        assert reader.execute_script("return document.documentElement.scrollWidth") <= 360
    finally:
        reader.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print_leaves_out_what_only_a_screen_needs(reader: Chrome, standing: Served) -> None:
    reader.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    reader.get(f"{standing.base}/texts/1")
    shown = "return [...document.querySelectorAll(arguments[0])].some(e => getComputedStyle(e).display !== 'none')"
    assert not reader.execute_script(shown, ".top, .tools, .legend")
    assert reader.execute_script(shown, "main.text, .card")
