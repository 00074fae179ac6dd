"""The pages of those who sign in meet WCAG, light and dark, wide and narrow; the style sheet is there."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome

from ..test_access import axe, findings, look
from .team import Team, sign_in

__all__ = ["axe"]
WAYS = pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 520)], ids=["light", "dark"])


@WAYS
@pytest.mark.parametrize("path", ["/signin", "/signin?left", "/signin/back?state=x"])
def test_the_sign_in_page_meets_wcag(
    browser: Chrome, team: Team, axe: str, path: str, dark: bool, width: int
) -> None:
    look(browser, dark=dark, width=width)
    browser.get(team.base + path)
    assert findings(browser, axe) == []


@WAYS
@pytest.mark.parametrize("who", ["ana", "emil"])
def test_pages_of_members_meet_wcag(
    browser: Chrome, team: Team, axe: str, who: str, dark: bool, width: int
) -> None:
    look(browser, dark=dark, width=width)
    sign_in(browser, team, who)
    for path in ("/", "/texts/1?hide=", "/review?verdict=any", "/add"):
        browser.get(team.base + path)
        assert findings(browser, axe) == [], path


@pytest.mark.parametrize("path", ["/signin", "/signin/back?state=x", "/"])
def test_nothing_hangs_over_a_narrow_edge(browser: Chrome, team: Team, path: str) -> None:
    size = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        sign_in(browser, team, "emil" if path == "/" else "kim")
        browser.get(team.base + path)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
