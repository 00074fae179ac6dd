"""A real Chromium without a screen and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

MISSING = "these tests need Chromium and its driver: install the packages chromium and chromium-driver and run them again"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """A browser with a new empty profile, gone when the block ends."""
    binary, driver = _programs()
    options = ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = Chrome(options=options, service=Service(driver))
    try:
        yield running
    finally:
        running.quit()


def _programs() -> tuple[str, str]:
    """Chromium and its driver, installed first where they must be."""
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update"], **quiet)  # type: ignore[call-overload]
        packages = ["chromium", "chromium-driver", "fonts-dejavu-core"]
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *packages], **quiet)  # type: ignore[call-overload]
        found = _found()
    if found is None:
        raise RuntimeError(MISSING)
    return found


def _found() -> tuple[str, str] | None:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    binary = next((path for name in names if (path := shutil.which(name))), None)
    driver = shutil.which("chromedriver") or shutil.which("chromium.chromedriver")
    return (binary, driver) if binary and driver else None


def one(browser: Chrome, css: str) -> WebElement:
    """The first element that a selector finds."""
    return browser.find_element(By.CSS_SELECTOR, css)


def several(browser: Chrome, css: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, css)


def until(browser: Chrome, met: Callable[[Chrome], object]) -> object:
    """Wait until something is so on a page that stands there whole; fails after twenty seconds.

    Half a page may meet what is asked before its script listens, so the page must have been loaded.
    """
    gone = [StaleElementReferenceException]
    waiting = WebDriverWait(browser, 20, poll_frequency=0.05, ignored_exceptions=gone)
    return waiting.until(lambda page: whole(page) and met(page))


def followed(browser: Chrome, link: WebElement, *keys: str) -> None:
    """Click on what leads to another page, or type what does, and wait until that page stands there whole."""
    left = one(browser, "html")
    link.send_keys(*keys) if keys else link.click()
    until(browser, lambda _: departed(left))


def whole(browser: Chrome) -> bool:
    """Whether the page has been loaded, its script too."""
    return bool(browser.execute_script("return document.readyState") == "complete")


def departed(page: WebElement) -> bool:
    """Whether a page gave way to another."""
    try:
        page.is_enabled()
    except StaleElementReferenceException:
        return True
    return False


def text(browser: Chrome, css: str) -> str:
    """The characters of all pieces that a selector finds, without what is put between them."""
    script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent).join('')"
    return str(browser.execute_script(script, css))


def complaints(browser: Chrome) -> list[str]:
    """What the browser's console complained of, policies included."""
    return [
        entry["message"] for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")
    ]
