"""The files of a language model: weights, vocabulary, tags, the weights between the ends of arcs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import numpy as np

from readout.language.encoder import Array, Encoder, OnnxEncoder
from readout.language.pieces import Pieces
from readout.model.errors import MissingModelError

NAME = "en-1"


@dataclass(frozen=True, slots=True)
class Model:
    """An encoder with what is needed to read its output.

    ``tags`` holds the tags of every tagging head, ``relations`` [65, 65, labels] the biaffine
    weights of dependency labels: of the governor's end, the dependent's end, the label.
    """

    name: str
    encoder: Encoder
    pieces: Pieces
    tags: dict[str, list[str]]
    relations: Array
    coreference: Mapping[str, Array] = field(default_factory=dict)


def shipped(threads: int = 0) -> Model:
    """The model that comes with the package."""
    return at(Path(str(files("readout.language").joinpath("weights", NAME))), threads)


def at(folder: Path, threads: int = 0) -> Model:
    """The model in a folder; :class:`MissingModelError` where there is none."""
    if not (folder / "model.onnx").exists():
        raise MissingModelError(f"no language model in {folder.name}: reinstall readout")
    about = json.loads((folder / "model.json").read_text("utf-8"))
    stored = np.load(folder / "relations.npz")["deprels"]  # [dependent, label, governor]
    relations = np.ascontiguousarray(stored.transpose(2, 0, 1), np.float32)
    encoder = OnnxEncoder(folder / "model.onnx", threads)
    pieces = Pieces(folder / "tokenizer.json")
    return Model(about["name"], encoder, pieces, about["tags"], relations, _coreference(folder))


def _coreference(folder: Path) -> dict[str, Array]:
    """The arrays of ``coreference.npz``; none where the model has not been taught to link mentions."""
    path = folder / "coreference.npz"
    if not path.exists():
        return {}
    with np.load(path) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}
