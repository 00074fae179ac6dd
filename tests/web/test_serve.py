"""``readout serve`` as people start it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from readout.model.errors import DossierError, UsageError
from readout.web.serve import serve

COMMAND = [
    sys.executable,
    "-c",
    "import sys; sys.argv[0] = 'readout'; from readout.cli.main import main; main()",
    "serve",
]


def test_the_address_is_told_and_answers(shelf: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, str(shelf), "--port", "0", "--as", "Zoë"], stderr=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stderr is not None
        try:
            line = server.stderr.readline()
            found = re.search(r"talks is at (http://127\.0\.0\.1:\d+/) ", line)
            assert found, line
            with urllib.request.urlopen(found[1], timeout=30) as answer:
                assert "written down as Zoë" in answer.read().decode()
        finally:
            server.terminate()


def test_a_dossier_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="does not exist"):
        serve(str(tmp_path / "none.dossier"), host="127.0.0.1", port=0, who=None, allow_private=False)


def test_a_port_that_is_taken(shelf: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(UsageError, match="choose another with --port"),
    ):
        serve(str(shelf), host="127.0.0.1", port=taken.getsockname()[1], who=None, allow_private=False)
