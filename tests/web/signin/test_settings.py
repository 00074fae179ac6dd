"""What is said on the command line and in the environment, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from readout.cli.signing import Signing, sign_in
from readout.model.errors import UsageError
from readout.web.signin.settings import SECRET, SignIn, issuer_of, origin_of, secret_of


def said(**changed: object) -> SignIn | None:
    usual = {
        "auth": "oidc",
        "issuer": "https://login.paper.example/realms/desk/",
        "client_id": "readout",
        "secret_file": None,
        "public_url": None,
        "editors": ["ana@paper.example"],
        "readers": [],
    }
    return sign_in(Signing(**(usual | changed)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"issuer": None}, "--issuer or READOUT_OIDC_ISSUER"),
        ({"issuer": "http://login.paper.example"}, "must begin with https://"),
        ({"issuer": "login.paper.example"}, "must begin with https://"),
        ({"issuer": "https://login.paper.example/?a=b"}, "a host and a path only"),
        ({"client_id": None}, "--client-id or READOUT_OIDC_CLIENT_ID"),
        ({"editors": []}, "nobody could sign in"),
        ({"public_url": "http://readout.paper.example"}, "must begin with https://"),
        ({"public_url": "https://paper.example/readout"}, "a host of their own"),
        ({"public_url": "https://[::1"}, "must begin with https://"),
        ({"public_url": "https://ana:pass@paper.example"}, "a host and a path only"),
        ({"auth": None, "public_url": "https://readout.paper.example"}, "add --auth oidc"),
    ],
)
def test_what_is_missing_or_wrong(changed: dict[str, object], why: str) -> None:
    with pytest.raises(UsageError, match=why) as told:
        said(**changed)
    assert "\n" not in str(told.value)


def test_what_is_enough() -> None:
    made = said(public_url="https://Readout.paper.example:443/")
    assert made is not None and made.issuer == "https://login.paper.example/realms/desk"
    assert made.origin == "https://readout.paper.example"
    assert said(auth=None, issuer=None, client_id=None) is None


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://readout.paper.example:8443", "https://readout.paper.example:8443"),
        ("http://127.0.0.1:80/", "http://127.0.0.1"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_public_addresses(url: str, origin: str) -> None:
    assert origin_of(url) == origin


def test_an_issuer_of_this_machine_needs_no_https() -> None:
    assert issuer_of("http://localhost:9000/") == "http://localhost:9000"


def test_the_secret_stands_in_a_file_or_in_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("hush\n", "utf-8")
    assert secret_of(file, {}) == "hush" and secret_of(None, {SECRET: "hush"}) == "hush"
    assert secret_of(None, {}) is None
    with pytest.raises(UsageError, match="given twice"):
        secret_of(file, {SECRET: "hush"})


@pytest.mark.parametrize("bytes_", [None, b"", b" \n", b"\xff\xfe", b"x" * 5_000])
def test_a_file_without_a_secret(tmp_path: Path, bytes_: bytes | None) -> None:
    file = tmp_path / "secret"
    if bytes_ is not None:
        file.write_bytes(bytes_)
    with pytest.raises(UsageError, match="secret"):
        secret_of(file, {})


def test_the_secret_is_not_shown() -> None:
    made = said()
    assert made is not None
    assert "hush" not in repr(SignIn(issuer="i", client_id="c", members=made.members, secret="hush"))
