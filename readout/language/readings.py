"""The encoder's output, put together again from windows: one array a head over the whole text."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from readout.language.encoder import Array
from readout.language.model import Model
from readout.language.pieces import arrays, spelling_features
from readout.language.spelling import Spelling
from readout.language.windows import Window, cut

LINKED = ("cues",)
"""Heads whose arcs stay inside a window: the likeliest targets of each word."""


@dataclass(slots=True)
class Readings:
    """Of one text: ``scores[name]`` [words, …] a head; ``targets`` and ``logs`` [words, 4] a linked head."""

    spelling: Spelling
    scores: dict[str, Array] = field(default_factory=dict)
    targets: dict[str, Array] = field(default_factory=dict)
    logs: dict[str, Array] = field(default_factory=dict)


def read(model: Model, spelling: Spelling) -> Readings:
    """One pass over a text, a window at a time.

    int8 activations are scaled by what stands in a run of the encoder, so a window never shares its
    run: a text reads the same alone and among others. One window keeps a core busy.
    """
    found = Readings(spelling)
    pieces = model.pieces.of(spelling.words)
    features = spelling_features(spelling)
    windows = list(cut(spelling, list(map(len, pieces))))
    inputs = [arrays(window, pieces, features) for window in windows]
    for window, given in zip(windows, inputs, strict=True):
        out = model.encoder.encode(given)
        _keep(found, window, {name: values[0] for name, values in out.items()})
    return found


def _keep(readings: Readings, window: Window, out: dict[str, Array]) -> None:
    """Copy the core of a window into the arrays of its text."""
    size = window.last - window.first
    core = slice(window.core_first - window.first, window.core_last - window.first)
    place = slice(window.core_first, window.core_last)
    count = len(readings.spelling.words)
    for name in LINKED:
        targets, logs = out.pop(f"{name}.targets")[:size], out.pop(f"{name}.logs")[:size]
        if name not in readings.targets:
            readings.targets[name] = np.full((count, targets.shape[1]), -1, np.int64)
            readings.logs[name] = np.full((count, logs.shape[1]), -1e9, np.float32)
        inside = targets[core] < size
        readings.targets[name][place] = np.where(inside, targets[core] + window.first, -1)
        readings.logs[name][place] = logs[core]
    for name, values in out.items():
        if name not in readings.scores:
            readings.scores[name] = np.empty((count, *values.shape[1:]), np.float32)
        readings.scores[name][place] = values[core]
