"""The server: a dossier's pages on this machine, or for those who sign in."""

from __future__ import annotations

import getpass
import socket
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import uvicorn

from readout.dossier import opened
from readout.model.errors import UsageError
from readout.web.app import application
from readout.web.guard import LOOPBACK
from readout.web.intake import Intake
from readout.web.site import Site

if TYPE_CHECKING:
    from readout.web.signin.desk import Desk
    from readout.web.signin.issuer import Issuer
    from readout.web.signin.settings import SignIn


def serve(
    address: str,
    *,
    host: str,
    port: int,
    who: str | None,
    allow_private: bool,
    sign_in: SignIn | None = None,
) -> None:
    """Serve the pages until Ctrl-C.

    Raises ``UsageError`` for a host that others could reach, unless people sign in and come by https.
    """
    _reachable(host, sign_in)
    with opened(address) as dossier, _listening(host, port) as listening:
        issuer = _found(sign_in) if sign_in else None
        title = PurePath(address.rpartition("/")[2] or address).stem
        site = Site(dossier, title, None if sign_in else who or _me(), Intake(dossier, allow_private))
        own = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        desk = _desk(issuer, own) if issuer else None
        sys.stderr.write(f"readout: {title} is at {desk.origin if desk else own}/ (Ctrl-C ends)\n")
        config = uvicorn.Config(
            application(site, desk),
            log_level="warning",
            lifespan="off",
            server_header=False,
            proxy_headers=False,
        )
        uvicorn.Server(config).run([listening])


def _reachable(host: str, sign_in: SignIn | None) -> None:
    """Refuse to listen where others could come without signing in, or where others could listen."""
    if host in LOOPBACK:
        return
    if sign_in is None:
        raise UsageError(
            f"{host} can be reached by others and the pages have no sign-in: serve on 127.0.0.1, "
            "let people sign in with --auth oidc, or let others in by a tunnel of your own (ssh -L)"
        )
    if not (sign_in.origin or "").startswith("https://"):
        raise UsageError(
            f"{host} can be reached by others: name the https:// address that leads to it with --public-url"
        )


def _found(sign_in: SignIn) -> Issuer:
    from readout.web.signin.issuer import discovered

    return discovered(sign_in)


def _desk(issuer: Issuer, own: str) -> Desk:
    from readout.web.signin.desk import Desk

    return Desk(issuer, issuer.options.origin or own)


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot listen on {host} port {port}: {why}; choose another with --port") from error


def _me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "someone"
