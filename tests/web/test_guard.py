"""Nobody else's host, page or form comes through, and every answer says what a browser may load."""

from __future__ import annotations

import re

import pytest

from readout.model.errors import UsageError
from readout.web.app import FORMS, PAGES
from readout.web.serve import serve

from .serving import Served, Visitor

ADDRESSES = (
    "/",
    "/texts/1",
    "/texts/4/changes",
    "/texts/1/statement/s1",
    "/search?words=ships",
    "/review",
    "/compare",
    "/ledger",
    "/timeline",
    "/people",
    "/people?who=ada+ruiz",
    "/add",
    "/help",
    "/nothing",
)


@pytest.mark.parametrize("path", [*ADDRESSES, "/static/style.css", "/texts/2/bytes"])
def test_every_answer_is_hardened(guest: Visitor, path: str) -> None:
    answer = guest.get(path)
    assert answer.status == (404 if path == "/nothing" else 200)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_loaded_from_elsewhere(guest: Visitor, path: str) -> None:
    body = guest.get(path).body
    loaded = re.findall(r'<(?:script|img|link|iframe|source)[^>]*(?:src|href)="([^"]+)"', body)
    assert loaded and all(one.startswith(("/", "data:")) for one in loaded)
    assert re.findall(r"\sstyle=|\son\w+=|<script(?![^>]*src=)", body) == []


def test_the_texts_own_markup_is_shown_not_run(guest: Visitor) -> None:
    body = guest.get("/texts/1").body
    assert "&lt;script&gt;alert(1)" in body and "<script>alert" not in body


@pytest.mark.parametrize("host", ["paper.example", "paper.example:80", "127.0.0.1.paper.example", ""])
def test_other_hosts_are_not_served(guest: Visitor, host: str) -> None:
    assert guest.get("/", Host=host).status == 421


@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_its_token_is_refused(visitor: Visitor, path: str, site: Served) -> None:
    fields = {"document": "1", "kind": "statement", "item": "s1", "action": "accept", "text": "Ruiz said no."}
    visitor.get("/")
    assert visitor.post(path, fields).status == 403
    assert visitor.post(path, fields | {"token": "0" * 64}).status == 403
    assert visitor.post(path, fields | {"token": Visitor(visitor.base).token()}).status == 403
    assert site.dossier.judgements(site.dossier.find("1")) == [] and site.site.intake.seen() == []


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://paper.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_form_of_another_site_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    fields = {
        "token": visitor.token(),
        "document": "1",
        "kind": "statement",
        "item": "s1",
        "action": "accept",
    }
    assert visitor.post("/judge", fields, **headers).status == 403
    assert visitor.post("/judge", fields, Origin=visitor.base).status == 200


def test_forms_have_no_other_address_and_pages_change_nothing(guest: Visitor) -> None:
    for path in set(PAGES) - set(FORMS):
        assert guest.post(path.replace("{name}", "1"), {"token": guest.token()}).status in (404, 405)


def test_the_session_is_out_of_reach_for_scripts_and_other_sites(guest: Visitor) -> None:
    cookie = guest.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert "set-cookie" not in guest.get("/").headers


@pytest.mark.parametrize("length", ["99999999999"])
def test_what_is_too_large_is_refused(guest: Visitor, length: str) -> None:
    fields = {"token": guest.token()}
    assert guest.post("/add", fields, **{"Content-Length": length}).status == 413


@pytest.mark.parametrize("back", ["https://paper.example/", "//paper.example/", "/\\paper.example"])
def test_a_form_leads_back_to_this_site_only(visitor: Visitor, back: str) -> None:
    assert visitor.judge("statement", "s1", "accept", back=back).status == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "paper.example"])
def test_there_is_no_listening_where_others_could_come(host: str) -> None:
    with pytest.raises(UsageError, match="no sign-in"):
        serve("none.dossier", host=host, port=0, who=None, allow_private=False)
