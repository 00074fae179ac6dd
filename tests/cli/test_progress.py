"""The progress bar: how far it has to go, and that it keeps out of the way."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from readout.cli.progress import expected, progress


class Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def test_a_folder_counts_its_readable_files(examples: Path) -> None:
    assert expected([str(examples), "-", "story.txt"]) == len(list(examples.iterdir())) + 2


def test_nothing_is_drawn_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", err := io.StringIO())
    with progress(["a", "b"], shares_screen=False) as seen, seen.aside():
        seen.step("a")
    assert err.getvalue() == ""


@pytest.mark.parametrize("shares_screen", [True, False])
def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, shares_screen: bool) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", err := Terminal())
    with progress(["a", "b"], shares_screen) as seen:
        for name in ("a.txt", "b[red].txt"):
            with seen.aside():
                pass
            seen.step(name)
    assert "2/2" in err.getvalue()
    assert "b[red].txt" in err.getvalue()
