"""``readout serve``: a dossier's pages in a browser, on this machine or for a team."""

from __future__ import annotations

from typing import Annotated

import typer

from readout.cli.facts import OwnFacts
from readout.cli.signing import (
    Auth,
    ClientId,
    Editors,
    Issuer,
    PublicUrl,
    Readers,
    SecretFile,
    Signing,
    sign_in,
)
from readout.model.errors import UsageError


def serve(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="A dossier: a file, or postgresql://…")],
    host: Annotated[
        str,
        typer.Option(
            metavar="HOST", help="Where to listen; others than this machine's own addresses need --auth."
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0: one that is free.")] = 8765,
    who: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="NAME", help="Who judges and adds; the name of your account by default."
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False,
    knowledge: OwnFacts = None,
    auth: Auth = None,
    issuer: Issuer = None,
    client_id: ClientId = None,
    client_secret_file: SecretFile = None,
    public_url: PublicUrl = None,
    editors: Editors = None,
    readers: Readers = None,
) -> None:
    """Show a dossier's pages in a browser: read, search, compare, judge, add.

    Nothing is loaded from the network. Without --auth the pages are served to
    this machine only; with it, to those whom --editors and --readers name.
    """
    from readout.web.serve import serve as run

    signing = sign_in(
        Signing(
            auth=auth,
            issuer=issuer,
            client_id=client_id,
            secret_file=client_secret_file,
            public_url=public_url,
            editors=editors or [],
            readers=readers or [],
        )
    )
    if signing and who:
        raise UsageError("with --auth everyone's own name is written down: leave out --as")
    run(dossier, host=host, port=port, who=who, allow_private=allow_private, sign_in=signing)
