"""The encoder's output, put together again from windows: one array a head over the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from readout.language.decode.links import KEPT, best_targets
from readout.language.encoder import Array
from readout.language.model import Model
from readout.language.pieces import arrays, spelling_features
from readout.language.spelling import Spelling
from readout.language.windows import Window, cut

BATCH = 8
"""Windows a run of the encoder; like lengths go together."""
LINKED = {"cues": False, "antecedents": True}
"""Heads whose arcs stay inside a window, and whether they point backward only."""


@dataclass(slots=True)
class Readings:
    """Of one text: ``scores[name]`` [words, …] a head; ``targets`` and ``logs`` [words, 4] a linked head."""

    spelling: Spelling
    scores: dict[str, Array] = field(default_factory=dict)
    targets: dict[str, Array] = field(default_factory=dict)
    logs: dict[str, Array] = field(default_factory=dict)


def read(model: Model, spellings: Sequence[Spelling]) -> list[Readings]:
    """One pass over several texts together, so that batches are full."""
    found = [Readings(spelling) for spelling in spellings]
    pieces = [model.pieces.of(s.words) for s in spellings]
    features = [spelling_features(s) for s in spellings]
    jobs = [(n, w) for n, s in enumerate(spellings) for w in cut(s, [len(p) for p in pieces[n]])]
    jobs.sort(key=lambda job: _size(job[1], pieces[job[0]]))
    for batch in _batches(jobs):
        out = model.encoder.encode(arrays([(w, pieces[n], features[n]) for n, w in batch]))
        for row, (number, window) in enumerate(batch):
            _keep(found[number], window, {name: values[row] for name, values in out.items()})
    return found


def _size(window: Window, pieces: list[list[int]]) -> int:
    return sum(len(p) for p in pieces[window.first : window.last])


def _batches(jobs: list[tuple[int, Window]]) -> Iterator[list[tuple[int, Window]]]:
    for start in range(0, len(jobs), BATCH):
        yield jobs[start : start + BATCH]


def _keep(readings: Readings, window: Window, out: dict[str, Array]) -> None:
    """Copy the core of a window into the arrays of its text."""
    size = window.last - window.first
    core = slice(window.core_first - window.first, window.core_last - window.first)
    place = slice(window.core_first, window.core_last)
    count = len(readings.spelling.words)
    for name, backward in LINKED.items():
        targets, logs = best_targets(out.pop(f"{name}.tail")[:size], out.pop(f"{name}.tip")[:size], backward)
        if name not in readings.targets:
            readings.targets[name] = np.full((count, KEPT), -1, np.int64)
            readings.logs[name] = np.full((count, KEPT), -1e9, np.float32)
        wide = targets.shape[1]
        readings.targets[name][place, :wide] = targets[core] + window.first
        readings.logs[name][place, :wide] = logs[core]
    for name, values in out.items():
        if name not in readings.scores:
            readings.scores[name] = np.zeros((count, *values.shape[1:]), np.float32)
        readings.scores[name][place] = values[core]
