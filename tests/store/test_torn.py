"""A process that is killed, and two that add at once: nothing is lost, nothing is half there.

``bench/kill.py`` does the first a hundred times.
"""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from readout.dossier import Filters, opened

from .torn import PROGRAM, faults, killed

KILLS = 3


def test_a_kill_in_the_middle_of_adding_loses_nothing_that_was_told(address: str) -> None:
    chance, following = random.Random(7), 0
    for _ in range(KILLS):
        last = killed(address, following, 0.3, chance)
        assert faults(address, range(last + 1)) == []
        following = last + 1


def test_two_processes_at_once_lose_nothing(address: str) -> None:
    ranges = (("0", "24"), ("12", "36"))  # the middle ones are added by both
    commands = [[sys.executable, str(PROGRAM), address, *both] for both in ranges]
    running = [
        subprocess.Popen(one, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for one in commands
    ]
    for one in running:
        out, error = one.communicate()
        assert one.returncode == 0, error
        assert len(out.splitlines()) == 25
    assert faults(address, range(36)) == []
    with opened(address) as dossier:
        documents = dossier.documents(Filters(versions=True))
        assert len(documents) == 36
        versions = sorted((kept.page, kept.version) for kept in documents)
        assert [version for _, version in versions] == [1, 2, 3] * 12


@pytest.mark.parametrize("word", ["ship", "sailed"])
def test_search_sees_every_document_after_two_processes(address: str, word: str) -> None:
    command = [sys.executable, str(PROGRAM), address, "0", "3"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    with opened(address) as dossier:
        assert dossier.count(Filters(words=word, versions=True)) == 3
