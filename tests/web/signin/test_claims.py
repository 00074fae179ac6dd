"""Who the claims of an issuer name."""

from __future__ import annotations

from typing import Any

import pytest

from readout.model.errors import SignInError
from readout.web.signin.claims import GOOGLE, identity, named
from readout.web.signin.tickets import Tickets
from readout.web.within import within

ANA = {"email": "ana@paper.example", "email_verified": True, "name": "Ana Ruiz"}


@pytest.mark.parametrize(
    ("issuer", "more", "domain"),
    [
        ("https://login.paper.example", {}, "paper.example"),
        (GOOGLE, {"hd": "paper.example"}, "paper.example"),
        (GOOGLE, {}, None),  # a private account that was opened with an address at work
        (GOOGLE, {"hd": "elsewhere.example"}, None),
        (GOOGLE, {"email": "ana@gmail.com"}, "gmail.com"),
    ],
)
def test_a_domain_counts_where_the_issuer_vouches_for_it(
    issuer: str, more: dict[str, str], domain: str | None
) -> None:
    assert identity(issuer, ANA | more).domain == domain


@pytest.mark.parametrize("verified", [True, "true"])
def test_a_verified_address(verified: object) -> None:
    assert identity("https://login.paper.example", ANA | {"email_verified": verified}).name == "Ana Ruiz"


@pytest.mark.parametrize("verified", [False, None, "false", 1, "yes", [True]])
def test_an_address_that_nobody_verified(verified: object) -> None:
    with pytest.raises(SignInError, match="has not verified"):
        identity("https://login.paper.example", ANA | {"email_verified": verified})


@pytest.mark.parametrize(
    "email", [None, 3, "", "ana", "a@b@c", "a b@paper.example", "a\n@paper.example", "a\x1b[2J@paper.example", "a@" + "b" * 300]
)
def test_what_is_no_address(email: Any) -> None:
    with pytest.raises(SignInError, match="does not say your mail address"):
        identity("https://login.paper.example", ANA | {"email": email})


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        (None, ""),
        ("Zoë 🌉", "Zoë 🌉"),
        ("Ana\u202eRuiz\r\nreadout: x", "Ana Ruiz readout: x"),
        ("x" * 500, "x" * 100),
        (["Ana"], "['Ana']"),
    ],
)
def test_names_are_one_plain_line(told: object, name: str) -> None:
    assert named(told) == name


def test_tickets_hold_for_one_purpose_one_server_and_a_while() -> None:
    now = [1_000.0]
    tickets = Tickets(lambda: now[0])
    ticket = tickets.sealed("session", {"sid": "1"}, 60)
    assert (tickets.opened("session", ticket) or {})["sid"] == "1"
    assert tickets.opened("signin", ticket) is None
    assert Tickets(lambda: now[0]).opened("session", ticket) is None
    now[0] += 61
    assert tickets.opened("session", ticket) is None


@pytest.mark.parametrize(
    "ticket", [None, "", ".", "a.b.c", "ey" * 500, "é.è.ê", "eyJhbGciOiJub25lIn0.eyJzaWQiOiIxIn0."]
)
def test_what_is_no_ticket(ticket: str | None) -> None:
    assert Tickets().opened("session", ticket) is None


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("/", True),
        ("/texts/3?hide=event&at=0-8#s1", True),
        ("/search?words=caf%C3%A9", True),
        ("", False),
        ("texts", False),
        ("//paper.example", False),
        ("/\\paper.example", False),
        ("/\t/paper.example", False),
        ("/a\r\nb", False),
        ("/a\\b", False),
        ("/é", False),
        ("https://paper.example/", False),
        ("/" + "a" * 2_000, False),
    ],
)
def test_addresses_of_this_site(address: str, ours: bool) -> None:
    assert within(address) == (address if ours else None)
