"""What a browser would not send: forged forms, cookies, answers of issuers, hosts and ways back."""

from __future__ import annotations

import http.client
import re
import urllib.parse
from pathlib import Path

import pytest

from readout.model.errors import SignInError, UsageError
from readout.web.app import FORMS, PAGES, SIGN_IN
from readout.web.serve import serve
from readout.web.signin import desk as desks
from readout.web.signin import issuer as issuers
from readout.web.signin.members import members
from readout.web.signin.settings import SignIn

from .team import CLIENT, SECRET, Options, Team, message

JUDGED = {"document": "1", "kind": "statement", "item": "s1", "action": "accept"}
MEMBERS = members(["ana@paper.example"], [])


def said(team: Team) -> int:
    return len(team.site.dossier.judgements(team.site.dossier.find("1"))) + len(team.site.site.intake.seen())


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/static")])
def test_no_page_is_shown_to_those_who_did_not_sign_in(team: Team, path: str) -> None:
    answer = team.guest().get(re.sub(r"\{\w+\}", "1", path))
    assert answer.status == 200 and "<h1>Sign in</h1>" in answer.body
    assert "talks" not in answer.body and "Ada Ruiz" not in answer.body


def test_the_style_is_for_everyone(team: Team) -> None:
    assert "--paper" in team.guest().get("/static/style.css").body


@pytest.mark.parametrize("path", [*FORMS, "/signout", "/signin", "/nothing"])
def test_nothing_is_taken_from_those_who_did_not_sign_in(team: Team, path: str) -> None:
    answer = team.guest().post(path, JUDGED | {"token": "0" * 64})
    assert answer.status == 401 and "not signed in" in message(answer)
    assert said(team) == 0


@pytest.mark.parametrize("path", FORMS)
def test_a_reader_changes_nothing_by_hand(team: Team, path: str) -> None:
    emil = team.member("emil")
    answer = emil.post(path, JUDGED | {"token": emil.token(), "text": "Ruiz said no.", "judgement": "1"})
    assert answer.status == 403 and "You may read this dossier, not change it" in message(answer)
    assert said(team) == 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
@pytest.mark.parametrize("path", ["/judge", "/add", "/texts/1", "/nothing"])
def test_a_reader_changes_nothing_by_any_method(team: Team, method: str, path: str) -> None:
    emil = team.member("emil")
    cookie = "; ".join(f"{one.name}={one.value}" for one in emil.cookies)
    headers = {"cookie": cookie, "content-length": "0"}
    assert answered(team, method, path, headers)[0] == 403


