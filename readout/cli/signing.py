"""The options by which a server lets people sign in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from readout.model.errors import UsageError

if TYPE_CHECKING:
    from readout.web.signin.settings import SignIn

TEAM = "People who sign in"
Auth = Annotated[
    Literal["oidc"] | None,
    typer.Option(
        "--auth",
        metavar="oidc",
        help="Let people sign in with an OpenID Connect issuer.",
        rich_help_panel=TEAM,
    ),
]
Issuer = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="READOUT_OIDC_ISSUER",
        help="Who signs people in: https://accounts.google.com, or one of your own.",
        rich_help_panel=TEAM,
    ),
]
ClientId = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        envvar="READOUT_OIDC_CLIENT_ID",
        help="The id that the issuer gave this server.",
        rich_help_panel=TEAM,
    ),
]
SecretFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        envvar="READOUT_OIDC_CLIENT_SECRET_FILE",
        help="Where the client's secret is; READOUT_OIDC_CLIENT_SECRET may hold it instead.",
        rich_help_panel=TEAM,
    ),
]
PublicUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="READOUT_PUBLIC_URL",
        help="The https:// address under which people come, when a reverse proxy stands before the pages.",
        rich_help_panel=TEAM,
    ),
]
Editors = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LIST",
        envvar="READOUT_EDITORS",
        help="Who may change things: mail addresses and domains.",
        rich_help_panel=TEAM,
    ),
]
Readers = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LIST",
        envvar="READOUT_READERS",
        help="Who may only read: mail addresses and domains.",
        rich_help_panel=TEAM,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What was said about signing in, on the command line or in the environment."""

    auth: str | None
    issuer: str | None
    client_id: str | None
    secret_file: Path | None
    public_url: str | None
    editors: list[str]
    readers: list[str]


def sign_in(said: Signing) -> SignIn | None:
    """How people sign in; None without ``--auth``. Raises ``UsageError`` for what is missing or wrong."""
    if said.auth is None:
        if said.public_url is not None:
            raise UsageError("--public-url lets others come, and the pages have no sign-in: add --auth oidc")
        return None
    from readout.web.signin.members import members
    from readout.web.signin.settings import SignIn, client_of, issuer_of, origin_of, secret_of

    return SignIn(
        issuer=issuer_of(said.issuer),
        client_id=client_of(said.client_id),
        secret=secret_of(said.secret_file, os.environ),
        members=members(said.editors, said.readers),
        origin=origin_of(said.public_url),
    )
