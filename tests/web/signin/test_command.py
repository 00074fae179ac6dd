"""``readout serve --auth oidc`` as people start it."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .team import CLIENT, SECRET

MAIN = "import sys; sys.argv[0] = 'readout'; {before}; from readout.cli.main import main; main()"
WITHOUT = "sys.modules.update(dict.fromkeys(('authlib', 'httpx2', 'joserfc')))"


@contextmanager
def serving(
    shelf: Path, *options: str, before: str = "pass", **variables: str
) -> Iterator[subprocess.Popen[str]]:
    """The command, until the block ends."""
    command = [sys.executable, "-c", MAIN.format(before=before), "serve", str(shelf), "--port", "0", *options]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("READOUT_")}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", env=surroundings | variables
    ) as server:
        try:
            yield server
        finally:
            server.terminate()


def first_line(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    return server.stderr.readline()


def test_options_on_the_command_line(shelf: Path, issuer: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n", "utf-8")
    options = [
        "--auth",
        "oidc",
        "--issuer",
        issuer,
        "--client-id",
        CLIENT,
        "--client-secret-file",
        str(secret),
    ]
    with serving(
        shelf, *options, "--editors", "ana@paper.example", "--editors", "kim@else.example"
    ) as server:
        line = first_line(server)
        assert line.startswith("readout: talks is at http://127.0.0.1:"), line
        with urllib.request.urlopen(line.split()[4], timeout=30) as answer:
            assert "Continue with 127.0.0.1" in answer.read().decode()


def test_options_in_the_environment(shelf: Path, issuer: str) -> None:
    told = {
        "READOUT_OIDC_ISSUER": issuer,
        "READOUT_OIDC_CLIENT_ID": CLIENT,
        "READOUT_OIDC_CLIENT_SECRET": SECRET,
        "READOUT_PUBLIC_URL": "https://readout.paper.example",
        "READOUT_READERS": "paper.example, ana@else.example",
    }
    with serving(shelf, "--auth", "oidc", "--host", "0.0.0.0", **told) as server:
        assert first_line(server) == "readout: talks is at https://readout.paper.example/ (Ctrl-C ends)\n"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--issuer", "http://127.0.0.1:9"], "readout: the issuer http://127.0.0.1:9 cannot be reached ("),
        (["--issuer", "http://127.0.0.1:9", "--as", "Zoë"], "readout: with --auth everyone's own name"),
        (
            ["--issuer", "http://127.0.0.1:9", "--host", "0.0.0.0"],
            "readout: 0.0.0.0 can be reached by others",
        ),
        ([], "readout: --auth oidc needs the issuer's address"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(shelf: Path, options: list[str], why: str) -> None:
    common = ["--auth", "oidc", "--client-id", CLIENT, "--readers", "paper.example"]
    with serving(shelf, *common, *options) as server:
        assert server.stderr is not None
        told = server.stderr.read()
        assert server.wait(30) in (1, 2)
    assert told.startswith(why) and told.count("\n") == 1


def test_without_the_extra_the_install_command_is_named(shelf: Path) -> None:
    options = ["--auth", "oidc", "--issuer", "https://login.paper.example", "--client-id", CLIENT]
    with serving(shelf, *options, "--readers", "paper.example", before=WITHOUT) as server:
        assert first_line(server) == "readout: signing in needs Authlib: run pip install 'readout[oidc]'\n"


def test_pages_without_sign_in_need_no_extra(shelf: Path) -> None:
    with serving(shelf, before=WITHOUT) as server:
        line = first_line(server)
        with urllib.request.urlopen(line.split()[4], timeout=30) as answer:
            assert answer.status == 200