def answered(
    team: Team, method: str, path: str, headers: dict[str, str]
) -> tuple[int, list[tuple[str, str]]]:
    """The status and the headers, redirects not followed."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(team.base).netloc, timeout=30)
    connection.request(method, path, headers=headers)
    with connection.getresponse() as answer:
        answer.read()
        found = answer.status, answer.getheaders()
    connection.close()
    return found


def test_an_editor_judges_and_takes_back_under_their_own_name(team: Team) -> None:
    ana = team.member("ana")
    assert ana.judge("statement", "s1", "comment", note="Seen on the tape").status == 200
    ((made, _),) = team.site.dossier.judgements(team.site.dossier.find("1"))
    form = JUDGED | {"token": ana.token(), "judgement": made.id}
    assert ana.post("/undo", form).status == 200
    told = [one.who for one, _ in team.site.dossier.judgements(team.site.dossier.find("1"))]
    assert told == ["Ana Ruiz <ana@paper.example>"] * 2
    assert ana.post("/add", {"token": ana.token(), "text": "Ruiz said no."}).status == 200
    assert team.site.site.intake.seen()[0].order.by == "Ana Ruiz <ana@paper.example>"


def test_a_name_cannot_pass_for_another(team: Team) -> None:
    team.member("sly").judge("statement", "s1", "accept")
    ((made, _),) = team.site.dossier.judgements(team.site.dossier.find("1"))
    assert made.who == "Ana Ruiz ana@paper.example <sly@paper.example>"


def test_whoever_has_no_name_signs_with_the_address(team: Team) -> None:
    assert "desk@paper.example, reader" in team.member("nameless").get("/").body


@pytest.mark.parametrize("path", [*FORMS, "/signout"])
def test_a_form_without_its_token_is_refused(team: Team, path: str) -> None:
    ana = team.member("ana")
    foreign = team.member("ana").token()
    for token in ({}, {"token": "0" * 64}, {"token": foreign}):
        assert ana.post(path, JUDGED | {"text": "Ruiz said no."} | token).status == 403
    assert said(team) == 0 and ana.get("/").status == 200
    assert "Ana Ruiz, editor" in ana.get("/").body


def test_a_token_holds_for_one_session(team: Team) -> None:
    ana = team.member("ana")
    token = ana.token()
    team.signed_in(ana, "ana")
    assert ana.post("/judge", JUDGED | {"token": token}).status == 403 and said(team) == 0


def test_a_session_that_was_left_is_over_everywhere(team: Team) -> None:
    ana = team.member("ana")
    copied = next(one.value for one in ana.cookies if one.name == "readout-session")
    assert "You are signed out" in ana.post("/signout", {"token": ana.token()}).body
    assert team.desk.session(copied) is None
    status, headers = answered(team, "GET", "/", {"cookie": f"readout-session={copied}"})
    assert status == 303 and dict(headers)["location"] == "/signin"


def test_a_reader_may_sign_out(team: Team) -> None:
    emil = team.member("emil")
    assert "You are signed out" in emil.post("/signout", {"token": emil.token()}).body


@pytest.mark.parametrize(
    "back",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
        "javascript:alert(1)",
        "elsewhere.example",
        "/%0a/x\r\nSet-Cookie: a=b",
        "/" + "a" * 9_000,
    ],
)
def test_nobody_is_led_elsewhere(team: Team, back: str) -> None:
    quoted = urllib.parse.quote(back)
    assert (
        f"{team.base}/signin/start?next=%2F"
        in team.base + team.guest().get(f"/signin?next={quoted}").body.partition('class="go" href="')[2]
    )
    ana = team.guest()
    with ana.opener.open(f"{team.begun(ana, quoted)}&who=ana") as answer:
        assert answer.url == f"{team.base}/"
    with ana.opener.open(f"{team.base}/signin?next={quoted}") as answer:
        assert answer.url == f"{team.base}/"


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("audience", "aud"),
        ("issuer", "iss"),
        ("late", "expired"),
        ("early", "issued in the future"),
        ("athash", "at_hash"),
        ("party", "azp"),
        ("forged", "bad_signature"),
        ("unsigned", "Algorithm of 'none' is not allowed"),
        ("shared", "Algorithm of 'HS256' is not allowed"),
        ("unknown", "key that it does not publish"),
        ("other", "spoke of somebody else"),
        ("noemail", "does not say your mail address"),
    ],
)
def test_what_an_issuer_may_not_say(team: Team, who: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuers, "KEYS_PAUSE", 0)
    visitor = team.guest()
    answer = team.signed_in(visitor, who)
    assert answer.status == 400 and why in message(answer)
    assert [one.name for one in visitor.cookies] == ["readout"]


def test_what_the_id_token_leaves_out_is_asked_for(team: Team) -> None:
    assert "Bea Brief, reader" in team.member("brief").get("/").body


def test_new_keys_of_the_issuer_are_fetched(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuers, "KEYS_PAUSE", 0)
    team.member("ana")
    team.member("rotated")


def test_an_answer_belongs_to_the_browser_that_asked(team: Team) -> None:
    ana, thief = team.guest(), team.guest()
    begun = team.begun(ana)
    assert "did not begin in this browser" in message(thief.follow(f"{begun}&who=ana"))
    team.begun(thief)
    assert "did not begin in this browser" in message(thief.follow(f"{begun}&who=ana"))


def test_an_answer_is_taken_once_and_in_time(team: Team) -> None:
    ana = team.guest()
    begun = team.begun(ana)
    assert ana.follow(f"{begun}&who=ana").status == 200
    assert "did not begin in this browser" in message(ana.follow(f"{begun}&who=ana"))
    begun = team.begun(ana)
    team.clock.ahead = desks.FLOW_SECONDS + 1
    assert "took too long" in message(ana.follow(f"{begun}&who=ana"))


def test_a_code_of_somebody_else_is_no_use(team: Team) -> None:
    """The verifier of this browser does not fit the code of another (PKCE)."""
    ana, thief = team.guest(), team.guest()
    stolen = code_of(team, ana)
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(team.begun(thief)).query))
    answer = thief.get(f"/signin/back?state={query['state']}&code={stolen}")
    assert answer.status == 400 and "does not know this sign-in" in message(answer)


def code_of(team: Team, visitor: object) -> str:
    """A code that an issuer gave to somebody's browser, seen on its way."""
    begun = urllib.parse.urlsplit(team.begun(visitor) + "&who=ana")  # type: ignore[arg-type]
    connection = http.client.HTTPConnection(begun.netloc, timeout=30)
    connection.request("GET", f"{begun.path}?{begun.query}")
    with connection.getresponse() as answer:
        there = answer.getheader("location") or ""
    connection.close()
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(there).query))["code"]


def test_another_issuers_answer_is_refused(team: Team) -> None:
    ana = team.guest()
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(team.begun(ana)).query))
    answer = ana.get(f"/signin/back?state={query['state']}&code=x&iss=https://elsewhere.example")
    assert "another issuer" in message(answer).lower()


@pytest.mark.parametrize(
    "options", [Options(secret="not the secret"), Options(secret=None)], ids=["wrong", "none"]
)
def test_a_wrong_secret_is_told_in_one_sentence(team: Team, capfd: pytest.CaptureFixture[str]) -> None:
    answer = team.signed_in(team.guest(), "ana")
    assert answer.status == 400 and "does not accept this server's client id and secret" in message(answer)
    assert "does not accept this server" in capfd.readouterr().err
    assert "not the secret" not in answer.body


