"""The server: a dossier's pages on this machine, and nowhere else."""

from __future__ import annotations

import getpass
import socket
import sys
from pathlib import PurePath

import uvicorn

from readout.dossier import opened
from readout.model.errors import UsageError
from readout.web.app import LOOPBACK, application
from readout.web.intake import Intake
from readout.web.site import Site


def serve(address: str, *, host: str, port: int, who: str | None, allow_private: bool) -> None:
    """Serve the pages until Ctrl-C.

    Raises ``UsageError`` for a host that others could reach: there is no sign-in here.
    """
    if host not in LOOPBACK:
        raise UsageError(
            f"{host} can be reached by others and the pages have no sign-in: serve on 127.0.0.1 "
            "and let others in by a tunnel of your own (ssh -L)"
        )
    with opened(address) as dossier, _listening(host, port) as listening:
        title = PurePath(address.rpartition("/")[2] or address).stem
        site = Site(dossier, title, who or _me(), Intake(dossier, allow_private))
        shown = f"[{host}]" if ":" in host else host
        sys.stderr.write(
            f"readout: {title} is at http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends)\n"
        )
        config = uvicorn.Config(
            application(site), log_level="warning", lifespan="off", server_header=False, proxy_headers=False
        )
        uvicorn.Server(config).run([listening])


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
