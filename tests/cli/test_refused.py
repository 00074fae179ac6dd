"""A command line that cannot be understood is told in one sentence, with the way to the help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("frob",), "no such command 'frob': see readout --help"),
        (("export",), "missing argument 'DOSSIER': see readout export --help"),
        (
            ("export", "x.dossier", "--as", "xml"),
            "invalid value for '--as': 'xml' is not one of 'jsonl', 'csv'",
        ),
        (("people", "x.dossier", "--limit", "many"), "invalid value for '--limit': that is no integer: see"),
        (("list", "--nope"), "no such option: --nope"),
    ],
)
def test_one_sentence(run: Callable[..., Any], words: tuple[str, ...], told: str) -> None:
    ran = run(*words)
    assert ran.code == 2 and ran.out == "" and ran.err.count("\n") == 1
    assert ran.err.startswith(f"readout: {told}")
