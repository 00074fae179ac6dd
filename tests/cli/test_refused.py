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
        (("list", "--nope"), "no such option --nope"),
        (("lst",), "no such command 'lst'. Did you mean 'list'? See readout --help"),
        (("list", "x.dossier", "--acto", "A"), "no such option --acto. Did you mean --actor,"),
    ],
)
def test_one_sentence(run: Callable[..., Any], words: tuple[str, ...], told: str) -> None:
    ran = run(*words)
    assert ran.code == 2 and ran.out == "" and ran.err.count("\n") == 1
    assert ran.err.startswith(f"readout: {told}")


def test_the_version_can_be_asked_for(run: Callable[..., Any]) -> None:
    from readout import __version__

    assert run("--version").out == f"readout {__version__}\n"


def test_help_shows_values_that_break_between_words_and_no_types(run: Callable[..., Any]) -> None:
    for command in ("read", "search", "export", "serve", "people"):
        told = run(command, "--help").out
        assert "<bool>" not in told and "<str>" not in told and "list[" not in told
    assert "actor | topic" in run("search", "--help").out


def test_a_fault_of_the_program_is_one_line_and_its_traceback_waits(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("q7")

    monkeypatch.setattr("readout.dossier.opened", broken)
    ran = run("list", "x.dossier")
    assert ran.code == 1 and ran.out == "" and ran.err.count("\n") == 1
    assert "a fault of Readout" in ran.err and "KeyError: 'q7' in readout.cli.list, line" in ran.err
    monkeypatch.setenv("READOUT_TRACEBACK", "1")
    with pytest.raises(KeyError):
        run("list", "x.dossier")
