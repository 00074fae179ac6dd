"""Signing in, judging, reading and signing out, in a real Chromium and with a real issuer."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome

from readout.web.signin.desk import SESSION_SECONDS

from ..browser import complaints, followed, one, several, until
from .team import Team, sign_in


def test_an_editor_signs_in_judges_and_signs_out(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "ana", "/texts/1/statement/s1")
    assert browser.current_url == f"{team.base}/texts/1/statement/s1"
    assert "Ana Ruiz, editor" in one(browser, ".out").text
    one(browser, "button[name=action][value=accept]").click()
    until(browser, lambda page: "Ana Ruiz <ana@paper.example>" in one(page, ".history").text)
    ((made, _),) = team.site.dossier.judgements(team.site.dossier.find("1"))
    assert (made.who, made.action) == ("Ana Ruiz <ana@paper.example>", "accept") and made.made
    assert complaints(browser) == []
    held = browser.get_cookie("readout-session")
    followed(browser, one(browser, ".out button"))
    assert "You are signed out" in one(browser, "main").text
    browser.get(f"{team.base}/texts/1")
    assert "/signin?next=" in browser.current_url
    assert held and team.desk.session(held["value"]) is None


def test_a_reader_sees_everything_and_no_controls(browser: Chrome, team: Team) -> None:
    team.member("ana").judge("statement", "s1", "accept")
    sign_in(browser, team, "emil")
    assert "Emil Sato, reader" in one(browser, ".out").text
    for path in (
        "/",
        "/texts/1?hide=",
        "/texts/1/statement/s1",
        "/review?verdict=any",
        "/people",
        "/people/unsure",
        "/people?who=ada+ruiz",
        "/compare?text=1&text=4",
        "/help",
    ):
        browser.get(team.base + path)
        assert one(browser, "h1").text and several(browser, "form[method=post]:not(.out)") == [], path
        assert (
            several(browser, "nav a[href='/add']") == []
            and "you may read" in one(browser, "footer").text.lower()
        )
    browser.get(f"{team.base}/texts/1/statement/s1")
    assert "Ana Ruiz" in one(browser, ".history").text
    browser.get(f"{team.base}/add")
    assert "You may read this dossier, not change it" in one(browser, ".wrong").text


def test_the_keys_of_the_queue_do_nothing_for_a_reader(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "emil", "/review?kind=statement")
    one(browser, "body").send_keys("jaxuz")
    assert len(several(browser, "[data-turn]")) > 1
    assert team.site.dossier.judgements(team.site.dossier.find("1")) == []


def test_an_address_on_no_list_is_refused_and_may_try_another(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "kim", "/texts/1")
    assert "kim@elsewhere.example is on no list of this dossier" in one(browser, ".wrong").text
    assert browser.get_cookie("readout-session") is None
    followed(browser, one(browser, "a.go"))
    assert "prompt=select_account" in browser.current_url
    followed(browser, one(browser, "#ana"))
    assert browser.current_url == f"{team.base}/texts/1"


@pytest.mark.parametrize("who", ["unverified", "silent"])
def test_an_address_that_nobody_verified_is_refused(browser: Chrome, team: Team, who: str) -> None:
    sign_in(browser, team, who)
    assert "has not verified rui@paper.example" in one(browser, ".wrong").text
    browser.get(f"{team.base}/texts/1")
    assert "/signin" in browser.current_url


def test_a_token_of_another_sign_in_is_refused(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "nonce")
    assert "nonce" in one(browser, ".wrong").text and browser.get_cookie("readout-session") is None


def test_who_turns_back_at_the_issuer_is_told(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "nobody")
    assert "You did not sign in at the issuer" in one(browser, ".wrong").text


def test_a_session_ends_and_leads_back_to_the_page(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "ana")
    team.clock.ahead = SESSION_SECONDS + 1
    browser.get(f"{team.base}/search?words=ships&kind=statement")
    assert "/signin?next=" in browser.current_url
    followed(browser, one(browser, "a.go"))
    followed(browser, one(browser, "#ana"))
    assert browser.current_url == f"{team.base}/search?words=ships&kind=statement"


def test_a_judgement_after_the_end_is_not_lost_in_silence(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "ana", "/texts/1/statement/s1")
    team.clock.ahead = SESSION_SECONDS + 1
    one(browser, "button[name=action][value=accept]").click()
    until(browser, lambda page: "You are not signed in any more" in one(page, "#said").text)
    assert team.site.dossier.judgements(team.site.dossier.find("1")) == []


def test_a_cookie_that_was_changed_opens_nothing(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "emil")
    held = browser.get_cookie("readout-session")
    assert held
    head, body, mark = held["value"].split(".")
    for changed in (f"{head}.{body[:-2]}AA.{mark}", f"{head}.{body}.{mark[:-4]}AAAA", body, "."):
        browser.add_cookie({"name": "readout-session", "value": changed})
        browser.get(f"{team.base}/texts/1")
        assert "/signin?next=" in browser.current_url
        browser.delete_cookie("readout-session")


def test_scripts_cannot_see_the_cookies(browser: Chrome, team: Team) -> None:
    sign_in(browser, team, "ana")
    assert browser.execute_script("return document.cookie") == ""
    held = browser.get_cookie("readout-session")
    assert held and held["httpOnly"] and held["sameSite"] == "Lax"
