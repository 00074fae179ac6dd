"""Many documents: in order, bounded, and each fault told by name."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import pytest

from readout.batch import pool
from readout.batch.job import Manner
from readout.batch.pool import run, workers
from readout.ingest import Failed, Raw
from readout.model.errors import UnreadableError


def _raws(count: int) -> list[Raw | Failed]:
    said = "Ada Ruiz, the mayor, said that bridge number {} over the river was safe."
    return [Raw(f"{n}.txt", said.format(n).encode()) for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_order_and_a_bad_one_does_not_end_the_run(jobs: int) -> None:
    raws = _raws(16)
    raws[3] = Failed("3.txt", UnreadableError("3.txt does not exist"))
    raws[5] = Raw("5.txt", b"")
    outcomes = list(run(raws, Manner("jsonl"), jobs))
    assert [outcome.name for outcome in outcomes] == [f"{n}.txt" for n in range(16)]
    assert [outcome.name for outcome in outcomes if outcome.error] == ["3.txt", "5.txt"]
    texts = [json.loads(outcome.output)["document"]["text"] for outcome in outcomes if outcome.output]
    assert [f"number {n} " in text for n, text in zip([0, 1, 2, 4, *range(6, 16)], texts, strict=True)] == [
        True
    ] * 14


def test_no_more_inputs_are_taken_than_the_queue_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def watched() -> Iterator[Raw | Failed]:
        for raw in _raws(40):
            taken.append(raw.name)
            yield raw

    outcomes = run(watched(), Manner("jsonl"), 1)
    next(outcomes)
    assert len(taken) <= pool.SMALL + 1 + pool.AHEAD


class Deadly(Raw):
    """Bytes that end the worker which unpacks them."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def test_a_worker_that_dies_is_told_and_the_others_go_on() -> None:
    raws = _raws(14)
    raws[2] = Deadly("2.txt", b"")
    outcomes = list(run(raws, Manner("jsonl"), 2))
    assert [outcome.name for outcome in outcomes if outcome.error] == ["2.txt"]
    assert "ended abruptly" in str(outcomes[2].error)


def test_there_is_always_a_worker() -> None:
    assert workers() >= 1
