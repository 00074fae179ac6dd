"""How people sign in: the issuer, how it knows this server, who is let in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from readout.model.errors import MissingExtraError, UsageError
from readout.web.guard import LOOPBACK
from readout.web.signin.members import Members

SECRET = "READOUT_OIDC_CLIENT_SECRET"
"""The variable that may hold the client's secret; no option takes it, since others can see a command line."""
MOST_SECRET = 4_096
"""Characters of a secret; a file with more is another file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Where people sign in and who is let in; ``origin`` is where they come to, None for the server's own."""

    issuer: str
    client_id: str
    members: Members
    secret: str | None = field(default=None, repr=False)
    origin: str | None = None


def issuer_of(url: str | None) -> str:
    """The issuer's address, without its last slash; https, or http on this machine."""
    if not url:
        raise UsageError("--auth oidc needs the issuer's address: --issuer or READOUT_OIDC_ISSUER")
    _secure(url, "--issuer")
    return url.rstrip("/")


def client_of(client_id: str | None) -> str:
    """The id under which the issuer knows this server."""
    if not client_id:
        raise UsageError("--auth oidc needs the issuer's id for it: --client-id or READOUT_OIDC_CLIENT_ID")
    if find_spec("authlib") is None or find_spec("httpx2") is None:
        raise MissingExtraError("signing in needs Authlib: run pip install 'readout[oidc]'")
    return client_id


def origin_of(url: str | None) -> str | None:
    """The address under which people reach the pages: https and a host, or http on this machine.

    >>> origin_of("https://Readout.paper.example:443/")
    'https://readout.paper.example'
    """
    if url is None:
        return None
    parts = _secure(url, "--public-url")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise UsageError(f"--public-url {url} goes on after the host: the pages need a host of their own")
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = "" if parts.port in (None, {"https": 443, "http": 80}[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def secret_of(file: Path | None, environment: Mapping[str, str]) -> str | None:
    """The client's secret, out of a file or the environment; None for a client that has none."""
    told = environment.get(SECRET) or None
    if file is None:
        return told
    if told is not None:
        raise UsageError(f"the client's secret is given twice: in {file} and in {SECRET}")
    try:
        secret = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise UsageError(f"the client's secret cannot be read from {file}: {why}") from error
    if not 0 < len(secret) <= MOST_SECRET:
        raise UsageError(f"{file} holds no secret: put it there on one line")
    return secret


def private(url: str) -> bool:
    """Whether nobody between can listen: https, or an address of this machine."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def _secure(url: str, option: str) -> SplitResult:
    if not private(url):
        raise UsageError(f"{option} {url} must begin with https:// (http:// is for this machine only)")
    parts = urlsplit(url)
    if parts.username is not None or parts.query or parts.fragment:
        raise UsageError(f"{option} {url} may hold a host and a path only")
    return parts