@pytest.mark.parametrize("options", [Options(origin="https://readout.paper.example")])
def test_behind_a_proxy_everything_is_for_https(team: Team) -> None:
    host = {"host": "readout.paper.example"}
    assert answered(team, "GET", "/", {})[0] == 421
    status, headers = answered(team, "GET", "/signin/start", host)
    asked = urllib.parse.urlsplit(dict(headers)["location"])
    assert "redirect_uri=https%3A%2F%2Freadout.paper.example%2Fsignin%2Fback" in asked.query
    told = [value for name, value in headers if name == "set-cookie"]
    assert len(told) == 2 and status == 303
    for cookie in told:
        assert cookie.startswith("__Host-readout") and "; Path=/;" in cookie + ";"
        assert {"Secure", "HttpOnly"} <= set(cookie.split("; ")) and "samesite=lax" in cookie.lower()
    assert dict(headers)["strict-transport-security"].startswith("max-age=")
    kept = "; ".join(cookie.partition(";")[0] for cookie in told)
    connection = http.client.HTTPConnection(asked.netloc, timeout=30)
    connection.request("GET", f"{asked.path}?{asked.query}&who=ana")
    with connection.getresponse() as answer:
        back = urllib.parse.urlsplit(answer.getheader("location") or "")
    connection.close()
    status, headers = answered(team, "GET", f"{back.path}?{back.query}", host | {"cookie": kept})
    session = next(value for name, value in headers if name == "set-cookie" and "readout-session" in value)
    assert status == 303 and session.startswith("__Host-readout-session=ey") and "; Secure" in session
    kept += "; " + session.partition(";")[0]
    assert answered(team, "GET", "/", host | {"cookie": kept})[0] == 200
    forged = host | {"cookie": kept, "origin": "http://readout.paper.example", "content-length": "0"}
    assert answered(team, "POST", "/judge", forged)[0] == 403


def test_every_answer_is_hardened(team: Team) -> None:
    for path in (*SIGN_IN, "/signin?left", "/"):
        for who in (team.guest(), team.member("ana")):
            if path == "/signin/start":
                continue
            answer = who.get(path)
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy and answer.headers["cache-control"] == "no-store"
            assert answer.headers["referrer-policy"] == "same-origin"
            assert re.findall(r"\sstyle=|\son\w+=|<script(?![^>]*src=)", answer.body) == []


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])
def test_others_are_let_in_by_https_only(host: str, issuer: str) -> None:
    options = SignIn(
        issuer=issuer, client_id=CLIENT, secret=SECRET, members=MEMBERS, origin="http://localhost:9"
    )
    with pytest.raises(UsageError, match="--public-url"):
        serve("none.dossier", host=host, port=0, who=None, allow_private=False, sign_in=options)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:9", "cannot be reached"),
        ("{issuer}/elsewhere", "cannot be reached .*404"),
        ("{base}", "cannot be reached .*303"),
    ],
)
def test_an_issuer_that_is_none_is_told_in_one_sentence(team: Team, address: str, why: str) -> None:
    address = address.format(issuer=team.issuer, base=team.base)
    with pytest.raises(SignInError, match=why) as told:
        issuers.discovered(SignIn(issuer=address, client_id=CLIENT, members=MEMBERS))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, "calls itself None"),
        ({"issuer": "https://elsewhere.example"}, "calls itself 'https://elsewhere.example'"),
        ({"token_endpoint": None}, "names no safe token_endpoint"),
        ({"token_endpoint": "http://login.paper.example/token"}, "names no safe token_endpoint"),
        ({"jwks_uri": "file:///etc/passwd"}, "names no safe jwks_uri"),
        (None, "does not answer as an OpenID Connect issuer"),
    ],
)
def test_a_discovery_document_that_is_not_one(
    facts: dict[str, object] | None, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = "https://login.paper.example"
    right = {"issuer": f"{here}/", "authorization_endpoint": here, "token_endpoint": here, "jwks_uri": here}

    def fetched(url: str) -> dict[str, object]:
        assert url == f"{here}/.well-known/openid-configuration"
        if facts is None:
            raise ValueError("no JSON")
        return right | facts if facts else {}

    monkeypatch.setattr(issuers, "fetched", fetched)
    with pytest.raises(SignInError, match=why):
        issuers.discovered(SignIn(issuer=here, client_id=CLIENT, members=MEMBERS))


def test_an_issuer_that_drips_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, issuer: str
) -> None:
    from readout.web.signin import asking

    monkeypatch.setattr(asking, "SECONDS", 0.0)
    with pytest.raises(SignInError, match=r"cannot be reached"):
        issuers.discovered(SignIn(issuer=issuer, client_id=CLIENT, members=MEMBERS))
    monkeypatch.undo()
    monkeypatch.setattr(asking, "MOST", 10)
    with pytest.raises(SignInError, match="more than 10 bytes"):
        issuers.discovered(SignIn(issuer=issuer, client_id=CLIENT, members=MEMBERS))
