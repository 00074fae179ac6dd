"""A PostgreSQL server of our own: a free loopback port, a temporary directory, gone when the tests end.

It is started from the binaries on the machine (Debian's ``postgresql`` is installed where there are
none and we may). The server refuses to run as root; it then runs as an unprivileged user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("initdb", "pg_ctl", "postgres")
MISSING = "these tests need the binaries of PostgreSQL: install the package postgresql (apt-get, brew) and run them again"


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database's name: ``postgresql://readout@127.0.0.1:5544``."""
    binaries, user, port = _binaries(), _user(), _free_port()
    with tempfile.TemporaryDirectory(prefix="readout-pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        home = folder / "home"
        home.mkdir()
        if user:
            shutil.chown(home, user)
        _run(
            user,
            binaries / "initdb",
            "-D",
            home / "data",
            "-U",
            "readout",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        )
        options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=40"
        control = (binaries / "pg_ctl", "-D", home / "data", "-w")
        _run(user, *control, "-l", home / "log", "-o", options, "start")
        try:
            yield f"postgresql://readout@127.0.0.1:{port}"
        finally:
            _run(user, *control, "-m", "immediate", "stop")


def _binaries() -> Path:
    """The folder of the server's programs, installed first where it must be."""
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update"], **quiet)  # type: ignore[call-overload]
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "postgresql"], **quiet)  # type: ignore[call-overload]
        found = _found()
    if found is None:
        raise RuntimeError(MISSING)
    return found


def _found() -> Path | None:
    places = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep) if place]
    for pattern in ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql*/bin"):
        places += sorted(Path("/").glob(pattern), reverse=True)
    return next((one for one in places if all((one / name).exists() for name in NEEDED)), None)


def _user() -> str | None:
    """Whom the server runs as when we are root; None where it can run as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError(
        "PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as"
    )


def _run(user: str | None, *command: str | Path) -> None:
    """Run a program of the server's, as its user; raise what it said when it fails."""
    words = [str(word) for word in command]
    if user:
        words = ["runuser", "-u", user, "--", *words]
    with (
        tempfile.TemporaryFile() as said
    ):  # a pipe would be held open by the server that pg_ctl leaves running
        ran = subprocess.run(words, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/", check=False)
        said.seek(0)
        words_said = said.read().decode(errors="replace")
    if ran.returncode != 0:
        raise RuntimeError(f"{Path(words[-1]).name}: {words_said.strip()[-500:]}")


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
